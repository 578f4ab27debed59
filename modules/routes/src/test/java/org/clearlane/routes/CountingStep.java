package org.clearlane.routes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clearlane.pipeline.Step;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Outbox;

/** Does work that leaves a trace each time it is really done. */
final class CountingStep implements Step {

    private final Ledger ledger;
    private final List<String> done = new CopyOnWriteArrayList<>();

    CountingStep(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void perform(Outbox.Message message) {
        boolean mine = ledger.transact(tx -> {
            if (!Outbox.begin(tx, message.id())) {
                return false;
            }
            Outbox.done(tx, message.id());
            return true;
        });
        if (mine) {
            done.add(message.subject());
        }
    }

    /** What it was about, once for each time it was done. */
    List<String> done() {
        return done;
    }
}
