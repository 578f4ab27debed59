package org.clearlane.edits;

import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.Diagnosis;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.claim.ReferenceFact;
import org.clearlane.model.finding.Place;

/** Where facts stand that do not say it themselves. */
public final class Places {

    private Places() {}

    /** DTP03 of a date of the claim (2300). */
    public static Place date(DateFact date) {
        return Place.ofSegment("2300", "DTP", date.position()).atElement(3);
    }

    /** DTP03 of a date of a line (2400). */
    public static Place lineDate(DateFact date) {
        return Place.ofSegment("2400", "DTP", date.position()).atElement(3);
    }

    /** REF02 of a number of the claim (2300). */
    public static Place reference(ReferenceFact reference) {
        return Place.ofSegment("2300", "REF", reference.position()).atElement(2);
    }

    /** REF02 of a number of a line (2400). */
    public static Place lineReference(ReferenceFact reference) {
        return Place.ofSegment("2400", "REF", reference.position()).atElement(2);
    }

    /** An element of the NM1 of a provider beside the billing provider. */
    public static Place provider(OtherProvider provider, int element) {
        return Place.ofSegment(provider.loop(), "NM1", provider.position()).atElement(element);
    }

    /** HI0n-2 of a diagnosis. */
    public static Place diagnosis(Diagnosis diagnosis) {
        return Place.ofSegment("2300", "HI", diagnosis.position()).atComponent(diagnosis.element(), 2);
    }

    /** An element of the NM1 of the billing provider (2010AA). */
    public static Place billing(Claim claim, int element) {
        return Place.ofSegment("2010AA", "NM1", claim.billingProvider().position())
                .atElement(element);
    }

    /** An element of the subscriber's SBR (2000B). */
    public static Place coverage(Claim claim, int element) {
        return Place.ofSegment("2000B", "SBR", claim.subscriber().sbrPosition()).atElement(element);
    }

    /** An element of the subscriber's NM1 (2010BA). */
    public static Place subscriber(Claim claim, int element) {
        return Place.ofSegment("2010BA", "NM1", claim.subscriber().position()).atElement(element);
    }
}
