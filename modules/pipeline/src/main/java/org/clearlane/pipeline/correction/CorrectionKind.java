package org.clearlane.pipeline.correction;

import java.util.Optional;
import org.clearlane.model.ledger.ClaimState;

/** Why a claim is handed in once more. */
public enum CorrectionKind {
    /** It was refused or is held: the corrected claim takes its place as if it were the first. */
    CORRECTION(null),
    /** The payer has it: the new claim replaces it (CLM05-3 = 7, REF*F8). */
    REPLACEMENT("7"),
    /** The payer has it and is to forget it (CLM05-3 = 8, REF*F8), everything else as it was. */
    VOID("8");

    private final String frequency;

    CorrectionKind(String frequency) {
        this.frequency = frequency;
    }

    /** CLM05-3 of the new claim; null when it stays as it is. */
    public String frequency() {
        return frequency;
    }

    /** Whether the payer's own number of the claim has to be said. */
    public boolean namesPayersClaim() {
        return frequency != null;
    }

    /** Whether a claim in this state may go on in this way. */
    public boolean fits(ClaimState state) {
        return switch (state) {
            case REJECTED_FILE, REJECTED_CLAIM, HELD, REJECTED_999, PAYER_REJECTED -> this == CORRECTION;
            case PAYER_ACCEPTED, PAID, PARTLY_PAID, DENIED, REVERSED -> this != CORRECTION;
            case RECEIVED, QUEUED, BATCHED, UNKNOWN_OUTCOME, SENT, ACKED_999 -> false;
        };
    }

    /** By its name in lower case, as it stands in addresses. */
    public static Optional<CorrectionKind> of(String name) {
        for (CorrectionKind kind : values()) {
            if (kind.name().equalsIgnoreCase(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
