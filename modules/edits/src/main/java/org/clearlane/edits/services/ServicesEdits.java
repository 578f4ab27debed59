package org.clearlane.edits.services;

import java.util.Map;
import org.clearlane.edits.Edit;

/** Which class stands behind which row of {@code config/edits/services.yaml}. */
public final class ServicesEdits {

    private static final Map<String, Edit> BY_ID = Map.ofEntries(
            Map.entry("ambulance.certification.missing", new AmbulanceIsCertified()),
            Map.entry("ambulance.condition.missing", new AmbulanceHasCondition()),
            Map.entry("ambulance.drop-off.missing", new AmbulanceHasStop("45")),
            Map.entry("ambulance.mileage.differs", new AmbulanceMilesAgree()),
            Map.entry("ambulance.modifier.missing", new AmbulanceSaysFromWhereToWhere()),
            Map.entry("ambulance.pick-up.missing", new AmbulanceHasStop("PW")),
            Map.entry("ambulance.place", new AmbulanceIsItsOwnPlace()),
            Map.entry("line.anesthesia.minutes", new AnesthesiaIsInMinutes()),
            Map.entry("line.anesthesia.modifier", new AnesthesiaSaysWho()),
            Map.entry("line.bilateral.units", new BothSidesAreOneUnit()),
            Map.entry("line.clia.malformed", new CliaNumberLooksLikeOne()),
            Map.entry("line.clia.missing", new WaivedTestHasCliaNumber()),
            Map.entry("line.control-number.repeated", new LineNumbersDiffer()),
            Map.entry("line.description.missing", new UnlistedServiceIsDescribed()),
            Map.entry("line.duplicate", new LineIsNotRepeated()),
            Map.entry("line.equipment.rent-or-buy", new EquipmentIsRentedOrBought()),
            Map.entry("line.minutes.not-anesthesia", new OnlyAnesthesiaIsInMinutes()),
            Map.entry("line.minutes.whole", new MinutesAreWhole()),
            Map.entry("line.modifier.components", new ModifiersExclude("26", "TC")),
            Map.entry("line.modifier.left-and-both", new ModifiersExclude("50", "LT")),
            Map.entry("line.modifier.repeated", new ModifierIsNotRepeated()),
            Map.entry("line.modifier.right-and-both", new ModifiersExclude("50", "RT")),
            Map.entry("line.ndc.malformed", new DrugCodeHasElevenDigits()),
            Map.entry("line.ndc.missing", new MedicaidKnowsTheDrug()),
            Map.entry("line.ndc.quantity", new DrugHasQuantity()),
            Map.entry("line.telehealth.modifier", new TelehealthPlaceHasModifier()),
            Map.entry("line.telehealth.place", new TelehealthModifierHasPlace()),
            Map.entry("line.units.not-positive", new UnitsAreAboveZero()),
            Map.entry("line.units.too-many", new UnitsAreWithinReason()));

    private ServicesEdits() {}

    /** Every edit by the id of its row. */
    public static Map<String, Edit> byId() {
        return BY_ID;
    }
}
