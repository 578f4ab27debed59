package org.clearlane.judgement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearlane.model.finding.Finding;
import org.clearlane.transactions.t999.BusinessUnit;
import org.clearlane.transactions.t999.ClaimFinding;

/**
 * The findings of one set: all of them in order for its acknowledgment, and those of each open level, which every claim
 * below inherits. Bounded: an endless stream of faults changes no verdict and fills no memory.
 */
final class SetFindings {

    private static final Level[] LEVELS = Level.values();
    /** More of one level than anybody reads. */
    private static final int MOST_OF_A_LEVEL = 1_000;

    private final List<ClaimFinding> structure = new ArrayList<>();
    private final List<ClaimFinding> edits = new ArrayList<>();
    private final Map<Level, List<Finding>> open = new EnumMap<>(Level.class);
    private boolean nothingOpen = true;
    private long count;
    private long structureErrors;
    private final Set<Finding> mended = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean setErrors;

    SetFindings() {
        for (Level level : LEVELS) {
            open.put(level, new ArrayList<>());
        }
    }

    void clear() {
        structure.clear();
        edits.clear();
        open.values().forEach(List::clear);
        nothingOpen = true;
        count = 0;
        structureErrors = 0;
        mended.clear();
        setErrors = false;
    }

    /** A fault of structure, of this level as it stands open; in the claim with this number, if in one. */
    void add(Level level, Finding finding, String patientControlNumber) {
        count++;
        structureErrors += finding.isError() ? 1 : 0;
        setErrors |= level == Level.SET && finding.isError();
        keep(structure, finding, level == Level.CLAIM ? patientControlNumber : "");
        nothingOpen = false;
        List<Finding> ofLevel = open.get(level);
        // What refuses the level must not be crowded out by what does not.
        if (ofLevel.size() < MOST_OF_A_LEVEL) {
            ofLevel.add(finding);
        } else if (finding.isError() && !ofLevel.getLast().isError()) {
            ofLevel.set(ofLevel.size() - 1, finding);
        }
    }

    /** A fault of structure in a set that is taken or refused as a whole; in this business unit, or null. */
    void addToWhole(Finding finding, BusinessUnit unit) {
        count++;
        structureErrors += finding.isError() ? 1 : 0;
        setErrors |= finding.isError();
        if (structure.size() < SetJudge.MOST_FINDINGS) {
            structure.add(new ClaimFinding(finding, "", unit));
        }
    }

    /** What an edit or the listener found in a claim. */
    void addOfClaim(Finding finding, String patientControlNumber) {
        count++;
        keep(edits, finding, patientControlNumber);
    }

    /** These faults of structure are gone, because what they are about was mended: no acknowledgment speaks of them. */
    void mended(List<Finding> gone) {
        for (Finding finding : gone) {
            if (mended.add(finding)) {
                structure.removeIf(each -> each.finding() == finding);
                structureErrors -= finding.isError() ? 1 : 0;
                count--;
            }
        }
    }

    private static void keep(List<ClaimFinding> kept, Finding finding, String patientControlNumber) {
        if (kept.size() < SetJudge.MOST_FINDINGS) {
            kept.add(new ClaimFinding(finding, patientControlNumber));
        }
    }

    /** What claims below inherited from this level and those below it is over. */
    void close(Level level) {
        if (nothingOpen) {
            return;
        }
        for (Level each : LEVELS) {
            if (each.compareTo(level) >= 0) {
                open.get(each).clear();
            }
        }
    }

    /** Everything that concerns the claim at hand: its own and that of the levels above it, the set's own aside. */
    List<Finding> ofClaim() {
        if (nothingOpen) {
            return List.of();
        }
        List<Finding> all = null;
        for (Level level : LEVELS) {
            if (level != Level.SET && !open.get(level).isEmpty()) {
                all = all == null ? new ArrayList<>() : all;
                all.addAll(open.get(level));
            }
        }
        return all == null ? List.of() : all;
    }

    List<ClaimFinding> structure() {
        return structure;
    }

    List<ClaimFinding> edits() {
        return edits;
    }

    long count() {
        return count;
    }

    boolean hasStructureErrors() {
        return structureErrors > 0;
    }

    boolean hasSetErrors() {
        return setErrors;
    }
}
