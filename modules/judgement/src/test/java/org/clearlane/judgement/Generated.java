package org.clearlane.judgement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.generator.ClaimFileGenerator;
import org.clearlane.generator.GeneratorSettings;

/** Clean files that the generator made, and a file taken apart into segments. */
final class Generated {

    private static final long SEED = 20260301;

    private Generated() {}

    /** A file of so many professional claims without a fault, some of them for patients who are not the subscribers. */
    static String file(int claims) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GeneratorSettings settings = GeneratorSettings.ofClaims(claims)
                .withDependantPercent(40)
                .withMostLines(2)
                .withService(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 30))
                .withWrittenAt(LocalDateTime.of(2026, 2, 2, 9, 30), 'P');
        try {
            new ClaimFileGenerator(SEED).write(out, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    /** The segments without their terminators. */
    static List<String> segments(String file) {
        return new ArrayList<>(List.of(file.split("~\\s*")));
    }

    static byte[] bytes(List<String> segments) {
        return (String.join("~", segments) + "~").getBytes(StandardCharsets.ISO_8859_1);
    }
}
