package org.clearlane.app.bench;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.clearlane.app.Home;
import org.clearlane.edits.Edits;
import org.clearlane.edits.codes.CodeSets;
import org.clearlane.generator.ClaimFileGenerator;
import org.clearlane.generator.ClaimKind;
import org.clearlane.generator.GeneratorSettings;
import org.clearlane.generator.RemittanceFileGenerator;
import org.clearlane.generator.RemittanceSettings;
import org.clearlane.guide.Guides;
import org.clearlane.judgement.FileVerdict;
import org.clearlane.judgement.Judge;
import org.clearlane.judgement.JudgeOptions;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.x12.X12Reader;
import org.clearlane.x12.X12Writer;

/**
 * Reading and judging generated files on one thread, beside a loop that counts separators byte by byte. The two take
 * turns, so that what else the machine does meets both.
 */
final class EngineBench {

    private static final int ROUNDS = 11;
    private static final int WARM = 4_000;
    private static final int BLOCK = 1 << 16;
    private static final int ABOUT_BYTES_A_CLAIM = 600;
    /** Judged when they were written, and of services that are not late then, the claims are good whenever one measures. */
    private static final Clock AT_WRITING = Clock.fixed(Instant.parse("2026-04-01T12:00:00Z"), ZoneOffset.UTC);

    private static final LocalDate FIRST_SERVICE = LocalDate.of(2025, 10, 1);
    private static final LocalDate LAST_SERVICE = LocalDate.of(2026, 3, 31);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final PrintStream out;
    private final PrintStream progress;
    private final boolean terminal;

    /** Something done with the whole file; what it gives is how much it met. */
    interface Work {
        long run(byte[] file) throws IOException;
    }

    /** @param terminal whether somebody watches, to whom progress is shown */
    EngineBench(PrintStream out, PrintStream progress, boolean terminal) {
        this.out = out;
        this.progress = progress;
        this.terminal = terminal;
    }

    void run(int claims) throws IOException {
        Judge judge = new Judge(
                Guides.load(Home.config().resolve("guides")),
                Edits.load(
                        Home.config().resolve("edits"),
                        CodeSets.load(Home.config().resolve("codesets"))),
                AT_WRITING);
        out.printf("%,d claims, one thread, %d rounds each in turn with the byte loop, its time%n", claims, ROUNDS);
        heading();
        professional(judge, claims);
        for (ClaimKind kind : List.of(ClaimKind.INSTITUTIONAL, ClaimKind.DENTAL)) {
            byte[] file = generated(kind, claims);
            String name = kind == ClaimKind.INSTITUTIONAL ? "837I" : "837D";
            measure(name + " SNIP 1-2", file, claims, bytes -> judged(judge, bytes, 2));
        }
        payments(judge, claims);
        oneClaim(judge);
    }

    private void professional(Judge judge, int claims) throws IOException {
        byte[] file = generated(ClaimKind.PROFESSIONAL, claims);
        measure("837P read", file, claims, EngineBench::read);
        measure("837P read and write", file, claims, EngineBench::copy);
        measure("837P SNIP 1-2", file, claims, bytes -> judged(judge, bytes, 2));
        measure("837P SNIP 1-7", file, claims, bytes -> judged(judge, bytes, 7));
    }

    private void payments(Judge judge, int claims) throws IOException {
        ByteArrayOutputStream generated = new ByteArrayOutputStream(claims * ABOUT_BYTES_A_CLAIM);
        new RemittanceFileGenerator(1).write(generated, RemittanceSettings.ofClaims(claims));
        byte[] file = generated.toByteArray();
        measure("835 SNIP 1-2", file, claims, bytes -> judged(judge, bytes, 2));
        measure("835 read and balanced", file, claims, PaymentSums::balanced);
    }

    void heading() {
        out.println("                            MB      claims/s   base MB/s   share of base: best  median");
    }

