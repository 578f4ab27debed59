package org.clearlane.formats;

import static org.clearlane.formats.ClaimField.*;
import static org.clearlane.formats.SegmentPart.fixed;
import static org.clearlane.formats.SegmentPart.given;
import static org.clearlane.formats.SegmentPart.group;
import static org.clearlane.formats.SegmentPart.none;
import static org.clearlane.formats.SegmentPart.of;
import static org.clearlane.formats.SegmentPart.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Every segment a table row can become, element by element, as 837P 005010X222A1 has them. {@link ClaimWriter} writes
 * from this table and {@link Provenance} reads it backwards, so what is written and where it came from cannot drift
 * apart. Loops and their order are the guide's.
 */
enum SegmentTemplate {
    BILLING_LEVEL("2000A", "HL", BILLING_NAME, given(), none(), fixed("20"), fixed("1")),
    BILLING_SPECIALTY("2000A", "PRV", BILLING_TAXONOMY, fixed("BI"), fixed("PXC"), of(BILLING_TAXONOMY)),
    BILLING_PROVIDER(
            "2010AA",
            "NM1",
            BILLING_NAME,
            fixed("85"),
            given(BILLING_FIRST_NAME),
            of(BILLING_NAME),
            of(BILLING_FIRST_NAME),
            none(),
            none(),
            none(),
            when(BILLING_NPI, "XX"),
            of(BILLING_NPI)),
    BILLING_STREET("2010AA", "N3", BILLING_ADDRESS, of(BILLING_ADDRESS), of(BILLING_ADDRESS_2)),
    BILLING_PLACE("2010AA", "N4", BILLING_CITY, of(BILLING_CITY), of(BILLING_STATE), of(BILLING_ZIP)),
    BILLING_TAX("2010AA", "REF", BILLING_TAX_ID, of(BILLING_TAX_ID_TYPE), of(BILLING_TAX_ID)),

    SUBSCRIBER_LEVEL("2000B", "HL", SUBSCRIBER_LAST_NAME, given(), given(), fixed("22"), given()),
    SUBSCRIBER_COVER(
            "2000B",
            "SBR",
            GROUP_NUMBER,
            fixed("P"),
            given(PATIENT_RELATIONSHIP),
            of(GROUP_NUMBER),
            of(GROUP_NAME),
            none(),
            none(),
            none(),
            none(),
            of(CLAIM_FILING_INDICATOR)),
    SUBSCRIBER(
            "2010BA",
            "NM1",
            SUBSCRIBER_LAST_NAME,
            fixed("IL"),
            fixed("1"),
            of(SUBSCRIBER_LAST_NAME),
            of(SUBSCRIBER_FIRST_NAME),
            of(SUBSCRIBER_MIDDLE_NAME),
            none(),
            none(),
            when(SUBSCRIBER_ID, "MI"),
            of(SUBSCRIBER_ID)),
    SUBSCRIBER_STREET("2010BA", "N3", SUBSCRIBER_ADDRESS, of(SUBSCRIBER_ADDRESS), of(SUBSCRIBER_ADDRESS_2)),
    SUBSCRIBER_PLACE("2010BA", "N4", SUBSCRIBER_CITY, of(SUBSCRIBER_CITY), of(SUBSCRIBER_STATE), of(SUBSCRIBER_ZIP)),
    SUBSCRIBER_BIRTH(
            "2010BA", "DMG", SUBSCRIBER_BIRTH_DATE, fixed("D8"), of(SUBSCRIBER_BIRTH_DATE), of(SUBSCRIBER_SEX)),
    PAYER(
            "2010BB",
            "NM1",
            PAYER_NAME,
            fixed("PR"),
            fixed("2"),
            of(PAYER_NAME),
            none(),
            none(),
            none(),
            none(),
            when(PAYER_ID, "PI"),
            of(PAYER_ID)),

    PATIENT_LEVEL("2000C", "HL", PATIENT_LAST_NAME, given(), given(), fixed("23"), fixed("0")),
    PATIENT_RELATION("2000C", "PAT", PATIENT_RELATIONSHIP, of(PATIENT_RELATIONSHIP)),
    PATIENT(
            "2010CA",
            "NM1",
            PATIENT_LAST_NAME,
            fixed("QC"),
            fixed("1"),
            of(PATIENT_LAST_NAME),
            of(PATIENT_FIRST_NAME),
            of(PATIENT_MIDDLE_NAME)),
    PATIENT_STREET("2010CA", "N3", PATIENT_ADDRESS, of(PATIENT_ADDRESS), of(PATIENT_ADDRESS_2)),
    PATIENT_PLACE("2010CA", "N4", PATIENT_CITY, of(PATIENT_CITY), of(PATIENT_STATE), of(PATIENT_ZIP)),
    PATIENT_BIRTH("2010CA", "DMG", PATIENT_BIRTH_DATE, fixed("D8"), of(PATIENT_BIRTH_DATE), of(PATIENT_SEX)),

