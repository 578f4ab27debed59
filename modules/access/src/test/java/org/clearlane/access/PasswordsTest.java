package org.clearlane.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    /** From the test suite of the reference implementation of Argon2. */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void knowAHashThatTheReferenceImplementationMade() {
        assertThat(Passwords.matches("password", REFERENCE)).isTrue();
        assertThat(Passwords.matches("Password", REFERENCE)).isFalse();
    }

    @Test
    void areKeptAsArgon2idWithASaltOfTheirOwn() {
        String one = Passwords.hash("three tall pine trees");
        String two = Passwords.hash("three tall pine trees");

        assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(two);
        assertThat(Passwords.matches("three tall pine trees", one)).isTrue();
        assertThat(Passwords.matches("three tall pine tree", one)).isFalse();
        assertThat(Passwords.matches("", one)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tc2FsdA$AAAA",
                "$argon2id$v=19$m=x,t=2,p=1$c29tc2FsdA$AAAA",
                "$argon2id$v=19$m=2147483647,t=2,p=1$c29tc2FsdA$AAAA",
                "$argon2id$v=19$m=65536,t=2,p=1$§$AAAA"
            })
    void matchNothingThatIsNoHashOfOurs(String hash) {
        assertThat(Passwords.matches("password", hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "elevenchars", "aaaaaaaaaaaaaaaa", "passwordpassword", "my-name-is-anna.berg-1"})
    void areRefusedWhenTheyAreGuessedSoon(String password) {
        assertThat(Passwords.objection(password, "anna.berg@example.org")).isPresent();
    }

    @Test
    void needNoSignsOrDigitsWhenTheyAreLong() {
        assertThat(Passwords.objection("correct horse battery", "anna@example.org"))
                .isEmpty();
        assertThat(Passwords.objection("x".repeat(257), "anna@example.org")).isPresent();
    }
}
