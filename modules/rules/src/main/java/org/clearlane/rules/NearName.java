package org.clearlane.rules;

import java.util.Collection;

/** The known name that somebody who wrote an unknown one most likely meant. */
final class NearName {

    private NearName() {}

    /** {@code ; did you mean 'x'?}, or nothing when no known name is near. */
    static String hint(String written, Collection<String> known) {
        String best = "";
        int least = Math.max(2, written.length() / 3) + 1;
        for (String each : known) {
            int distance =
                    distance(written.toLowerCase(java.util.Locale.ROOT), each.toLowerCase(java.util.Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = each;
            }
        }
        return best.isEmpty() ? "" : "; did you mean '" + best + "'?";
    }

    /** How many letters must be changed, added or dropped. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
