package org.clearlane.profiles;

import java.util.Set;

/** What single values of a profile must look like. */
final class ProfileRules {

    /** ISA05 and ISA07 in the guides. */
    private static final Set<String> QUALIFIERS = Set.of("01", "14", "20", "27", "28", "29", "30", "33", "ZZ");

    private ProfileRules() {}

    /** The id of a profile: as written, else the file's name. */
    static String id(YamlSection file, String stem) {
        String id = file.text("id", stem);
        if (!id.matches("[a-z0-9-]{1,40}")) {
            file.mistake("id", "must be 1 to 40 lower-case letters, digits and dashes");
        }
        return id;
    }

    /** ISA06 and ISA08. */
    static void interchangeId(YamlSection section, String key, String value) {
        if (value.length() > 15 || !value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            section.mistake(key, "an interchange id has 1 to 15 plain characters");
        }
    }

    static void qualifier(YamlSection section, String key, String value) {
        if (!QUALIFIERS.contains(value)) {
            section.mistake(key, "must be one of 01 14 20 27 28 29 30 33 ZZ");
        }
    }

    /** GS02 and GS03. */
    static void applicationCode(YamlSection section, String key, String value) {
        if (!value.isEmpty()
                && (value.length() < 2 || value.length() > 15 || !value.chars().allMatch(c -> c >= ' ' && c <= '~'))) {
            section.mistake(key, "an application code has 2 to 15 plain characters");
        }
    }

    /** Four different characters, none of which may stand in an identifier, an amount or a name without need. */
    static void delimiters(YamlSection section, String key, String value) {
        if (value.length() != 4) {
            section.mistake(key, "four characters expected: element, component, repetition, segment");
            return;
        }
        if (value.chars().distinct().count() != 4) {
            section.mistake(key, "the four characters must differ");
        }
        if (value.chars()
                .anyMatch(
                        c -> c <= ' ' || c > '~' || Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == ',')) {
            section.mistake(key, "letters, digits, blanks, point, comma and minus cannot separate");
        }
    }

    /** The check digit of a ten-digit NPI: Luhn over 80840 and the number; the prefix adds 24 to the sum. */
    static boolean npiCheckDigitHolds(String npi) {
        int sum = 24;
        for (int i = 0; i < 10; i++) {
            int digit = npi.charAt(i) - '0';
            if (i % 2 == 0) {
                digit *= 2;
                if (digit > 9) {
                    digit -= 9;
                }
            }
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
