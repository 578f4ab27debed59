package org.clearlane.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.clearlane.x12.Delimiters;
import org.junit.jupiter.api.Test;

class SimulatorSettingsTest {

    private static final Path BASE = Path.of("base");

    @Test
    void samplePayersOfTheDemoCanBeRead() throws Exception {
        Path sample = Path.of(System.getProperty("clearlane.root"), "samples", "demo", "simulator.yaml");
        SimulatorSettings settings = SimulatorSettings.read(sample);
        assertThat(settings.payers())
                .extracting(PayerSettings::id, PayerSettings::transport)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("NWH01", Transport.FOLDER),
                        org.assertj.core.groups.Tuple.tuple("BHM02", Transport.SFTP),
                        org.assertj.core.groups.Tuple.tuple("CPI03", Transport.HTTPS));
        assertThat(settings.payers())
                .allSatisfy(payer -> assertThat(payer.scenarios()).hasSizeGreaterThan(4));
    }

    @Test
    void whatIsLeftOutIsAsInLiveTraffic() {
        PayerSettings payer = SimulatorSettings.parse("payers:\n  - {id: P1, transport: folder}", BASE)
                .payers()
                .getFirst();
        assertThat(payer.delimiters()).isEqualTo(new Delimiters((byte) '|', (byte) '^', (byte) '}', (byte) '~'));
        assertThat(payer.isaId()).isEqualTo("P1");
        assertThat(payer.payerId()).isEqualTo("P1");
        assertThat(payer.port()).isZero();
        assertThat(payer.oneFilePerPayee()).isFalse();
        assertThat(payer.delayMillis(AnswerKind.TA1)).isLessThan(payer.delayMillis(AnswerKind.ERA_835));
    }

    @Test
    void speedDividesDelays() {
        PayerSettings payer = SimulatorSettings.parse(
                        "payers:\n  - {id: P1, transport: folder, speed: 60, delays: {\"835\": 60000}}", BASE)
                .payers()
                .getFirst();
        assertThat(payer.delayMillis(AnswerKind.ERA_835)).isEqualTo(1000);
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsPlace() {
        String wrong =
                """
                sead: 1
                payers:
                  - id: "a b"
                    transport: pigeon
                    delimiters: "***~"
                    scenarios:
                      - {does: pays, allowed: 120}
                      - {does: denies, reason: nonsense, when: {}}
                  - {id: P2, transport: sftp, port: x}
                  - {id: P2, transport: sftp}
                """;
        assertThatThrownBy(() -> SimulatorSettings.parse(wrong, BASE))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("sead is not known")
                .hasMessageContaining("payers[1].id ")
                .hasMessageContaining("payers[1].transport is none of [folder, sftp, https]")
                .hasMessageContaining("payers[1].delimiters ")
                .hasMessageContaining("payers[1].scenarios[1].allowed ")
                .hasMessageContaining("payers[1].scenarios[2].reason ")
                .hasMessageContaining("payers[1].scenarios[2].when has no condition")
                .hasMessageContaining("payers[2].port ")
                .hasMessageContaining("P2 is there twice");
    }

    @Test
    void textThatIsNoYamlIsAMistakeToo() {
        assertThatThrownBy(() -> SimulatorSettings.parse("payers: [", BASE))
                .isInstanceOf(InvalidSettingsException.class);
    }
}
