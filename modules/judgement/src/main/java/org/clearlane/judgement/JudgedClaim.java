package org.clearlane.judgement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.Repair;
import org.clearlane.model.finding.Finding;
import org.clearlane.transactions.t837.ClaimSpans;

/**
 * A claim and what was found about it. Mutable by {@link #addFinding} alone, and only while the listener holds it in
 * {@link JudgementListener#claims}.
 */
public final class JudgedClaim {

    private final Claim claim;
    private final ClaimSpans spans;
    private final int setNumber;
    private final HoldReason holdReason;
    private final List<Finding> findings;
    private final int structureFindings;
    private boolean error;
    private final boolean structureError;
    private final List<Repair> repairs;

    /**
     * @param structure what structure said, of the claim and of the levels above it
     * @param edits what the edits said
     * @param repairs the mends with which it is what it is; the facts are those of the claim as mended
     * @param holdReason why it would be held if nothing is wrong with it; null when nothing speaks against it
     */
    JudgedClaim(
            Claim claim,
            ClaimSpans spans,
            int setNumber,
            List<Finding> structure,
            List<Finding> edits,
            HoldReason holdReason,
            List<Repair> repairs) {
        this.claim = claim;
        this.spans = spans;
        this.setNumber = setNumber;
        this.holdReason = holdReason;
        this.repairs = List.copyOf(repairs);
        this.structureFindings = structure.size();
        this.findings = new ArrayList<>(structure.size() + edits.size());
        structure.forEach(this::addFinding);
        this.structureError = error;
        edits.forEach(this::addFinding);
    }

    /** The facts. */
    public Claim claim() {
        return claim;
    }

    /** What was mended in it; empty when it goes on byte for byte. */
    public List<Repair> repairs() {
        return repairs;
    }

    /** Where its bytes are in the file, as handed in. */
    public ClaimSpans spans() {
        return spans;
    }

    /** The set it stands in: {@link SetFacts#number}. */
    public int setNumber() {
        return setNumber;
    }

    /** Everything found about it: structure, the levels above it included, then edits. */
    public List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    /** What was found beyond structure. */
    public List<Finding> editFindings() {
        return Collections.unmodifiableList(findings.subList(structureFindings, findings.size()));
    }

    /** One more finding, for example that the same claim came before. */
    public void addFinding(Finding finding) {
        findings.add(finding);
        error |= finding.isError();
    }

    /** Whether structure alone refuses it. */
    boolean hasStructureError() {
        return structureError;
    }

    /** What becomes of it, as far as it alone is concerned. */
    public Outcome outcome() {
        if (error) {
            return Outcome.REJECTED;
        }
        return holdReason == null ? Outcome.ACCEPTED : Outcome.HELD;
    }

    /** Why it is held; null when it is not. */
    public HoldReason holdReason() {
        return outcome() == Outcome.HELD ? holdReason : null;
    }
}
