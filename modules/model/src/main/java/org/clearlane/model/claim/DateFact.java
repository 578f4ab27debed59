package org.clearlane.model.claim;

/**
 * A date or period (DTP).
 *
 * @param qualifier DTP01: 472 service, 431 onset, 435 admission …
 * @param format DTP02: D8, RD8, DT …
 * @param value DTP03 as sent
 * @param position the number of the segment in its transaction set
 */
public record DateFact(String qualifier, String format, String value, int position) {

    /** The first day as CCYYMMDD, or empty when it does not start with eight digits. */
    public String from() {
        return eightDigits(0);
    }

    /** The last day as CCYYMMDD: the end of a period, else the day itself; empty when unreadable. */
    public String to() {
        return format.equals("RD8") ? eightDigits(9) : eightDigits(0);
    }

    private String eightDigits(int at) {
        if (value.length() < at + 8) {
            return "";
        }
        for (int i = at; i < at + 8; i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return "";
            }
        }
        return value.substring(at, at + 8);
    }
}
