package org.clearlane.edits.codes;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.clearlane.edits.CalendarDay;

/**
 * Goes through one of our tables row by row: columns apart by tabs, lines of {@code #} are its head or remarks. Works on
 * the bytes, because there are tables of a million rows and a command waits for them. Mistakes are told with their line.
 */
final class TableLines {

    private static final int MOST_COLUMNS = 8;

    private final byte[] text;
    private final Consumer<String> mistakes;
    private final Map<String, String> head = new HashMap<>();
    private final int[] starts = new int[MOST_COLUMNS + 1];
    private int columns;
    private int line;
    private int at;

    TableLines(byte[] text, Consumer<String> mistakes) {
        this.text = text;
        this.mistakes = mistakes;
    }

    /** To the next row; false behind the last one. */
    boolean next() {
        while (at < text.length) {
            line++;
            int start = at;
            if (text[start] == '#') {
                skip();
                remark(new String(text, start + 1, at - start - 1, StandardCharsets.UTF_8).strip());
            } else if (text[start] == '\n' || text[start] == '\r') {
                skip();
            } else {
                columns();
                return true;
            }
        }
        return false;
    }

    private void skip() {
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        at++;
    }

    private void remark(String words) {
        int colon = words.indexOf(": ");
        if (colon > 0) {
            head.putIfAbsent(words.substring(0, colon), words.substring(colon + 2));
        }
    }

    private void columns() {
        columns = 0;
        starts[0] = at;
        while (at < text.length && text[at] != '\n') {
            if (text[at] == '\t' && columns < MOST_COLUMNS - 1) {
                starts[++columns] = at + 1;
            }
            at++;
        }
        int end = at > starts[0] && text[at - 1] == '\r' ? at - 1 : at;
        starts[++columns] = end + 1;
        at++;
    }

    /** The number of the line the row stands in. */
    int line() {
        return line;
    }

    int columnCount() {
        return columns;
    }

    boolean isEmpty(int column) {
        return column >= columns || starts[column] == starts[column + 1] - 1;
    }

    String text(int column) {
        return column >= columns
                ? ""
                : new String(text, starts[column], starts[column + 1] - 1 - starts[column], StandardCharsets.UTF_8);
    }

    /** The column as a packed code, -1 when it is none. */
    long code(int column, int width) {
        return column >= columns ? -1 : PackedCode.pack(text, starts[column], starts[column + 1] - 1, width);
    }

    /** The column as a day, this when it is empty, UNREAL when it is no day. */
    int day(int column, int whenEmpty) {
        return isEmpty(column) ? whenEmpty : IsoDay.parse(text(column));
    }

    /** The column as a number up to a million, -1 when it is none. */
    int number(int column) {
        if (isEmpty(column) || starts[column + 1] - 1 - starts[column] > 6) {
            return -1;
        }
        int number = 0;
        for (int i = starts[column]; i < starts[column + 1] - 1; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return -1;
            }
            number = number * 10 + text[i] - '0';
        }
        return number;
    }

    void mistake(String what) {
        mistakes.accept(line + ": " + what);
    }

    /** One line of the head above the row at hand, empty when there is none. */
    String headLine(String key) {
        return head.getOrDefault(key, "");
    }

    /** What stood above the rows; told to be a mistake when something is missing. To be asked behind the last row. */
    TableHead head() {
        TableHead made = TableHead.of(head);
        if (!made.mistake().isEmpty()) {
            mistakes.accept("1: " + made.mistake());
        }
        return made;
    }

    static boolean isSpan(int from, int until) {
        return from != CalendarDay.UNREAL && until != CalendarDay.UNREAL && from <= until;
    }
}
