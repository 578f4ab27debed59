package org.clearlane.model.remittance;

import java.util.List;
import java.util.Optional;

/**
 * What a claim payment says beyond its money (loop 2100). Health information.
 *
 * @param facility CLP08, place of service or type of bill
 * @param frequency CLP09
 * @param drg CLP11
 * @param drgWeight CLP12
 * @param dischargeFraction CLP13
 * @param parties NM1 in the order sent
 * @param inpatient MIA, each element that was sent by its designator
 * @param outpatient MOA, likewise
 * @param references REF: F8 the payer's original claim number, 1L group, CE class of contract, EA record number …
 * @param dates DTM: 232 and 233 service, 050 received, 036 coverage ended
 * @param contacts PER
 * @param amounts AMT: AU covered, I interest, D8 discount, F5 paid by the patient …
 * @param quantities QTY
 * @param rest what none of these holds, as sent
 */
public record ClaimDetail(
        String facility,
        String frequency,
        String drg,
        String drgWeight,
        String dischargeFraction,
        List<NamedParty> parties,
        List<Fact> inpatient,
        List<Fact> outpatient,
        List<Fact> references,
        List<Fact> dates,
        List<Contact> contacts,
        List<Fact> amounts,
        List<Fact> quantities,
        List<KeptSegment> rest) {

    /** Nothing further was sent. */
    public static final ClaimDetail NONE = new ClaimDetail(
            "", "", "", "", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of());

    /** The elements of MIA and MOA that are remark codes. */
    private static final List<String> REMARKS =
            List.of("MIA05", "MIA20", "MIA21", "MIA22", "MIA23", "MOA03", "MOA04", "MOA05", "MOA06", "MOA07");

    public ClaimDetail {
        parties = List.copyOf(parties);
        inpatient = List.copyOf(inpatient);
        outpatient = List.copyOf(outpatient);
        references = List.copyOf(references);
        dates = List.copyOf(dates);
        contacts = List.copyOf(contacts);
        amounts = List.copyOf(amounts);
        quantities = List.copyOf(quantities);
        rest = List.copyOf(rest);
    }

    /** The first party in this role. */
    public Optional<NamedParty> party(String role) {
        return parties.stream().filter(party -> party.role().equals(role)).findFirst();
    }

    /** The remark codes of MIA and MOA in the order sent. */
    public List<String> remarks() {
        if (inpatient.isEmpty() && outpatient.isEmpty()) {
            return List.of();
        }
        return java.util.stream.Stream.concat(inpatient.stream(), outpatient.stream())
                .filter(fact -> REMARKS.contains(fact.name()))
                .map(Fact::value)
                .toList();
    }
}
