package org.clearlane.model.claim;

import java.util.List;
import org.clearlane.model.Money;

/**
 * One claim (837 loop 2300 and the loops it hangs under), of any of the three kinds. Text is as sent; what was left out
 * is empty. An amount that could not be read is null, and structure has said so.
 *
 * <p>What nearly every claim has are fields. What few have is among {@link #segments}, {@link #otherCoverages} and the
 * segments of lines and providers, and {@link #has} tells at once whether there is any.
 *
 * @param kind professional, institutional or dental
 * @param patientControlNumber CLM01, the practice's own number for the claim
 * @param charge CLM02, the total charge
 * @param placeOfService CLM05-1; of an institutional claim the first two digits of the bill type
 * @param facilityQualifier CLM05-2: B place of service, A bill type
 * @param frequency CLM05-3: 1 original, 7 replacement, 8 void
 * @param payerClaimNumber REF*F8, the payer's number of the claim that a replacement or void is about
 * @param billingProvider loops 2000A and 2010AA
 * @param subscriber loops 2000B and 2010BA
 * @param patient loops 2000C and 2010CA; null when the subscriber is the patient
 * @param payer loop 2010BB, where the claim goes
 * @param otherProviders referring, rendering, attending, facility and the like, at claim and at line level
 * @param diagnoses HI with BK, ABK, BF, ABF in the order sent
 * @param codes all other codes of HI in the order sent
 * @param otherCoverages loop 2320, one for each other payer
 * @param dates DTP of 2300
 * @param references REF of 2300
 * @param segments everything else of 2300, in order: CL1, DN1, DN2, PWK, CN1, AMT, K3, NTE, CR1, CR2, CRC, QTY, HCP …
 * @param lines loop 2400
 * @param clm CLM whole: CLM07 to CLM20
 * @param present the {@link SegmentTag#bit bits} of all segments from CLM to the last of its last line
 * @param transactionType BHT06: CH charge, RP reporting, 31 subrogation
 * @param test whether ISA15 said T
 * @param position the number of the CLM segment in its transaction set
 */
public record Claim(
        ClaimKind kind,
        String patientControlNumber,
        Money charge,
        String placeOfService,
        String facilityQualifier,
        String frequency,
        String payerClaimNumber,
        BillingProvider billingProvider,
        Subscriber subscriber,
        Patient patient,
        Payer payer,
        List<OtherProvider> otherProviders,
        List<Diagnosis> diagnoses,
        List<CodeFact> codes,
        List<OtherCoverage> otherCoverages,
        List<DateFact> dates,
        List<ReferenceFact> references,
        List<SegmentFact> segments,
        List<ServiceLine> lines,
        SegmentFact clm,
        long present,
        String transactionType,
        boolean test,
        int position) {

    public Claim {
        otherProviders = List.copyOf(otherProviders);
        diagnoses = List.copyOf(diagnoses);
        codes = List.copyOf(codes);
        otherCoverages = List.copyOf(otherCoverages);
        dates = List.copyOf(dates);
        references = List.copyOf(references);
        segments = List.copyOf(segments);
        lines = List.copyOf(lines);
    }

    /** Whether a segment of this tag stands anywhere in it, its lines and other coverages included. */
    public boolean has(SegmentTag tag) {
        return (present & tag.bit()) != 0;
    }

    /** The first of its own segments with this tag, or null: CL1, DN1, CR1, HCP … */
    public SegmentFact first(SegmentTag tag) {
        return has(tag) ? SegmentFact.first(segments, tag) : null;
    }

    /** The first of its own segments with this tag and this first element, or null: AMT*F5, NTE*ADD, CRC*07 … */
    public SegmentFact first(SegmentTag tag, String qualifier) {
        return has(tag) ? SegmentFact.qualified(segments, tag, qualifier) : null;
    }

    /** DTP of 2300 with this qualifier, or null: 434 statement period, 435 admission, 439 accident … */
    public DateFact date(String qualifier) {
        for (int i = 0; i < dates.size(); i++) {
            if (dates.get(i).qualifier().equals(qualifier)) {
                return dates.get(i);
            }
        }
        return null;
    }

    /** REF of 2300 with this qualifier, or null: G1 prior authorization, 9F referral, X4 CLIA, F8 … */
    public ReferenceFact reference(String qualifier) {
        for (int i = 0; i < references.size(); i++) {
            if (references.get(i).qualifier().equals(qualifier)) {
                return references.get(i);
            }
        }
        return null;
    }

    /** The first code of HI of this use, or null; diagnoses that pointers count are in {@link #diagnoses}. */
    public CodeFact code(CodeUse use) {
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i).use() == use) {
                return codes.get(i);
            }
        }
        return null;
    }

    /** The bill type of an institutional claim, CLM05-1 and CLM05-3: {@code 131}; empty for other kinds. */
    public String billType() {
        return kind == ClaimKind.INSTITUTIONAL ? placeOfService + frequency : "";
    }

    /** Whether CLM11-1 to CLM11-3 name this cause: AA auto accident, EM employment, OA other accident. */
    public boolean isCausedBy(String cause) {
        if (!clm.has(11)) {
            return false;
        }
        return clm.component(11, 1).equals(cause)
                || clm.component(11, 2).equals(cause)
                || clm.component(11, 3).equals(cause);
    }
}
