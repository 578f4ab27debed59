package org.clearlane.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.model.finding.Place;

/**
 * What a rule is about, as a designator: {@code CLM05-1}, {@code SV101-2}. The segment's number comes from the claim.
 */
record RulePlace(String segment, int element, int component) {

    private static final Pattern DESIGNATOR = Pattern.compile("(CLM|SV1|SV2|SV3|LX|HI)(\\d{2})?(?:-(\\d))?");

    static Optional<RulePlace> of(String designator) {
        Matcher parts = DESIGNATOR.matcher(designator);
        return parts.matches()
                ? Optional.of(new RulePlace(parts.group(1), number(parts.group(2)), number(parts.group(3))))
                : Optional.empty();
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    Place of(String loop, int position) {
        Place whole = Place.ofSegment(loop, segment, position);
        return component > 0 ? whole.atComponent(element, component) : whole.atElement(element);
    }
}
