package org.clearlane.generator;

import static org.clearlane.x12.X12Writer.composite;

import java.io.IOException;
import java.time.LocalDate;

/** 837P 2300 and 2400: an office visit. */
final class ProfessionalBody implements ClaimBody {

    private final ClaimParts parts;

    ProfessionalBody(ClaimParts parts) {
        this.parts = parts;
    }

    @Override
    public void write(long number, Fault fault, LocalDate service, int[] charges, long charge) throws IOException {
        parts.segment(
                "CLM",
                parts.claimNumber(number),
                Cents.written(charge),
                "",
                "",
                composite("11", "B", "1"),
                "Y",
                "A",
                "Y",
                "Y");
        parts.diagnoses(fault);
        parts.provider("82", fault);
        parts.segment("PRV", "PE", "PXC", "207Q00000X");
        parts.segment("NM1", "77", "2", "ZZ FAMILY MEDICINE NORTH");
        parts.segment("N3", "200 MAIN ST");
        parts.segment("N4", "AUSTIN", "TX", "787020000");
        String[] procedures = parts.distinct(Synthetic.PROCEDURES, charges.length);
        for (int line = 1; line <= charges.length; line++) {
            parts.segment("LX", line);
            parts.segment(
                    "SV1",
                    composite("HC", procedures[line - 1]),
                    Cents.written(charges[line - 1]),
                    "UN",
                    "1",
                    "",
                    "",
                    composite("1"));
            parts.day("472", service);
            parts.lineNumber(number, line);
        }
    }
}
