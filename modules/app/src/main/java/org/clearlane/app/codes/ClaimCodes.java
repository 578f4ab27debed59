package org.clearlane.app.codes;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.clearlane.edits.codes.CodeSet;

/** The codes in the kept bytes of a claim, CLM to the last segment of its last line, by their set. */
final class ClaimCodes {

    private final String element;
    private final String component;
    private final Map<CodeSet, Set<String>> codes = new EnumMap<>(CodeSet.class);

    private ClaimCodes(byte[] separators) {
        element = quoted(separators[0]);
        component = quoted(separators[1]);
    }

    /**
     * Reads them.
     *
     * @param separators element, component, repetition, segment, as the ledger keeps them
     */
    static Map<CodeSet, Set<String>> in(byte[] claim, byte[] separators) {
        ClaimCodes read = new ClaimCodes(separators);
        String text = new String(claim, StandardCharsets.ISO_8859_1);
        for (String segment : text.split(quoted(separators[3]))) {
            read.segment(segment.strip().split(read.element, -1));
        }
        return read.codes;
    }

    private static String quoted(byte separator) {
        return Pattern.quote(String.valueOf((char) (separator & 0xff)));
    }

    private void segment(String[] elements) {
        switch (elements[0]) {
            case "CLM" -> {
                boolean billType = part(elements, 5, 2).equals("A");
                add(billType ? CodeSet.BILL_TYPE : CodeSet.PLACE_OF_SERVICE, part(elements, 5, 1));
            }
            case "CL1" -> {
                add(CodeSet.ADMISSION_TYPE, part(elements, 1, 1));
                add(CodeSet.ADMISSION_SOURCE, part(elements, 2, 1));
                add(CodeSet.PATIENT_STATUS, part(elements, 3, 1));
            }
            case "HI" -> {
                for (int i = 1; i < elements.length; i++) {
                    information(part(elements, i, 1), part(elements, i, 2));
                }
            }
            case "PRV" -> add(CodeSet.TAXONOMY, part(elements, 3, 1));
            case "SV1" -> {
                procedure(elements, 1);
                add(CodeSet.PLACE_OF_SERVICE, part(elements, 5, 1));
            }
            case "SV2" -> {
                add(CodeSet.REVENUE, part(elements, 1, 1));
                procedure(elements, 2);
            }
            case "SV3" -> {
                procedure(elements, 1);
                add(CodeSet.PLACE_OF_SERVICE, part(elements, 3, 1));
            }
            case "CAS" -> {
                for (int i = 2; i < elements.length; i += 3) {
                    add(CodeSet.CARC, part(elements, i, 1));
                }
            }
            default -> {}
        }
    }

    private void information(String qualifier, String code) {
        switch (qualifier) {
            case "ABK", "ABF", "ABJ", "APR", "ABN" -> add(CodeSet.ICD_10_CM, code.replace(".", ""));
            case "BBR", "BBQ" -> add(CodeSet.ICD_10_PCS, code);
            case "BG" -> add(CodeSet.CONDITION, code);
            default -> {}
        }
    }

    private void procedure(String[] elements, int at) {
        String qualifier = part(elements, at, 1);
        String code = part(elements, at, 2);
        if (code.isEmpty() || !qualifier.equals("HC") && !qualifier.equals("AD")) {
            return;
        }
        boolean digits = Character.isDigit(code.charAt(0));
        add(code.startsWith("D") ? CodeSet.CDT : digits ? CodeSet.CPT : CodeSet.HCPCS, code);
        for (int modifier = 3; modifier <= 6; modifier++) {
            add(CodeSet.MODIFIER, part(elements, at, modifier));
        }
    }

    private String part(String[] elements, int at, int number) {
        if (at >= elements.length) {
            return "";
        }
        String[] parts = elements[at].split(component, -1);
        return number <= parts.length ? parts[number - 1] : "";
    }

    private void add(CodeSet set, String code) {
        if (!code.isEmpty()) {
            codes.computeIfAbsent(set, key -> new TreeSet<>()).add(code);
        }
    }
}
