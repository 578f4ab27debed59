package org.clearlane.remittance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.remittance.MatchResult.Confidence;

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
     * @param confidence HIGH where the number, or procedure, modifiers and charge agree; MEDIUM where payers are known to
     *     differ in what does not agree (dropped modifiers, changed procedure); LOW where only the procedure agrees, or
     *     where another line of the claim fits as well
     */
    public record Pair(int paidLine, int lineNumber, By by, Confidence confidence) {}

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
        return result(payment.lines(), claimLines, found, by, taken);
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
        return sameWithModifiers(paid, sent) && charged(paid, sent);
    }

    private static boolean sameWithModifiers(LinePayment paid, LedgerLine sent) {
        return sameProcedure(paid, sent) && paid.modifiers().equals(sent.modifiers());
    }

    private static boolean sameDayAndCharge(LinePayment paid, LedgerLine sent) {
        return sameProcedure(paid, sent)
                && charged(paid, sent)
                && paid.serviceDate().equals(sent.serviceDate());
    }

    private static boolean sameProcedure(LinePayment paid, LedgerLine sent) {
        String asSent = paid.submittedProcedure().isEmpty() ? paid.procedure() : paid.submittedProcedure();
        return asSent.equalsIgnoreCase(sent.procedure());
    }

    private static Confidence confidence(LinePayment paid, LedgerLine line, By by, List<LedgerLine> sent) {
        return switch (by) {
            case CONTROL_NUMBER -> sameProcedure(paid, line) ? Confidence.HIGH : Confidence.MEDIUM;
            case PLACE_AND_PROCEDURE, PROCEDURE_AND_MODIFIERS -> {
                boolean alone = sent.stream()
                                .filter(other -> sameProcedure(paid, other)
                                        && other.charge().equals(line.charge())
                                        && other.modifiers().equals(line.modifiers()))
                                .count()
                        == 1;
                boolean charge = charged(paid, line);
                yield charge && (alone || by == By.PLACE_AND_PROCEDURE)
                        ? Confidence.HIGH
                        : charge || alone ? Confidence.MEDIUM : Confidence.LOW;
            }
            case PROCEDURE -> sameDayAndCharge(paid, line) ? Confidence.MEDIUM : Confidence.LOW;
        };
    }

    /** A reversal bears the charge with the other sign. */
    private static boolean charged(LinePayment paid, LedgerLine sent) {
        return Math.abs(paid.charge().cents()) == Math.abs(sent.charge().cents());
    }

    private static LineMatch result(
            List<LinePayment> paid, List<LedgerLine> sent, LedgerLine[] found, By[] by, Set<LedgerLine> taken) {
        List<Pair> pairs = new ArrayList<>();
        List<Integer> unmatched = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] == null) {
                unmatched.add(i + 1);
            } else {
                Confidence confidence = confidence(paid.get(i), found[i], by[i], sent);
                pairs.add(new Pair(i + 1, found[i].lineNumber(), by[i], confidence));
            }
        }
        List<Integer> unanswered = sent.stream()
                .filter(line -> !taken.contains(line))
                .map(LedgerLine::lineNumber)
                .toList();
        return new LineMatch(pairs, unmatched, unanswered);
    }
}
