package org.clearlane.pipeline.posting;

import org.clearlane.model.Money;

/** What came of somebody's word that a held remittance counts with its difference. */
public sealed interface Acceptance {

    /** It counts now, as a remittance of its own. */
    record Accepted(String remittanceId, Money difference) implements Acceptance {}

    /** It does not, and nothing was changed. */
    record Refused(Why why, String inWords) implements Acceptance {}

    /** Why not. */
    enum Why {
        /** There is no such remittance. */
        NOT_THERE,
        /** It is not held because of its balance: it counts, came twice, or cannot be read. */
        NOT_HELD,
        /** The difference that was typed is not the one it has. */
        OTHER_DIFFERENCE,
        /** No reason was given, or one too long. */
        NO_REASON,
        /** It pays claims of others than the practice that asks. */
        NOT_THEIRS_ALONE,
        /** The payer has sent the same money again, and that counts. */
        KNOWN_MEANWHILE
    }
}
