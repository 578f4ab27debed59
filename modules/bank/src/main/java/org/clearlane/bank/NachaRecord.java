package org.clearlane.bank;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** One record of 94 characters; positions are counted from 1 as NACHA counts them. Missing blanks at the end are blanks. */
record NachaRecord(int line, String text) {

    static final int SIZE = 94;

    static NachaRecord of(int line, String raw) {
        return new NachaRecord(line, raw.length() < SIZE ? raw + " ".repeat(SIZE - raw.length()) : raw);
    }

    char kind() {
        return text.charAt(0);
    }

    String raw(int from, int to) {
        return text.substring(from - 1, to);
    }

    String field(int from, int to) {
        return raw(from, to).strip();
    }

    /** A field of digits only, as wide as it is. */
    OptionalLong number(int from, int to) {
        String digits = raw(from, to);
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(Long.parseLong(digits));
    }

    /** YYMMDD of this century. */
    Optional<LocalDate> day(int from) {
        OptionalLong digits = number(from, from + 5);
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        int value = (int) digits.getAsLong();
        try {
            return Optional.of(LocalDate.of(2000 + value / 10_000, value / 100 % 100, value % 100));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean isFill() {
        return text.chars().allMatch(c -> c == '9');
    }
}
