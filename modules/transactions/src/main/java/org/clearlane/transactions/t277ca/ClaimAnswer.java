package org.clearlane.transactions.t277ca;

import java.util.List;

/**
 * What a status means for the claim, judged by its category (STC01-1, code source 507) and by who says it, never by
 * STC03: payers are seen to send A7 with WQ.
 *
 * <table>
 * <caption>Categories</caption>
 * <tr><th>category</th><th>meaning in short</th><th>answer</th></tr>
 * <tr><td>A0, A1</td><td>forwarded, received</td><td>RECEIVED: a receipt, not an acceptance, whoever says it</td></tr>
 * <tr><td>A2</td><td>accepted for adjudication</td><td>ACCEPTED from the payer; RECEIVED from a house on the way</td></tr>
 * <tr><td>A3</td><td>returned unprocessed</td><td>REJECTED</td></tr>
 * <tr><td>A4</td><td>not found there</td><td>REJECTED: they do not have it, so somebody must act</td></tr>
 * <tr><td>A5</td><td>split</td><td>OTHER</td></tr>
 * <tr><td>A6, A7, A8</td><td>missing, invalid, conflicting data</td><td>REJECTED</td></tr>
 * <tr><td>P, F, R, D, E and unknown ones</td><td>not about acceptance</td><td>OTHER</td></tr>
 * </table>
 */
public enum ClaimAnswer {
    /** Somebody has it; nothing is said of acceptance. */
    RECEIVED,
    /** The payer has taken it into adjudication. */
    ACCEPTED,
    /** It was refused and will not be adjudicated. */
    REJECTED,
    /** Anything else: pending, finalised, split, a request for information. */
    OTHER;

    /** What a category means, said by this source. */
    public static ClaimAnswer of(String category, InformationSource source) {
        return switch (category) {
            case "A0", "A1" -> RECEIVED;
            case "A2" -> source == InformationSource.PAYER ? ACCEPTED : RECEIVED;
            case "A3", "A4", "A6", "A7", "A8" -> REJECTED;
            default -> OTHER;
        };
    }

    /**
     * What several statuses mean together: one rejection rejects, else one acceptance accepts, else anything that is more
     * than a receipt is told, else it is a receipt. None at all is OTHER.
     */
    public static ClaimAnswer of(List<StatusEntry> statuses, InformationSource source) {
        ClaimAnswer all = null;
        for (StatusEntry entry : statuses) {
            ClaimAnswer one = of(entry.status().category(), source);
            if (all == null || one.weight() > all.weight()) {
                all = one;
            }
        }
        return all == null ? OTHER : all;
    }

    private int weight() {
        return switch (this) {
            case RECEIVED -> 0;
            case OTHER -> 1;
            case ACCEPTED -> 2;
            case REJECTED -> 3;
        };
    }
}
