package org.clearlane.edits.codes;

import java.util.Arrays;
import java.util.Optional;

/** The code sets there are, each a table {@code config/codesets/<id>.tsv} or one that an operator imports. */
public enum CodeSet {
    ICD_10_CM("icd-10-cm", Kind.ICD_10, 0, "diagnoses"),
    ICD_10_PCS("icd-10-pcs", Kind.ICD_10, 0, "procedures of inpatients"),
    HCPCS("hcpcs", Kind.LISTING, 3, "HCPCS Level II"),
    CPT("cpt", Kind.LISTING, 12, "CPT: only where a licensee imports it"),
    CDT("cdt", Kind.LISTING, 12, "CDT: only where a licensee imports it"),
    MODIFIER("modifier", Kind.LISTING, 3, "procedure modifiers"),
    PLACE_OF_SERVICE("place-of-service", Kind.LISTING, 0, "place of service"),
    BILL_TYPE("bill-type", Kind.LISTING, 0, "facility type and classification of a bill"),
    BILL_FREQUENCY("bill-frequency", Kind.LISTING, 0, "frequency of a bill"),
    REVENUE("revenue", Kind.LISTING, 0, "revenue centre"),
    CONDITION("condition", Kind.LISTING, 0, "condition of a claim"),
    PATIENT_STATUS("patient-status", Kind.LISTING, 0, "status of the patient at discharge"),
    ADMISSION_TYPE("admission-type", Kind.LISTING, 0, "priority of the admission"),
    ADMISSION_SOURCE("admission-source", Kind.LISTING, 0, "point of origin of the admission"),
    TAXONOMY("taxonomy", Kind.LISTING, 6, "provider taxonomy"),
    ADJUSTMENT_GROUP("adjustment-group", Kind.LISTING, 0, "claim adjustment group"),
    CARC("carc", Kind.LISTING, 4, "claim adjustment reason"),
    RARC("rarc", Kind.LISTING, 4, "remittance advice remark"),
    CLAIM_STATUS_CATEGORY("claim-status-category", Kind.LISTING, 0, "claim status category"),
    CLAIM_STATUS("claim-status", Kind.LISTING, 0, "claim status"),
    STATE("state", Kind.LISTING, 0, "states and provinces"),
    NCCI_PTP_PRACTITIONER("ncci-ptp-practitioner", Kind.PAIRS, 3, "procedures not billed together, practitioners"),
    NCCI_PTP_HOSPITAL("ncci-ptp-hospital", Kind.PAIRS, 3, "procedures not billed together, outpatient hospitals"),
    NCCI_MUE_PRACTITIONER("ncci-mue-practitioner", Kind.LIMITS, 3, "most units, practitioners"),
    NCCI_MUE_HOSPITAL("ncci-mue-hospital", Kind.LIMITS, 3, "most units, outpatient hospitals"),
    NCCI_MUE_DME("ncci-mue-dme", Kind.LIMITS, 3, "most units, suppliers of equipment"),
    MCE("mce", Kind.CONFLICTS, 12, "diagnoses with a sex, an age or a place of their own");

    /** How a set is laid out. */
    public enum Kind {
        /** Codes by fiscal year: {@link Icd10Codes}. */
        ICD_10,
        /** Codes with first and last day: {@link CodeListing}. */
        LISTING,
        /** {@link ProcedurePairs}. */
        PAIRS,
        /** {@link UnitLimits}. */
        LIMITS,
        /** {@link DiagnosisConflicts}. */
        CONFLICTS
    }

    private final String id;
    private final Kind kind;
    private final int months;
    private final String title;

    CodeSet(String id, Kind kind, int months, String title) {
        this.id = id;
        this.kind = kind;
        this.months = months;
        this.title = title;
    }

    /** Its name in commands and of its file. */
    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** How many months an edition is complete until the publisher gives out the next; 0 when editions are rare. */
    int months() {
        return months;
    }

    /** What its codes are. */
    public String title() {
        return title;
    }

    /** The set of this name. */
    public static Optional<CodeSet> byId(String id) {
        return Arrays.stream(values()).filter(set -> set.id.equals(id)).findFirst();
    }
}
