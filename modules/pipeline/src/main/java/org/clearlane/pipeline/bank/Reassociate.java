package org.clearlane.pipeline.bank;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.pipeline.posting.PayeePractice;
import org.clearlane.profiles.Profiles;
import org.clearlane.remittance.reassociation.BusinessDays;
import org.clearlane.remittance.reassociation.EftHalf;
import org.clearlane.remittance.reassociation.EraHalf;
import org.clearlane.remittance.reassociation.MissingHalf;
import org.clearlane.remittance.reassociation.Reassociation;
import org.clearlane.remittance.reassociation.ReassociationDecision;
import org.clearlane.remittance.reassociation.ReassociationOutcome;
import org.clearlane.store.ledger.BankLedger;
import org.clearlane.store.ledger.BankLedger.Payment;
import org.clearlane.store.ledger.BankLedger.Receipt;
import org.clearlane.store.ledger.BankLedger.Standing;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.Worklist;

/**
 * Brings banks' entries and remittances together, in rounds: each looks at everything that may still change, so the order
 * in which the halves came does not matter, and a round that is run twice changes nothing the second time. What is sure
 * and older than {@link #SETTLES_AFTER_DAYS} days stays as it is.
 */
public final class Reassociate {

    /** Behind this many days what was brought together is not looked at again. */
    public static final int SETTLES_AFTER_DAYS = 60;

    /** Where payments settle. */
    private static final ZoneId EASTERN = ZoneId.of("America/New_York");

    private final Ledger ledger;
    private final Profiles profiles;

    public Reassociate(Ledger ledger, Profiles profiles) {
        this.ledger = ledger;
        this.profiles = profiles;
    }

    /** One round; how many entries changed. */
    public int round() {
        return ledger.transact(tx -> {
            if (BankLedger.firstDay(tx).isEmpty()) {
                return 0;
            }
            BankLedger.lock(tx);
            LocalDate today = tx.now().atZone(EASTERN).toLocalDate();
            LocalDate since = today.minusDays(SETTLES_AFTER_DAYS);
            List<Receipt> receipts = BankLedger.changeable(tx, since);
            Map<String, Payment> payments =
                    BankLedger.payments(tx, since).stream().collect(Collectors.toMap(Payment::id, payment -> payment));
            List<ReassociationDecision> decisions = Reassociation.of(
                    receipts.stream().map(Reassociate::half).toList(),
                    payments.values().stream().map(Reassociate::half).toList());
            int changed = write(tx, receipts, decisions, payments);
            chase(tx, receipts, decisions, payments, today);
            return changed;
        });
    }

    private static EftHalf half(Receipt kept) {
        var receipt = kept.receipt();
        return new EftHalf(
                kept.id(),
                receipt.trace(),
                receipt.payerTaxId(),
                receipt.companyId(),
                receipt.payerName(),
                receipt.amount(),
                receipt.settledOn());
    }

    private static EraHalf half(Payment payment) {
        return new EraHalf(
                payment.id(),
                payment.trace(),
                payment.payerTaxId(),
                payment.payerName(),
                payment.amount(),
                payment.method(),
                payment.paidOn());
    }