    CLAIM(
            "2300",
            "CLM",
            CLAIM_NUMBER,
            of(CLAIM_NUMBER),
            given(CLAIM_CHARGE),
            none(),
            none(),
            group(of(PLACE_OF_SERVICE), when(PLACE_OF_SERVICE, "B"), of(CLAIM_FREQUENCY)),
            of(SIGNATURE_ON_FILE),
            of(ASSIGNMENT),
            of(BENEFITS_ASSIGNED),
            of(RELEASE_OF_INFORMATION)),
    ONSET("2300", "DTP", ONSET_DATE, fixed("431"), fixed("D8"), of(ONSET_DATE)),
    PAID_BY_PATIENT("2300", "AMT", PATIENT_PAID, fixed("F5"), of(PATIENT_PAID)),
    REFERRAL("2300", "REF", REFERRAL_NUMBER, fixed("9F"), of(REFERRAL_NUMBER)),
    AUTHORIZATION("2300", "REF", PRIOR_AUTHORIZATION, fixed("G1"), of(PRIOR_AUTHORIZATION)),
    ORIGINAL_CLAIM("2300", "REF", PAYER_CLAIM_NUMBER, fixed("F8"), of(PAYER_CLAIM_NUMBER)),
    CLIA("2300", "REF", CLIA_NUMBER, fixed("X4"), of(CLIA_NUMBER)),
    NOTE("2300", "NTE", CLAIM_NOTE, fixed("ADD"), of(CLAIM_NOTE)),
    DIAGNOSES("2300", "HI", DIAGNOSIS_1, SegmentPart.diagnoses()),
    REFERRING(
            "2310A",
            "NM1",
            REFERRING_LAST_NAME,
            fixed("DN"),
            fixed("1"),
            of(REFERRING_LAST_NAME),
            of(REFERRING_FIRST_NAME),
            none(),
            none(),
            none(),
            when(REFERRING_NPI, "XX"),
            of(REFERRING_NPI)),
    RENDERING(
            "2310B",
            "NM1",
            RENDERING_LAST_NAME,
            fixed("82"),
            given(RENDERING_FIRST_NAME),
            of(RENDERING_LAST_NAME),
            of(RENDERING_FIRST_NAME),
            none(),
            none(),
            none(),
            when(RENDERING_NPI, "XX"),
            of(RENDERING_NPI)),
    RENDERING_SPECIALTY("2310B", "PRV", RENDERING_TAXONOMY, fixed("PE"), fixed("PXC"), of(RENDERING_TAXONOMY)),
    FACILITY(
            "2310C",
            "NM1",
            FACILITY_NAME,
            fixed("77"),
            fixed("2"),
            of(FACILITY_NAME),
            none(),
            none(),
            none(),
            none(),
            when(FACILITY_NPI, "XX"),
            of(FACILITY_NPI)),
    FACILITY_STREET("2310C", "N3", FACILITY_ADDRESS, of(FACILITY_ADDRESS)),
    FACILITY_PLACE("2310C", "N4", FACILITY_CITY, of(FACILITY_CITY), of(FACILITY_STATE), of(FACILITY_ZIP)),

    LINE("2400", "LX", PROCEDURE_CODE, given()),
    SERVICE(
            "2400",
            "SV1",
            PROCEDURE_CODE,
            group(
                    when(PROCEDURE_CODE, "HC"),
                    of(PROCEDURE_CODE),
                    of(MODIFIER_1),
                    of(MODIFIER_2),
                    of(MODIFIER_3),
                    of(MODIFIER_4)),
            of(LINE_CHARGE),
            of(UNIT_TYPE),
            of(UNITS),
            of(LINE_PLACE_OF_SERVICE),
            none(),
            given(DIAGNOSIS_POINTERS)),
    SERVED("2400", "DTP", SERVICE_DATE, fixed("472"), given(SERVICE_DATE_TO), given(SERVICE_DATE)),
    LINE_CONTROL("2400", "REF", LINE_CONTROL_NUMBER, fixed("6R"), of(LINE_CONTROL_NUMBER)),
    LINE_REMARK("2400", "NTE", LINE_NOTE, fixed("ADD"), of(LINE_NOTE));

    private final String loop;
    private final String id;
    private final ClaimField main;
    private final List<SegmentPart> parts;

    SegmentTemplate(String loop, String id, ClaimField main, SegmentPart... parts) {
        this.loop = loop;
        this.id = id;
        this.main = main;
        this.parts = List.of(parts);
    }

    String loop() {
        return loop;
    }

    String id() {
        return id;
    }

    /** Where to look when the whole segment is meant. */
    ClaimField main() {
        return main;
    }

    /** The field behind an element or component, counted from 1; the main one where an element has none of its own. */
    ClaimField fieldAt(int element, int component) {
        if (element < 1 || element > parts.size()) {
            return main;
        }
        SegmentPart part = parts.get(element - 1);
        if (part instanceof SegmentPart.Group composite
                && component >= 1
                && component <= composite.parts().size()) {
            part = composite.parts().get(component - 1);
        }
        ClaimField field = part.about();
        return field == null ? main : field;
    }

    /** Whether these values have anything for this segment. */
    boolean filled(Map<ClaimField, String> values) {
        return parts.stream().anyMatch(part -> part.filled(values));
    }

    /** The elements, with what only the writer knows put in where the template says "given". */
    Object[] elements(Map<ClaimField, String> values, Object... given) {
        List<Object> left = new ArrayList<>(Arrays.asList(given));
        Object[] elements = new Object[parts.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = parts.get(i).value(values, left);
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("more values given than the template takes");
        }
        return elements;
    }

    /** The template of a segment that is missing from a loop; null when loop and identifier fit none, or several. */
    static SegmentTemplate missing(String loop, String id) {
        SegmentTemplate found = null;
        for (SegmentTemplate template : values()) {
            if (template.loop.equals(loop) && template.id.equals(id)) {
                if (found != null) {
                    return null;
                }
                found = template;
            }
        }
        return found;
    }
}
