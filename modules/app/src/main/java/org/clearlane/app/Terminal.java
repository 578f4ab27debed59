package org.clearlane.app;

import picocli.CommandLine.Help.Ansi;

/** Whether people look on. The launcher finds out; System.console() answers differently from one Java to the next. */
public final class Terminal {

    private Terminal() {}

    /** Colours only for people who look at stdout and did not ask to be spared them (NO_COLOR, TERM=dumb). */
    public static Ansi colours() {
        String noColour = System.getenv("NO_COLOR");
        boolean wanted = noColour == null || noColour.isEmpty();
        boolean possible = Boolean.getBoolean("clearlane.terminal") && !"dumb".equals(System.getenv("TERM"));
        return wanted && possible ? Ansi.ON : Ansi.OFF;
    }

    /** Whether somebody sees how far a long reading is: only where messages (stderr) go to a terminal, whatever becomes of results. */
    public static boolean showsProgress() {
        return Boolean.getBoolean("clearlane.terminal.messages") && !"dumb".equals(System.getenv("TERM"));
    }
}
