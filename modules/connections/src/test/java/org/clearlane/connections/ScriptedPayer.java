package org.clearlane.connections;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.clearlane.model.connection.PayerConnection;

/** A payer on the other side of a real transport, as the contract test needs it. */
interface ScriptedPayer extends AutoCloseable {

    /** A new connection to it, waiting for no file to become stable. */
    PayerConnection connect();

    /** The contents of all files the payer regards as handed over, as text. */
    List<String> received() throws IOException;

    /** The payer moves what it received into its own system; {@link #received} still tells it. */
    void takesWhatItReceived() throws IOException;

    /** Lays out an answer. */
    void offers(String name, String content) throws IOException;

    /** The names of the answers not yet removed or confirmed. */
    Set<String> stillOffers() throws IOException;

    /** Can no longer be reached. */
    void goesAway() throws IOException;

    @Override
    void close() throws IOException;
}
