package org.clearlane.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a list goes on. Its inside is our own: whoever keeps one sends it back as it is. It says where, never what: whoever
 * changes it reads another place of the own list, since row security decides what the list holds.
 */
final class Cursor {

    private static final String KIND = "1:";
    private static final int LONGEST = 200;

    private Cursor() {}

    /** The cursor behind the row with this key. */
    static String behind(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((KIND + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The key a cursor stands behind, or empty when it is none of ours. */
    static Optional<String> read(String cursor) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return text.startsWith(KIND) && text.chars().allMatch(c -> c > ' ' && c < 127)
                    ? Optional.of(text.substring(KIND.length()))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
