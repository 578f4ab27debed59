package org.clearlane.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneStage.class)
class RemittancesTest {

    private final Tab tab;

    RemittancesTest(Stage stage) {
        this.tab = stage.tab().as(stage.person("bea"));
    }

    @Test
    void aRemittanceIsReadDownToTheReasonOfOneAdjustment() {
        tab.open("/remittances").find("tbody th a").click();
        assertThat(tab.words()).contains("adds up");
        tab.find("main table a[href*='/payments/']").click();
        assertThat(tab.heading()).startsWith("Payment for ");
        assertThat(tab.words()).contains("Does it add up?", "Why not all of it was paid", "adds up");
        assertThat(tab.words()).containsPattern("(CO|PR|OA|PI)-[0-9]+");
        tab.find("dl.facts a[href^='/claims/']").click();
        assertThat(tab.words()).contains("From file to money");
    }
}
