package org.clearlane.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CrashPointTest {

    /** Goes through the same point three times, as a process of its own that may die of it. */
    static final class ThreeTimes {

        private ThreeTimes() {}

        public static void main(String[] arguments) {
            for (int i = 1; i <= 3; i++) {
                CrashPoint.INTAKE_AFTER_COMMIT.reached();
                System.out.print(i);
                System.out.flush();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNothingUnlessItIsArmed(CrashPoint point) {
        assertThat(System.getProperty("clearlane.crash")).isNull();

        point.reached();
    }

    @ParameterizedTest
    @CsvSource({
        "INTAKE_AFTER_COMMIT, 137, ''",
        "INTAKE_AFTER_COMMIT:3, 137, 12",
        "INTAKE_AFTER_COMMIT:4, 0, 123",
        "INTAKE_BEFORE_COMMIT, 0, 123"
    })
    void killsTheProcessAtTheReachingThatIsNamed(String armed, int exit, String printed)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dclearlane.crash=" + armed,
                        ThreeTimes.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(printed == null ? "" : printed);
        assertThat(process.waitFor()).isEqualTo(exit);
    }
}
