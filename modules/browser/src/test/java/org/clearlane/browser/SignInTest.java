package org.clearlane.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneStage.class)
class SignInTest {

    private final Stage stage;
    private final Tab tab;

    SignInTest(Stage stage) {
        this.stage = stage;
        this.tab = stage.tab();
    }

    @Test
    void theFirstOperatorCameInByTheLinkOfTheFirstStartWhichWorksOnce() {
        tab.as(stage.person("olga")).open("/");
        assertThat(tab.words()).contains("Olga Operator, Operator");
        tab.as(null).open(stage.setUpLink());
        assertThat(tab.heading()).isEqualTo("This link does not work any more");
        assertThat(stage.house().service().setUpLink()).isEmpty();
    }

    @Test
    void aBillerSignsInWithAPasswordAndACodeAndOutAgain() {
        Person bea = stage.person("bea");
        tab.open("/claims");
        assertThat(tab.heading()).isEqualTo("Sign in");
        tab.write("E-mail address", bea.email())
                .write("Password", Person.PASSWORD)
                .press("Go on");
        tab.sees("Type the six digits").write("Code", "000000").press("Sign in");
        assertThat(tab.find("[role=alert]").getText()).isNotBlank();
        tab.write("Code", bea.nextCode()).press("Sign in");
        tab.sees("Bea Biller, Biller");
        assertThat(tab.heading()).isEqualTo("Today");
        tab.press("Sign out");
        tab.open("/claims");
        assertThat(tab.heading()).isEqualTo("Sign in");
    }

    @Test
    void aWrongPasswordIsToldInWordsAndKeepsTheAddress() {
        tab.open("/sign-in").write("E-mail address", "two@example.org").write("Password", "not this one, surely");
        tab.press("Go on");
        assertThat(tab.find("[role=alert]").getText()).isNotBlank();
        assertThat(tab.field("E-mail address").getDomProperty("value")).isEqualTo("two@example.org");
        assertThat(tab.field("Password").getDomProperty("value")).isEmpty();
    }
}
