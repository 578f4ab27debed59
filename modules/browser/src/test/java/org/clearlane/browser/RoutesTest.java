package org.clearlane.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneStage.class)
class RoutesTest {

    private static final String WAITING = "select count(*) from claims where payer_id = 'northwind' and state = 'QUEUED'";

    private final Stage stage;
    private final Tab tab;

    RoutesTest(Stage stage) {
        this.stage = stage;
        this.tab = stage.tab().as(stage.person("olga"));
    }

    @Test
    void aStoppedRouteKeepsItsClaimsAndAStartedOneSendsThem() throws Exception {
        tab.open("/payers").press("Northwind Health Plan");
        tab.find("#stop-reason").sendKeys("their site moves tonight");
        tab.write("Type northwind to confirm", "northwind").press("Stop");
        tab.sees("their site moves tonight");
        assertThat(tab.heading().toLowerCase()).contains("stopped");
        stage.look("payers-one-stopped");

        stage.handInAgain("ST26-", "000000978");
        stage.house().settle("select count(*) from claims where patient_control_number like 'ST26-%'", 24);
        long waiting = stage.house().number(WAITING);
        assertThat(waiting).isPositive();
        tab.open("/payers/northwind");
        assertThat(tab.all(".card .figure").getFirst().getText()).isEqualTo(Long.toString(waiting));
        tab.press("see the claims");
        assertThat(tab.at()).startsWith("/queues/");
        assertThat(tab.all("tbody tr")).isNotEmpty();
        assertThat(tab.words()).as("no operator reads who is ill").doesNotContain("ST26-");
        stage.look("queues-one-waiting");

        tab.open("/payers/northwind").press("Start");
        tab.sees("running");
        stage.house().settle("select case when exists (" + WAITING + " having count(*) > 0) then 0 else 1 end", 1);
        tab.open("/payers/northwind");
        assertThat(tab.all(".card .figure").getFirst().getText()).isEqualTo("0");
    }

    @Test
    void aConnectionIsTestedWithoutAClaim() {
        tab.open("/payers").press("Cedar Point Insurance").press("Test the connection");
        tab.find("[role=status], [role=alert]");
        assertThat(tab.find("[role=status]").getText()).isNotBlank();
    }

    @Test
    void anAuditorSeesTheRouteAndCanChangeNothing() {
        tab.as(stage.person("ada")).open("/payers").press("Northwind Health Plan");
        assertThat(tab.has("Stop")).isFalse();
        assertThat(tab.has("Start")).isFalse();
        tab.seesAfterAWhile("Last good contact", Duration.ofSeconds(1));
    }
}
