package org.clearlane.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneStage.class)
class ClaimsTest {

    private final Stage stage;
    private final Tab tab;

    ClaimsTest(Stage stage) {
        this.stage = stage;
        this.tab = stage.tab();
    }

    @BeforeEach
    void beaWorks() {
        tab.as(stage.person("bea"));
    }

    @Test
    void aClaimIsFoundByItsNumber() {
        tab.open("/claims").write("Find", "LF26-0001").press("Show");
        tab.press("LF26-0001");
        assertThat(tab.heading()).startsWith("Claim LF26-0001");
        assertThat(tab.words()).contains("165.00", "claims-20260925.edi", "From file to money");
    }

    @Test
    void aClaimIsFoundByWhatItCosts() {
        tab.open("/claims").write("Find", "157.95").press("Show");
        assertThat(tab.all("tbody tr")).isNotEmpty().allSatisfy(row -> assertThat(row.getText())
                .contains("157.95"));
    }

    @Test
    void aRefusedClaimShowsItsByteOneClickFromTheListOfRefusedClaims() {
        tab.open("/claims?state=REJECTED_CLAIM").press("LF26-0018");
        assertThat(tab.words()).contains("The total charge of the claim is not the sum of its lines");
        assertThat(tab.find("mark").getText()).isEqualTo("157.95");
        assertThat(tab.find("code.raw").getText()).startsWith("CLM*LF26-0018*157.95*");
    }

    @Test
    void todaysNeedsLeadToTheirClaimsInOneClick() {
        tab.open("/");
        tab.all("#needs ~ ul a").getFirst().click();
        tab.sees("Patient control number");
        assertThat(tab.at()).startsWith("/claims?state=REJECTED_CLAIM");
        assertThat(tab.words()).contains("LF26-0018", "LF26-0019", "LF26-0020").doesNotContain("LF26-0001");
    }

    @Test
    void aNoteStaysWithTheClaimAsItWasWritten() {
        tab.open("/claims?find=LF26-0002").press("LF26-0002");
        tab.write("Add a note", "Called them; " + Stage.SCRIPT).press("Keep the note");
        tab.sees("Called them; " + Stage.SCRIPT);
        assertThat(tab.asks()).isFalse();
    }

    @Test
    void claimsCanBeReadWithoutScripts() {
        tab.scripts(false).open("/claims");
        tab.write("Find", "LF26-0001").press("Show");
        tab.press("LF26-0001");
        assertThat(tab.heading()).startsWith("Claim LF26-0001");
        tab.press("The claim as it was written");
        assertThat(tab.words()).contains("CLM*LF26-0001*165*");
    }
}
