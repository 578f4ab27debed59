package org.clearlane.connections;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Where answers lie as files: a folder of ours or of the payer's server. */
interface AnswerPlace {

    /**
     * One entry of a listing.
     *
     * @param name as the other side tells it; anything at all
     * @param look size and last change
     * @param obstacle why it must not be taken, for people; empty for a plain file; null for what is no file at all
     */
    record Entry(String name, StillFiles.Look look, String obstacle) {}

    /**
     * Shows the entries.
     *
     * @param most how many are shown at most
     * @return whether that was all
     */
    boolean list(long most, Consumer<Entry> to) throws IOException;

    /** Opens a file of a plain name, never through a link. */
    InputStream open(String name) throws IOException;

    /** How a file of a plain name looks now. */
    StillFiles.Look look(String name) throws IOException;

    /** Takes a file of a plain name away. */
    void remove(String name) throws IOException;
}
