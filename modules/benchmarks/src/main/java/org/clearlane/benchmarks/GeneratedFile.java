package org.clearlane.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.clearlane.generator.ClaimFileGenerator;
import org.clearlane.generator.ClaimKind;
import org.clearlane.generator.GeneratorSettings;
import org.clearlane.generator.RemittanceFileGenerator;
import org.clearlane.generator.RemittanceSettings;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A file of one kind and size in memory, the same for whoever reads it. */
@State(Scope.Benchmark)
public class GeneratedFile {

    private static final long SEED = 1;

    @Param("837P")
    public String kind;

    @Param("100000")
    public int claims;

    private byte[] bytes;

    @Setup
    public void generate() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, kind, claims);
        bytes = out.toByteArray();
    }

    byte[] bytes() {
        return bytes;
    }

    /** How many bytes such a file has. */
    static long size(String kind, int claims) {
        try {
            return write(OutputStream.nullOutputStream(), kind, claims);
        } catch (IOException e) {
            throw new IllegalStateException("nothing is written that could fail", e);
        }
    }

    private static long write(OutputStream out, String kind, int claims) throws IOException {
        if (kind.equals("835")) {
            return new RemittanceFileGenerator(SEED)
                    .write(out, RemittanceSettings.ofClaims(claims))
                    .bytes();
        }
        ClaimKind which =
                switch (kind) {
                    case "837P" -> ClaimKind.PROFESSIONAL;
                    case "837I" -> ClaimKind.INSTITUTIONAL;
                    case "837D" -> ClaimKind.DENTAL;
                    default -> throw new IllegalArgumentException("no such kind: " + kind);
                };
        return new ClaimFileGenerator(SEED)
                .write(out, GeneratorSettings.ofClaims(claims).withKind(which))
                .bytes();
    }
}
