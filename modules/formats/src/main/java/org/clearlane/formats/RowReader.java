package org.clearlane.formats;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a table into rows and knows the line each begins in. Blank rows are passed over. A quote that is never closed
 * costs the row it stands in and no other: the lines behind it are read again as rows of their own. Memory is bounded by
 * the longest row, whatever the file holds.
 *
 * <p>Not safe for use by several threads.
 */
final class RowReader {

    /** In characters. No table of claims comes near it. */
    static final int LONGEST_ROW = 1 << 16;
    /** How many lines one quoted cell may run over. */
    private static final int MOST_LINES = 100;

    private record Line(int number, String text, boolean tooLong) {}

    private final Reader in;
    private final char separator;
    private final char[] block = new char[1 << 14];
    private int position;
    private int limit;
    private int lines;
    private boolean skipLineFeed;
    private final Deque<Line> pushedBack = new ArrayDeque<>();

    RowReader(Reader in, char separator) {
        this.in = in;
        this.separator = separator;
    }

    /** The next row that holds anything, or null at the end. */
    RawRow next() throws IOException {
        for (Line line = line(); line != null; line = line()) {
            RawRow row = row(line);
            if (row.malformed() || !row.cells().blank()) {
                return row;
            }
        }
        return null;
    }

    private RawRow row(Line first) throws IOException {
        RowCells alone = RowCells.scan(first.text, separator);
        if (first.tooLong || alone.state() != RowCells.State.OPEN_QUOTE) {
            return new RawRow(first.number, first.text, alone, first.tooLong);
        }
        StringBuilder text = new StringBuilder(first.text);
        List<Line> more = new ArrayList<>();
        while (more.size() < MOST_LINES && text.length() < LONGEST_ROW) {
            Line line = line();
            if (line == null) {
                break;
            }
            more.add(line);
            text.append('\n').append(line.text);
            RowCells cells = RowCells.scan(text.toString(), separator);
            if (line.tooLong || cells.state() == RowCells.State.STRAY_QUOTE) {
                break;
            }
            if (cells.state() == RowCells.State.COMPLETE) {
                return new RawRow(first.number, text.toString(), cells, false);
            }
        }
        for (int i = more.size() - 1; i >= 0; i--) {
            pushedBack.push(more.get(i));
        }
        return new RawRow(first.number, first.text, alone, false);
    }

    /** One line without its end; LF, CR LF and CR alone all end one. */
    private Line line() throws IOException {
        if (!pushedBack.isEmpty()) {
            return pushedBack.pop();
        }
        StringBuilder text = new StringBuilder();
        boolean any = false;
        boolean tooLong = false;
        while (true) {
            if (position == limit) {
                limit = in.read(block);
                position = 0;
                if (limit < 0) {
                    limit = 0;
                    return any ? new Line(++lines, text.toString(), tooLong) : null;
                }
            }
            char c = block[position++];
            if (c == '\n' && skipLineFeed) {
                skipLineFeed = false;
                continue;
            }
            skipLineFeed = c == '\r';
            if (c == '\n' || c == '\r') {
                return new Line(++lines, text.toString(), tooLong);
            }
            any = true;
            if (text.length() < LONGEST_ROW) {
                text.append(c);
            } else {
                tooLong = true;
            }
        }
    }
}
