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

    /** How often they are worked out. */
    public static final Duration EVERY = Duration.ofMinutes(10);

    /** How many whole months before this one are looked at. */
    public static final int MONTHS_BEHIND = 12;

    private final Ledger ledger;

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
        return work(EVERY.dividedBy(2));
    }

    /** Works them out now. */
    public boolean now() {
        return work(Duration.ZERO);
    }

    private boolean work(Duration freshFor) {
        return ledger.transact(tx -> {
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
    }
}
