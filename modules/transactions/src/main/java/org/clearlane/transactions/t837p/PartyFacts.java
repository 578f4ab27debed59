package org.clearlane.transactions.t837p;

import org.clearlane.model.claim.BillingProvider;
import org.clearlane.model.claim.Patient;
import org.clearlane.model.claim.Payer;
import org.clearlane.model.claim.Subscriber;
import org.clearlane.x12.Segment;

/** Who a claim is about, gathered from the levels above it. Each value is made once and shared by the claims below. */
final class PartyFacts {

    private static final int NM1 = Segment.tag("NM1");
    private static final int REF = Segment.tag("REF");
    private static final int SBR = Segment.tag("SBR");
    private static final int DMG = Segment.tag("DMG");
    private static final int PAT = Segment.tag("PAT");

    private static final BillingProvider NO_PROVIDER = new BillingProvider("", "", "", "", "", "", 0, 0);
    private static final Subscriber NO_SUBSCRIBER = new Subscriber("", "", "", "", "", "", "", "", "", "", "", 0, 0, 0);
    private static final Patient NO_PATIENT = new Patient("", "", "", "", "", 0, 0);
    private static final Payer NO_PAYER = new Payer("", "", "", 0);

    private BillingProvider provider = NO_PROVIDER;
    private Subscriber subscriber = NO_SUBSCRIBER;
    private Payer payer = NO_PAYER;
    private Patient patient = NO_PATIENT;

    void clearProvider() {
        provider = NO_PROVIDER;
    }

    void clearSubscriber() {
        subscriber = NO_SUBSCRIBER;
        payer = NO_PAYER;
    }

    void clearPatient() {
        patient = NO_PATIENT;
    }

    BillingProvider provider() {
        return provider;
    }

    Subscriber subscriber() {
        return subscriber;
    }

    Payer payer() {
        return payer;
    }

    Patient patient() {
        return patient;
    }

    void providerFact(Segment s, int tag, String loop, int position) {
        if (!loop.equals("2010AA")) {
            return;
        }
        BillingProvider p = provider;
        if (tag == NM1) {
            String npi = s.elementEquals(8, "XX") ? s.element(9) : "";
            provider = new BillingProvider(
                    s.element(3),
                    s.element(4),
                    s.element(8),
                    npi,
                    p.taxIdQualifier(),
                    p.taxId(),
                    position,
                    p.taxIdPosition());
        } else if (tag == REF && (s.elementEquals(1, "EI") || s.elementEquals(1, "SY"))) {
            provider = new BillingProvider(
                    p.organization(),
                    p.first(),
                    p.idQualifier(),
                    p.npi(),
                    s.element(1),
                    s.element(2),
                    p.position(),
                    position);
        }
    }

    void subscriberFact(Segment s, int tag, String loop, int position) {
        Subscriber b = subscriber;
        if (tag == SBR && loop.equals("2000B")) {
            subscriber = new Subscriber(
                    s.element(1),
                    s.element(2),
                    s.element(3),
                    s.element(9),
                    b.entityType(),
                    b.last(),
                    b.first(),
                    b.idQualifier(),
                    b.memberId(),
                    b.birthDate(),
                    b.sex(),
                    position,
                    b.position(),
                    b.dmgPosition());
        } else if (tag == NM1 && loop.equals("2010BA")) {
            subscriber = new Subscriber(
                    b.responsibility(),
                    b.relationship(),
                    b.groupNumber(),
                    b.filingIndicator(),
                    s.element(2),
                    s.element(3),
                    s.element(4),
                    s.element(8),
                    s.element(9),
                    b.birthDate(),
                    b.sex(),
                    b.sbrPosition(),
                    position,
                    b.dmgPosition());
        } else if (tag == DMG && loop.equals("2010BA")) {
            subscriber = new Subscriber(
                    b.responsibility(),
                    b.relationship(),
                    b.groupNumber(),
                    b.filingIndicator(),
                    b.entityType(),
                    b.last(),
                    b.first(),
                    b.idQualifier(),
                    b.memberId(),
                    s.element(2),
                    s.element(3),
                    b.sbrPosition(),
                    b.position(),
                    position);
        } else if (tag == NM1 && loop.equals("2010BB")) {
            payer = new Payer(s.element(3), s.element(8), s.element(9), position);
        }
    }

    void patientFact(Segment s, int tag, String loop, int position) {
        Patient p = patient;
        if (tag == PAT && loop.equals("2000C")) {
            patient = new Patient(
                    s.element(1), p.last(), p.first(), p.birthDate(), p.sex(), p.position(), p.dmgPosition());
        } else if (tag == NM1 && loop.equals("2010CA")) {
            patient = new Patient(
                    p.relationship(), s.element(3), s.element(4), p.birthDate(), p.sex(), position, p.dmgPosition());
        } else if (tag == DMG && loop.equals("2010CA")) {
            patient = new Patient(
                    p.relationship(), p.last(), p.first(), s.element(2), s.element(3), p.position(), position);
        }
    }
}
