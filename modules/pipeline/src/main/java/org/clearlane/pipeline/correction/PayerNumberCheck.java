package org.clearlane.pipeline.correction;

import java.util.Optional;
import org.clearlane.transactions.correction.ClaimEditing;
import org.clearlane.x12.Delimiters;

/** Whether a payer's number can stand in REF02. */
final class PayerNumberCheck {

    private static final int LONGEST = 50;

    private PayerNumberCheck() {}

    static Optional<Impossible> of(String number, Delimiters delimiters) {
        if (number.length() > LONGEST || !ClaimEditing.canStand(number, delimiters)) {
            return Optional.of(new Impossible(
                    "The payer's number of the claim is longer than " + LONGEST
                            + " characters, or holds a sign that separates values in this file.",
                    "Enter it as it stands in the payer's 277CA (REF*1K) or 835 (CLP07)."));
        }
        return Optional.empty();
    }
}
