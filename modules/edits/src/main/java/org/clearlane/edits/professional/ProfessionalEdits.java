package org.clearlane.edits.professional;

import java.util.Map;
import org.clearlane.edits.Edit;

/** Which class stands behind which row of the catalogue. */
public final class ProfessionalEdits {

    private static final Map<String, Edit> BY_ID = Map.ofEntries(
            Map.entry("billing.npi.check-digit", new BillingNpiCheckDigit()),
            Map.entry("claim.charge.negative", new ChargesAreNotNegative()),
            Map.entry("claim.charge.sum", new ClaimChargeIsSumOfLines()),
            Map.entry("claim.charge.unreadable", new ChargesAreReadable()),
            Map.entry("claim.original-number.missing", new CorrectionNamesItsOriginal()),
            Map.entry("claim.place-of-service.unknown", new PlaceOfServiceIsKnown()),
            Map.entry("diagnosis.code.heading", new DiagnosisCodeIsBillable()),
            Map.entry("diagnosis.code.icd9", new Icd9EndedIn2015()),
            Map.entry("diagnosis.code.malformed", new DiagnosisCodeIsWellFormed()),
            Map.entry("diagnosis.code.unknown", new DiagnosisCodeIsKnown()),
            Map.entry("diagnosis.code.year-not-loaded", new DiagnosisCodeYearIsLoaded()),
            Map.entry("diagnosis.missing", new DiagnosisIsPresent()),
            Map.entry("diagnosis.repeated", new DiagnosisIsNotRepeated()),
            Map.entry("diagnosis.too-many", new DiagnosesAreTwelveAtMost()),
            Map.entry("line.pointer.dangling", new DiagnosisPointerLeadsSomewhere()),
            Map.entry("line.pointer.missing", new DiagnosisPointerIsPresent()),
            Map.entry("line.pointer.repeated", new DiagnosisPointerIsNotRepeated()),
            Map.entry("line.service-date.before-birth", new ServiceIsNotBeforeBirth()),
            Map.entry("line.service-date.future", new ServiceDateIsNotInTheFuture()),
            Map.entry("line.service-date.missing", new ServiceDateIsPresent()),
            Map.entry("line.service-date.reversed", new ServicePeriodRunsForward()),
            Map.entry("line.service-date.unreal", new ServiceDateIsReal()),
            Map.entry("payer.id.missing", new PayerHasId()),
            Map.entry("person.birth-date.future", new BirthDateIsNotInTheFuture()),
            Map.entry("person.birth-date.missing", new PatientHasBirthDate()),
            Map.entry("person.birth-date.unreal", new BirthDateIsReal()),
            Map.entry("person.sex.missing", new PatientHasSex()),
            Map.entry("provider.npi.check-digit", new OtherProviderNpiCheckDigit()),
            Map.entry("subscriber.member-id.missing", new SubscriberHasMemberId()),
            Map.entry("subscriber.name.missing", new SubscriberHasName()),
            Map.entry("subscriber.relationship", new RelationshipFitsPatientLoop()));

    private ProfessionalEdits() {}

    /** Every edit by the id of its row. */
    public static Map<String, Edit> byId() {
        return BY_ID;
    }
}
