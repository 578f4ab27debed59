package org.clearlane.edits.institutional;

import org.clearlane.model.claim.ServiceLine;

/** Lines for room and board: revenue codes 010x to 021x, leave of absence (018x) excepted. */
final class Room {

    private Room() {}

    static boolean is(ServiceLine line) {
        String code = line.revenueCode();
        return code.length() == 4
                && code.compareTo("0100") >= 0
                && code.compareTo("0219") <= 0
                && !code.startsWith("018");
    }
}
