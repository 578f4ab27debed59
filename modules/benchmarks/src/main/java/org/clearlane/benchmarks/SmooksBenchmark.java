package org.clearlane.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.smooks.Smooks;
import org.smooks.io.sink.WriterSink;
import org.smooks.io.source.StreamSource;
import org.xml.sax.SAXException;

/** Smooks with its EDI cartridge and the cartridge's own plain grammar: X12 into XML. Needs the profile smooks-edi. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx2g"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class SmooksBenchmark {

    private Smooks smooks;

    /** Whether the cartridge lies on the class path. */
    static boolean isAtHand() {
        try {
            Class.forName("org.smooks.cartridges.edi.EdiReaderConfigurator");
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    @Setup
    public void configure() throws IOException, SAXException {
        smooks = new Smooks(SmooksBenchmark.class.getResourceAsStream("smooks-x12.xml"));
    }

    @TearDown
    public void close() {
        smooks.close();
    }

    @Benchmark
    public int smooksEdi(GeneratedFile file) {
        StringWriter xml = new StringWriter();
        smooks.filterSource(
                smooks.createExecutionContext(),
                new StreamSource<>(new ByteArrayInputStream(file.bytes())),
                new WriterSink<>(xml));
        int length = xml.getBuffer().length();
        if (length < file.bytes().length) {
            throw new IllegalStateException("Smooks left out something of a generated file");
        }
        return length;
    }
}
