package org.clearlane.model;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The named durable steps of the journey. Reaching one does nothing, unless the system property
 * {@code clearlane.crash} names it (with {@code :n} for its n-th reaching): then the process dies on the spot, as by
 * kill -9. A test dies at every one of them and looks whether anything was lost or doubled.
 */
public enum CrashPoint {
    /** The bytes are on disk, the file is not in the ledger. */
    INTAKE_BEFORE_COMMIT,
    /** The file is in the ledger, the door does not know. */
    INTAKE_AFTER_COMMIT,
    /** The outbox rows are on the broker, not marked so. */
    RELAY_BEFORE_COMMIT,
    /** Every claim of the file is judged, nothing is committed. */
    JUDGE_BEFORE_COMMIT,
    /** The judgement is committed, the broker does not know. */
    JUDGE_AFTER_COMMIT,
    /** The mailbox has the file, the ledger does not know. */
    MAILBOX_BEFORE_COMMIT,
    /** The interchange is on disk, its claims are still queued. */
    BATCH_BEFORE_COMMIT,
    /** The interchange is stored, the broker does not know. */
    BATCH_AFTER_COMMIT,
    /** The bytes are staged at the payer, the ledger does not know. */
    SEND_STAGED_BEFORE_COMMIT,
    /** The ledger says that delivering begins, nothing was delivered. */
    SEND_BEFORE_DELIVER,
    /** The payer has it, the ledger does not know. */
    SEND_DELIVERED_BEFORE_COMMIT,
    /** An answer is on disk, not in the ledger; the payer still has it. */
    COLLECT_BEFORE_COMMIT,
    /** An answer is in the ledger, the payer does not know that we have it. */
    COLLECT_AFTER_COMMIT,
    /** An answer is matched and applied, nothing is committed. */
    ANSWER_BEFORE_COMMIT,
    /** An answer is applied, the broker does not know. */
    ANSWER_AFTER_COMMIT;

    private static final String PROPERTY = "clearlane.crash";
    private static final ConcurrentHashMap<String, AtomicInteger> REACHED = new ConcurrentHashMap<>();

    /** Marks that the step is reached. */
    public void reached() {
        // Looked up each time, so that a test may arm a process that has been running for a while.
        String armed = System.getProperty(PROPERTY, "");
        if (armed.isEmpty()) {
            return;
        }
        int colon = armed.indexOf(':');
        String name = colon < 0 ? armed : armed.substring(0, colon);
        int hit = colon < 0 ? 1 : Integer.parseInt(armed.substring(colon + 1));
        if (name.equals(name())
                && REACHED.computeIfAbsent(armed, unused -> new AtomicInteger()).incrementAndGet() == hit) {
            Runtime.getRuntime().halt(137);
        }
    }
}
