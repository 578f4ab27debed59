package org.clearlane.model.connection;

/**
 * A way to one payer. Sending takes two steps, each recorded by the caller before the next: {@link #stage} puts the
 * bytes where the payer does not look yet (a {@code .part} file; nothing for HTTPS), {@link #deliver} makes them count
 * (rename; POST). After a crash the caller stages again if staging was not recorded as done, and asks {@link #inquire}
 * if delivering may have begun. That is how a claim never reaches a payer twice.
 *
 * <p>No method throws for anything the payer or the network does: the answer says it. Implementations are safe for use
 * by several threads.
 */
public interface PayerConnection extends AutoCloseable {

    /** Prepares the handover. May be repeated. {@link Handover.Delivered} here means: staged. */
    Handover stage(OutboundFile file);

    /** Hands a staged file over, once. */
    Handover deliver(OutboundFile file);

    /** Finds out whether a file whose delivering began, and whose outcome was lost, has reached the payer. */
    Handover inquire(OutboundFile file);

    /**
     * Fetches every answer waiting at the payer and gives it to the sink. An answer the sink has taken is removed at
     * the payer (or its receipt confirmed) afterwards, so an answer may come again, never vanish.
     */
    Collection collect(AnswerSink sink);

    /**
     * Whether the payer can be reached and lets us in right now, by the least that proves it: a login and a look, a request
     * without a claim. It hands nothing over, takes no answer away, and may be asked at any time.
     */
    Handover check();

    @Override
    void close();

    /**
     * How a collecting went.
     *
     * @param taken how many answers the sink took
     * @param problem why it stopped early, for people, or null
     * @param reached whether the payer let us look; a single answer that had to stay there does not count against it
     */
    record Collection(int taken, String problem, boolean reached) {

        /** The payer let us look. */
        public Collection(int taken, String problem) {
            this(taken, problem, true);
        }

        /** The payer did not let us look. */
        public static Collection unreached(int taken, String problem) {
            return new Collection(taken, problem, false);
        }
    }
}
