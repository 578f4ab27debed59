package org.clearlane.remittance.reassociation;

import java.util.Optional;
import org.clearlane.remittance.MatchResult.Confidence;

/**
 * What is decided about one bank's entry.
 *
 * @param eftId whose it is
 * @param eraId the 835 it goes with, where there is one
 * @param outcome by name
 * @param confidence how sure that is; LOW is a proposal for a person
 * @param reason in words
 */
public record ReassociationDecision(
        String eftId, Optional<String> eraId, ReassociationOutcome outcome, Confidence confidence, String reason) {

    /** Whether a person has to look at it, or its 835 has to come. */
    public boolean isOpen() {
        return confidence == Confidence.LOW;
    }
}
