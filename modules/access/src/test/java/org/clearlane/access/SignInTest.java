package org.clearlane.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.clearlane.access.SignIn.Next;
import org.clearlane.access.SignIn.Result;
import org.clearlane.store.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From the first start's link to a session, and every way in that has to stay shut. One house, set up by the first test. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInTest {

    private static final String PASSWORD = "three tall pine trees";
    private static final String HERE = "192.0.2.7";

    @TempDir
    static Path folder;

    private static AccessHouse house;
    private static SignIn door;
    private static Links links;
    private static Visitor operator;
    private static byte[] operatorSecret;

    @BeforeAll
    static void open() {
        house = AccessHouse.open(folder);
        door = house.door();
        links = new Links(house.ledger());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void letTimePass() {
        house.clock().move(Duration.ofMinutes(2));
    }

    @Test
    @Order(1)
    void nobodyHasAPasswordToBeginWith() {
        assertThat(door.password("admin@example.org", "admin", HERE)).isInstanceOf(Result.Refused.class);
    }

    @Test
    @Order(2)
    void theFirstOperatorSetsTheHouseUpByALinkThatWorksOnce() {
        String earlier = links.setUpLink().orElseThrow();
        String link = links.setUpLink().orElseThrow();

        assertThat(links.setUp(earlier, "olga@example.org", "Olga", PASSWORD, HERE))
                .as("a link that a newer one has replaced")
                .isInstanceOf(Result.Refused.class);
        assertThat(links.setUp(link, "olga@example.org", "Olga", "short", HERE)).isInstanceOf(Result.Refused.class);
        Result.Begun begun = begun(links.setUp(link, "Olga@Example.org", "Olga", PASSWORD, HERE));
        assertThat(begun.next()).isEqualTo(Next.ENROL);
        assertThat(door.visitor(begun.cookie(), HERE))
                .as("nothing is shown before the second factor")
                .isEmpty();

        operatorSecret = door.offerSecret(begun.cookie()).orElseThrow();
        assertThat(door.enrol(begun.cookie(), "000000", HERE)).isInstanceOf(Result.Refused.class);
        Result.Begun in = begun(door.enrol(begun.cookie(), house.code(operatorSecret), HERE));
        assertThat(in.cookie()).as("a session of its own").isNotEqualTo(begun.cookie());
        operator = door.visitor(in.cookie(), HERE).orElseThrow();
        assertThat(operator.role()).isEqualTo(Role.OPERATOR);
        assertThat(operator.readablePractice()).isNull();

        assertThat(links.setUpLink()).as("a house that is set up").isEmpty();
        assertThat(links.setUp(link, "eve@example.org", "Eve", PASSWORD, HERE)).isInstanceOf(Result.Refused.class);
    }

    @Test
    @Order(3)
    void takesBothFactorsAndNoCodeTwice() {
        Result.Begun half = begun(door.password("OLGA@example.org", PASSWORD, HERE));
        assertThat(half.next()).isEqualTo(Next.CODE);
        assertThat(door.visitor(half.cookie(), HERE)).isEmpty();
        String code = house.code(operatorSecret);
        Result.Begun in = begun(door.code(half.cookie(), code, HERE));
        assertThat(door.visitor(in.cookie(), HERE)).isPresent();
        assertThat(door.visitor(half.cookie(), HERE)).as("the cookie of before").isEmpty();
        assertThat(door.code(half.cookie(), code, HERE)).isInstanceOf(Result.Refused.class);

        Result.Begun again = begun(door.password("olga@example.org", PASSWORD, HERE));
        assertThat(door.code(again.cookie(), code, HERE))
                .as("the same code in another session")
                .isInstanceOf(Result.Refused.class);
    }

    @Test
    @Order(4)
    void aSessionEndsWhenNobodyUsesItAndWhenItIsOld() {
        String idle = signIn();
        house.clock().move(SignIn.IDLE.plusSeconds(1));
        assertThat(door.visitor(idle, HERE)).isEmpty();

        String busy = signIn();
        for (Duration spent = Duration.ZERO; spent.compareTo(SignIn.LIFE) < 0; spent = spent.plusMinutes(14)) {
            assertThat(door.visitor(busy, HERE)).as("after %s", spent).isPresent();
            house.clock().move(Duration.ofMinutes(14));
        }
        assertThat(door.visitor(busy, HERE)).isEmpty();
    }

    @Test
    @Order(5)
    void aSessionEndsWhenItIsSignedOut() {
        String cookie = signIn();
        door.out(door.visitor(cookie, HERE).orElseThrow());
        assertThat(door.visitor(cookie, HERE)).isEmpty();
    }

    @Test
    @Order(6)
    void aPracticesPeopleJoinByInvitationAndSeeTheirPractice() {
        Staff staff = new Staff(house.ledger());
        String link = staff.invite(operator, "bea@example.org", "Bea", Role.PRACTICE_ADMIN, List.of("lakeside"))
                .token();
        Result.Begun begun = begun(links.join(link, PASSWORD, HERE));
        byte[] secret = door.offerSecret(begun.cookie()).orElseThrow();
        Result.Begun in = begun(door.enrol(begun.cookie(), house.code(secret), HERE));
        Visitor bea = door.visitor(in.cookie(), HERE).orElseThrow();

        assertThat(bea.readablePractice()).isEqualTo("lakeside");
        assertThat(door.workFor(bea, "harbor")).isFalse();
        assertThat(links.join(link, PASSWORD, HERE)).isInstanceOf(Result.Refused.class);
        assertThat(staff.invite(bea, "kim@example.org", "Kim", Role.BILLER, List.of("harbor"))
                        .token())
                .as("somebody for another practice")
                .isNull();
        assertThat(staff.invite(bea, "kim@example.org", "Kim", Role.OPERATOR, List.of())
                        .token())
                .as("an operator")
                .isNull();
        assertThat(staff.reset(bea, operator.personId()))
                .as("a link in an operator's name")
                .isEmpty();
        assertThat(staff.invite(bea, "kim@example.org", "Kim", Role.BILLER, List.of("lakeside"))
                        .token())
                .isNotNull();

        assertThat(staff.setDisabled(operator, bea.personId(), true)).isEmpty();
        assertThat(door.visitor(in.cookie(), HERE)).as("whose access has ended").isEmpty();
        assertThat(door.password("bea@example.org", PASSWORD, HERE)).isInstanceOf(Result.Refused.class);
    }

    @Test
    @Order(7)
    void anOperatorSeesHealthInformationOnlyBehindBrokenGlassAndForAnHour() {
        String cookie = signIn();
        Visitor olga = door.visitor(cookie, HERE).orElseThrow();
        assertThat(door.breakGlass(olga, "lakeside", "because")).isPresent();
        assertThat(door.breakGlass(olga, "lakeside", "a claim of theirs stops the queue"))
                .isEmpty();
        assertThat(door.visitor(cookie, HERE).orElseThrow().readablePractice()).isEqualTo("lakeside");
        for (int i = 0; i < 5; i++) {
            house.clock().move(Duration.ofMinutes(13));
            door.visitor(cookie, HERE);
        }
        assertThat(door.visitor(cookie, HERE).orElseThrow().readablePractice()).isNull();
    }

    @Test
    @Order(8)
    void slowsDownWhoeverGuesses() {
        house.clock().move(Duration.ofDays(2));
        for (int i = 0; i < Throttle.FREE; i++) {
            assertThat(door.password("olga@example.org", "wrong wrong wrong " + i, HERE))
                    .isInstanceOf(Result.Refused.class);
        }
        assertThat(door.password("olga@example.org", PASSWORD, "198.51.100.9"))
                .as("the right password, from elsewhere, too soon")
                .isInstanceOf(Result.Later.class);
        house.clock().move(Duration.ofMinutes(1).plusSeconds(1));
        assertThat(door.password("olga@example.org", PASSWORD, HERE)).isInstanceOf(Result.Begun.class);
        assertThat(Throttle.pauseAfter(Throttle.FREE + 3L)).isEqualTo(Duration.ofMinutes(8));
        assertThat(Throttle.pauseAfter(10_000)).isEqualTo(Throttle.LONGEST);
    }

    @Test
    @Order(9)
    void keepsNeitherPasswordsNorCookiesNorSecondFactorsReadable() throws SQLException {
        String cookie = signIn();
        try (Connection pipeline = house.database().pipeline().getConnection()) {
            for (String table : List.of("people", "sessions", "invitations", "audit")) {
                List<String> rows = Sql.list(pipeline, "select t::text from " + table + " t", row -> row.getString(1));
                assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(cookie) || row.contains(PASSWORD));
                assertThat(rows)
                        .noneMatch(row -> row.contains(java.util.HexFormat.of().formatHex(operatorSecret)));
            }
        }
    }

    @Test
    @Order(10)
    void everythingStandsInTheTrailAndTheTrailIsAChain() throws SQLException {
        try (Connection pipeline = house.database().pipeline().getConnection()) {
            assertThat(Sql.list(
                            pipeline, "select distinct action || ' ' || outcome from audit", row -> row.getString(1)))
                    .contains(
                            "sign-in DONE",
                            "sign-in.password REFUSED",
                            "sign-in.code REFUSED",
                            "glass.break DONE",
                            "person.invite DONE",
                            "person.disable DONE",
                            "house.set-up DONE");
            assertThat(Sql.number(pipeline, "select count(distinct hash) from audit"))
                    .isEqualTo(Sql.number(pipeline, "select max(seq) from audit"))
                    .isEqualTo(Sql.number(pipeline, "select seq from audit_head"));
        }
    }

    private static String signIn() {
        house.clock().move(Duration.ofMinutes(2));
        Result.Begun half = begun(door.password("olga@example.org", PASSWORD, HERE));
        return begun(door.code(half.cookie(), house.code(operatorSecret), HERE)).cookie();
    }

    private static Result.Begun begun(Result result) {
        assertThat(result).isInstanceOf(Result.Begun.class);
        return (Result.Begun) result;
    }
}
