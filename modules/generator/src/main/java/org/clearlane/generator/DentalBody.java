package org.clearlane.generator;

import static org.clearlane.x12.X12Writer.composite;

import java.io.IOException;
import java.time.LocalDate;

/** 837D 2300 and 2400: a visit to the dentist, some lines for one tooth and its surfaces. */
final class DentalBody implements ClaimBody {

    private final ClaimParts parts;

    DentalBody(ClaimParts parts) {
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
        if (fault == Fault.BAD_DIAGNOSIS || parts.random().nextInt(4) == 0) {
            parts.segment("HI", composite("ABK", parts.twoDiagnoses(fault)[0]));
        }
        parts.provider("82", fault);
        parts.segment("PRV", "PE", "PXC", "122300000X");
        String[] ofTeeth = parts.distinct(Synthetic.TOOTH_PROCEDURES, charges.length);
        String[] others = parts.distinct(Synthetic.DENTAL_PROCEDURES, charges.length);
        for (int line = 1; line <= charges.length; line++) {
            parts.segment("LX", line);
            boolean tooth = parts.random().nextBoolean();
            parts.segment(
                    "SV3",
                    composite("AD", tooth ? ofTeeth[line - 1] : others[line - 1]),
                    Cents.written(charges[line - 1]),
                    "",
                    "",
                    "",
                    "1");
            if (tooth) {
                String toothNumber = parts.oneOf(Synthetic.BACK_TEETH);
                parts.segment(
                        "TOO", "JP", toothNumber, parts.random().nextBoolean() ? composite("M", "O") : composite("B"));
            }
            parts.day("472", service);
            parts.lineNumber(number, line);
        }
    }
}
