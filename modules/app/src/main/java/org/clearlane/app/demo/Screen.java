package org.clearlane.app.demo;

import java.io.PrintStream;

/** What the demo shows: plain lines, with colour only on a terminal that wants it. */
final class Screen {

    private final PrintStream out;
    private final boolean colour;
    private final long started = System.nanoTime();

    Screen(PrintStream out) {
        this.out = out;
        this.colour = System.console() != null
                && System.console().isTerminal()
                && System.getenv("NO_COLOR") == null
                && !"dumb".equals(System.getenv("TERM"));
    }

    void heading(String text) {
        out.println();
        out.println(colour ? "\u001b[1;36m" + text + "\u001b[0m" : "== " + text);
    }

    /** One step as it happens, with the seconds since the start. */
    void step(String text) {
        out.printf("%6.1fs  %s%n", (System.nanoTime() - started) / 1e9, text);
    }

    void line(String text) {
        out.println(text);
    }

    void good(String text) {
        out.println(colour ? "\u001b[1;32m" + text + "\u001b[0m" : text);
    }

    void bad(String text) {
        out.println(colour ? "\u001b[1;31m" + text + "\u001b[0m" : text);
    }

    void indented(String text) {
        text.lines().forEach(line -> out.println("        " + line));
    }
}
