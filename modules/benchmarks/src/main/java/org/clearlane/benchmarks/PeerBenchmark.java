package org.clearlane.benchmarks;

import com.imsweb.x12.reader.X12Reader;
import com.imsweb.x12.reader.X12Reader.FileType;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What others do with an 837P: StAEDI without and with a schema (a partial one of ours), and x12-parser of imsweb, which
 * builds the whole file as objects.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx2g"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class PeerBenchmark {

    /** It says at every start what its own schema does not use. */
    private static final Logger STAEDI = Logger.getLogger("io.xlate.edi");

    private final EDIInputFactory factory = EDIInputFactory.newFactory();
    private final Schema schema = schema();

    private static Schema schema() {
        STAEDI.setLevel(Level.WARNING);
        try {
            return SchemaFactory.newFactory().createSchema(PeerBenchmark.class.getResource("staedi-837p.xml"));
        } catch (EDISchemaException e) {
            throw new IllegalStateException("our schema for StAEDI cannot be read", e);
        }
    }

    @Benchmark
    public long staediEvents(GeneratedFile file) throws IOException, EDIStreamException {
        return events(file, null);
    }

    @Benchmark
    public long staediWithSchema(GeneratedFile file) throws IOException, EDIStreamException {
        return events(file, schema);
    }

    private long events(GeneratedFile file, Schema against) throws IOException, EDIStreamException {
        long events = 0;
        try (EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(file.bytes()))) {
            while (reader.hasNext()) {
                events++;
                switch (reader.next()) {
                    case START_TRANSACTION -> {
                        if (against != null) {
                            reader.setTransactionSchema(against);
                        }
                    }
                    case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
                        throw new IllegalStateException("StAEDI refuses a generated file: " + reader.getErrorType());
                    default -> {}
                }
            }
        }
        return events;
    }

    @Benchmark
    public X12Reader imsweb(GeneratedFile file) throws IOException {
        X12Reader reader = new X12Reader(
                FileType.ANSI837_5010_X222, new ByteArrayInputStream(file.bytes()), StandardCharsets.ISO_8859_1);
        if (!reader.getFatalErrors().isEmpty() || reader.getLoops().isEmpty()) {
            throw new IllegalStateException("x12-parser cannot read a generated file");
        }
        return reader;
    }
}
