package org.clearlane.formats;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * The formats this house can read, from {@code config/formats}. Loading takes a second or so for Smooks to be built;
 * once loaded it is immutable and safe for use by several threads. Close it to let Smooks go.
 */
public final class Formats implements AutoCloseable {

    private static final int LEAST_HEADINGS = 3;

    private final Map<String, Translator> translators;
    private final List<RowBinder> binders;

    private Formats(Map<String, Translator> translators, List<RowBinder> binders) {
        this.translators = translators;
        this.binders = binders;
    }

    /**
     * Reads every {@code formats/<name>/format.yaml} with the {@code smooks-config.xml} beside it, and tries each out.
     *
     * @throws Failure {@link FailureCode#CONFIGURATION} whose message names every mistake of every format
     */
    public static Formats load(Path configDir) {
        FormatFiles files = FormatFiles.read(configDir);
        if (!files.mistakes().isEmpty()) {
            files.binders().forEach(RowBinder::close);
            throw new Failure(
                    FailureCode.CONFIGURATION, "the formats cannot be used:\n" + String.join("\n", files.mistakes()));
        }
        return new Formats(new TreeMap<>(files.translators()), files.binders());
    }

    /** The names of all formats, sorted. */
    public List<String> names() {
        return List.copyOf(translators.keySet());
    }

    /** The translator of one format. */
    public Optional<Translator> format(String name) {
        return Optional.ofNullable(translators.get(name));
    }

    /**
     * The format whose headings these first bytes of a table show most of, at least {@value #LEAST_HEADINGS}: a table
     * that lacks a column is recognised all the same, so that the column can be named.
     */
    public Optional<Translator> recognise(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        String firstLine = text.lines().findFirst().orElse("");
        String heading = firstLine.startsWith("\uFEFF") ? firstLine.substring(1) : firstLine;
        Translator best = null;
        long most = LEAST_HEADINGS - 1;
        for (Translator translator : translators.values()) {
            long known = translator.headingsIn(heading);
            if (known > most) {
                most = known;
                best = translator;
            }
        }
        return Optional.ofNullable(best);
    }

    @Override
    public void close() {
        binders.forEach(RowBinder::close);
    }
}
