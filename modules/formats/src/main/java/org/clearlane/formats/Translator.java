package org.clearlane.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Translates tables of one format to 837P 005010X222A1. Streams: memory grows neither with the table nor with what is
 * written, but for some twenty bytes a claim.
 *
 * <p>Safe for use by several threads, each with streams of its own.
 */
public final class Translator {

    /** How many findings and left-out claims a {@link Translation} keeps; all are counted, and told to a listener. */
    public static final int PROBLEMS_KEPT = 10_000;

    private final CsvLayout layout;
    private final RowBinder binder;

    Translator(CsvLayout layout, RowBinder binder) {
        this.layout = layout;
        this.binder = binder;
    }

    /** The format's name, as its folder under {@code config/formats}. */
    public String name() {
        return layout.name();
    }

    /** For people. */
    public String title() {
        return layout.title();
    }

    /** How many cells of this line are headings of the format. */
    long headingsIn(String line) {
        return Arrays.stream(line.split(Pattern.quote(String.valueOf(layout.separator())), -1))
                .map(cell -> cell.replace("\"", ""))
                .filter(cell -> layout.columnWithHeading(cell).isPresent())
                .count();
    }

    /** As {@link #translate(InputStream, OutputStream, TranslationSettings, TranslationListener)}, with no listener. */
    public Translation translate(InputStream table, OutputStream x12, TranslationSettings settings) throws IOException {
        return translate(table, x12, settings, TranslationListener.NONE);
    }

    /**
     * Translates a table. Wrong data never throws: it is left out, named and told.
     *
     * @param table UTF-8, with or without a byte order mark; read to its end where it is readable, not closed
     * @param x12 gets one interchange with one group, or nothing when there is no claim to write; flushed, not closed
     * @param listener is told every finding and every claim left out, as they are met
     * @return what came of it; close it when its provenance is no longer needed
     * @throws IOException when a stream fails; what was written by then is no whole interchange
     */
    public Translation translate(
            InputStream table, OutputStream x12, TranslationSettings settings, TranslationListener listener)
            throws IOException {
        return new TranslationRun(layout, binder, settings, listener).run(table, x12);
    }
}
