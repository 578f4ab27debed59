package org.clearlane.connections;

import java.util.List;

/**
 * A setting that a kind of connection knows.
 *
 * @param name as written in the payer's profile
 * @param form what its text must look like
 * @param required whether the profile must give it
 * @param fallback its text when the profile does not give it, or null
 * @param least the smallest number allowed
 * @param most the largest number allowed
 * @param choices the only texts allowed, when there is a choice of few
 */
record Setting(String name, Form form, boolean required, String fallback, long least, long most, List<String> choices) {

    enum Form {
        TEXT,
        PATH,
        NUMBER,
        FLAG,
        SECRET,
        KEY,
        URL,
        CHOICE
    }

    static Setting required(String name, Form form) {
        return new Setting(name, form, true, null, 0, 0, List.of());
    }

    static Setting optional(String name, Form form) {
        return new Setting(name, form, false, null, 0, 0, List.of());
    }

    static Setting text(String name, String fallback) {
        return new Setting(name, Form.TEXT, false, fallback, 0, 0, List.of());
    }

    static Setting flag(String name, boolean fallback) {
        return new Setting(name, Form.FLAG, false, Boolean.toString(fallback), 0, 0, List.of());
    }

    static Setting number(String name, long fallback, long least, long most) {
        return new Setting(name, Form.NUMBER, false, Long.toString(fallback), least, most, List.of());
    }

    static Setting choice(String name, String... choices) {
        return new Setting(name, Form.CHOICE, false, choices[0], 0, 0, List.of(choices));
    }
}
