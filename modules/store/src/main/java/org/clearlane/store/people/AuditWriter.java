package org.clearlane.store.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.people.AuditTrail.Deed;

/**
 * Writes deeds of many at once into the audit trail. The chain has one end, so writers take turns, and a turn lasts as long
 * as a disk needs to keep a commit: here one of those who wait writes for all who wait, in one transaction. Nobody goes on
 * before the deed stands in the trail. For reading only: a deed that changes something belongs into the transaction that
 * changes it. Safe for use by several threads.
 */
public final class AuditWriter {

    private static final int MOST_AT_ONCE = 500;

    private record Waiting(Deed deed, CompletableFuture<Void> written) {}

    private final Ledger ledger;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    public AuditWriter(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Writes a deed and returns when it is kept.
     *
     * @throws org.clearlane.model.Failure when the ledger cannot keep it now: then what was asked for must not be shown
     */
    public void write(Deed deed) {
        Waiting mine = new Waiting(deed, new CompletableFuture<>());
        waiting.add(mine);
        turn.lock();
        try {
            while (!mine.written().isDone()) {
                writeForAll();
            }
        } finally {
            turn.unlock();
        }
        try {
            mine.written().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void writeForAll() {
        List<Waiting> all = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            all.add(next);
            if (all.size() == MOST_AT_ONCE) {
                break;
            }
        }
        try {
            List<Deed> deeds = all.stream().map(Waiting::deed).toList();
            ledger.run(tx -> AuditTrail.write(tx, deeds));
            all.forEach(each -> each.written().complete(null));
        } catch (RuntimeException | Error e) {
            all.forEach(each -> each.written().completeExceptionally(e));
        }
    }
}
