package org.clearlane.formats;

import static org.clearlane.formats.ClaimField.*;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.clearlane.x12.X12Writer;

/**
 * Writes claims as 837P 005010X222A1. Consecutive claims of the same billing provider share its level, of the same
 * subscriber and payer the subscriber's. A subscriber's own claims and those of dependants get levels of their own, as
 * HL04 must be said before it is known who comes next. The envelope is written with the first claim, so that no file
 * without a claim is made.
 *
 * <p>Not safe for use by several threads.
 */
final class ClaimWriter {

    private static final String GUIDE = "005010X222A1";
    /** 2300 may repeat so often under one subscriber or patient. */
    private static final int CLAIMS_PER_LEVEL = 100;

    private static final Set<ClaimField> BILLING = EnumSet.range(BILLING_NAME, BILLING_ZIP);
    private static final Set<ClaimField> COVERAGE = EnumSet.range(PAYER_NAME, SUBSCRIBER_ZIP);
    private static final Set<ClaimField> PATIENT = EnumSet.range(PATIENT_RELATIONSHIP, PATIENT_ZIP);

    private final X12Writer out;
    private final TranslationSettings settings;
    private final Provenance provenance;
    private final LocalDateTime now;

    private int sets;
    private int claimsInSet;
    private int claimsInLevel;
    private int levels;
    private int billingLevel;
    private int subscriberLevel;
    private Map<ClaimField, String> billing;
    private Map<ClaimField, String> coverage;
    private Map<ClaimField, String> patient;
    private boolean ownClaims;

    ClaimWriter(OutputStream out, TranslationSettings settings, Provenance provenance) {
        this.out = new X12Writer(out, settings.delimiters());
        this.settings = settings;
        this.provenance = provenance;
        this.now = LocalDateTime.now(settings.clock());
    }

    int sets() {
        return sets;
    }

    /**
     * Writes one claim.
     *
     * @return the number of its CLM in the file
     */
    long write(CsvClaim claim) throws IOException {
        if (sets == 0) {
            beginInterchange();
        }
        if (sets == 0 || claimsInSet == settings.claimsPerSet()) {
            endSet();
            beginSet();
        }
        claimsInSet++;
        beginLevels(claim);
        return claim(claim);
    }

    /** Ends what was begun; nothing is written when no claim was. */
    void finish() throws IOException {
        if (sets == 0) {
            return;
        }
        endSet();
        envelope("GE", sets, settings.controlNumber());
        envelope("IEA", 1, "%09d".formatted(settings.controlNumber()));
    }

    private void beginInterchange() throws IOException {
        TranslationSettings.Party from = settings.submitter();
        TranslationSettings.Party to = settings.receiver();
        out.interchangeHeader(
                new String[] {from.qualifier(), from.id(), to.qualifier(), to.id()},
                now,
                settings.controlNumber(),
                true,
                settings.usage());
        provenance.appendEnvelope(false);
        envelope("GS", "HC", from.id(), to.id(), date(), time(), settings.controlNumber(), "X", GUIDE);
    }

    private void beginSet() throws IOException {
        sets++;
        claimsInSet = 0;
        levels = 0;
        billing = null;
        envelope("ST", "837", setNumber(), GUIDE);
        // Set by set the reference differs, so that a second set is not taken for a repeat of the first.
        envelope("BHT", "0019", "00", settings.controlNumber() + "-" + sets, date(), time(), "CH");
        TranslationSettings.Party from = settings.submitter();
        TranslationSettings.Party to = settings.receiver();
        envelope("NM1", "41", "2", from.name(), "", "", "", "", "46", from.id());
        envelope(
                "PER", "IC", settings.contact().name(), "TE", settings.contact().phone());
        envelope("NM1", "40", "2", to.name(), "", "", "", "", "46", to.id());
    }

    private void endSet() throws IOException {
        if (sets > 0) {
            envelope("SE", out.segmentsInSet(), setNumber());
        }
    }

    private void envelope(String id, Object... elements) throws IOException {
        out.segment(id, elements);
        provenance.appendEnvelope(id.equals("ST"));
    }

    private String setNumber() {
        return "%04d".formatted(sets);
    }

    private String date() {
        return DateTimeFormatter.BASIC_ISO_DATE.format(now);
    }

    private String time() {
        return DateTimeFormatter.ofPattern("HHmm").format(now);
    }

    private void beginLevels(CsvClaim claim) throws IOException {
        boolean own = claim.subscriberIsPatient();
        Map<ClaimField, String> claimBilling = part(claim, BILLING);
        Map<ClaimField, String> claimCoverage = part(claim, COVERAGE);
        Map<ClaimField, String> claimPatient = own ? Map.of() : part(claim, PATIENT);
        boolean full = claimsInLevel == CLAIMS_PER_LEVEL;
        if (!claimBilling.equals(billing)) {
            beginBilling(claim);
            billing = claimBilling;
            coverage = null;
        }
        if (!claimCoverage.equals(coverage) || own != ownClaims || (own && full)) {
            beginSubscriber(claim, own);
            coverage = claimCoverage;
            ownClaims = own;
            patient = null;
        }
        if (!own && (!claimPatient.equals(patient) || full)) {
            beginPatient(claim);
            patient = claimPatient;
        }
        claimsInLevel++;
    }

