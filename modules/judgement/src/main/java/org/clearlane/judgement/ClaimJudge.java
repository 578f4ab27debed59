package org.clearlane.judgement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.edits.Examination;
import org.clearlane.edits.PartnerEdits;
import org.clearlane.guide.Guide;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.transactions.t837.ClaimSpans;
import org.clearlane.x12.Segment;

/**
 * Judges one claim after another beyond structure: edits, rules of its payer and practice, the guide as its payer narrows
 * it, mends of form. Segments are kept only where a second look may be needed. Not safe for use by several threads.
 */
final class ClaimJudge {

    /** The SNIP type from which on edits look at the facts of claims. */
    private static final int EDITS_FROM = 3;

    private static final int PARTNERS = 7;

    private final JudgeOptions options;
    private final Examination examination;
    private final PartnerEdits.Examination partnerExamination;
    private final Holds holds;
    private final SecondLook look = new SecondLook();
    private final PayerGuides payerGuides;
    private final Mender mender;
    private final ClaimSegments segments = new ClaimSegments();
    private final boolean keeping;

    private SetFacts facts;
    private Guide guide;
    private boolean predetermination;
    private long firstOrdinal;

    ClaimJudge(
            JudgeOptions options,
            Examination examination,
            Partners partners,
            PartnerEdits.Examination partnerExamination) {
        this.options = options;
        this.examination = examination;
        this.partnerExamination = partnerExamination;
        this.holds = new Holds(options);
        this.payerGuides = new PayerGuides(options.maxSnip() < PARTNERS ? Map.of() : partners.guides(), look);
        this.mender = new Mender(options.repairs());
        this.keeping = payerGuides.any() || mender.mendsAnything();
    }

    void begin(SetFacts set, Guide ofSet, long ordinalOfSt) {
        facts = set;
        guide = ofSet;
        predetermination = ofSet != null && ofSet.isVariant();
        firstOrdinal = ordinalOfSt;
        segments.begin();
    }

    /** The next segment, told when the claim before it has been judged. */
    void segment(Segment segment, String loop, int position) {
        if (keeping) {
            segments.keep(segment, loop, position);
        }
    }

    /** The verdict on a claim, as far as it alone is concerned. */
    JudgedClaim judge(Claim claim, ClaimSpans spans, SetFindings findings) {
        List<Finding> structure = findings.ofClaim();
        List<Finding> found = beyondStructure(claim, structure);
        Optional<Mender.MendedClaim> mended = mender.mendsAnything() && !(structure.isEmpty() && found.isEmpty())
                ? mender.mend(claim, structure, found, segments, levels -> again(claim, levels))
                : Optional.empty();
        if (mended.isPresent()) {
            Mender.MendedClaim made = mended.get();
            findings.mended(made.gone());
            return new JudgedClaim(
                    made.claim(),
                    spans,
                    facts.number(),
                    made.structure(),
                    news(made.edits(), made.structure()),
                    holds.reason(made.claim(), predetermination),
                    made.repairs());
        }
        return new JudgedClaim(
                claim,
                spans,
                facts.number(),
                structure,
                news(found, structure),
                holds.reason(claim, predetermination),
                List.of());
    }

    private Mender.Verdict again(Claim before, Map<Level, List<KeptSegment>> levels) {
        SecondLook.Seen seen =
                look.at(levels, segments.delimiters(), guide, before.kind(), before.test(), options.maxSnip());
        return seen.claim() == null
                ? new Mender.Verdict(null, List.of(), List.of())
                : new Mender.Verdict(
                        seen.claim(), seen.structure(), beyondStructure(seen.claim(), seen.structure(), levels));
    }

    private List<Finding> beyondStructure(Claim claim, List<Finding> structure) {
        return beyondStructure(claim, structure, null);
    }

    private List<Finding> beyondStructure(Claim claim, List<Finding> structure, Map<Level, List<KeptSegment>> levels) {
        if (options.maxSnip() < EDITS_FROM) {
            return List.of();
        }
        List<Finding> found = examination.examine(claim, predetermination);
        if (options.maxSnip() < PARTNERS) {
            return found;
        }
        PayerProfile payer = holds.payerOf(claim);
        List<Finding> ofPartners = partnerExamination.examine(
                claim,
                payer == null ? null : payer.id(),
                options.practice() == null ? null : options.practice().id());
        List<Finding> ofGuide = payerGuides.beyond(
                payer,
                guide,
                facts.version(),
                claim.kind(),
                levels == null ? segments.levels() : levels,
                segments.delimiters(),
                claim.test(),
                structure);
        if (ofPartners.isEmpty() && ofGuide.isEmpty()) {
            return found;
        }
        List<Finding> all = new ArrayList<>(found);
        all.addAll(ofPartners);
        all.addAll(ofGuide);
        return all;
    }

    /** Edit findings that structure has not said already, with their place in the file. */
    private List<Finding> news(List<Finding> found, List<Finding> structure) {
        if (found.isEmpty()) {
            return found;
        }
        List<Finding> news = new ArrayList<>(found.size());
        for (Finding finding : found) {
            if (structure.isEmpty() || structure.stream().noneMatch(said -> covers(said, finding))) {
                news.add(placed(finding));
            }
        }
        return news;
    }

    private static boolean covers(Finding said, Finding finding) {
        Place there = said.place();
        Place here = finding.place();
        return said.isError()
                && there.loop().equals(here.loop())
                && there.segment().equals(here.segment())
                && (there.element() == 0 || there.element() == here.element() && there.position() == here.position());
    }

    private Finding placed(Finding finding) {
        Place place = finding.place();
        Place inFile = new Place(
                place.loop(),
                place.segment(),
                place.position(),
                place.element(),
                place.component(),
                place.repeat(),
                place.position() == 0 ? 0 : firstOrdinal + place.position() - 1,
                place.offset());
        return new Finding(
                finding.code(),
                finding.snip(),
                finding.severity(),
                inFile,
                finding.ack(),
                finding.status(),
                finding.value(),
                finding.message(),
                finding.mend(),
                finding.cell());
    }
}
