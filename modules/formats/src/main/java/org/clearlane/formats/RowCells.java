package org.clearlane.formats;

import java.util.Arrays;

/**
 * Where the cells of one row stand, by the rules of RFC 4180: a cell may be quoted, a quote inside is doubled, blanks
 * around a quoted cell mean nothing. Stricter than the reader behind it, which would carry a lone quote on into the rows
 * that follow.
 */
final class RowCells {

    /** How the row ended. */
    enum State {
        COMPLETE,
        /** Inside a quoted cell: the row goes on in the next line, or its closing quote is missing. */
        OPEN_QUOTE,
        /** A quote stands where none may. */
        STRAY_QUOTE
    }

    private final String text;
    private final char separator;
    private int[] starts = new int[64];
    private int count;
    private State state = State.COMPLETE;

    private RowCells(String text, char separator) {
        this.text = text;
        this.separator = separator;
        scan();
    }

    static RowCells scan(String text, char separator) {
        return new RowCells(text, separator);
    }

    private void scan() {
        int at = 0;
        while (true) {
            begin(at);
            at = skipBlanks(at);
            if (at < text.length() && text.charAt(at) == '"') {
                at = closingQuote(at + 1);
                if (at < 0) {
                    state = State.OPEN_QUOTE;
                    return;
                }
                at = skipBlanks(at + 1);
                if (at < text.length() && text.charAt(at) != separator) {
                    state = State.STRAY_QUOTE;
                    return;
                }
            } else {
                while (at < text.length() && text.charAt(at) != separator) {
                    if (text.charAt(at) == '"') {
                        state = State.STRAY_QUOTE;
                        return;
                    }
                    at++;
                }
            }
            if (at >= text.length()) {
                return;
            }
            at++;
        }
    }

    private void begin(int at) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = at;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private int closingQuote(int from) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    at++;
                } else {
                    return at;
                }
            }
            at++;
        }
        return -1;
    }

    State state() {
        return state;
    }

    /** How many cells were found, the faulty one included. */
    int count() {
        return count;
    }

    /** The text of cell {@code n}, counted from 0, without its quotes and the blanks around it; empty beyond the last. */
    String cell(int n) {
        if (n >= count) {
            return "";
        }
        int end = n + 1 < count ? starts[n + 1] - 1 : text.length();
        String cell = text.substring(starts[n], end).strip();
        if (cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"")) {
            return cell.substring(1, cell.length() - 1).replace("\"\"", "\"").strip();
        }
        return cell;
    }

    /** Whether cell {@code n} holds anything but blanks and quotes. */
    boolean filled(int n) {
        int end = n + 1 < count ? starts[n + 1] - 1 : text.length();
        for (int i = starts[n]; i < end; i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '"' && c != '\t') {
                return true;
            }
        }
        return false;
    }

    /** Whether no cell holds anything. */
    boolean blank() {
        for (int i = 0; i < count; i++) {
            if (filled(i)) {
                return false;
            }
        }
        return true;
    }
}