    private static Map<ClaimField, String> part(CsvClaim claim, Set<ClaimField> fields) {
        Map<ClaimField, String> part = new EnumMap<>(claim.values());
        part.keySet().retainAll(fields);
        return part;
    }

    private void beginBilling(CsvClaim claim) throws IOException {
        billingLevel = ++levels;
        always(claim, SegmentTemplate.BILLING_LEVEL, billingLevel);
        ifFilled(claim, SegmentTemplate.BILLING_SPECIALTY);
        always(claim, SegmentTemplate.BILLING_PROVIDER, person(claim, BILLING_FIRST_NAME));
        ifFilled(claim, SegmentTemplate.BILLING_STREET);
        ifFilled(claim, SegmentTemplate.BILLING_PLACE);
        ifFilled(claim, SegmentTemplate.BILLING_TAX);
    }

    private void beginSubscriber(CsvClaim claim, boolean own) throws IOException {
        claimsInLevel = 0;
        subscriberLevel = ++levels;
        always(claim, SegmentTemplate.SUBSCRIBER_LEVEL, subscriberLevel, billingLevel, own ? "0" : "1");
        always(claim, SegmentTemplate.SUBSCRIBER_COVER, own ? "18" : "");
        always(claim, SegmentTemplate.SUBSCRIBER);
        ifFilled(claim, SegmentTemplate.SUBSCRIBER_STREET);
        ifFilled(claim, SegmentTemplate.SUBSCRIBER_PLACE);
        ifFilled(claim, SegmentTemplate.SUBSCRIBER_BIRTH);
        always(claim, SegmentTemplate.PAYER);
    }

    private void beginPatient(CsvClaim claim) throws IOException {
        claimsInLevel = 0;
        always(claim, SegmentTemplate.PATIENT_LEVEL, ++levels, subscriberLevel);
        always(claim, SegmentTemplate.PATIENT_RELATION);
        always(claim, SegmentTemplate.PATIENT);
        ifFilled(claim, SegmentTemplate.PATIENT_STREET);
        ifFilled(claim, SegmentTemplate.PATIENT_PLACE);
        ifFilled(claim, SegmentTemplate.PATIENT_BIRTH);
    }

    private long claim(CsvClaim claim) throws IOException {
        always(claim, SegmentTemplate.CLAIM, claim.charge().toX12());
        long ordinal = provenance.segments();
        ifFilled(claim, SegmentTemplate.ONSET);
        ifFilled(claim, SegmentTemplate.PAID_BY_PATIENT);
        ifFilled(claim, SegmentTemplate.REFERRAL);
        ifFilled(claim, SegmentTemplate.AUTHORIZATION);
        ifFilled(claim, SegmentTemplate.ORIGINAL_CLAIM);
        ifFilled(claim, SegmentTemplate.CLIA);
        ifFilled(claim, SegmentTemplate.NOTE);
        ifFilled(claim, SegmentTemplate.DIAGNOSES);
        ifFilled(claim, SegmentTemplate.REFERRING);
        if (SegmentTemplate.RENDERING.filled(claim.values())) {
            always(claim, SegmentTemplate.RENDERING, person(claim, RENDERING_FIRST_NAME));
        }
        ifFilled(claim, SegmentTemplate.RENDERING_SPECIALTY);
        ifFilled(claim, SegmentTemplate.FACILITY);
        ifFilled(claim, SegmentTemplate.FACILITY_STREET);
        ifFilled(claim, SegmentTemplate.FACILITY_PLACE);
        int number = 0;
        for (CsvClaim.Line line : claim.lines()) {
            line(line, ++number);
        }
        return ordinal;
    }

    private void line(CsvClaim.Line line, int number) throws IOException {
        Map<ClaimField, String> values = line.values();
        segment(SegmentTemplate.LINE, line.row(), values, number);
        String[] pointers = values.getOrDefault(DIAGNOSIS_POINTERS, "").split(" ");
        segment(SegmentTemplate.SERVICE, line.row(), values, X12Writer.composite(pointers));
        String from = values.getOrDefault(SERVICE_DATE, "");
        String to = values.getOrDefault(SERVICE_DATE_TO, from);
        boolean oneDay = to.equals(from);
        segment(SegmentTemplate.SERVED, line.row(), values, oneDay ? "D8" : "RD8", oneDay ? from : from + "-" + to);
        if (SegmentTemplate.LINE_CONTROL.filled(values)) {
            segment(SegmentTemplate.LINE_CONTROL, line.row(), values);
        }
        if (SegmentTemplate.LINE_REMARK.filled(values)) {
            segment(SegmentTemplate.LINE_REMARK, line.row(), values);
        }
    }

    /** NM102: with a first name a person, without one an organisation. */
    private static String person(CsvClaim claim, ClaimField firstName) {
        return claim.values().containsKey(firstName) ? "1" : "2";
    }

    private void always(CsvClaim claim, SegmentTemplate template, Object... given) throws IOException {
        segment(template, claim.row(), claim.values(), given);
    }

    private void ifFilled(CsvClaim claim, SegmentTemplate template) throws IOException {
        if (template.filled(claim.values())) {
            segment(template, claim.row(), claim.values());
        }
    }

    private void segment(SegmentTemplate template, int row, Map<ClaimField, String> values, Object... given)
            throws IOException {
        out.segment(template.id(), template.elements(values, given));
        provenance.append(template, row);
    }
}
