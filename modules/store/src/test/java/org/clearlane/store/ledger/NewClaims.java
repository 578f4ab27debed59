package org.clearlane.store.ledger;

import java.time.LocalDate;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.ledger.ClaimState;

/** Claims about to enter a ledger, alike but for what a test is about. */
public final class NewClaims {

    private NewClaims() {}

    static NewClaim queued(String id, int ordinal) {
        return of(id, ordinal, "LFC-" + ordinal, ClaimState.QUEUED, null);
    }

    /** Of this state, with this number. */
    public static NewClaim of(String id, int ordinal, String number, ClaimState state, String holdReason) {
        return new NewClaim(
                id,
                ordinal,
                ClaimKind.PROFESSIONAL,
                number,
                13_200,
                "1",
                "",
                "1234567893",
                "391234567",
                "NWH01",
                "northwind",
                LocalDate.of(2026, 2, 2),
                LocalDate.of(2026, 2, 2),
                false,
                21,
                400,
                180,
                580,
                160,
                null,
                null,
                740,
                220,
                state,
                holdReason);
    }
}
