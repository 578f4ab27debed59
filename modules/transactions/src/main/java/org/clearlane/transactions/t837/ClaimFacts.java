package org.clearlane.transactions.t837;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.Diagnosis;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.claim.ReferenceFact;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.x12.Segment;

/** The facts of the one claim at hand (2300 to 2440), gathered segment by segment. */
final class ClaimFacts {

    /**
     * More facts than this are not kept, so that one endless "claim" cannot fill the memory. The guides allow 50 lines
     * (999 of institutional claims) and a few dozen facts a line, so whatever comes near this is refused by structure or
     * has said enough.
     */
    static final int MOST_FACTS = 20_000;

    private final FactKeeper keeper;
    private final LineFacts line;
    private final List<OtherProvider> providers = new ArrayList<>();
    private final List<Diagnosis> diagnoses = new ArrayList<>();
    private final List<CodeFact> codes = new ArrayList<>();
    private final List<OtherCoverage> coverages = new ArrayList<>();
    private final List<DateFact> dates = new ArrayList<>();
    private final List<ReferenceFact> references = new ArrayList<>();
    private final List<SegmentFact> segments = new ArrayList<>();
    private final List<ServiceLine> lines = new ArrayList<>();
    private final List<SegmentFact> coverage = new ArrayList<>();
    private final List<SegmentFact> behindName = new ArrayList<>();

    private SegmentFact clm;
    private String payerClaimNumber;
    private SegmentFact providerName;
    private int providerLine;
    private long present;
    private int kept;

    ClaimFacts(FactKeeper keeper) {
        this.keeper = keeper;
        this.line = new LineFacts(keeper);
    }

    void begin(Segment segment, int at) {
        providers.clear();
        diagnoses.clear();
        codes.clear();
        coverages.clear();
        dates.clear();
        references.clear();
        segments.clear();
        lines.clear();
        coverage.clear();
        line.clear();
        providerName = null;
        kept = 0;
        payerClaimNumber = "";
        present = SegmentTag.CLM.bit();
        clm = keeper.keep(segment, SegmentTag.CLM, "2300", at);
    }

    void fact(Segment s, int packed, String loop, int at) {
        SegmentTag tag = loop.length() < 4 ? null : FactKeeper.tag(packed);
        if (tag == null || kept >= MOST_FACTS) {
            return;
        }
        present |= tag.bit();
        switch (loop.charAt(1) * 100 + loop.charAt(2)) {
            case '3' * 100 + '0' -> claimFact(s, tag, loop, at);
            case '3' * 100 + '1', '4' * 100 + '2' -> providerFact(s, tag, loop, at);
            case '3' * 100 + '2', '3' * 100 + '3' -> coverageFact(s, tag, loop, at);
            case '4' * 100 + '0' -> {
                if (tag == SegmentTag.LX) {
                    finishLine();
                    kept++;
                    line.begin(at);
                } else {
                    lineFact(s, tag, loop, at);
                }
            }
            case '4' * 100 + '1', '4' * 100 + '3', '4' * 100 + '4' -> lineFact(s, tag, loop, at);
            default -> {}
        }
    }

    private void claimFact(Segment s, SegmentTag tag, String loop, int at) {
        kept++;
        switch (tag) {
            case DTP -> dates.add(new DateFact(s.element(1), s.element(2), s.element(3), at));
            case REF -> {
                references.add(new ReferenceFact(s.element(1), s.element(2), at));
                if (s.elementEquals(1, "F8")) {
                    payerClaimNumber = s.element(2);
                }
            }
            case HI -> codesOf(s, at);
            default -> segments.add(keeper.keep(s, tag, loop, at));
        }
    }

    private void codesOf(Segment hi, int at) {
        int last = Math.min(hi.elementCount(), 12);
        for (int n = 1; n <= last; n++) {
            if (!hi.has(n)) {
                continue;
            }
            kept++;
            String qualifier = hi.component(n, 1);
            CodeUse use = CodeUse.of(qualifier);
            if (use == CodeUse.PRINCIPAL_DIAGNOSIS || use == CodeUse.OTHER_DIAGNOSIS) {
                diagnoses.add(new Diagnosis(qualifier, hi.component(n, 2), hi.component(n, 9), at, n));
            } else {
                codes.add(code(hi, use, qualifier, at, n));
            }
        }
    }

    private static CodeFact code(Segment hi, CodeUse use, String qualifier, int at, int n) {
        String format = hi.component(n, 3);
        String date = hi.component(n, 4);
        String amount = hi.component(n, 5);
        return new CodeFact(
                use,
                qualifier,
                hi.component(n, 2),
                format.isEmpty() && date.isEmpty() ? null : new DateFact(qualifier, format, date, at),
                amount.isEmpty() ? null : Money.parse(amount).orElse(null),
                hi.component(n, 9),
                at,
                n);
    }

    private void providerFact(Segment s, SegmentTag tag, String loop, int at) {
        kept++;
        if (tag == SegmentTag.NM1) {
            finishProvider();
            providerName = keeper.keep(s, tag, loop, at);
            providerLine = loop.charAt(1) == '3' ? 0 : line.count();
        } else if (providerName != null) {
            behindName.add(keeper.keep(s, tag, loop, at));
        }
    }

    private void finishProvider() {
        if (providerName == null) {
            return;
        }
        SegmentFact name = providerName;
        providerName = null;
        providers.add(new OtherProvider(
                name.loop(),
                providerLine,
                name.element(1),
                name.element(2),
                name.element(3),
                name.element(4),
                name.element(8),
                name.element(9),
                name.position(),
                behindName));
        behindName.clear();
    }

    private void coverageFact(Segment s, SegmentTag tag, String loop, int at) {
        kept++;
        if (tag == SegmentTag.SBR) {
            finishCoverage();
        }
        coverage.add(keeper.keep(s, tag, loop, at));
    }

    private void finishCoverage() {
        if (!coverage.isEmpty()) {
            coverages.add(new OtherCoverage(coverage));
            coverage.clear();
        }
    }

    private void lineFact(Segment s, SegmentTag tag, String loop, int at) {
        if (line.isOpen()) {
            kept++;
            line.fact(s, tag, loop, at);
        }
    }

    private void finishLine() {
        if (line.isOpen()) {
            lines.add(line.finish());
        }
    }

    Claim finish(ClaimKind kind, PartyFacts parties, boolean underPatient, String transactionType, boolean test) {
        finishLine();
        finishProvider();
        finishCoverage();
        return new Claim(
                kind,
                clm.element(1),
                clm.money(2),
                clm.component(5, 1),
                clm.component(5, 2),
                clm.component(5, 3),
                payerClaimNumber,
                parties.provider(),
                parties.subscriber(),
                underPatient ? parties.patient() : null,
                parties.payer(),
                providers,
                diagnoses,
                codes,
                coverages,
                dates,
                references,
                segments,
                lines,
                clm,
                present,
                transactionType,
                test,
                clm.position());
    }
}
