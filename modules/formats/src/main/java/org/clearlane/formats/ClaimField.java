package org.clearlane.formats;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a column of a table may mean: the fixed vocabulary between the layouts (which say which column is which field)
 * and the 837P (where {@link SegmentTemplate} says which element a field becomes).
 */
public enum ClaimField {
    CLAIM_NUMBER(true),
    CLAIM_CHARGE(Kind.AMOUNT, false),
    PLACE_OF_SERVICE(true),
    CLAIM_FREQUENCY(true),
    SIGNATURE_ON_FILE(true),
    ASSIGNMENT(true),
    BENEFITS_ASSIGNED(true),
    RELEASE_OF_INFORMATION(true),
    PAYER_CLAIM_NUMBER,
    PRIOR_AUTHORIZATION,
    REFERRAL_NUMBER,
    CLIA_NUMBER,
    PATIENT_PAID(Kind.AMOUNT, false),
    ONSET_DATE(Kind.DATE, false),
    CLAIM_NOTE,

    BILLING_NAME(true),
    BILLING_FIRST_NAME,
    BILLING_NPI(true),
    BILLING_TAX_ID(true),
    BILLING_TAX_ID_TYPE(true),
    BILLING_TAXONOMY,
    BILLING_ADDRESS(true),
    BILLING_ADDRESS_2,
    BILLING_CITY(true),
    BILLING_STATE(true),
    BILLING_ZIP(Kind.ZIP, true),

    PAYER_NAME(true),
    PAYER_ID(true),
    CLAIM_FILING_INDICATOR,
    GROUP_NUMBER,
    GROUP_NAME,

    SUBSCRIBER_ID(true),
    SUBSCRIBER_LAST_NAME(true),
    SUBSCRIBER_FIRST_NAME,
    SUBSCRIBER_MIDDLE_NAME,
    SUBSCRIBER_BIRTH_DATE(Kind.DATE, false),
    SUBSCRIBER_SEX,
    SUBSCRIBER_ADDRESS,
    SUBSCRIBER_ADDRESS_2,
    SUBSCRIBER_CITY,
    SUBSCRIBER_STATE,
    SUBSCRIBER_ZIP(Kind.ZIP, false),

    PATIENT_RELATIONSHIP,
    PATIENT_LAST_NAME,
    PATIENT_FIRST_NAME,
    PATIENT_MIDDLE_NAME,
    PATIENT_BIRTH_DATE(Kind.DATE, false),
    PATIENT_SEX,
    PATIENT_ADDRESS,
    PATIENT_ADDRESS_2,
    PATIENT_CITY,
    PATIENT_STATE,
    PATIENT_ZIP(Kind.ZIP, false),

    REFERRING_NPI,
    REFERRING_LAST_NAME,
    REFERRING_FIRST_NAME,
    RENDERING_NPI,
    RENDERING_LAST_NAME,
    RENDERING_FIRST_NAME,
    RENDERING_TAXONOMY,
    FACILITY_NAME,
    FACILITY_NPI,
    FACILITY_ADDRESS,
    FACILITY_CITY,
    FACILITY_STATE,
    FACILITY_ZIP(Kind.ZIP, false),

    DIAGNOSIS_1(Kind.DIAGNOSIS, true),
    DIAGNOSIS_2(Kind.DIAGNOSIS, false),
    DIAGNOSIS_3(Kind.DIAGNOSIS, false),
    DIAGNOSIS_4(Kind.DIAGNOSIS, false),
    DIAGNOSIS_5(Kind.DIAGNOSIS, false),
    DIAGNOSIS_6(Kind.DIAGNOSIS, false),
    DIAGNOSIS_7(Kind.DIAGNOSIS, false),
    DIAGNOSIS_8(Kind.DIAGNOSIS, false),
    DIAGNOSIS_9(Kind.DIAGNOSIS, false),
    DIAGNOSIS_10(Kind.DIAGNOSIS, false),
    DIAGNOSIS_11(Kind.DIAGNOSIS, false),
    DIAGNOSIS_12(Kind.DIAGNOSIS, false),

    LINE_CONTROL_NUMBER(Level.LINE, Kind.TEXT, false),
    SERVICE_DATE(Level.LINE, Kind.DATE, true),
    SERVICE_DATE_TO(Level.LINE, Kind.DATE, false),
    PROCEDURE_CODE(Level.LINE, Kind.TEXT, true),
    MODIFIER_1(Level.LINE, Kind.TEXT, false),
    MODIFIER_2(Level.LINE, Kind.TEXT, false),
    MODIFIER_3(Level.LINE, Kind.TEXT, false),
    MODIFIER_4(Level.LINE, Kind.TEXT, false),
    LINE_CHARGE(Level.LINE, Kind.AMOUNT, true),
    UNIT_TYPE(Level.LINE, Kind.TEXT, true),
    UNITS(Level.LINE, Kind.QUANTITY, true),
    LINE_PLACE_OF_SERVICE(Level.LINE, Kind.TEXT, false),
    DIAGNOSIS_POINTERS(Level.LINE, Kind.POINTERS, true),
    LINE_NOTE(Level.LINE, Kind.TEXT, false);

    /** Whether a field says the same in every row of a claim, or belongs to one row. */
    public enum Level {
        CLAIM,
        LINE
    }

    /** How a field's text is read. */
    public enum Kind {
        TEXT,
        DATE,
        AMOUNT,
        QUANTITY,
        DIAGNOSIS,
        POINTERS,
        ZIP
    }

    private static final Map<String, ClaimField> BY_KEY = new HashMap<>();

    static {
        for (ClaimField field : values()) {
            BY_KEY.put(field.key, field);
        }
    }

    private final Level level;
    private final Kind kind;
    private final boolean needed;
    private final String key;

    ClaimField() {
        this(Level.CLAIM, Kind.TEXT, false);
    }

    ClaimField(boolean needed) {
        this(Level.CLAIM, Kind.TEXT, needed);
    }

    ClaimField(Kind kind, boolean needed) {
        this(Level.CLAIM, kind, needed);
    }

    ClaimField(Level level, Kind kind, boolean needed) {
        this.level = level;
        this.kind = kind;
        this.needed = needed;
        this.key = camelCase(name());
    }

    private static String camelCase(String name) {
        StringBuilder key = new StringBuilder();
        boolean upper = false;
        for (char c : name.toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                key.append(upper ? c : Character.toLowerCase(c));
                upper = false;
            }
        }
        return key.toString();
    }

    /** The field's name in the files of a layout, for example {@code billingTaxId}. */
    public String key() {
        return key;
    }

    public Level level() {
        return level;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether no 837P claim can be written without it, so that a layout must give it by column or default. */
    public boolean needed() {
        return needed;
    }

    /** The field of this {@link #key()}. */
    public static Optional<ClaimField> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** The n-th diagnosis, from 1 to 12. */
    static ClaimField diagnosis(int n) {
        return values()[DIAGNOSIS_1.ordinal() + n - 1];
    }
}
