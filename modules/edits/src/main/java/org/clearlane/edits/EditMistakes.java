package org.clearlane.edits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/** Every mistake found in configuration files, gathered so that all are told at once. Not for several threads. */
public final class EditMistakes {

    private final List<String> mistakes = new ArrayList<>();

    /** A mistake on this line (from 1; 0 when no line can be named) of this file. */
    public void add(Path file, int line, String what) {
        mistakes.add(file.getFileName() + (line > 0 ? ":" + line : "") + ": " + what);
    }

    /** What was found so far. */
    public List<String> all() {
        return List.copyOf(mistakes);
    }

    /** Fails with {@link FailureCode#CONFIGURATION} and every mistake, when there is one. */
    public void throwIfAny() {
        if (!mistakes.isEmpty()) {
            throw new Failure(
                    FailureCode.CONFIGURATION,
                    mistakes.size() + (mistakes.size() == 1 ? " mistake" : " mistakes") + " in the edits:\n  "
                            + String.join("\n  ", mistakes));
        }
    }
}
