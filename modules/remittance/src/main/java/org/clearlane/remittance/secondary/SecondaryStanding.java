package org.clearlane.remittance.secondary;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.NamedParty;
import org.clearlane.remittance.AdjustmentKind;
import org.clearlane.remittance.Balance;

/** Whether a claim is to be sent to a second payer behind this decision of the first. */
public sealed interface SecondaryStanding {

    /**
     * It may be sent.
     *
     * @param open what the first payer left: the patient's share and what it refused
     */
    record Due(Money open) implements SecondaryStanding {}

    /**
     * The first payer passed it on itself: sent again it would be a duplicate.
     *
     * @param why what says so, in words
     */
    record CrossedOver(String why) implements SecondaryStanding {}

    /**
     * There is nothing a second payer could be asked for.
     *
     * @param why in words
     */
    record NotDue(String why) implements SecondaryStanding {}

    /** Remarks that say the claim was passed on: to a supplemental insurer, to Medicaid, to another payer. */
    Set<String> CROSSOVER_REMARKS = Set.of("MA07", "MA18", "N89");

    /** Judges one decision of a first payer. */
    static SecondaryStanding of(ClaimPayment payment) {
        switch (payment.status()) {
            case "19", "20", "21" -> {
                return new CrossedOver("CLP02 " + payment.status() + " says it was processed and forwarded");
            }
            case "22" -> {
                return new NotDue("this takes an earlier payment back; what counts is the decision behind it");
            }
            case "23" -> {
                return new NotDue("this payer says the claim is not its own, and forwarded it");
            }
            case "25" -> {
                return new NotDue("this is an estimate before treatment, no decision");
            }
            default -> {
                // Processed as first, second or third payer, or denied: looked at below.
            }
        }
        Optional<String> carrier = payment.detail().party("TT").map(NamedParty::id);
        if (carrier.isPresent()) {
            return new CrossedOver("NM1*TT names the payer it was forwarded to");
        }
        Optional<String> remark = remarks(payment).filter(CROSSOVER_REMARKS::contains).findFirst();
        if (remark.isPresent()) {
            return new CrossedOver("remark " + remark.get() + " says it was forwarded");
        }
        if (!Balance.of(payment).balanced()) {
            return new NotDue("the decision does not balance, so its amounts cannot be handed on");
        }
        Money open = open(payment);
        return open.cents() > 0 ? new Due(open) : new NotDue("the first payer left nothing open");
    }

    private static Stream<String> remarks(ClaimPayment payment) {
        return Stream.concat(
                payment.detail().remarks().stream(),
                payment.lines().stream().flatMap(line -> line.remarks().stream()));
    }

    private static Money open(ClaimPayment payment) {
        Money sum = Money.ZERO;
        List<Adjustment> all = Stream.concat(
                        payment.adjustments().stream(),
                        payment.lines().stream().flatMap(line -> line.adjustments().stream()))
                .toList();
        for (Adjustment adjustment : all) {
            boolean left = switch (AdjustmentKind.of(adjustment)) {
                case PATIENT_SHARE, REFUSED -> true;
                case AGREED, PRIOR_PAYER -> false;
            };
            sum = left ? sum.plus(adjustment.amount()) : sum;
        }
        return sum;
    }
}
