package org.clearlane.generator;

import static org.clearlane.x12.X12Writer.composite;

import java.io.IOException;
import java.time.LocalDate;

/** 837I 2300 and 2400: of three claims one is an inpatient stay, the others are outpatient visits. */
final class InstitutionalBody implements ClaimBody {

    private static final int LONGEST_STAY_DAYS = 6;

    private final ClaimParts parts;

    InstitutionalBody(ClaimParts parts) {
        this.parts = parts;
    }

    @Override
    public void write(long number, Fault fault, LocalDate service, int[] charges, long charge) throws IOException {
        boolean inpatient = parts.random().nextInt(3) == 0;
        LocalDate last = inpatient ? service.plusDays(1 + parts.random().nextInt(LONGEST_STAY_DAYS)) : service;
        parts.segment(
                "CLM",
                parts.claimNumber(number),
                Cents.written(charge),
                "",
                "",
                composite(inpatient ? "11" : "13", "A", "1"),
                "",
                "A",
                "Y",
                "Y");
        if (inpatient) {
            parts.segment("DTP", "096", "TM", "1100");
        }
        parts.segment("DTP", "434", "RD8", ClaimParts.DAY.format(service) + "-" + ClaimParts.DAY.format(last));
        if (inpatient) {
            parts.segment("DTP", "435", "DT", ClaimParts.DAY.format(service) + "0830");
        }
        parts.segment("CL1", inpatient ? "1" : "3", "1", "01");
        long days = last.toEpochDay() - service.toEpochDay();
        diagnoses(inpatient, days, fault);
        parts.provider("71", fault);
        parts.segment("PRV", "AT", "PXC", "207R00000X");
        String[] procedures = parts.distinct(Synthetic.PROCEDURES, charges.length);
        for (int line = 1; line <= charges.length; line++) {
            parts.segment("LX", line);
            boolean room = inpatient && line == 1;
            parts.segment(
                    "SV2",
                    room ? "0120" : parts.oneOf(Synthetic.REVENUE_CODES),
                    room ? null : composite("HC", procedures[line - 1]),
                    Cents.written(charges[line - 1]),
                    room ? "DA" : "UN",
                    room ? days : 1);
            parts.day("472", service);
            parts.lineNumber(number, line);
        }
    }

    private void diagnoses(boolean inpatient, long days, Fault fault) throws IOException {
        String[] two = parts.twoDiagnoses(fault);
        String present = inpatient ? "Y" : "";
        parts.segment("HI", composite("ABK", two[0], "", "", "", "", "", "", present));
        parts.segment("HI", inpatient ? composite("ABJ", two[1]) : composite("APR", two[1]));
        parts.segment("HI", composite("ABF", two[1], "", "", "", "", "", "", present));
        if (inpatient) {
            parts.segment("HI", composite("BE", "80", "", "", Long.toString(days)));
        }
    }
}
