package org.clearlane.edits.coding;

import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.SegmentFact;

/** N403 of an address in the United States has five or nine digits, not all zeros. */
final class ZipIsShaped extends AddressEdit {

    @Override
    void check(SegmentFact city, String entity, String who, EditContext context, FindingCollector out) {
        if (!city.has(3) || isAbroad(city)) {
            return;
        }
        String zip = city.element(3);
        if (!isShaped(zip) && !isCanadian(zip)) {
            out.report(city.place(3), zip, entity, who);
        }
    }

    private static boolean isShaped(String zip) {
        if (zip.length() != 5 && zip.length() != 9) {
            return false;
        }
        for (int i = 0; i < zip.length(); i++) {
            if (zip.charAt(i) < '0' || zip.charAt(i) > '9') {
                return false;
            }
        }
        return !zip.startsWith("00000");
    }

    /** A1A1A1, where the country was left out. */
    private static boolean isCanadian(String zip) {
        return zip.length() == 6 && Character.isLetter(zip.charAt(0)) && Character.isDigit(zip.charAt(1));
    }
}
