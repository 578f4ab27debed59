package org.clearlane.edits.codes;

import org.clearlane.model.claim.ServiceLine;

/**
 * Finds the list a procedure code belongs to by its shape: five characters, CPT with four digits first, CDT with D and
 * four digits, else HCPCS Level II. CPT and CDT are licensed: without an imported list their shape is all that is judged.
 */
public final class ProcedureCode {

    private static final int LENGTH = 5;

    private ProcedureCode() {}

    /** What the line's code is on this day; VALID for lines without one or with codes of other kinds. */
    public static CodeStanding standing(ServiceLine line, int day, CodeSets codes) {
        String code = line.procedure();
        boolean dental = line.qualifier().equals("AD");
        if (code.isEmpty() || !dental && !line.qualifier().equals("HC")) {
            return CodeStanding.VALID;
        }
        if (code.length() != LENGTH) {
            return CodeStanding.MALFORMED;
        }
        if (code.charAt(0) == 'D' && areDigits(code, 1, LENGTH)) {
            return licensed(code, day, codes.listing(CodeSet.CDT));
        }
        if (dental) {
            return CodeStanding.MALFORMED;
        }
        if (areDigits(code, 0, LENGTH - 1)) {
            char last = code.charAt(LENGTH - 1);
            return last >= '0' && last <= '9' || "FTUMA".indexOf(last) >= 0
                    ? licensed(code, day, codes.listing(CodeSet.CPT))
                    : CodeStanding.MALFORMED;
        }
        return codes.listing(CodeSet.HCPCS).standing(code, day);
    }

    /** The list that {@link #standing} asks, for what it has to say about the code. */
    public static CodeListing listing(String code, CodeSets codes) {
        char first = code.isEmpty() ? 'D' : code.charAt(0);
        return codes.listing(first == 'D' ? CodeSet.CDT : first <= '9' ? CodeSet.CPT : CodeSet.HCPCS);
    }

    private static CodeStanding licensed(String code, int day, CodeListing list) {
        return list.isEmpty() ? CodeStanding.VALID : list.standing(code, day);
    }

    private static boolean areDigits(String code, int from, int to) {
        for (int i = from; i < to; i++) {
            if (code.charAt(i) < '0' || code.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
