package org.clearlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter err = new StringWriter();
    private final AtomicLong nanoTime = new AtomicLong();

    @Test
    void saysNothingOfAFileThatIsReadAtOnce() throws IOException {
        read(true, 150_000_000L);

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void showsABarOfHowFarALongFileIsAndWipesItAway() throws IOException {
        read(true, 1_500_000_000L);

        assertThat(err.toString())
                .contains("a.edi: judging [############............] 50 %, 1.0 of 2.0 MB")
                .endsWith("\r\u001b[K");
    }

    @Test
    void saysNothingWhereNobodyLooksOn() throws IOException {
        read(false, 1_500_000_000L);

        assertThat(err.toString()).isEmpty();
    }

    private void read(boolean shown, long nanosForHalf) throws IOException {
        Progress progress = new Progress(new PrintWriter(err), shown, nanoTime::get);
        byte[] bytes = new byte[2_000_000];
        try (InputStream in = progress.watch(new ByteArrayInputStream(bytes), "a.edi: judging", bytes.length)) {
            assertThat(in.readNBytes(bytes.length / 2)).hasSize(1_000_000);
            nanoTime.addAndGet(nanosForHalf);
            assertThat(in.read()).isZero();
        }
    }
}
