package org.clearlane.remittance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.LinePayment;

/**
 * Which service line of the claim each paid line is about: by REF*6R, else by the same place with the same procedure,
 * else by procedure, modifiers, charge and date, as much of it as agrees. Payers drop modifiers, so these are asked for
 * first and done without later; where a payer bundled or recoded, the procedure that was sent (SVC06) counts.
 *
 * @param pairs the lines that found each other, in the order of the payment
 * @param unmatchedPaid numbers (from 1) of lines of the payment that fit no line of the claim
 * @param unanswered line numbers of the claim that the payment does not mention
 */
public record LineMatch(List<Pair> pairs, List<Integer> unmatchedPaid, List<Integer> unanswered) {

    /** What two lines agreed in. */
    public enum By {
        CONTROL_NUMBER,
        PLACE_AND_PROCEDURE,
        PROCEDURE_AND_MODIFIERS,
        PROCEDURE
    }

    /**
     * One paid line and the line of the claim it is about.
     *
     * @param paidLine its number in the payment, from 1
     * @param lineNumber LX01 of the claim's line
     */
    public record Pair(int paidLine, int lineNumber, By by) {}

    public LineMatch {
        pairs = List.copyOf(pairs);
        unmatchedPaid = List.copyOf(unmatchedPaid);
        unanswered = List.copyOf(unanswered);
    }

    /** Pairs the lines of a payment with those of the claim it is about. */
    public static LineMatch match(ClaimPayment payment, List<LedgerLine> claimLines) {
        LedgerLine[] found = new LedgerLine[payment.lines().size()];
        By[] by = new By[found.length];
        Set<LedgerLine> taken = new HashSet<>();
        byControlNumber(payment.lines(), claimLines, found, by, taken);
        byPlace(payment.lines(), claimLines, found, by, taken);
        by(payment.lines(), claimLines, found, by, taken, By.PROCEDURE_AND_MODIFIERS, LineMatch::sameWithCharge);
        by(payment.lines(), claimLines, found, by, taken, By.PROCEDURE_AND_MODIFIERS, LineMatch::sameWithModifiers);
        by(payment.lines(), claimLines, found, by, taken, By.PROCEDURE, LineMatch::sameDayAndCharge);
        by(payment.lines(), claimLines, found, by, taken, By.PROCEDURE, LineMatch::sameProcedure);
        return result(claimLines, found, by, taken);
    }

    /** A payer may split a line, so several paid lines may bear the same control number. */
    private static void byControlNumber(
            List<LinePayment> paid, List<LedgerLine> sent, LedgerLine[] found, By[] by, Set<LedgerLine> taken) {
        for (int i = 0; i < found.length; i++) {
            String number = paid.get(i).lineControlNumber().strip();
            if (number.isEmpty()) {
                continue;
            }
            for (LedgerLine line : sent) {
                String expected = line.controlNumber().isEmpty()
                        ? Integer.toString(line.lineNumber())
                        : line.controlNumber().strip();
                if (number.equals(expected)) {
                    found[i] = line;
                    by[i] = By.CONTROL_NUMBER;
                    taken.add(line);
                    break;
                }
            }
        }
    }

    private static void byPlace(
            List<LinePayment> paid, List<LedgerLine> sent, LedgerLine[] found, By[] by, Set<LedgerLine> taken) {
        if (paid.size() != sent.size()) {
            return;
        }
        for (int i = 0; i < found.length; i++) {
            LedgerLine line = sent.get(i);
            if (found[i] == null && !taken.contains(line) && sameProcedure(paid.get(i), line)) {
                found[i] = line;
                by[i] = By.PLACE_AND_PROCEDURE;
                taken.add(line);
            }
        }
    }

    private static void by(
            List<LinePayment> paid,
            List<LedgerLine> sent,
            LedgerLine[] found,
            By[] by,
            Set<LedgerLine> taken,
            By reason,
            BiPredicate<LinePayment, LedgerLine> agrees) {
        for (int i = 0; i < found.length; i++) {
            if (found[i] != null) {
                continue;
            }
            for (LedgerLine line : sent) {
                if (!taken.contains(line) && agrees.test(paid.get(i), line)) {
                    found[i] = line;
                    by[i] = reason;
                    taken.add(line);
                    break;
                }
            }
        }
    }

    private static boolean sameWithCharge(LinePayment paid, LedgerLine sent) {
        return sameWithModifiers(paid, sent) && paid.charge().equals(sent.charge());
    }

    private static boolean sameWithModifiers(LinePayment paid, LedgerLine sent) {
        return sameProcedure(paid, sent) && paid.modifiers().equals(sent.modifiers());
    }

    private static boolean sameDayAndCharge(LinePayment paid, LedgerLine sent) {
        return sameProcedure(paid, sent)
                && paid.charge().equals(sent.charge())
                && paid.serviceDate().equals(sent.serviceDate());
    }

    private static boolean sameProcedure(LinePayment paid, LedgerLine sent) {
        String asSent = paid.submittedProcedure().isEmpty() ? paid.procedure() : paid.submittedProcedure();
        return asSent.equalsIgnoreCase(sent.procedure());
    }

    private static LineMatch result(List<LedgerLine> sent, LedgerLine[] found, By[] by, Set<LedgerLine> taken) {
        List<Pair> pairs = new ArrayList<>();
        List<Integer> unmatched = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] == null) {
                unmatched.add(i + 1);
            } else {
                pairs.add(new Pair(i + 1, found[i].lineNumber(), by[i]));
            }
        }
        List<Integer> unanswered = sent.stream()
                .filter(line -> !taken.contains(line))
                .map(LedgerLine::lineNumber)
                .toList();
        return new LineMatch(pairs, unmatched, unanswered);
    }
}
