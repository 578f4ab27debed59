package org.clearlane.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is shown once: links, keys, secrets. */
@ExtendWith(OneStage.class)
class AdministrationTest {

    private final Stage stage;
    private final Tab tab;

    AdministrationTest(Stage stage) {
        this.stage = stage;
        this.tab = stage.tab().as(stage.person("pat"));
    }

    @Test
    void aKeyIsShownOnceAndListedWithoutItsSecret() throws Exception {
        tab.open("/keys").write("Which program it is for", "Billing software");
        tab.find("[name=scopes]").click();
        tab.press("Make the key").sees("Copy it now");
        String key = tab.find("code.key").getText();
        stage.look("keys-secret");
        tab.open("/keys").sees("Billing software");
        assertThat(tab.words()).doesNotContain(key);
    }

    @Test
    void somebodyIsInvitedByALinkThatIsShownOnce() throws Exception {
        tab.open("/people").write("Their name", "Cara Coder").write("Their e-mail address", "cara@example.org");
        tab.press("Make a link for them").sees("A link for Cara Coder");
        assertThat(tab.find("code.key").getText()).contains("/join/");
        stage.look("people-link");
    }

    @Test
    void aWebhookShowsItsSecretOnceAndEachDelivery() throws Exception {
        tab.open("/webhooks").write("Address", "https://hooks.invalid/clearlane");
        tab.find("[name=types]").click();
        tab.press("Add it");
        tab.sees("A secret for");
        stage.look("webhooks-secret");
        tab.press("The webhook").sees("https://hooks.invalid/clearlane");
        stage.look("webhooks-one");
        tab.find("form[action*='/test'] button").click();
        tab.find("a[href*='/deliveries/']").click();
        tab.sees("webhook-id");
        stage.look("webhooks-delivery");
    }

    @Test
    void aNewDeviceCountsOnlyAfterItsFirstCode() throws Exception {
        tab.as(stage.person("ada")).open("/me");
        tab.write("Your password", Person.PASSWORD).press("Go on");
        tab.sees("A new device");
        stage.look("me-device");
        tab.press("Keep the old one");
        assertThat(tab.at()).isEqualTo("/me");
    }
}
