package org.clearlane.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.model.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsCheckerTest {

    private static final Map<String, String> FOLDER = Map.of("outbound", "/to", "inbound", "/from");
    private static final Map<String, String> SFTP = Map.of(
            "host", "sftp.acme.example",
            "user", "clearlane",
            "password", "env:ACME",
            "knownHosts", "/etc/clearlane/known_hosts",
            "outbound", "in",
            "inbound", "out");
    private static final Map<String, String> CORE =
            Map.of("url", "https://core.acme.example/x", "senderId", "CLEARLANE", "receiverId", "ACME");

    @Test
    void findsNothingWrongWithTheShortestProfiles() {
        assertThat(mistakes("folder", FOLDER)).isEmpty();
        assertThat(mistakes("sftp", SFTP)).isEmpty();
        assertThat(mistakes("https-core", CORE)).isEmpty();
    }

    @Test
    void namesTheKindsWhenOneIsUnknown() {
        assertThat(mistakes("pigeon", FOLDER))
                .containsExactly(
                        "payer acme: connection kind 'pigeon' is unknown, it must be one of folder, sftp, https-core");
    }

    @Test
    void findsEveryMistakeAtOnce() {
        assertThat(mistakes(
                        "sftp",
                        Map.of(
                                "port",
                                "70000",
                                "user",
                                "",
                                "pasword",
                                "env:X",
                                "removeCollected",
                                "yes",
                                "outbound",
                                "in")))
                .hasSize(8)
                .anyMatch(mistake -> mistake.contains("needs the setting 'host'"))
                .anyMatch(mistake -> mistake.contains("needs the setting 'knownHosts'"))
                .anyMatch(mistake -> mistake.contains("needs the setting 'inbound'"))
                .anyMatch(mistake -> mistake.contains("'password' or 'privateKey'"))
                .anyMatch(mistake -> mistake.contains("'port' must be a whole number from 1 to 65535"))
                .anyMatch(mistake -> mistake.contains("'user' is empty"))
                .anyMatch(mistake -> mistake.contains("no setting 'pasword'"))
                .anyMatch(mistake -> mistake.contains("'removeCollected' must be true or false"));
    }

    @Test
    void doesNotRepeatASecretWrittenWhereItsReferenceBelongs() {
        assertThat(mistakes("sftp", with(SFTP, "password", "s3cret")))
                .singleElement()
                .asString()
                .contains("env:NAME or file:PATH")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "1.5", "0x10", " 1", "99999999999999999999", "0"})
    void refusesWhatIsNoNumberInRange(String number) {
        assertThat(mistakes("sftp", with(SFTP, "connectTimeoutMs", number))).hasSize(1);
    }

    @Test
    void refusesOneFolderForBothWays() {
        assertThat(mistakes("folder", with(FOLDER, "inbound", "/to"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://core.acme.example/x",
                "http://127.0.0.1.acme.example/x",
                "http://localhost.acme.example/x",
                "ftp://core.acme.example",
                "core.acme.example",
                "https://user:pw@core.acme.example/",
                "https://"
            })
    void refusesAnAddressThatIsNotSafe(String url) {
        Map<String, String> settings = with(CORE, "url", url);
        settings.put("allowPlainHttp", "true");
        assertThat(mistakes("https-core", settings)).hasSize(1);
    }

    @Test
    void allowsPlainHttpOnlyToThisMachineAndWhenAskedFor() {
        Map<String, String> settings = with(CORE, "url", "http://localhost:8080/core");
        assertThat(mistakes("https-core", settings)).hasSize(1);
        settings.put("allowPlainHttp", "true");
        assertThat(mistakes("https-core", settings)).isEmpty();
    }

    @Test
    void wantsUserAndPasswordTogether() {
        assertThat(mistakes("https-core", with(CORE, "user", "clearlane"))).hasSize(1);
    }

    @Test
    void openingTellsEveryMistake() {
        assertThatThrownBy(() -> Profiles.open("folder", Map.of("stableMs", "x"), Map.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("'outbound'")
                .hasMessageContaining("'inbound'")
                .hasMessageContaining("'stableMs'");
    }

    @Test
    void openingTellsAMissingSecret() {
        assertThatThrownBy(() -> Profiles.open("sftp", SFTP, Map.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("ACME");
    }

    @Test
    void openingTellsAMissingTrustFile() {
        assertThatThrownBy(() -> Profiles.open("https-core", with(CORE, "trust", "/no/such.pem"), Map.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("such.pem");
    }

    private static List<String> mistakes(String kind, Map<String, String> settings) {
        return ConnectionSettingsChecker.mistakes(Profiles.payer(kind, settings));
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(name, value);
        return changed;
    }
}
