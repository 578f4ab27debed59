package org.clearlane.bank;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a bank's file as lines, whatever ends them. */
final class BankText {

    private BankText() {}

    /** Without a byte order mark and without line ends; empty lines at the end are dropped. */
    static List<String> lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ef\u00bb\u00bf")) {
            text = text.substring(3);
        }
        List<String> lines = new ArrayList<>(text.lines().toList());
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        return lines;
    }

    /** A file without line ends holds one record behind the other. */
    static List<String> records(byte[] bytes, int size) {
        List<String> lines = lines(bytes);
        if (lines.size() != 1 || lines.getFirst().length() <= size) {
            return lines;
        }
        String all = lines.getFirst();
        List<String> records = new ArrayList<>();
        for (int at = 0; at < all.length(); at += size) {
            records.add(all.substring(at, Math.min(all.length(), at + size)));
        }
        return records;
    }
}
