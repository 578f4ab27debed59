package org.clearlane.model.connection;

import java.io.IOException;
import java.io.InputStream;

/** Takes the answers of a payer one by one. */
@FunctionalInterface
public interface AnswerSink {

    /**
     * Keeps one answer durably before returning.
     *
     * @param name the payer's name for it; data, never a path
     * @param bytes its bytes; the caller closes
     * @throws IOException when it could not be kept; it then stays at the payer
     */
    void take(String name, InputStream bytes) throws IOException;
}
