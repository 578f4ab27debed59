package org.clearlane.simulator;

import java.io.IOException;

/** The way in to a payer. */
interface Door {

    /** Lets people in; also after an outage. */
    void open() throws IOException;

    /** Stops without a trace of an outage. */
    void close() throws IOException;

    /** Nobody reaches the payer until {@link #open()}. */
    default void outage() throws IOException {
        close();
    }

    /** How it is reached while open. */
    PayerEndpoint endpoint();

    /** Where its files arrive, or null where they do not arrive as files. */
    default Inbox inbox() {
        return null;
    }

    /** The next so many hand-overs take effect and get no reply. */
    void acceptThenCut(int times);
}
