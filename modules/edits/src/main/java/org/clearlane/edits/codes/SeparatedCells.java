package org.clearlane.edits.codes;

import java.util.ArrayList;
import java.util.List;

/** Splits rows of publishers' tables: apart by tabs where there is one, else by commas, with quotes around cells. */
final class SeparatedCells {

    private SeparatedCells() {}

    /** The next row, which goes on over line ends within quotes; null behind the last one. */
    static List<String> next(SourceFile file) {
        String text = file.next();
        if (text == null) {
            return null;
        }
        int begun = file.line();
        while (isOpen(text)) {
            String more = file.next();
            if (more == null) {
                throw file.refusedAt(begun, "opens a quotation mark that is never closed");
            }
            text = text + '\n' + more;
        }
        return split(text);
    }

    private static boolean isOpen(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private static List<String> split(String text) {
        char separator = text.indexOf('\t') >= 0 ? '\t' : ',';
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
