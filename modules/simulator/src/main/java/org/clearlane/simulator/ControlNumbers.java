package org.clearlane.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The numbers a payer gives out, kept on disk and never given twice. Not safe for use by several threads. */
final class ControlNumbers {

    /** What is numbered. */
    enum Kind {
        /** ISA13 and GS06. */
        INTERCHANGE,
        /** TRN02 of an 835. */
        TRACE,
        /** The sequence in answer file names. */
        FILE
    }

    private static final long WRAP = 999_999_999L;

    private final Path file;
    private final Map<Kind, Long> last = new EnumMap<>(Kind.class);

    ControlNumbers(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                last.put(Kind.valueOf(line.substring(0, equals)), Long.parseLong(line.substring(equals + 1)));
            }
        }
    }

    long next(Kind kind) {
        long number = last.getOrDefault(kind, 0L) % WRAP + 1;
        last.put(kind, number);
        return number;
    }

    /** Must happen before anything that carries a number leaves the house. */
    void save() throws IOException {
        StringBuilder text = new StringBuilder();
        last.forEach(
                (kind, number) -> text.append(kind).append('=').append(number).append('\n'));
        DurableFiles.replace(file, text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
