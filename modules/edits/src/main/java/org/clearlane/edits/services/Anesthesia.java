package org.clearlane.edits.services;

import org.clearlane.model.claim.ServiceLine;

/** What is known of anaesthesia by the shape of its procedure codes: 00100 to 01999. */
final class Anesthesia {

    private Anesthesia() {}

    static boolean is(ServiceLine line) {
        String code = line.procedure();
        return code.length() == 5
                && code.charAt(0) == '0'
                && (code.charAt(1) == '0' || code.charAt(1) == '1')
                && line.qualifier().equals("HC")
                && code.charAt(4) <= '9'
                && code.compareTo("00100") >= 0;
    }

    /** Services of anaesthetists that are counted in units and not in minutes. */
    static boolean isCounted(String code) {
        return code.equals("01953") || code.equals("01996");
    }
}
