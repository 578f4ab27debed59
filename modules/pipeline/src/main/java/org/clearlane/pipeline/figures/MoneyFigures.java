package org.clearlane.pipeline.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.remittance.AdjustmentKind;
import org.clearlane.store.ledger.FigureLedger;
import org.clearlane.store.ledger.FigureLedger.Reason;
import org.clearlane.store.ledger.Ledger;

/**
 * Works out the figures of reconciliation, in rounds: sums, ages, days to pay, denial and first-pass rates, reasons. Always
 * from all rows, so that no figure drifts from what it is a figure of. Safe to be run by several nodes: one does it.
 */
public final class MoneyFigures {

    /** How often it is looked whether to work them out. */
    public static final Duration EVERY = Duration.ofMinutes(1);

    /** They are left alone for so many times as long as working them out took, so that large books do not only count. */
    private static final int REST = 20;

    /** How many whole months before this one are looked at. */
    public static final int MONTHS_BEHIND = 12;

    private final Ledger ledger;
    private volatile Duration took = Duration.ZERO;

    public MoneyFigures(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The first moment of what is looked at. */
    public static Instant since(Instant now) {
        return now.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .minusMonths(MONTHS_BEHIND)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /** One round, unless another node has just done it; whether it was done. */
    public boolean round() {
        Duration rest = took.multipliedBy(REST);
        Duration least = EVERY.minusSeconds(10);
        return work(rest.compareTo(least) > 0 ? rest : least);
    }

    /** Works them out now. */
    public boolean now() {
        return work(Duration.ZERO);
    }

    private boolean work(Duration freshFor) {
        Instant begun = ledger.clock().instant();
        boolean done = ledger.transact(tx -> {
            boolean fresh = FigureLedger.computedAt(tx)
                    .filter(at -> at.plus(freshFor).isAfter(tx.now()))
                    .isPresent();
            if (fresh || !FigureLedger.begin(tx)) {
                return false;
            }
            Instant since = since(tx.now());
            FigureLedger.sums(tx, since, LocalDate.ofInstant(tx.now(), ZoneOffset.UTC));
            for (Reason reason : FigureLedger.reasons(tx, since)) {
                Adjustment adjustment = new Adjustment(reason.group(), reason.reason(), reason.amount(), "");
                if (AdjustmentKind.of(adjustment) == AdjustmentKind.REFUSED) {
                    FigureLedger.refused(tx, reason);
                }
            }
            return true;
        });
        if (done) {
            took = Duration.between(begun, ledger.clock().instant());
        }
        return done;
    }
}
