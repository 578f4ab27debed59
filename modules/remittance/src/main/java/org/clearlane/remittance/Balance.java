package org.clearlane.remittance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.remittance.BalanceProof.Level;
import org.clearlane.remittance.BalanceProof.Term;

/**
 * The balances of one claim of an 835 (005010X221A1, front matter on balancing). Exact to the cent; signs as sent, so a
 * reversal balances by the same sums as a payment. The balances of the whole payment: {@link RemittanceBalance}.
 */
public final class Balance {

    private Balance() {}

    /** All balances of one claim payment. */
    public static ClaimBalance of(ClaimPayment claim) {
        List<BalanceProof> lines = new ArrayList<>(claim.lines().size());
        int number = 0;
        for (LinePayment line : claim.lines()) {
            lines.add(ofLine(line, ++number));
        }
        return new ClaimBalance(ofClaim(claim), lines, linesOfClaim(claim), patient(claim));
    }

    /** Whether every binding balance of the claim holds. The same verdict as {@link #of}, without the arithmetic. */
    public static boolean holds(ClaimPayment claim) {
        ClaimSums sums = new ClaimSums();
        sums.of(claim);
        return sums.broken() == 0;
    }

    /** SVC02 − Σ CAS = SVC03. */
    public static BalanceProof ofLine(LinePayment line, int number) {
        List<Term> left = new ArrayList<>(1 + line.adjustments().size());
        left.add(new Term("SVC02", line.charge()));
        subtract(left, line.adjustments());
        return BalanceProof.of(
                Level.LINE,
                "line " + number + (line.procedure().isEmpty() ? "" : " (" + line.procedure() + ")"),
                left,
                List.of(new Term("SVC03", line.paid())),
                true);
    }

    /** CLP03 − Σ CAS of the claim and all its lines = CLP04. */
    private static BalanceProof ofClaim(ClaimPayment claim) {
        List<Term> left = new ArrayList<>();
        left.add(new Term("CLP03", claim.charge()));
        subtract(left, claim.adjustments());
        claim.lines().forEach(line -> subtract(left, line.adjustments()));
        return BalanceProof.of(Level.CLAIM, subject(claim), left, List.of(new Term("CLP04", claim.paid())), true);
    }

    private static Optional<BalanceProof> linesOfClaim(ClaimPayment claim) {
        if (claim.lines().isEmpty()) {
            return Optional.empty();
        }
        List<Term> left = claim.lines().stream()
                .map(line -> new Term("SVC03", line.paid()))
                .toList();
        return Optional.of(BalanceProof.of(
                Level.LINES_OF_CLAIM,
                subject(claim),
                left,
                List.of(new Term("CLP04", claim.paid())),
                claim.adjustments().isEmpty()));
    }

    private static Optional<BalanceProof> patient(ClaimPayment claim) {
        if (claim.isReversal()) {
            return Optional.empty();
        }
        List<Term> right = new ArrayList<>();
        addPatientShare(right, claim.adjustments());
        claim.lines().forEach(line -> addPatientShare(right, line.adjustments()));
        return Optional.of(BalanceProof.of(
                Level.PATIENT,
                subject(claim),
                List.of(new Term("CLP05", claim.patientResponsibility())),
                right,
                false));
    }

    private static void addPatientShare(List<Term> terms, List<Adjustment> adjustments) {
        for (Adjustment adjustment : adjustments) {
            if (adjustment.group().equals("PR")) {
                terms.add(new Term(adjustment.code(), adjustment.amount()));
            }
        }
    }

    private static void subtract(List<Term> terms, List<Adjustment> adjustments) {
        for (Adjustment adjustment : adjustments) {
            terms.add(new Term(adjustment.code(), adjustment.amount().negated()));
        }
    }

    private static String subject(ClaimPayment claim) {
        return "claim " + claim.patientControlNumber();
    }

    /** The sum of all adjustments of one group, at claim and line level. */
    public static Money adjusted(ClaimPayment claim, String group) {
        Money sum = Money.ZERO;
        for (Adjustment adjustment : claim.adjustments()) {
            sum = adjustment.group().equals(group) ? sum.plus(adjustment.amount()) : sum;
        }
        for (LinePayment line : claim.lines()) {
            for (Adjustment adjustment : line.adjustments()) {
                sum = adjustment.group().equals(group) ? sum.plus(adjustment.amount()) : sum;
            }
        }
        return sum;
    }
}
