package org.clearlane.model.claim;

import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Place;

/**
 * One service line (loop 2400 with 2410, 2430, 2440; its providers are among those of the claim). What the three kinds
 * of claim say of it in SV1, SV2 or SV3 has one name here; what a kind does not say is empty.
 *
 * @param number the line's place in the claim, from 1 (what LX01 should say)
 * @param revenueCode SV201
 * @param qualifier SV101-1, SV202-1, SV301-1: HC, HP, ER, IV, WK; AD of dental lines
 * @param procedure SV101-2, SV202-2, SV301-2
 * @param modifiers the third to sixth component there, those present
 * @param charge SV102, SV203, SV302; null when it could not be read
 * @param unit SV103, SV204: UN units, MJ minutes, DA days
 * @param quantity SV104, SV205, SV306 as sent
 * @param placeOfService SV105, SV303
 * @param pointers SV107-1 to SV107-4, SV311-1 to SV311-4 as sent, those present
 * @param dates DTP of 2400; the service date has qualifier 472
 * @param references REF of 2400; the line control number has qualifier 6R
 * @param service SV1, SV2 or SV3 whole; null when there is none
 * @param segments everything else of the line, in order: SV5, TOO, PWK, CRC, CR1, CR3, QTY, MEA, CN1, AMT, K3, NTE, PS1,
 *     HCP of 2400, LIN, CTP, REF of 2410, SVD, CAS, DTP, AMT of 2430, LQ, FRM of 2440
 * @param lxPosition the number of the LX segment in its transaction set
 * @param position the number of the SV1, SV2 or SV3 segment; 0 when there is none
 */
public record ServiceLine(
        int number,
        String revenueCode,
        String qualifier,
        String procedure,
        List<String> modifiers,
        Money charge,
        String unit,
        String quantity,
        String placeOfService,
        List<String> pointers,
        List<DateFact> dates,
        List<ReferenceFact> references,
        SegmentFact service,
        List<SegmentFact> segments,
        int lxPosition,
        int position) {

    public ServiceLine {
        modifiers = List.copyOf(modifiers);
        pointers = List.copyOf(pointers);
        dates = List.copyOf(dates);
        references = List.copyOf(references);
        segments = List.copyOf(segments);
    }

    /** The service date or period, or null when the line has none. */
    public DateFact serviceDate() {
        return date("472");
    }

    /** DTP of 2400 with this qualifier, or null. */
    public DateFact date(String dateQualifier) {
        for (int i = 0; i < dates.size(); i++) {
            if (dates.get(i).qualifier().equals(dateQualifier)) {
                return dates.get(i);
            }
        }
        return null;
    }

    /** REF of 2400 with this qualifier, or null. */
    public ReferenceFact reference(String referenceQualifier) {
        for (int i = 0; i < references.size(); i++) {
            if (references.get(i).qualifier().equals(referenceQualifier)) {
                return references.get(i);
            }
        }
        return null;
    }

    /** The first of its other segments with this tag, or null. */
    public SegmentFact first(SegmentTag tag) {
        return segments.isEmpty() ? null : SegmentFact.first(segments, tag);
    }

    /** Whether it has this modifier. */
    public boolean hasModifier(String modifier) {
        return modifiers.contains(modifier);
    }

    /** SV101-7, SV202-7, SV301-7: what was done in words, for codes that do not say it. */
    public String description() {
        return service == null ? "" : service.component(service.tag() == SegmentTag.SV2 ? 2 : 1, 7);
    }

    /** Element {@code n} of SV1 (109 emergency, 111 EPSDT, 112 family planning, 115 copay), SV2 (207 not covered) or SV3. */
    public String serviceElement(int n) {
        return service == null ? "" : service.element(n);
    }

    /** LIN with its CTP (2410). */
    public List<Drug> drugs() {
        return segments.isEmpty() ? List.of() : Drug.in(segments);
    }

    /** What other payers decided about it (2430). */
    public List<LineAdjudication> adjudications() {
        return segments.isEmpty() ? List.of() : LineAdjudication.in(segments);
    }

    /** Where its SV1, SV2 or SV3 stands; LX when there is none. */
    public Place place() {
        return service == null ? Place.ofSegment("2400", "LX", lxPosition) : service.place();
    }

    /** Where its charge stands: SV102, SV203, SV302. */
    public Place chargePlace() {
        return atService(2, 3, 2);
    }

    /** Where its quantity stands: SV104, SV205, SV306. */
    public Place quantityPlace() {
        return atService(4, 5, 6);
    }

    /** Where its procedure code stands: SV101-2, SV202-2, SV301-2. */
    public Place procedurePlace() {
        return procedurePlace(2);
    }

    /** Where this component of its procedure stands: 3 to 6 for modifiers, 7 for the description. */
    public Place procedurePlace(int component) {
        return service == null ? place() : service.place(service.tag() == SegmentTag.SV2 ? 2 : 1, component);
    }

    private Place atService(int sv1, int sv2, int sv3) {
        if (service == null) {
            return place();
        }
        return service.place(
                switch (service.tag()) {
                    case SV2 -> sv2;
                    case SV3 -> sv3;
                    default -> sv1;
                });
    }
}
