package org.clearlane.edits.coding;

import static org.clearlane.edits.codes.CodeStanding.ENDED;
import static org.clearlane.edits.codes.CodeStanding.MALFORMED;
import static org.clearlane.edits.codes.CodeStanding.NOT_YET;
import static org.clearlane.edits.codes.CodeStanding.UNKNOWN;
import static org.clearlane.edits.codes.CodeStanding.UNKNOWN_BEYOND_THE_LIST;

import java.util.Map;
import org.clearlane.edits.Edit;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.edits.codes.DiagnosisStanding;
import org.clearlane.model.claim.SegmentTag;

/** Which class stands behind which row of {@code config/edits/codes.yaml}. */
public final class CodingEdits {

    private static final Map<String, Edit> BY_ID = Map.ofEntries(
            Map.entry("address.state.unknown", new StateIsListed()),
            Map.entry("address.zip.malformed", new ZipIsShaped()),
            Map.entry("claim.admission-source.unknown", cl1(2, CodeSet.ADMISSION_SOURCE)),
            Map.entry("claim.admission-type.unknown", cl1(1, CodeSet.ADMISSION_TYPE)),
            Map.entry("claim.bill-frequency.unknown", new FrequencyIsListed()),
            Map.entry("claim.bill-type.unknown", new BillTypeIsListed()),
            Map.entry("claim.condition.unknown", new ConditionCodeIsListed()),
            Map.entry("claim.patient-status.unknown", cl1(3, CodeSet.PATIENT_STATUS)),
            Map.entry(
                    "coordination.reason.doubtful",
                    new AdjustmentReasonStands(NOT_YET, ENDED, UNKNOWN_BEYOND_THE_LIST)),
            Map.entry("coordination.reason.unknown", new AdjustmentReasonStands(MALFORMED, UNKNOWN)),
            Map.entry("coordination.remark.unknown", new RemarkCodeIsListed()),
            Map.entry("inpatient-procedure.heading", new InpatientProcedureStands(DiagnosisStanding.NEEDS_MORE_DIGITS)),
            Map.entry(
                    "inpatient-procedure.unknown",
                    new InpatientProcedureStands(DiagnosisStanding.MALFORMED, DiagnosisStanding.UNKNOWN)),
            Map.entry(
                    "inpatient-procedure.year-not-loaded",
                    new InpatientProcedureStands(DiagnosisStanding.UNKNOWN_OUTSIDE_LOADED_YEARS)),
            Map.entry("line.modifier.list-outdated", new ModifierStands(UNKNOWN_BEYOND_THE_LIST)),
            Map.entry("line.modifier.unknown", new ModifierStands(MALFORMED, UNKNOWN, NOT_YET, ENDED)),
            Map.entry("line.procedure.list-outdated", new ProcedureCodeStands(UNKNOWN_BEYOND_THE_LIST)),
            Map.entry("line.procedure.malformed", new ProcedureCodeStands(MALFORMED)),
            Map.entry("line.procedure.not-in-force", new ProcedureCodeStands(NOT_YET, ENDED)),
            Map.entry("line.procedure.unknown", new ProcedureCodeStands(UNKNOWN)),
            Map.entry("line.revenue.unknown", new RevenueCodeIsListed()),
            Map.entry(
                    "other-diagnosis.invalid",
                    new OtherDiagnosisStands(
                            DiagnosisStanding.MALFORMED,
                            DiagnosisStanding.UNKNOWN,
                            DiagnosisStanding.NEEDS_MORE_DIGITS)),
            Map.entry(
                    "other-diagnosis.year-not-loaded",
                    new OtherDiagnosisStands(DiagnosisStanding.UNKNOWN_OUTSIDE_LOADED_YEARS)),
            Map.entry("provider.taxonomy.malformed", new TaxonomyStands(MALFORMED)),
            Map.entry(
                    "provider.taxonomy.unknown", new TaxonomyStands(UNKNOWN, UNKNOWN_BEYOND_THE_LIST, NOT_YET, ENDED)));

    private CodingEdits() {}

    private static Edit cl1(int element, CodeSet set) {
        return new SegmentCodeIsListed(SegmentTag.CL1, element, set);
    }

    /** Every edit by the id of its row. */
    public static Map<String, Edit> byId() {
        return BY_ID;
    }
}
