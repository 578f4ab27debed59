package org.clearlane.simulator;

import java.util.List;

/** The simulator's settings cannot be used. Says every mistake found, one a line. */
public final class InvalidSettingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidSettingsException(List<String> mistakes) {
        super("simulator settings: " + String.join("\n  ", mistakes));
    }
}
