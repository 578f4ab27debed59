package org.clearlane.app.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.clearlane.generator.ClaimFileGenerator;
import org.clearlane.generator.GeneratedPayer;
import org.clearlane.generator.GeneratedPractice;
import org.clearlane.generator.GeneratorSettings;

/**
 * A file of good claims nobody handed in before.
 *
 * @param practice whose folder it goes into
 * @param control its ISA13, unlike that of every other file of this process
 * @param bytes X12 837P
 */
record ClaimFile(String practice, long control, byte[] bytes) {

    static final String LAKESIDE = "lakeside-family";
    static final String SUMMIT = "summit-orthopedics";

    static final GeneratedPayer NORTHWIND = new GeneratedPayer("NWH01", "NORTHWIND HEALTH PLAN");
    static final GeneratedPayer BLUE_HARBOR = new GeneratedPayer("BHM02", "BLUE HARBOR MUTUAL");
    static final GeneratedPayer CEDAR_POINT = new GeneratedPayer("CPI03", "CEDAR POINT INSURANCE");
    static final GeneratedPayer NOBODY = new GeneratedPayer("NOSUCH", "NO SUCH PAYER");

    private static final AtomicLong CONTROLS = new AtomicLong();

    /**
     * A file of Lakeside's.
     *
     * @param prefix begins every claim number; tells simulated payers what to do
     * @param payers every one of them gets a claim at least
     */
    static ClaimFile of(String prefix, int claims, GeneratedPayer... payers) {
        return of(prefix, claims, CONTROLS.incrementAndGet(), payers);
    }

    static ClaimFile of(String prefix, int claims, long control, GeneratedPayer... payers) {
        GeneratedPractice billing =
                new GeneratedPractice("LAKESIDE FAMILY MEDICINE", List.of("2000000010"), "990000001");
        return of(LAKESIDE, "LAKESIDE01", billing, prefix, claims, control, payers);
    }

    static ClaimFile ofSummit(String prefix, int claims, GeneratedPayer... payers) {
        GeneratedPractice billing =
                new GeneratedPractice("SUMMIT ORTHOPEDICS GROUP", List.of("2000000119"), "990000003");
        return of(SUMMIT, "SUMMITORTHO", billing, prefix, claims, CONTROLS.incrementAndGet(), payers);
    }

    private static ClaimFile of(
            String practice,
            String sender,
            GeneratedPractice billing,
            String prefix,
            int claims,
            long control,
            GeneratedPayer... payers) {
        GeneratorSettings settings = GeneratorSettings.ofClaims(claims)
                .withSenderAndReceiver(sender, "CLEARLANE")
                .withPractice(billing)
                .withPayers(List.of(payers))
                .withControlAndPrefix(control, prefix);
        for (long seed = 1; ; seed++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                new ClaimFileGenerator(seed).write(bytes, settings);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String text = bytes.toString(StandardCharsets.US_ASCII);
            if (Arrays.stream(payers).allMatch(payer -> text.contains("*PI*" + payer.id() + "~"))) {
                return new ClaimFile(practice, control, bytes.toByteArray());
            }
        }
    }

    String text() {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    /** The same file with other bytes here and there. */
    ClaimFile with(String text) {
        return new ClaimFile(practice, control, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** CLM01 of every claim, in the order of the file. */
    List<String> numbers() {
        return Arrays.stream(text().split("~"))
                .filter(segment -> segment.startsWith("CLM*"))
                .map(segment -> segment.split("\\*")[1])
                .toList();
    }
}
