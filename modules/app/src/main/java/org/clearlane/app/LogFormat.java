package org.clearlane.app;

import java.util.Locale;

/** How log lines look. Has to be chosen before the first one is written. */
public enum LogFormat {
    /** For people at a terminal. */
    TEXT,
    /** One JSON object a line, for whatever collects them. */
    JSON;

    private static final String PROPERTY = "clearlane.log.format";

    /** Chooses: what was asked for; else text where people look on, and JSON where messages go into a file or a collector. */
    public static LogFormat choose(LogFormat asked) {
        LogFormat chosen = asked != null ? asked : Boolean.getBoolean("clearlane.terminal.messages") ? TEXT : JSON;
        System.setProperty(PROPERTY, chosen.name().toLowerCase(Locale.ROOT));
        return chosen;
    }
}
