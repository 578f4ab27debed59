package org.clearlane.transactions.t835;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Remittances for tests: small ones written here, the samples of the project, the shared corpus where there is one. */
final class Remittances {

    private static final Path ROOT = Path.of(System.getProperty("clearlane.root"));
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLEARLANE      *260131*0600*^*00501*000000007*0*T*:~";

    private Remittances() {}

    /** The segments between ST and SE, given one a line, in an envelope that is right. */
    static byte[] set(String body) {
        List<String> lines = body.strip().lines().map(String::strip).toList();
        return (ISA + "GS*HP*PAYER*CLEARLANE*20260131*0600*8*X*005010X221A1~ST*835*0009~" + String.join("~", lines)
                        + "~SE*" + (lines.size() + 2) + "*0009~GE*1*8~IEA*1*000000007~")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static RemittanceFile read(byte[] bytes) {
        try {
            return RemittanceReader.readAll(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RemittanceFile read(String text) {
        return read(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> samples() {
        try (Stream<Path> cases = Files.list(ROOT.resolve("samples/835"))) {
            return cases.map(folder -> folder.resolve("input.edi"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path sample(String name) {
        return ROOT.resolve("samples/835").resolve(name).resolve("input.edi");
    }

    /** The corpus beside the checkout, or beside the folder of worktrees. */
    static Optional<Path> corpus() {
        return Stream.of("../shared/corpus", "../../shared/corpus")
                .map(path -> ROOT.resolve(path).normalize())
                .filter(Files::isDirectory)
                .findFirst();
    }
}
