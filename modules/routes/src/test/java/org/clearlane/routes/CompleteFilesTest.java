package org.clearlane.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompleteFilesTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final CompleteFiles complete = new CompleteFiles(Clock.fixed(NOW, ZoneOffset.UTC), GRACE);

    @TempDir
    Path folder;

    private boolean accepts(String content, Duration unchangedFor) throws IOException {
        Path path = Files.writeString(folder.resolve("claims"), content);
        GenericFile<File> file = new GenericFile<>();
        file.setFile(path.toFile());
        file.setLastModified(NOW.minus(unchangedFor).toEpochMilli());
        return complete.accept(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ISA*00*", "ISA*00*~GS*HC*~GE*1*1~"})
    void leavesAloneWhatMayStillGrow(String begun) throws IOException {
        assertThat(accepts(begun, Duration.ofSeconds(30))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ISA*00*", "ISA*00*~GS*HC*~GE*1*1~"})
    void takesItAsItIsWhenNothingHasComeForLong(String cut) throws IOException {
        assertThat(accepts(cut, GRACE.plusSeconds(1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISA*00*~IEA*1*000000001~\r\n", "claim_number,payer_id\n", "x"})
    void takesWhatIsCompleteOrCannotTell(String whole) throws IOException {
        assertThat(accepts(whole, Duration.ZERO)).isTrue();
    }

    @Test
    void looksIntoNoFolder() {
        GenericFile<File> file = new GenericFile<>();
        file.setDirectory(true);
        file.setFile(folder.toFile());
        file.setLastModified(NOW.toEpochMilli());

        assertThat(complete.accept(file)).isTrue();
    }
}
