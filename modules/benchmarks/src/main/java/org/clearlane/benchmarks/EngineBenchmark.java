package org.clearlane.benchmarks;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clearlane.edits.Edits;
import org.clearlane.edits.codes.CodeSets;
import org.clearlane.guide.Guides;
import org.clearlane.judgement.FileVerdict;
import org.clearlane.judgement.Judge;
import org.clearlane.judgement.JudgeOptions;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.RemittanceBalance;
import org.clearlane.transactions.t835.RemittanceHead;
import org.clearlane.transactions.t835.RemittanceListener;
import org.clearlane.transactions.t835.RemittanceReader;
import org.clearlane.transactions.t835.SetEnd;
import org.clearlane.x12.X12Reader;
import org.clearlane.x12.X12Writer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What we do with a file, and the bare loop that all is measured by. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class EngineBenchmark {

    private static final int BLOCK = 1 << 16;

    private final Judge judge = judge();

    private static Judge judge() {
        Path config = Path.of(System.getProperty("clearlane.config", "config"));
        return new Judge(
                Guides.load(config.resolve("guides")),
                Edits.load(config.resolve("edits"), CodeSets.load(config.resolve("codesets"))),
                Clock.systemUTC());
    }

    /** Counts separators byte by byte: the least that anybody does who looks at every byte. */
    @Benchmark
    public long base(GeneratedFile file) throws IOException {
        long segments = 0;
        long elements = 0;
        byte[] block = new byte[BLOCK];
        try (InputStream in = new ByteArrayInputStream(file.bytes())) {
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

    /** Every segment with the position of each of its elements. */
    @Benchmark
    public long read(GeneratedFile file) throws IOException {
        long elements = 0;
        try (X12Reader reader = new X12Reader(new ByteArrayInputStream(file.bytes()))) {
            while (reader.next()) {
                elements += reader.segment().elementCount();
            }
        }
        return elements;
    }

    @Benchmark
    public long readAndWrite(GeneratedFile file) throws IOException {
        try (X12Reader reader = new X12Reader(new ByteArrayInputStream(file.bytes()));
                OutputStream written = new BufferedOutputStream(OutputStream.nullOutputStream(), BLOCK)) {
            X12Writer writer = null;
            while (reader.next()) {
                writer = writer == null ? new X12Writer(written, reader.delimiters()) : writer;
                writer.copy(reader.segment());
            }
            return writer == null ? 0 : writer.segmentCount();
        }
    }

    @Benchmark
    public FileVerdict judgeSnip2(GeneratedFile file) throws IOException {
        return judged(file, 2);
    }

    @Benchmark
    public FileVerdict judgeSnip7(GeneratedFile file) throws IOException {
        return judged(file, 7);
    }

    private FileVerdict judged(GeneratedFile file, int snip) throws IOException {
        FileVerdict verdict =
                judge.judge(new ByteArrayInputStream(file.bytes()), JudgeOptions.offline(snip), JudgementListener.DEAF);
        if (verdict.verdict() != FileVerdict.Verdict.ACCEPTED) {
            throw new IllegalStateException("a generated file was refused");
        }
        return verdict;
    }

    /** An 835 read into values, every line, claim and payment added up. */
    @Benchmark
    public long readAndBalance(GeneratedFile file) throws IOException {
        Sums sums = new Sums();
        RemittanceReader.read(new ByteArrayInputStream(file.bytes()), sums);
        if (sums.unbalanced > 0 || sums.payments == 0) {
            throw new IllegalStateException("a generated file does not balance");
        }
        return sums.claims;
    }

    private static final class Sums implements RemittanceListener {

        private RemittanceBalance balance;
        private long claims;
        private long payments;
        private long unbalanced;

        @Override
        public void opened(RemittanceHead head) {
            balance = new RemittanceBalance(head.payment());
        }

        @Override
        public void claim(ClaimPayment claim, List<Finding> problems) {
            claims++;
            balance.add(claim);
        }

        @Override
        public void closed(List<ProviderAdjustment> providerAdjustments, SetEnd end) {
            payments++;
            unbalanced += balance.close(providerAdjustments).balanced() ? 0 : 1;
        }

        @Override
        public void problem(Finding finding) {
            unbalanced++;
        }
    }
}
