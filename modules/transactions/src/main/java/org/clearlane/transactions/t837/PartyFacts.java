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

    /** A person or organisation: NM1, and DMG behind it. */
    private static final class Party {
        private String type = "";
        private String last = "";
        private String first = "";
        private String idQualifier = "";
        private String id = "";
        private String birthDate = "";
        private String sex = "";
        private int position;
        private int dmgPosition;

        void clear() {
            type = "";
            last = "";
            first = "";
            idQualifier = "";
            id = "";
            birthDate = "";
            sex = "";
            position = 0;
            dmgPosition = 0;
        }

        void take(Segment s, SegmentTag tag, int at) {
            if (tag == SegmentTag.NM1) {
                type = s.element(2);
                last = s.element(3);
                first = s.element(4);
                idQualifier = s.element(8);
                id = s.element(9);
                position = at;
            } else if (tag == SegmentTag.DMG) {
                birthDate = s.element(2);
                sex = s.element(3);
                dmgPosition = at;
            }
        }
    }

    private final FactKeeper keeper;
    private final List<SegmentFact> providerSegments = new ArrayList<>();
    private final List<SegmentFact> subscriberSegments = new ArrayList<>();
    private final List<SegmentFact> payerSegments = new ArrayList<>();
    private final List<SegmentFact> patientSegments = new ArrayList<>();
    private final Party billing = new Party();
    private final Party insured = new Party();
    private final Party sick = new Party();
    private final Party paying = new Party();

    private String taxIdQualifier = "";
    private String taxId = "";
    private int taxIdPosition;
    private String responsibility = "";
    private String relationship = "";
    private String groupNumber = "";
    private String filingIndicator = "";
    private int sbrPosition;
    private String patientRelationship = "";

    private BillingProvider provider;
    private Subscriber subscriber;
    private Payer payer;
    private Patient patient;

    PartyFacts(FactKeeper keeper) {
        this.keeper = keeper;
    }

    void clearProvider() {
        providerSegments.clear();
        billing.clear();
        taxIdQualifier = "";
        taxId = "";
        taxIdPosition = 0;
        provider = null;
    }

    void clearSubscriber() {
        subscriberSegments.clear();
        payerSegments.clear();
        insured.clear();
        paying.clear();
        responsibility = "";
        relationship = "";
        groupNumber = "";
        filingIndicator = "";
        sbrPosition = 0;
        subscriber = null;
        payer = null;
    }

    void clearPatient() {
        patientSegments.clear();
        sick.clear();
        patientRelationship = "";
        patient = null;
    }

    void providerFact(Segment s, int packed, String loop, int position) {
        SegmentTag tag = keep(providerSegments, s, packed, loop, position);
        provider = null;
        if (tag == null || !loop.equals("2010AA")) {
            return;
        }
        billing.take(s, tag, position);
        if (tag == SegmentTag.REF && (s.elementEquals(1, "EI") || s.elementEquals(1, "SY"))) {
            taxIdQualifier = s.element(1);
            taxId = s.element(2);
            taxIdPosition = position;
        }
    }

    void subscriberFact(Segment s, int packed, String loop, int position) {
        if (loop.equals("2010BB")) {
            SegmentTag tag = keep(payerSegments, s, packed, loop, position);
            payer = null;
            if (tag != null) {
                paying.take(s, tag, position);
            }
            return;
        }
        SegmentTag tag = keep(subscriberSegments, s, packed, loop, position);
        subscriber = null;
        if (tag == SegmentTag.SBR && loop.equals("2000B")) {
            responsibility = s.element(1);
            relationship = s.element(2);
            groupNumber = s.element(3);
            filingIndicator = s.element(9);
            sbrPosition = position;
        } else if (tag != null && loop.equals("2010BA")) {
            insured.take(s, tag, position);
        }
    }

    void patientFact(Segment s, int packed, String loop, int position) {
        SegmentTag tag = keep(patientSegments, s, packed, loop, position);
        patient = null;
        if (tag == SegmentTag.PAT && loop.equals("2000C")) {
            patientRelationship = s.element(1);
        } else if (tag != null && loop.equals("2010CA")) {
            sick.take(s, tag, position);
        }
    }

    private SegmentTag keep(List<SegmentFact> level, Segment s, int packed, String loop, int position) {
        SegmentTag tag = loop.isEmpty() ? null : FactKeeper.tag(packed);
        if (tag != null && level.size() < MOST_FACTS) {
            level.add(keeper.keep(s, tag, loop, position));
        }
        return tag;
    }

    BillingProvider provider() {
        if (provider == null) {
            provider = new BillingProvider(
                    billing.last,
                    billing.first,
                    billing.idQualifier,
                    billing.idQualifier.equals("XX") ? billing.id : "",
                    taxIdQualifier,
                    taxId,
                    billing.position,
                    taxIdPosition,
                    providerSegments);
        }
        return provider;
    }

    Subscriber subscriber() {
        if (subscriber == null) {
            subscriber = new Subscriber(
                    responsibility,
                    relationship,
                    groupNumber,
                    filingIndicator,
                    insured.type,
                    insured.last,
                    insured.first,
                    insured.idQualifier,
                    insured.id,
                    insured.birthDate,
                    insured.sex,
                    sbrPosition,
                    insured.position,
                    insured.dmgPosition,
                    subscriberSegments);
        }
        return subscriber;
    }

    Payer payer() {
        if (payer == null) {
            payer = new Payer(paying.last, paying.idQualifier, paying.id, paying.position, payerSegments);
        }
        return payer;
    }

    Patient patient() {
        if (patient == null) {
            patient = new Patient(
                    patientRelationship,
                    sick.last,
                    sick.first,
                    sick.birthDate,
                    sick.sex,
                    sick.position,
                    sick.dmgPosition,
                    patientSegments);
        }
        return patient;
    }
}
