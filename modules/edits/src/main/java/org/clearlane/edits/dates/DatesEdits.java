package org.clearlane.edits.dates;

import java.util.Map;
import org.clearlane.edits.Edit;

/** Which class stands behind which row of {@code config/edits/dates.yaml}. */
public final class DatesEdits {

    private static final Map<String, Edit> BY_ID = Map.ofEntries(
            Map.entry("date.accident.after-service", new ClaimDateIsNotAfterService("439")),
            Map.entry("date.accident.future", new ClaimDateIsNotInTheFuture("439")),
            Map.entry("date.acute-manifestation.future", new ClaimDateIsNotInTheFuture("453")),
            Map.entry("date.admission.after-service", new ClaimDateIsNotAfterService("435")),
            Map.entry("date.admission.future", new ClaimDateIsNotInTheFuture("435")),
            Map.entry("date.admission.missing", new InpatientVisitHasAdmission()),
            Map.entry("date.discharge.alone", new DischargeHasAdmission()),
            Map.entry("date.discharge.before-admission", new DatesRunForward("435", "096")),
            Map.entry("date.discharge.future", new ClaimDateIsNotInTheFuture("096")),
            Map.entry("date.initial-treatment.after-service", new ClaimDateIsNotAfterService("454")),
            Map.entry("date.initial-treatment.future", new ClaimDateIsNotInTheFuture("454")),
            Map.entry("date.last-menstrual-period.future", new ClaimDateIsNotInTheFuture("484")),
            Map.entry("date.last-menstrual-period.male", new OnlyWomenHavePeriods()),
            Map.entry("date.last-seen.future", new ClaimDateIsNotInTheFuture("304")),
            Map.entry("date.onset.after-service", new ClaimDateIsNotAfterService("431")),
            Map.entry("date.onset.future", new ClaimDateIsNotInTheFuture("431")),
            Map.entry("date.service.future", new ClaimDateIsNotInTheFuture("472")),
            Map.entry("date.work.reversed", new DatesRunForward("297", "296")),
            Map.entry("date.x-ray.future", new ClaimDateIsNotInTheFuture("455")),
            Map.entry("line.service-date.long", new ServicePeriodIsNotAYear()));

    private DatesEdits() {}

    /** Every edit by the id of its row. */
    public static Map<String, Edit> byId() {
        return BY_ID;
    }
}
