package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Attack A-04, forged forms: every form of the running console, each in every way that a form can be not ours. */
@ExtendWith(OneConsole.class)
class CsrfTest {

    /** Forms of whoever has no session yet carry no token: the browser's word about where they come from protects them. */
    private static final Set<String> BEFORE_SIGNING_IN = Set.of("/sign-in", "/sign-in/code", "/enrol", "/join/{token}");

    private static final List<String> EVERYBODY = List.of("olga", "bea", "pat", "ada");

    private final ConsoleHouse house;

    CsrfTest(ConsoleHouse house) {
        this.house = house;
    }

    @Test
    void refusesAFormWithoutATokenOrWithAnothersAndChangesNothing() throws Exception {
        Browser hal = house.browser("hal");
        String foreign = hal.token();
        assertThat(foreign).isNotEmpty();
        for (String name : EVERYBODY) {
            Browser browser = house.browser(name);
            Set<String> before = Walk.ledger(house);
            for (String form : sessionForms()) {
                String path = Walk.filled(house, form);
                assertThat(browser.post(path).statusCode())
                        .as("%s at %s, no token", name, form)
                        .isEqualTo(403);
                assertThat(browser.post(path, "form", "").statusCode())
                        .as("%s at %s, empty token", name, form)
                        .isEqualTo(403);
                assertThat(browser.post(path, "form", foreign).statusCode())
                        .as("%s at %s, the token of another session", name, form)
                        .isEqualTo(403);
            }
            assertThat(Walk.ledger(house)).as("what %s could change", name).isEqualTo(before);
            assertThat(browser.get("/").uri().getPath())
                    .as("%s is still signed in", name)
                    .isEqualTo("/");
        }
    }

    @Test
    void refusesAFormOfAnotherSiteEvenWithTheRightToken() throws Exception {
        for (String name : EVERYBODY) {
            Browser browser = house.browser(name);
            String token = browser.token();
            Set<String> before = Walk.ledger(house);
            for (String form : sessionForms()) {
                assertThat(browser.postFromElsewhere(Walk.filled(house, form), "form", token)
                                .statusCode())
                        .as("%s at %s", name, form)
                        .isEqualTo(403);
            }
            assertThat(Walk.ledger(house)).as("what %s could change", name).isEqualTo(before);
        }
    }

    @Test
    void refusesFormsOfOtherSitesBeforeSigningIn() throws Exception {
        for (String form : BEFORE_SIGNING_IN) {
            assertThat(house.browser()
                            .postFromElsewhere(Walk.filled(house, form))
                            .statusCode())
                    .as(form)
                    .isEqualTo(403);
        }
    }

    @Test
    void leadsWhoeverIsNotSignedInToSigningIn() throws Exception {
        for (String form : sessionForms()) {
            assertThat(house.browser().post(Walk.filled(house, form)).uri().getPath())
                    .as(form)
                    .isEqualTo("/sign-in");
        }
    }

    @Test
    void walksFormsThatThereAre() {
        assertThat(sessionForms()).contains("/sign-out", "/glass", "/claims/{id}/note");
        assertThat(Walk.forms(house)).containsAll(BEFORE_SIGNING_IN);
    }

    private List<String> sessionForms() {
        return Walk.forms(house).stream()
                .filter(form -> !BEFORE_SIGNING_IN.contains(form))
                .toList();
    }
}
