package org.clearlane.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneStage.class)
class MendTest {

    private final Stage stage;
    private final Tab tab;

    MendTest(Stage stage) {
        this.stage = stage;
        this.tab = stage.tab().as(stage.person("bea"));
    }

    @Test
    void aRefusedClaimIsMendedAndItsPayerTakesIt() throws Exception {
        tab.open("/claims?state=REJECTED_CLAIM").press("LF26-0018").press("Correct and resubmit");
        tab.sees("The total charge of the claim is not the sum of its lines");
        tab.write("CLM02", "147.95").press("Show what changes");
        tab.sees("It passes");
        assertThat(tab.find("del").getText()).endsWith("157.95");
        assertThat(tab.find("ins").getText()).endsWith("147.95");
        stage.look("claims-correct-preview");
        tab.press("Send it");
        tab.sees("Handed in more than once");
        tab.seesAfterAWhile("Goes on as claim", Duration.ofSeconds(20));
        tab.find("#chain ~ ul a").click();
        tab.sees("Comes from claim").seesAfterAWhile("277CA by northwind", Duration.ofSeconds(40));
        assertThat(tab.heading()).startsWith("Claim LF26-0018");
        assertThat(tab.words()).contains("$147.95");
    }

    @Test
    void aMendThatIsNoneIsRefusedBeforeItIsSent() throws Exception {
        tab.open("/claims?state=REJECTED_CLAIM").press("LF26-0020").press("Correct and resubmit");
        tab.press("Show what changes");
        tab.sees("We would refuse it again");
        assertThat(tab.has("Send it")).isFalse();
    }

    @Test
    void aPaidClaimIsReplacedByItsPayersNumber() throws Exception {
        tab.open("/claims?state=PAID").find("tbody a").click();
        tab.press("Replace the claim");
        tab.sees("payer’s number of the claim");
        stage.look("claims-replace");
    }
}
