package org.clearlane.generator;

import static org.clearlane.x12.X12Writer.composite;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.clearlane.x12.X12Writer;

/** What claims of every kind are made of. */
final class ClaimParts {

    static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private static final String NO_DIAGNOSIS = "QQQQQ";

    private final String prefix;
    private final X12Writer out;
    private final Random random;

    ClaimParts(String prefix, X12Writer out, Random random) {
        this.prefix = prefix;
        this.out = out;
        this.random = random;
    }

    Random random() {
        return random;
    }

    void segment(String id, Object... elements) throws IOException {
        out.segment(id, elements);
    }

    <T> T oneOf(T[] all) {
        return Synthetic.one(all, random);
    }

    /** So many of these as chance has it, none of them twice; there are at least so many. */
    String[] distinct(String[] all, int count) {
        String[] order = all.clone();
        String[] taken = new String[count];
        for (int i = 0; i < count; i++) {
            int at = i + random.nextInt(order.length - i);
            taken[i] = order[at];
            order[at] = order[i];
        }
        return taken;
    }

    /** CLM01. */
    String claimNumber(long number) {
        return prefix + "%010d".formatted(number);
    }

    /** The line control number, REF*6R. */
    void lineNumber(long claim, int line) throws IOException {
        segment("REF", "6R", "%s%d-%d".formatted(prefix, claim, line));
    }

    void day(String qualifier, LocalDate day) throws IOException {
        segment("DTP", qualifier, "D8", DAY.format(day));
    }

    /** A person of the house with an NPI, which is wrong where that is asked for. */
    void provider(String role, Fault fault) throws IOException {
        int digits = 100_000_000 + random.nextInt(100_000_000);
        segment(
                "NM1",
                role,
                "1",
                Synthetic.lastName(random),
                Synthetic.firstName(random),
                "",
                "",
                "",
                "XX",
                fault == Fault.BAD_NPI ? Npi.wrong(digits) : Npi.of(digits));
    }

    /** A principal diagnosis, which is none where that is asked for, and another. */
    String[] twoDiagnoses(Fault fault) {
        int first = random.nextInt(Synthetic.DIAGNOSES.length);
        int second = (first + 1 + random.nextInt(Synthetic.DIAGNOSES.length - 1)) % Synthetic.DIAGNOSES.length;
        return new String[] {
            fault == Fault.BAD_DIAGNOSIS ? NO_DIAGNOSIS : Synthetic.DIAGNOSES[first], Synthetic.DIAGNOSES[second]
        };
    }

    /** One HI with one or two diagnoses. */
    void diagnoses(Fault fault) throws IOException {
        String[] two = twoDiagnoses(fault);
        boolean both = random.nextBoolean();
        segment("HI", composite("ABK", two[0]), both ? composite("ABF", two[1]) : null);
    }
}
