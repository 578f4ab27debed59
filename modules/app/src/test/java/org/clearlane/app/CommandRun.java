package org.clearlane.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * A command that has run, without colours.
 *
 * @param code its exit code
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
public record CommandRun(int code, String out, String err) {

    public static final Path ROOT = Path.of(System.getProperty("clearlane.root"));

    public static CommandRun of(Object command, Object... arguments) {
        return of(command, Ansi.OFF, arguments);
    }

    public static CommandRun of(Object command, Ansi colours, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours))
                .execute(words);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
