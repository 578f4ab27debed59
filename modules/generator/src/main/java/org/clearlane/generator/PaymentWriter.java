package org.clearlane.generator;

import static org.clearlane.x12.X12Writer.composite;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import org.clearlane.x12.X12Writer;

/** Writes one payment, ST to SE, and adds up what was written. */
final class PaymentWriter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    /** Of so many payments one has something taken off or added besides its claims. */
    private static final int ONE_IN = 3;

    private final RemittanceSettings settings;
    private final X12Writer out;
    private final Random random;
    private final String day;
    private final String npi;

    private long payments;
    private long reversals;
    private long charged;
    private long paid;
    private long providerAdjusted;
    private long lines;

    PaymentWriter(RemittanceSettings settings, X12Writer out, Random random) {
        this.settings = settings;
        this.out = out;
        this.random = random;
        this.day = DAY.format(settings.writtenAt());
        this.npi = settings.payee().npis().getFirst();
    }

    RemittanceTotals totals(long sets, long segments, long bytes) {
        return new RemittanceTotals(payments, reversals, charged, paid, providerAdjusted, lines, sets, segments, bytes);
    }

    void write(long set, List<PaidClaim> claims) throws IOException {
        long sum = claims.stream().mapToLong(PaidClaim::paid).sum();
        long recouped = 0;
        long interest = 0;
        if (random.nextInt(ONE_IN) == 0 && sum > 10_000) {
            recouped = 100 + random.nextInt(5_000);
            interest = 1 + random.nextInt(500);
        }
        // More was taken back than paid: the rest is carried into a later payment, for BPR02 is never negative.
        long carried = Math.max(0, -sum);
        long transferred = sum - recouped + interest + carried;
        String control = "%04d".formatted(set);
        out.segment("ST", "835", control);
        head(set, transferred);
        out.segment("LX", "1");
        for (PaidClaim claim : claims) {
            claim(claim);
        }
        String yearEnd = settings.writtenAt().getYear() + "1231";
        if (recouped > 0) {
            String number = "ZP%010d".formatted(claims.getFirst().number());
            out.segment(
                    "PLB",
                    npi,
                    yearEnd,
                    composite("WO", number),
                    Cents.written(recouped),
                    composite("L6"),
                    Cents.written(-interest));
        }
        if (carried > 0) {
            out.segment("PLB", npi, yearEnd, composite("FB", "ZF" + control), Cents.written(-carried));
        }
        providerAdjusted += recouped - interest - carried;
        out.segment("SE", out.segmentsInSet(), control);
    }

    private void head(long set, long transferred) throws IOException {
        if (transferred == 0) {
            out.segment("BPR", "H", "0", "C", "NON", "", "", "", "", "", "", "", "", "", "", "", day);
        } else {
            out.segment(
                    "BPR",
                    "I",
                    Cents.written(transferred),
                    "C",
                    "ACH",
                    "CCP",
                    "01",
                    "999999992",
                    "DA",
                    "123456",
                    "1512345678",
                    "",
                    "01",
                    "999988880",
                    "DA",
                    "98765",
                    day);
        }
        out.segment("TRN", "1", "ZZEFT%d-%d".formatted(settings.interchangeControl(), set), "1512345678");
        out.segment("DTM", "405", day);
        out.segment("N1", "PR", settings.payer().name(), "XV", settings.payer().id());
        out.segment("N3", "1 PLAN ST");
        out.segment("N4", "AUSTIN", "TX", "787030000");
        out.segment("PER", "BL", "ZzEDI DESK", "TE", "5550100200");
        out.segment("N1", "PE", settings.payee().name(), "XX", npi);
        out.segment("REF", "TJ", settings.payee().taxId());
    }

    private void claim(PaidClaim claim) throws IOException {
        payments++;
        reversals += claim.isReversal() ? 1 : 0;
        charged += claim.charge();
        paid += claim.paid();
        out.segment(
                "CLP",
                settings.numberPrefix() + "%010d".formatted(claim.number()),
                claim.status(),
                Cents.written(claim.charge()),
                Cents.written(claim.paid()),
                claim.isReversal() ? "" : Cents.written(claim.patientOwes()),
                "12",
                claim.payerNumber(),
                "11",
                "1");
        adjustments(claim.adjustments());
        out.segment(
                "NM1",
                "QC",
                "1",
                Synthetic.lastName(random),
                Synthetic.firstName(random),
                "",
                "",
                "",
                "MI",
                "ZZ%010d".formatted(claim.number()));
        if (!claim.corrects().isEmpty()) {
            out.segment("REF", "F8", claim.corrects());
        }
        out.segment("DTM", "232", DAY.format(claim.service()));
        int number = 0;
        for (PaidLine line : claim.lines()) {
            line(claim, line, ++number);
        }
    }

    private void line(PaidClaim claim, PaidLine line, int number) throws IOException {
        lines++;
        out.segment(
                "SVC",
                composite("HC", line.procedure()),
                Cents.written(line.charge()),
                Cents.written(line.paid()),
                "",
                "1");
        out.segment("DTM", "472", DAY.format(claim.service()));
        adjustments(line.adjustments());
        out.segment("REF", "6R", "%s%d-%d".formatted(settings.numberPrefix(), claim.number(), number));
        if (claim.status().equals(PaidClaim.PROCESSED)) {
            out.segment("AMT", "B6", Cents.written(line.paid() + line.patientOwes()));
        }
    }

    private void adjustments(List<PaidAdjustment> adjustments) throws IOException {
        for (PaidAdjustment adjustment : adjustments) {
            out.segment("CAS", adjustment.group(), adjustment.reason(), Cents.written(adjustment.cents()));
        }
    }
}
