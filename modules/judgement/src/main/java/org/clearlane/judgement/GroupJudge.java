package org.clearlane.judgement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearlane.guide.Guide;
import org.clearlane.guide.Guides;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.finding.Finding;
import org.clearlane.x12.Segment;

/** Judges a functional group: GS, GE, and the headers and trailers of the sets in it. */
final class GroupJudge {

    /** More control numbers than this are not compared with each other. */
    private static final int MOST_CONTROLS = 200_000;

    private final Guides guides;
    private final SetJudge sets;
    private final JudgementListener listener;

    private GroupFacts facts;
    private boolean test;
    private final Set<String> controls = new HashSet<>();
    private final Set<String> controlsOfGroups = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> codes = new LinkedHashSet<>();
    private boolean distrusted;
    private boolean noted;
    private long received;
    private long accepted;
    private ClaimCounts counts;
    private int setNumber;

    GroupJudge(Guides guides, SetJudge sets, JudgementListener listener) {
        this.guides = guides;
        this.sets = sets;
        this.listener = listener;
    }

    boolean isOpen() {
        return facts != null;
    }

    boolean hasOpenSet() {
        return sets.isOpen();
    }

    /** The groups of another interchange may have the same numbers. */
    void beginInterchange() {
        controlsOfGroups.clear();
    }

    void begin(Segment gs, boolean testInterchange) throws IOException {
        facts = new GroupFacts(gs.element(1), gs.element(2), gs.element(3), gs.element(6), gs.element(8));
        test = testInterchange;
        controls.clear();
        findings.clear();
        codes.clear();
        distrusted = false;
        noted = false;
        received = 0;
        accepted = 0;
        counts = ClaimCounts.NONE;
        if (!Digits.isNumber(facts.control(), 1, 9)) {
            fault(EnvelopeFault.GROUP_CONTROL_MALFORMED, gs, facts.control());
        }
        if (controlsOfGroups.size() < MOST_CONTROLS && !controlsOfGroups.add(facts.control())) {
            fault(EnvelopeFault.GROUP_CONTROL_REPEATED, gs, facts.control());
        }
        Set<String> kinds = guides.groups(facts.version().strip());
        if (facts.functionalId().isEmpty() || !kinds.isEmpty() && !kinds.contains(facts.functionalId())) {
            fault(EnvelopeFault.GROUP_KIND, gs, facts.functionalId());
        } else if (kinds.isEmpty() && !facts.isAcknowledgment()) {
            fault(EnvelopeFault.GROUP_VERSION, gs, facts.version());
        }
        listener.groupOpened(facts);
    }

    private void fault(EnvelopeFault fault, Segment at, String value) {
        findings.add(fault.at(at, 0, value));
        codes.add(fault.note());
        distrusted |= !fault.isTolerable();
    }

    /** ST. */
    void beginSet(Segment st) throws IOException {
        closeSetWithoutTrailer();
        String identifier = st.element(1);
        String control = st.element(2);
        String implementation = st.element(3).strip();
        String version = implementation.isEmpty() ? facts.version().strip() : implementation;
        Optional<Guide> byGroup = find(facts.version().strip(), identifier);
        Optional<Guide> bySet = find(version, identifier);
        boolean unknown = byGroup.isEmpty() || bySet.isEmpty();
        boolean differ = !implementation.isEmpty() && !sameGuide(byGroup, bySet);
        boolean claims = !differ && bySet.isPresent() && areClaims(bySet.get());
        received++;
        sets.begin(
                new SetFacts(
                        ++setNumber,
                        identifier,
                        control,
                        version,
                        implementation,
                        bySet.map(Guide::kind).orElse(identifier),
                        claims,
                        SetJudge.noHeader(control)),
                unknown || differ ? null : bySet.get(),
                test,
                st);
        if (unknown) {
            sets.fault(
                    facts.isAcknowledgment() ? EnvelopeFault.SET_NOT_CLAIMS : EnvelopeFault.GUIDE_UNKNOWN, st, version);
        } else if (differ) {
            sets.fault(EnvelopeFault.GUIDES_DIFFER, st, version);
        } else if (!claims && sets.takesOnlyClaims()) {
            sets.fault(
                    SetFacts.isForPayers(identifier) ? EnvelopeFault.SET_NOT_FORWARDED : EnvelopeFault.SET_NOT_CLAIMS,
                    st,
                    identifier);
        } else if (!isSetOfGroup(version, identifier)) {
            sets.fault(EnvelopeFault.SET_IDENTIFIER, st, identifier);
        }
        if (control.length() < 4 || control.length() > 9) {
            sets.fault(EnvelopeFault.SET_CONTROL_MALFORMED, st, control);
        }
        if (controls.size() < MOST_CONTROLS && !controls.add(control)) {
            sets.fault(EnvelopeFault.SET_CONTROL_REPEATED, st, control);
        }
    }

