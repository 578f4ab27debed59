package org.clearlane.generator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Decides by chance what a payer pays. Of a hundred claims about 70 are paid with adjustments at the lines, 8 with one at
 * the claim besides, 7 as a whole without lines, 10 are denied, and 5 take back an earlier payment and pay it anew.
 */
final class Adjudicator {

    private final RemittanceSettings settings;
    private final Random random;
    private final int serviceDays;

    Adjudicator(RemittanceSettings settings, Random random) {
        this.settings = settings;
        this.random = random;
        this.serviceDays =
                Math.toIntExact(ChronoUnit.DAYS.between(settings.firstService(), settings.lastService()) + 1);
    }

    /** What is paid for this claim: one payment, or a reversal and its correction. */
    List<PaidClaim> decide(long number) {
        LocalDate service = settings.firstService().plusDays(random.nextInt(serviceDays));
        String payerNumber = "ZP%010d".formatted(number);
        int lot = random.nextInt(100);
        if (lot < 70) {
            return List.of(claim(number, PaidClaim.PROCESSED, payerNumber, "", service, List.of(), lines(false)));
        }
        if (lot < 78) {
            List<PaidLine> lines = lines(false);
            long paid = lines.stream().mapToLong(PaidLine::paid).sum();
            List<PaidAdjustment> deductible = List.of(new PaidAdjustment("PR", "1", 1 + paid / 4));
            return List.of(claim(number, PaidClaim.PROCESSED, payerNumber, "", service, deductible, lines));
        }
        if (lot < 85) {
            long charge = charge();
            List<PaidAdjustment> contract = List.of(new PaidAdjustment("CO", "45", part(charge, 60)));
            return List.of(
                    new PaidClaim(number, PaidClaim.PROCESSED, payerNumber, "", service, charge, contract, List.of()));
        }
        if (lot < 95) {
            return List.of(claim(number, PaidClaim.DENIED, payerNumber, "", service, List.of(), lines(true)));
        }
        List<PaidLine> before = lines(false);
        List<PaidLine> after = new ArrayList<>();
        for (PaidLine line : before) {
            after.add(new PaidLine(
                    line.procedure(), line.charge(), List.of(new PaidAdjustment("CO", "45", part(line.charge(), 30)))));
        }
        return List.of(
                claim(number, PaidClaim.PROCESSED, payerNumber, "", service, List.of(), before)
                        .reversed(),
                claim(number, PaidClaim.PROCESSED, payerNumber + "R", payerNumber, service, List.of(), after));
    }

    private static PaidClaim claim(
            long number,
            String status,
            String payerNumber,
            String corrects,
            LocalDate service,
            List<PaidAdjustment> adjustments,
            List<PaidLine> lines) {
        long charge = lines.stream().mapToLong(PaidLine::charge).sum();
        return new PaidClaim(number, status, payerNumber, corrects, service, charge, adjustments, lines);
    }

    private List<PaidLine> lines(boolean denied) {
        int count = 1 + random.nextInt(settings.mostLines());
        List<PaidLine> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long charge = charge();
            List<PaidAdjustment> adjustments = new ArrayList<>();
            if (denied) {
                adjustments.add(new PaidAdjustment("CO", "50", charge));
            } else {
                long contract = part(charge, 40);
                adjustments.add(new PaidAdjustment("CO", "45", contract));
                if (random.nextBoolean()) {
                    String share = random.nextBoolean() ? "2" : "3";
                    adjustments.add(new PaidAdjustment("PR", share, part(charge - contract, 30)));
                }
            }
            lines.add(new PaidLine(Synthetic.one(Synthetic.PROCEDURES, random), charge, adjustments));
        }
        return lines;
    }

    private long charge() {
        return 1_000 + random.nextInt(29_000);
    }

    /** Up to so many hundredths of it, one cent at the least. */
    private long part(long cents, int percent) {
        return 1 + random.nextInt(Math.toIntExact(cents * percent / 100));
    }
}