    private int write(
            Tx tx, List<Receipt> receipts, List<ReassociationDecision> decisions, Map<String, Payment> payments)
            throws SQLException {
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            if (!receipts.get(i).standing().equals(standing(decisions.get(i)))) {
                changed.add(i);
            }
        }
        for (int i : changed) {
            if (receipts.get(i).standing().remittanceId() != null) {
                BankLedger.unlink(tx, receipts.get(i).id());
            }
        }
        for (int i : changed) {
            Standing now = standing(decisions.get(i));
            Payment payment = now.remittanceId() == null ? null : payments.get(now.remittanceId());
            String practice = payment == null
                    ? receipts.get(i).practiceId()
                    : PayeePractice.of(profiles, payment.payeeNpi(), payment.payeeTaxId())
                            .orElse(receipts.get(i).practiceId());
            BankLedger.stand(tx, receipts.get(i).id(), practice, now, "clearlane");
        }
        return changed.size();
    }

    private static Standing standing(ReassociationDecision decision) {
        return new Standing(
                decision.outcome().name(),
                decision.confidence().name(),
                decision.eraId().orElse(null),
                decision.reason());
    }

    /** Puts on the worklist what a person has to look at, and takes off what has settled itself. */
    private void chase(
            Tx tx,
            List<Receipt> receipts,
            List<ReassociationDecision> decisions,
            Map<String, Payment> payments,
            LocalDate today)
            throws SQLException {
        Set<String> paid = new HashSet<>();
        Set<String> uncertainNow = Worklist.open(tx, Worklist.Kind.UNCERTAIN_EFT);
        Set<String> erasMissing = Worklist.open(tx, Worklist.Kind.MISSING_ERA);
        Set<String> eftsMissing = Worklist.open(tx, Worklist.Kind.MISSING_EFT);
        for (int i = 0; i < receipts.size(); i++) {
            Receipt kept = receipts.get(i);
            ReassociationDecision decision = decisions.get(i);
            decision.eraId().ifPresent(paid::add);
            boolean unmatched = decision.outcome() == ReassociationOutcome.UNMATCHED;
            boolean uncertain = decision.isOpen() && !unmatched;
            put(
                    tx,
                    uncertain,
                    uncertainNow,
                    Worklist.Kind.UNCERTAIN_EFT,
                    kept,
                    "A bank's entry is not certain: " + decision.reason()
                            + ". Look at both and say which it is: clearlane eft settle " + kept.id()
                            + " --remittance ERA");
            boolean missing = unmatched && MissingHalf.of(kept.receipt().settledOn(), today) == MissingHalf.MISSING;
            put(
                    tx,
                    missing,
                    erasMissing,
                    Worklist.Kind.MISSING_ERA,
                    kept,
                    "Money came on " + kept.receipt().settledOn() + " and its 835 has not, though "
                            + BusinessDays.between(kept.receipt().settledOn(), today)
                            + " business days have passed. Ask the payer for it (CAQH CORE 370)");
        }
        LocalDate first = BankLedger.firstDay(tx).orElse(today);
        for (Payment payment : payments.values()) {
            LocalDate day = Objects.requireNonNullElse(payment.paidOn(), payment.receivedOn());
            boolean expected =
                    half(payment).movesThroughTheBank() && !payment.amount().isZero() && !day.isBefore(first);
            boolean missing =
                    expected && !paid.contains(payment.id()) && MissingHalf.of(day, today) == MissingHalf.MISSING;
            if (missing) {
                Worklist.put(
                        tx,
                        Worklist.Kind.MISSING_EFT,
                        payment.id(),
                        PayeePractice.of(profiles, payment.payeeNpi(), payment.payeeTaxId())
                                .orElse(null),
                        payment.payerId(),
                        "An 835 of " + day
                                + " says money was sent, and no bank's entry shows it. Ask the bank, then the"
                                + " payer",
                        payment.amount());
            } else if (eftsMissing.contains(payment.id())) {
                Worklist.resolve(tx, Worklist.Kind.MISSING_EFT, payment.id(), "the money came");
            }
        }
    }

    private static void put(
            Tx tx, boolean open, Set<String> onTheList, Worklist.Kind kind, Receipt kept, String message)
            throws SQLException {
        if (open) {
            Worklist.put(
                    tx,
                    kind,
                    kept.id(),
                    kept.practiceId(),
                    null,
                    message,
                    kept.receipt().amount());
        } else if (onTheList.contains(kept.id())) {
            Worklist.resolve(tx, kind, kept.id(), "brought together");
        }
    }

    /**
     * A person says which remittance an entry pays; recorded as such, and not looked at again.
     *
     * @throws Failure NOT_FOUND when there is no such entry or remittance, ILLEGAL_MOVE when another entry pays it
     */
    public void settle(String receiptId, String remittanceId, String actor) {
        ledger.run(tx -> {
            BankLedger.lock(tx);
            Receipt kept = BankLedger.lock(tx, receiptId)
                    .orElseThrow(() -> new Failure(FailureCode.NOT_FOUND, "there is no bank's entry " + receiptId));
            Map<String, Payment> payments = new HashMap<>();
            BankLedger.payments(tx, LocalDate.EPOCH).forEach(payment -> payments.put(payment.id(), payment));
            Payment payment = payments.get(remittanceId);
            if (payment == null) {
                throw new Failure(
                        FailureCode.NOT_FOUND, "there is no open remittance " + remittanceId + "; clearlane eft list");
            }
            if (BankLedger.payer(tx, remittanceId)
                    .filter(other -> !other.equals(receiptId))
                    .isPresent()) {
                throw new Failure(FailureCode.ILLEGAL_MOVE, remittanceId + " is paid by another entry of the bank");
            }
            String practice = PayeePractice.of(profiles, payment.payeeNpi(), payment.payeeTaxId())
                    .orElse(kept.practiceId());
            Standing now = new Standing(
                    ReassociationOutcome.SETTLED.name(),
                    "HIGH",
                    remittanceId,
                    kept.receipt().amount().equals(payment.amount())
                            ? "a person said so"
                            : "a person said so; the bank has " + kept.receipt().amount() + ", the 835 says "
                                    + payment.amount());
            BankLedger.stand(tx, receiptId, practice, now, actor);
            Worklist.resolve(tx, Worklist.Kind.UNCERTAIN_EFT, receiptId, "settled by " + actor);
            Worklist.resolve(tx, Worklist.Kind.MISSING_ERA, receiptId, "settled by " + actor);
            Worklist.resolve(tx, Worklist.Kind.MISSING_EFT, remittanceId, "settled by " + actor);
        });
    }
}
