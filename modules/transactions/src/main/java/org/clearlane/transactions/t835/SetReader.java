package org.clearlane.transactions.t835;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.remittance.Fact;
import org.clearlane.model.remittance.KeptSegment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.model.remittance.ProviderSummary;
import org.clearlane.x12.Segment;

/** Reads one transaction set: which part of it the segment at hand belongs to, and nothing about what it says. */
final class SetReader {

    private static final int CLP = 'C' << 16 | 'L' << 8 | 'P';
    private static final int LX = 'L' << 8 | 'X';
    private static final int TS3 = 'T' << 16 | 'S' << 8 | '3';
    private static final int TS2 = 'T' << 16 | 'S' << 8 | '2';
    private static final int PLB = 'P' << 16 | 'L' << 8 | 'B';

    private enum Part {
        HEAD,
        GROUP,
        CLAIM,
        TAIL
    }

    private final RemittanceListener listener;
    private final String setControl;
    private final HeadBuilder head;

    private Part part = Part.HEAD;
    /** The number of the segment at hand, ST being 1; 0 before the first where ST is missing. */
    private int position;

    private long claims;
    private ClaimBuilder claim;

    private String groupNumber = "";
    private ProviderSummary summary;
    private Place summaryPlace;
    private long claimsInGroup;
    private boolean groupTold = true;
    private List<String> groupSegments = new ArrayList<>();
    private List<Fact> groupInpatient = new ArrayList<>(0);
    private List<KeptSegment> groupRest = new ArrayList<>(0);

    private final List<ProviderAdjustment> providerAdjustments = new ArrayList<>();
    private final List<String> tailSegments = new ArrayList<>();
    private final List<KeptSegment> tailRest = new ArrayList<>(0);

    SetReader(RemittanceListener listener, Envelope envelope, String setControl, String convention) {
        this.listener = listener;
        this.setControl = setControl;
        this.head = new HeadBuilder(envelope, setControl, convention);
        this.position = 1;
    }

    void take(Segment segment) {
        position++;
        switch (segment.tag()) {
            case CLP -> {
                endHead();
                endClaim();
                tellGroup();
                part = Part.CLAIM;
                claims++;
                claimsInGroup++;
                claim = new ClaimBuilder(segment, position);
            }
            case LX -> {
                endHead();
                endClaim();
                endGroup();
                part = Part.GROUP;
                groupNumber = segment.element(1);
                groupSegments.add(segment.toString());
                Facts.keepIf(Facts.goesBeyond(segment, 1), "2000", segment, position, groupRest);
                groupTold = false;
            }
            case PLB -> {
                endHead();
                endClaim();
                endGroup();
                part = Part.TAIL;
                providerAdjustment(segment);
            }
            default -> inside(segment);
        }
    }

    private void inside(Segment segment) {
        switch (part) {
            case HEAD -> {
                List<Finding> problems = new ArrayList<>();
                head.add(segment, position, problems);
                problems.forEach(listener::problem);
            }
            case GROUP -> {
                groupSegments.add(segment.toString());
                if (segment.tag() == TS3 && summary == null) {
                    summary(segment);
                } else if (segment.tag() == TS2) {
                    Facts.byDesignator(segment, 1, groupInpatient);
                } else {
                    Facts.keepIf(true, "2000", segment, position, groupRest);
                }
            }
            case CLAIM -> claim.add(segment, position);
            case TAIL -> {
                tailSegments.add(segment.toString());
                Facts.keepIf(true, "", segment, position, tailRest);
                listener.problem(RemittanceFindings.misplaced(RemittanceFindings.at("", segment, position)));
            }
        }
    }

    private void endHead() {
        if (part != Part.HEAD) {
            return;
        }
        part = Part.GROUP;
        List<Finding> problems = new ArrayList<>();
        RemittanceHead built = head.build(position, problems);
        problems.forEach(listener::problem);
        listener.opened(built);
    }

    private void summary(Segment ts3) {
        List<Finding> problems = new ArrayList<>();
        summaryPlace = RemittanceFindings.at("2000", ts3, position);
        Money charge = Amounts.required(ts3, 5, summaryPlace, problems);
        problems.forEach(listener::problem);
        List<Fact> further = new ArrayList<>(0);
        Facts.byDesignator(ts3, 6, further);
        boolean unread = !problems.isEmpty() || ts3.has(4) && count(ts3.element(4)) < 0;
        Facts.keepIf(unread, "2000", ts3, position, groupRest);
        summary = new ProviderSummary(
                ts3.element(1), ts3.element(2), ts3.element(3), count(ts3.element(4)), charge, further);
    }

    private static long count(String text) {
        if (text.isEmpty() || text.length() > 10) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private void tellGroup() {
        if (!groupTold) {
            listener.group(new ClaimGroup(
                    groupNumber, Optional.ofNullable(summary), groupInpatient, groupRest, groupSegments));
            groupTold = true;
        }
    }

    private void endGroup() {
        tellGroup();
        if (summary != null && summary.claimCount() != claimsInGroup) {
            listener.problem(RemittanceFindings.summaryCount(summaryPlace.atElement(4)));
        }
        groupSegments = new ArrayList<>();
        groupInpatient = new ArrayList<>(0);
        groupRest = new ArrayList<>(0);
        summary = null;
        claimsInGroup = 0;
    }

    private void endClaim() {
        if (claim == null) {
            return;
        }
        List<Finding> problems = claim.problems();
        problems.forEach(listener::problem);
        listener.claim(claim.build(), List.copyOf(problems));
        claim = null;
    }

    /** PLB03-PLB04 and up to five further pairs; more are read too. */
    private void providerAdjustment(Segment plb) {
        tailSegments.add(plb.toString());
        Place place = RemittanceFindings.at("", plb, position);
        List<Finding> problems = new ArrayList<>();
        for (int at = 3; at <= plb.elementCount(); at += 2) {
            if (!plb.has(at) && !plb.has(at + 1)) {
                continue;
            }
            Money amount = Amounts.required(plb, at + 1, place, problems);
            providerAdjustments.add(new ProviderAdjustment(
                    plb.element(1), plb.element(2), plb.component(at, 1), plb.component(at, 2), amount));
            Facts.keepIf(!plb.component(at, 3).isEmpty(), "", plb, position, tailRest);
        }
        Facts.keepIf(!problems.isEmpty(), "", plb, position, tailRest);
        problems.forEach(listener::problem);
    }

    void trailer(Segment se) {
        position++;
        finish();
        long said = count(se.element(1).strip());
        boolean controlRight = se.element(2).strip().equals(setControl.strip());
        if (said != position) {
            listener.problem(RemittanceFindings.countWrong(se, position));
        }
        if (!controlRight) {
            listener.problem(RemittanceFindings.controlWrong(se, position));
        }
        listener.closed(
                providerAdjustments, new SetEnd(true, said, position, controlRight, claims, tailSegments, tailRest));
    }

    /** The set ends without SE. */
    void cutShort() {
        finish();
        listener.problem(RemittanceFindings.trailerMissing(position));
        listener.closed(providerAdjustments, new SetEnd(false, -1, position, false, claims, tailSegments, tailRest));
    }

    private void finish() {
        endHead();
        endClaim();
        endGroup();
    }
}
