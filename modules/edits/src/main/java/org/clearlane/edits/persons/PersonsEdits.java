package org.clearlane.edits.persons;

import java.util.Map;
import org.clearlane.edits.Edit;

/** Which class stands behind which row of {@code config/edits/persons.yaml}. */
public final class PersonsEdits {

    private static final Map<String, Edit> BY_ID = Map.ofEntries(
            Map.entry("line.service-date.after-death", new ServiceIsNotAfterDeath()),
            Map.entry("patient.is-subscriber", new PatientIsNotTheSubscriber()),
            Map.entry("person.birth-date.implausible", new NobodyIsOlderThan120()),
            Map.entry("person.death-date.before-birth", new DeathIsNotBeforeBirth()),
            Map.entry("person.death-date.future", new DeathIsNotInTheFuture()),
            Map.entry("person.pregnancy.male", new NoManIsPregnant()),
            Map.entry("subscriber.address.missing", new SubscriberHasAddress()),
            Map.entry("subscriber.casualty-number.missing", new CasualtyClaimHasItsNumber()),
            Map.entry("subscriber.filing-indicator.missing", new SubscriberHasFilingIndicator()),
            Map.entry("subscriber.group-number.is-member-id", new GroupNumberIsNotTheMemberId()),
            Map.entry("subscriber.insurance-type.missing", new SecondaryMedicareSaysWhy()),
            Map.entry("subscriber.insurance-type.unexpected", new InsuranceTypeIsForSecondaryMedicare()),
            Map.entry("subscriber.medicare.not-patient", new MedicarePatientIsTheSubscriber()),
            Map.entry("subscriber.member-id.medicare", new MedicareNumberLooksLikeOne()),
            Map.entry("subscriber.member-id.placeholder", new MemberIdIsNotMadeUp()));

    private PersonsEdits() {}

    /** Every edit by the id of its row. */
    public static Map<String, Edit> byId() {
        return BY_ID;
    }
}
