package org.clearlane.connections;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** How one request to a payer went. */
sealed interface CoreExchange {

    /**
     * The payer replied in full.
     *
     * @param status HTTP status
     * @param reply what it said, or empty when that was no CORE envelope
     * @param fault why it was no CORE envelope, for people, or null
     */
    record Replied(int status, HttpHeaders headers, Optional<CoreReply> reply, String fault) implements CoreExchange {}

    /**
     * Not a byte of the body left us.
     *
     * @param permanent whether it is pointless to try again
     */
    record NotSent(String reason, boolean permanent) implements CoreExchange {}

    /** Something left us, and no whole reply came back. */
    record Broken(String reason) implements CoreExchange {}
}
