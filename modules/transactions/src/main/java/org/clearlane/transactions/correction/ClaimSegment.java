package org.clearlane.transactions.correction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.clearlane.x12.Delimiters;

/**
 * One segment as text, byte for byte, without its terminator.
 *
 * @param part where it stands
 * @param origin its number among the segments that were there first, from 0; {@link #ADDED} for one that was not
 * @param text a character a byte
 */
public record ClaimSegment(ClaimPart part, int origin, String text) {

    /** The {@link #origin} of a segment that somebody added. */
    public static final int ADDED = -1;

    /** The identifier, {@code CLM}. */
    public String id(Delimiters delimiters) {
        return elements(delimiters).getFirst();
    }

    /** Everything between element separators; the identifier is the first. */
    public List<String> elements(Delimiters delimiters) {
        return split(text, delimiters.element());
    }

    /** Element n, from 1, as it stands; empty where it was left out. */
    public String element(Delimiters delimiters, int n) {
        List<String> all = elements(delimiters);
        return n < all.size() ? all.get(n) : "";
    }

    /** The components of element n, at least one. ISA declares the separators and is never among a claim's segments. */
    public List<String> components(Delimiters delimiters, int n) {
        return split(element(delimiters, n), delimiters.component());
    }

    /** Component c of element n, both from 1; empty where it was left out. */
    public String component(Delimiters delimiters, int n, int c) {
        List<String> all = components(delimiters, n);
        return c <= all.size() ? all.get(c - 1) : "";
    }

    /** Whether element n repeats: such an element is changed as a whole or not at all. */
    public boolean repeats(Delimiters delimiters, int n) {
        return delimiters.repetition() != Delimiters.NONE
                && element(delimiters, n).indexOf(delimiters.repetition()) >= 0;
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The same with one component changed; nothing else of it is. Emptied ends are left out, as X12 wants it. */
    ClaimSegment with(Delimiters delimiters, int n, int c, String value) {
        String[] elements = grown(elements(delimiters), n + 1);
        String[] components = grown(split(elements[n], delimiters.component()), c);
        components[c - 1] = value;
        elements[n] = joined(components, delimiters.component(), value.isEmpty() ? 1 : components.length);
        return new ClaimSegment(
                part, origin, joined(elements, delimiters.element(), value.isEmpty() ? 1 : elements.length));
    }

    private static String[] grown(List<String> parts, int least) {
        String[] all = parts.toArray(String[]::new);
        String[] grown = Arrays.copyOf(all, Math.max(all.length, least));
        Arrays.fill(grown, all.length, grown.length, "");
        return grown;
    }

    /** Empty parts at the end go, as long as more than {@code least} are left. */
    private static String joined(String[] parts, byte separator, int least) {
        int length = parts.length;
        while (length > least && parts[length - 1].isEmpty()) {
            length--;
        }
        return String.join(String.valueOf((char) separator), Arrays.copyOf(parts, length));
    }

    private static List<String> split(String text, byte separator) {
        return List.of(text.split(Pattern.quote(String.valueOf((char) (separator & 0xff))), -1));
    }
}
