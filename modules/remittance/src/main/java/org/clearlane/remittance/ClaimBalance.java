package org.clearlane.remittance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The balances of one claim payment.
 *
 * @param claim CLP03 − Σ CAS = CLP04
 * @param lines one proof for each service line
 * @param linesOfClaim Σ SVC03 = CLP04; empty where no lines were sent
 * @param patient CLP05 = Σ PR, for information; empty for reversals, where CLP05 is not used
 */
public record ClaimBalance(
        BalanceProof claim,
        List<BalanceProof> lines,
        Optional<BalanceProof> linesOfClaim,
        Optional<BalanceProof> patient) {

    public ClaimBalance {
        lines = List.copyOf(lines);
    }

    /** Whether the claim may count as far as its own arithmetic goes. */
    public boolean balanced() {
        return broken().isEmpty();
    }

    /** The proofs that forbid posting, the claim's own first. */
    public List<BalanceProof> broken() {
        List<BalanceProof> broken = new ArrayList<>(0);
        if (claim.isBroken()) {
            broken.add(claim);
        }
        for (BalanceProof line : lines) {
            if (line.isBroken()) {
                broken.add(line);
            }
        }
        linesOfClaim.filter(BalanceProof::isBroken).ifPresent(broken::add);
        return broken;
    }

    /** All proofs, from the lines up. */
    public List<BalanceProof> proofs() {
        List<BalanceProof> all = new ArrayList<>(lines);
        linesOfClaim.ifPresent(all::add);
        all.add(claim);
        patient.ifPresent(all::add);
        return all;
    }
}
