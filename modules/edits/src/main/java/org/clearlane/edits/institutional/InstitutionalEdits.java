package org.clearlane.edits.institutional;

import java.util.Map;
import org.clearlane.edits.Edit;

/** Which class stands behind which row of {@code config/edits/institutional.yaml}. */
public final class InstitutionalEdits {

    private static final Map<String, Edit> BY_ID = Map.ofEntries(
            Map.entry("accident.state.missing", new CarAccidentHasState()),
            Map.entry("admission.date.after-statement", new AdmissionIsBeforeTheEnd()),
            Map.entry("admission.date.missing", new InpatientHasAdmission()),
            Map.entry("admission.hour.missing", new AdmissionHasHour()),
            Map.entry("admission.newborn.age", new NewbornIsNew()),
            Map.entry("admission.newborn.source", new NewbornCameIntoTheWorld()),
            Map.entry("admission.source.missing", new AdmissionHasSource()),
            Map.entry("condition.repeated", new ConditionIsNotRepeated()),
            Map.entry("correction.condition.missing", new MedicareKnowsWhatChanged()),
            Map.entry("days.covered.differ", new CoveredDaysFitStatement()),
            Map.entry("diagnosis.admitting.missing", new InpatientHasAdmittingDiagnosis()),
            Map.entry("diagnosis.external-cause.first", new FirstDiagnosisIsNoCause()),
            Map.entry("diagnosis.present-on-admission.missing", new DiagnosesSayWhetherBroughtIn()),
            Map.entry("diagnosis.present-on-admission.outpatient", new OnlyInpatientsBringDiagnosesIn()),
            Map.entry("diagnosis.reason-for-visit.missing", new UnplannedVisitHasReason()),
            Map.entry("discharge.hour.missing", new DischargeHasHour()),
            Map.entry("discharge.hour.still-patient", new NobodyLeavesWhoStays()),
            Map.entry("drg.malformed", new DrgHasThreeDigits()),
            Map.entry("drg.outpatient", new OutpatientHasNoDrg()),
            Map.entry("line.not-covered.above-charge", new NotCoveredIsAtMostTheCharge()),
            Map.entry("line.procedure.outpatient-missing", new OutpatientRevenueHasProcedure()),
            Map.entry("line.revenue.total", new NoLineIsTheTotal()),
            Map.entry("line.room.days", new RoomDaysFitStatement()),
            Map.entry("line.room.outpatient", new OnlyInpatientsHaveRooms()),
            Map.entry("line.room.unit", new RoomIsInDays()),
            Map.entry("line.service-date.outpatient-missing", new OutpatientLineHasDate()),
            Map.entry("line.service-date.outside-statement", new ServiceIsInsideStatement()),
            Map.entry("occurrence.date.future", new OccurrenceIsNotInTheFuture()),
            Map.entry("patient-status.death-day", new DeathHasItsDay()),
            Map.entry("patient-status.final-bill", new FinalBillHasDischarge()),
            Map.entry("patient-status.interim-bill", new InterimBillHasPatient()),
            Map.entry("procedure.date.outside", new ProcedureIsNearTheStay()),
            Map.entry("procedure.outpatient", new OutpatientHasNoInpatientCodes()),
            Map.entry("provider.attending.is-billing", new AttendingProviderIsAPerson()),
            Map.entry("provider.attending.missing", new InpatientHasAttendingProvider()),
            Map.entry("provider.attending.outpatient-missing", new OutpatientHasAttendingProvider()),
            Map.entry("provider.operating.missing", new SurgeryHasSurgeon()),
            Map.entry("statement.future", new StatementIsNotInTheFuture()),
            Map.entry("value.repeated", new ValueIsNotRepeated()));

    private InstitutionalEdits() {}

    /** Every edit by the id of its row. */
    public static Map<String, Edit> byId() {
        return BY_ID;
    }
}
