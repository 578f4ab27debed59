package org.clearlane.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearlane.app.judging.JudgementParts;
import org.clearlane.generator.ClaimFileGenerator;
import org.clearlane.generator.GeneratedTotals;
import org.clearlane.generator.GeneratorSettings;
import org.clearlane.judgement.FileVerdict;
import org.clearlane.judgement.Judge;
import org.clearlane.judgement.JudgeOptions;
import org.clearlane.judgement.JudgementListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file of a gigabyte, generated while it is judged: what lives on the heap does not grow with it. */
@Tag("slow")
class LargeFileTest {

    private static final long CLAIMS = 1_900_000;
    private static final long EVERY_BYTES = 100_000_000;
    private static final long MOST_GROWTH_BYTES = 24_000_000;

    @Test
    void aGigabyteIsJudgedInMemoryThatDoesNotGrow() throws Exception {
        Judge judge = JudgementParts.judge(
                Path.of(System.getProperty("clearlane.root"), "config"),
                Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC));
        PipedInputStream in = new PipedInputStream(1 << 18);
        PipedOutputStream out = new PipedOutputStream(in);
        Callable<GeneratedTotals> generating = () -> {
            try (out) {
                return new ClaimFileGenerator(1).write(out, GeneratorSettings.ofClaims(CLAIMS));
            }
        };
        try (ExecutorService aside = Executors.newSingleThreadExecutor();
                Weighed weighed = new Weighed(in)) {
            Future<GeneratedTotals> totals = aside.submit(generating);

            FileVerdict verdict = judge.judge(weighed, JudgeOptions.offline(2), JudgementListener.DEAF);

            assertThat(verdict.verdict()).isEqualTo(FileVerdict.Verdict.ACCEPTED);
            assertThat(verdict.claims().total()).isEqualTo(CLAIMS);
            assertThat(totals.get().bytes()).isGreaterThan(1_000_000_000L);
            assertThat(weighed.live).hasSizeGreaterThan(9);
            assertThat(weighed.live).allMatch(bytes -> bytes - weighed.live.getFirst() < MOST_GROWTH_BYTES);
        }
    }

    /** Looks every so many bytes at how much of the heap is alive. */
    private static final class Weighed extends FilterInputStream {

        private final List<Long> live = new ArrayList<>();
        private long read;

        Weighed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            read += Math.max(got, 0);
            if (read > EVERY_BYTES * (live.size() + 1)) {
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                live.add(runtime.totalMemory() - runtime.freeMemory());
            }
            return got;
        }
    }
}
