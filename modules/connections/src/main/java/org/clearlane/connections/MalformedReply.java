package org.clearlane.connections;

import java.io.IOException;

/** A payer's reply that is not what CORE says a reply looks like. Never thrown beyond this room. */
final class MalformedReply extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedReply(String message) {
        super(message);
    }
}
