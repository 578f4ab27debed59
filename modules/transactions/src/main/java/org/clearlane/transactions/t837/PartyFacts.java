package org.clearlane.transactions.t837;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.claim.BillingProvider;
import org.clearlane.model.claim.Patient;
import org.clearlane.model.claim.Payer;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.Subscriber;
import org.clearlane.x12.Segment;

/**
 * Who a claim is about, gathered from the levels above it. Each value is made once, when the first claim below asks for
 * it, and shared by the claims below. Where a segment that names somebody came twice, the last counts.
 */
final class PartyFacts {

    /** Of one level; what is more than the guide could ever allow is not kept. */
    static final int MOST_FACTS = 1_000;

    private final FactKeeper keeper;
    private final List<SegmentFact> providerSegments = new ArrayList<>();
    private final List<SegmentFact> subscriberSegments = new ArrayList<>();
    private final List<SegmentFact> payerSegments = new ArrayList<>();
    private final List<SegmentFact> patientSegments = new ArrayList<>();

    private BillingProvider provider;
    private Subscriber subscriber;
    private Payer payer;
    private Patient patient;

    PartyFacts(FactKeeper keeper) {
        this.keeper = keeper;
    }

    void clearProvider() {
        providerSegments.clear();
        provider = null;
    }

    void clearSubscriber() {
        subscriberSegments.clear();
        payerSegments.clear();
        subscriber = null;
        payer = null;
    }

    void clearPatient() {
        patientSegments.clear();
        patient = null;
    }

    void providerFact(Segment s, int tag, String loop, int position) {
        keep(providerSegments, s, tag, loop, position);
        provider = null;
    }

    void subscriberFact(Segment s, int tag, String loop, int position) {
        if (loop.equals("2010BB")) {
            keep(payerSegments, s, tag, loop, position);
            payer = null;
        } else {
            keep(subscriberSegments, s, tag, loop, position);
            subscriber = null;
        }
    }

    void patientFact(Segment s, int tag, String loop, int position) {
        keep(patientSegments, s, tag, loop, position);
        patient = null;
    }

    private void keep(List<SegmentFact> level, Segment s, int packed, String loop, int position) {
        SegmentTag tag = loop.isEmpty() ? null : FactKeeper.tag(packed);
        if (tag != null && level.size() < MOST_FACTS) {
            level.add(keeper.keep(s, tag, loop, position));
        }
    }

    BillingProvider provider() {
        if (provider == null) {
            SegmentFact name = last(providerSegments, "2010AA", SegmentTag.NM1);
            SegmentFact tax = null;
            for (SegmentFact each : providerSegments) {
                boolean number = each.tag() == SegmentTag.REF && each.loop().equals("2010AA");
                tax = number && (each.is(1, "EI") || each.is(1, "SY")) ? each : tax;
            }
            provider = new BillingProvider(
                    element(name, 3),
                    element(name, 4),
                    element(name, 8),
                    name != null && name.is(8, "XX") ? name.element(9) : "",
                    element(tax, 1),
                    element(tax, 2),
                    position(name),
                    position(tax),
                    providerSegments);
        }
        return provider;
    }

    Subscriber subscriber() {
        if (subscriber == null) {
            SegmentFact coverage = last(subscriberSegments, "2000B", SegmentTag.SBR);
            SegmentFact name = last(subscriberSegments, "2010BA", SegmentTag.NM1);
            SegmentFact person = last(subscriberSegments, "2010BA", SegmentTag.DMG);
            subscriber = new Subscriber(
                    element(coverage, 1),
                    element(coverage, 2),
                    element(coverage, 3),
                    element(coverage, 9),
                    element(name, 2),
                    element(name, 3),
                    element(name, 4),
                    element(name, 8),
                    element(name, 9),
                    element(person, 2),
                    element(person, 3),
                    position(coverage),
                    position(name),
                    position(person),
                    subscriberSegments);
        }
        return subscriber;
    }

    Payer payer() {
        if (payer == null) {
            SegmentFact name = last(payerSegments, "2010BB", SegmentTag.NM1);
            payer = new Payer(element(name, 3), element(name, 8), element(name, 9), position(name), payerSegments);
        }
        return payer;
    }

    Patient patient() {
        if (patient == null) {
            SegmentFact relationship = last(patientSegments, "2000C", SegmentTag.PAT);
            SegmentFact name = last(patientSegments, "2010CA", SegmentTag.NM1);
            SegmentFact person = last(patientSegments, "2010CA", SegmentTag.DMG);
            patient = new Patient(
                    element(relationship, 1),
                    element(name, 3),
                    element(name, 4),
                    element(person, 2),
                    element(person, 3),
                    position(name),
                    position(person),
                    patientSegments);
        }
        return patient;
    }

    private static SegmentFact last(List<SegmentFact> segments, String loop, SegmentTag tag) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            SegmentFact each = segments.get(i);
            if (each.tag() == tag && each.loop().equals(loop)) {
                return each;
            }
        }
        return null;
    }

    private static String element(SegmentFact segment, int n) {
        return segment == null ? "" : segment.element(n);
    }

    private static int position(SegmentFact segment) {
        return segment == null ? 0 : segment.position();
    }
}
