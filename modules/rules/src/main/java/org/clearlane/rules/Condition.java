package org.clearlane.rules;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;

/**
 * An expression that was checked and compiled. Safe for use by several threads.
 *
 * @param text as written
 */
record Condition(String text, CelRuntime.Program program) {

    /** What came of looking: yes, no, or that it could not be told. */
    enum Answer {
        YES,
        NO,
        /** It divided by zero, looked behind the end of a list, or took more steps than allowed. */
        UNKNOWN
    }

    Answer of(Map<String, ?> variables) {
        try {
            return Boolean.TRUE.equals(program.eval(variables)) ? Answer.YES : Answer.NO;
        } catch (CelEvaluationException untold) {
            return Answer.UNKNOWN;
        }
    }
}
