package org.clearlane.judgement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.guide.Guide;
import org.clearlane.guide.SetMatcher;
import org.clearlane.guide.StructureFinding;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.finding.Finding;
import org.clearlane.transactions.t837.ClaimReader;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;

/**
 * Judges one claim again, alone, from kept segments: against a guide that its payer narrows, or with something mended in
 * it. Places are those of the file. Faults of the numbering of levels are left out, since a claim alone has no
 * neighbours. Not safe for use by several threads.
 */
final class SecondLook {

    private final Map<Guide, SetMatcher> matchers = new HashMap<>();
    private final List<StructureFinding> told = new ArrayList<>();
    private final ClaimReader reader = new ClaimReader((claim, spans) -> this.claim = claim);
    private Claim claim;

    /** @param claim null when the segments hold none any more */
    record Seen(Claim claim, List<Finding> structure) {}

    /**
     * @param levels by level, each with its HL, as {@link ClaimSegments} keeps them
     * @param maxSnip the highest SNIP type looked at
     */
    Seen at(
            Map<Level, List<KeptSegment>> levels,
            Delimiters delimiters,
            Guide guide,
            ClaimKind kind,
            boolean test,
            int maxSnip) {
        SetMatcher matcher = matchers.computeIfAbsent(guide, each -> each.matcher(told::add));
        told.clear();
        claim = null;
        matcher.begin();
        reader.begin(kind, test);
        List<KeptSegment> fed = new ArrayList<>();
        for (Level level : Level.values()) {
            for (KeptSegment kept : levels.get(level)) {
                fed.add(kept);
                Segment segment = Segment.of(kept.text(), delimiters);
                matcher.accept(segment);
                reader.segment(segment, matcher.loop(), kept.position());
            }
        }
        KeptSegment last = fed.getLast();
        fed.add(new KeptSegment("SE", last.position() + 1, last.ordinal() + 1, last.offset()));
        matcher.accept(
                Segment.of("SE" + (char) delimiters.element() + "1" + (char) delimiters.element() + "1", delimiters));
        matcher.end();
        reader.end();
        List<Finding> structure = new ArrayList<>();
        for (StructureFinding each : told) {
            boolean ofLevels =
                    each.fault().name().startsWith("HL_") || each.segment().equals("SE");
            if (!ofLevels && each.fault().snip() <= maxSnip) {
                structure.add(StructureWords.finding(inFile(each, fed)));
            }
        }
        return new Seen(claim, structure);
    }

    private static StructureFinding inFile(StructureFinding found, List<KeptSegment> fed) {
        int index = Math.clamp(found.position() - 1L, 0, fed.size() - 1);
        KeptSegment kept = fed.get(index);
        return new StructureFinding(
                found.fault(),
                found.loop(),
                found.segment(),
                kept.position(),
                found.element(),
                found.component(),
                found.repeat(),
                found.dataElement(),
                found.value(),
                found.detail(),
                found.label(),
                kept.ordinal(),
                kept.offset());
    }
}
