package org.clearlane.judgement.repair;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.claim.RepairKind;

/**
 * Finds how one value can be written otherwise. Deterministic, and blind to everything but the value and its designator:
 * what could mean two things is left as it is. Whether the mend helps is for whoever judges the claim again to say.
 */
public final class Mends {

    private static final Pattern POINTED = Pattern.compile("([A-Za-z][0-9][0-9A-Za-z])\\.([0-9A-Za-z]{1,4})");
    private static final Pattern ZIP = Pattern.compile("(\\d{5})[- ](\\d{4})?");
    private static final Pattern GROUPED = Pattern.compile("[+$]{0,2} ?(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d{0,2})?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+$]{0,2} ?(\\d{1,12}),(\\d{2})");
    private static final Set<String> AMOUNTS = Set.of(
            "CLM02", "SV102", "SV104", "SV203", "SV205", "SV302", "SV306", "AMT02", "SVD02", "CAS03", "CAS06", "CAS09");
    /** Where small letters may mean something, or belong to a person. */
    private static final Set<String> NO_CODES = Set.of("N1", "N2", "N3", "NTE", "K3", "PER", "MSG", "BHT");

    private Mends() {}

    /**
     * A value as it could be written.
     *
     * @param after never equal to what was there
     */
    public record Mended(List<RepairKind> kinds, String after) {}

    /**
     * How this value could be written, by the kinds allowed; empty when it is best left alone.
     *
     * @param kind of the claim it stands in
     * @param corrects whether the claim names an earlier one (REF F8)
     * @param segment the segment identifier
     * @param component 0 for an element that is no composite
     */
    public static Optional<Mended> of(
            ClaimKind kind,
            boolean corrects,
            String segment,
            int element,
            int component,
            String value,
            Set<RepairKind> allowed) {
        String designator = "%s%02d".formatted(segment, element);
        List<RepairKind> done = new ArrayList<>();
        String now = value;
        for (RepairKind each : EnumSet.allOf(RepairKind.class)) {
            if (allowed.contains(each)) {
                String after = after(each, kind, corrects, segment, designator, component, now);
                if (!after.equals(now)) {
                    done.add(each);
                    now = after;
                }
            }
        }
        return done.isEmpty() ? Optional.empty() : Optional.of(new Mended(done, now));
    }

    private static String after(
            RepairKind repair,
            ClaimKind kind,
            boolean corrects,
            String segment,
            String designator,
            int component,
            String value) {
        return switch (repair) {
            case BLANKS -> value.isBlank() ? value : value.strip();
            case CASE -> isCode(segment, designator) ? value.toUpperCase(Locale.ROOT) : value;
            case POINT -> segment.equals("HI") && component == 2 ? withoutPoint(value) : value;
            case DECIMAL -> AMOUNTS.contains(designator) ? amount(value) : value;
            case ZIP -> designator.equals("N403") ? zip(value) : value;
            case FREQUENCY ->
                designator.equals("CLM05")
                                && component == 3
                                && value.isEmpty()
                                && !corrects
                                && kind != ClaimKind.INSTITUTIONAL
                        ? "1"
                        : value;
        };
    }

    private static boolean isCode(String segment, String designator) {
        boolean ofPerson = designator.matches("NM10[3-79]|REF0[23]|CLM01|N401|SV[123]01-7|SBR0[34]|PWK0[67]|DN201");
        return !NO_CODES.contains(segment) && !ofPerson;
    }

    private static String withoutPoint(String value) {
        Matcher pointed = POINTED.matcher(value);
        return pointed.matches() ? pointed.group(1) + pointed.group(2) : value;
    }

    private static String zip(String value) {
        Matcher zip = ZIP.matcher(value);
        return zip.matches() ? zip.group(1) + (zip.group(2) == null ? "" : zip.group(2)) : value;
    }

    private static String amount(String value) {
        Matcher grouped = GROUPED.matcher(value);
        if (grouped.matches()) {
            String decimals = grouped.group(2) == null || grouped.group(2).length() == 1 ? "" : grouped.group(2);
            return grouped.group(1).replace(",", "") + decimals;
        }
        Matcher comma = DECIMAL_COMMA.matcher(value);
        return comma.matches() ? comma.group(1) + "." + comma.group(2) : value;
    }
}
