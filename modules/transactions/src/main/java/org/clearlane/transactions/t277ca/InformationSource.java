package org.clearlane.transactions.t277ca;

/** Who speaks in a 277CA (2100A NM101). */
public enum InformationSource {
    /** {@code AY}: a clearinghouse on the way. */
    HOUSE,
    /** {@code PR}: the payer itself. */
    PAYER,
    /** Anybody else, or nobody named. */
    OTHER;

    static InformationSource of(String entity) {
        return switch (entity) {
            case "AY" -> HOUSE;
            case "PR" -> PAYER;
            default -> OTHER;
        };
    }
}
