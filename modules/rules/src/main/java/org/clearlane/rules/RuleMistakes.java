package org.clearlane.rules;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/** Every mistake found in rule files, gathered so that all are told at once. Not for several threads. */
public final class RuleMistakes {

    private final List<String> all = new ArrayList<>();

    /** A mistake on this line (from 1; 0 when none can be named) of this file. */
    public void add(String file, int line, String what) {
        all.add(file + (line > 0 ? ":" + line : "") + ": " + what);
    }

    /** What was found so far, as {@code payers/northwind/rules.yaml:12: what is wrong}. */
    public List<String> all() {
        return List.copyOf(all);
    }

    /** Fails with {@link FailureCode#CONFIGURATION} and every mistake, when there is one. */
    public void throwIfAny() {
        if (!all.isEmpty()) {
            throw new Failure(
                    FailureCode.CONFIGURATION,
                    all.size() + (all.size() == 1 ? " mistake" : " mistakes") + " in the rules:\n  "
                            + String.join("\n  ", all));
        }
    }
}