    /** Prints how fast this work is, and its share of the byte loop over the same bytes. */
    void measure(String name, byte[] file, int claims, Work work) throws IOException {
        double[] shares = new double[ROUNDS];
        long bestBase = Long.MAX_VALUE;
        long best = Long.MAX_VALUE;
        long met = 0;
        for (int round = 0; round < ROUNDS; round++) {
            show(name + ", round " + (round + 1) + " of " + ROUNDS);
            long start = nanos();
            met += countSeparators(file);
            long between = nanos();
            met += work.run(file);
            long end = nanos();
            bestBase = Math.min(bestBase, between - start);
            best = Math.min(best, end - between);
            shares[round] = (double) (between - start) / (end - between);
        }
        show("");
        if (met == 0) {
            throw new IllegalStateException("nothing was met in the file");
        }
        Arrays.sort(shares);
        out.printf(
                "%-22s %7.1f %,13.0f %11.0f %21.3f %7.3f%n",
                name,
                mega(file),
                claims * 1e9 / best,
                mega(file) * 1e9 / bestBase,
                (double) bestBase / best,
                shares[ROUNDS / 2]);
    }

    /** The thread's own time where the machine tells it, so that what else runs is not counted. */
    private static long nanos() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    private void show(String what) {
        if (terminal) {
            progress.print("\r\u001b[K" + what);
            progress.flush();
        }
    }

    private void oneClaim(Judge judge) throws IOException {
        byte[] file = generated(ClaimKind.PROFESSIONAL, 1);
        for (int i = 0; i < WARM; i++) {
            judged(judge, file, 7);
        }
        long[] nanos = new long[1_000];
        long[] own = new long[nanos.length];
        for (int i = 0; i < nanos.length; i++) {
            long ownStart = nanos();
            long start = System.nanoTime();
            judged(judge, file, 7);
            nanos[i] = System.nanoTime() - start;
            own[i] = nanos() - ownStart;
        }
        Arrays.sort(nanos);
        Arrays.sort(own);
        out.printf(
                "one claim, SNIP 1-7, warm: median %.3f ms, 99 of 100 within %.3f ms, of the thread's time within %.3f ms%n",
                nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6, own[own.length * 99 / 100] / 1e6);
    }

    private static byte[] generated(ClaimKind kind, int claims) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(claims * ABOUT_BYTES_A_CLAIM);
        new ClaimFileGenerator(1)
                .write(
                        bytes,
                        GeneratorSettings.ofClaims(claims).withKind(kind).withService(FIRST_SERVICE, LAST_SERVICE));
        return bytes.toByteArray();
    }

    private static double mega(byte[] file) {
        return file.length / 1e6;
    }

    private static long countSeparators(byte[] file) throws IOException {
        long segments = 0;
        long elements = 0;
        byte[] block = new byte[BLOCK];
        try (InputStream in = new ByteArrayInputStream(file)) {
            for (int read = in.read(block); read > 0; read = in.read(block)) {
                for (int i = 0; i < read; i++) {
                    byte b = block[i];
                    if (b == '~') {
                        segments++;
                    } else if (b == '*') {
                        elements++;
                    }
                }
            }
        }
        return segments + elements;
    }

    private static long read(byte[] file) throws IOException {
        long elements = 0;
        try (X12Reader reader = new X12Reader(new ByteArrayInputStream(file))) {
            while (reader.next()) {
                elements += reader.segment().elementCount();
            }
        }
        return elements;
    }

    private static long copy(byte[] file) throws IOException {
        try (X12Reader reader = new X12Reader(new ByteArrayInputStream(file));
                OutputStream written = new BufferedOutputStream(OutputStream.nullOutputStream(), BLOCK)) {
            X12Writer writer = null;
            while (reader.next()) {
                writer = writer == null ? new X12Writer(written, reader.delimiters()) : writer;
                writer.copy(reader.segment());
            }
            return writer == null ? 0 : writer.segmentCount();
        }
    }

    private static long judged(Judge judge, byte[] file, int snip) throws IOException {
        FileVerdict verdict =
                judge.judge(new ByteArrayInputStream(file), JudgeOptions.offline(snip), JudgementListener.DEAF);
        if (verdict.verdict() != FileVerdict.Verdict.ACCEPTED) {
            throw new IllegalStateException("a generated file was refused");
        }
        return verdict.segments();
    }
}