    /** Where request and answer share a guide's identifier, GS01 says which of them the group holds. */
    private boolean isSetOfGroup(String version, String identifier) {
        Optional<String> group = guides.group(version, identifier);
        boolean groupIsOfGuide = guides.groups(version).contains(facts.functionalId());
        return group.isPresent() && (group.get().equals(facts.functionalId()) || !groupIsOfGuide);
    }

    private static boolean areClaims(Guide guide) {
        return ClaimKind.of(guide.kind()) != null;
    }

    /** The guide of this identifier for this set; where there is none for it, for another, so that the set can be judged. */
    private Optional<Guide> find(String version, String identifier) {
        return guides.find(version, identifier).or(() -> guides.find(version));
    }

    /** Addenda of one guide are read alike, so 005010X222 in ST03 under 005010X222A1 in GS08 is no contradiction. */
    private static boolean sameGuide(Optional<Guide> one, Optional<Guide> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get().kind().equals(other.get().kind())
                && one.get().variant().equals(other.get().variant());
    }

    /** A segment between ST and SE. */
    void segment(Segment segment) throws IOException {
        sets.segment(segment);
    }

    /** SE. */
    void endSet(Segment se) throws IOException {
        String control = sets.control();
        sets.segment(se);
        long counted = sets.segments();
        if (!se.element(2).equals(control)) {
            sets.fault(EnvelopeFault.SET_CONTROL_DIFFERS, se, se.element(2));
        }
        if (!Digits.isNumber(se.element(1), 1, 10) || Long.parseLong(se.element(1)) != counted) {
            sets.fault(EnvelopeFault.SEGMENT_COUNT_WRONG, se, se.element(1));
        }
        take(sets.close());
    }

    /** The set that is open, if one is, ends without SE. */
    void closeSetWithoutTrailer() throws IOException {
        if (sets.isOpen()) {
            sets.fault(EnvelopeFault.SET_TRAILER_MISSING, null, "");
            take(sets.close());
        }
    }

    private void take(SetVerdict set) {
        accepted += set.ack().equals("R") ? 0 : 1;
        noted |= set.ack().equals("E");
        counts = counts.plus(set.claims());
    }

    /** GE. */
    ClaimCounts end(Segment ge) throws IOException {
        closeSetWithoutTrailer();
        long included = received;
        if (!ge.element(2).equals(facts.control())) {
            fault(EnvelopeFault.GROUP_CONTROL_DIFFERS, ge, ge.element(2));
        }
        if (Digits.isNumber(ge.element(1), 1, 9)) {
            included = Long.parseLong(ge.element(1));
        }
        if (!Digits.isNumber(ge.element(1), 1, 9) || included != received) {
            fault(EnvelopeFault.SET_COUNT_OF_GROUP, ge, ge.element(1));
        }
        return close(included);
    }

    /** The group that is open, if one is, ends without GE. */
    ClaimCounts closeWithoutTrailer() throws IOException {
        if (!isOpen()) {
            return ClaimCounts.NONE;
        }
        closeSetWithoutTrailer();
        fault(EnvelopeFault.GROUP_CUT_OFF, null, "");
        return close(received);
    }

    private ClaimCounts close(long included) throws IOException {
        long taken = distrusted ? 0 : accepted;
        String ack;
        if (taken == 0) {
            ack = "R";
        } else if (taken < received) {
            ack = "P";
        } else {
            ack = noted || !codes.isEmpty() ? "E" : "A";
        }
        ClaimCounts all = distrusted ? counts.allRejected() : counts;
        GroupVerdict verdict =
                new GroupVerdict(facts, ack, List.copyOf(codes), included, received, taken, distrusted, findings, all);
        facts = null;
        listener.groupClosed(verdict);
        return all;
    }
}
