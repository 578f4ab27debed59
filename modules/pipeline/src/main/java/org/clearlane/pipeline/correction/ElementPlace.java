package org.clearlane.pipeline.correction;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An element as people name it: {@code SBR09}, {@code SV101-2}.
 *
 * @param component from 1; 0 when none is named
 */
public record ElementPlace(String segment, int element, int component) {

    private static final Pattern NAME = Pattern.compile("([A-Z][A-Z0-9]{1,2})([0-9]{2})(?:-([0-9]{1,2}))?");

    /** Reads a name; empty when it is none. */
    public static Optional<ElementPlace> of(String name) {
        Matcher matcher = NAME.matcher(name.strip().toUpperCase(java.util.Locale.ROOT));
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) == 0) {
            return Optional.empty();
        }
        return Optional.of(new ElementPlace(
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3))));
    }
}
