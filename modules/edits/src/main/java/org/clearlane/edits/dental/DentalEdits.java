package org.clearlane.edits.dental;

import java.util.Map;
import org.clearlane.edits.Edit;

/** Which class stands behind which row of {@code config/edits/dental.yaml}. */
public final class DentalEdits {

    private static final Map<String, Edit> BY_ID = Map.ofEntries(
            Map.entry("line.oral-cavity.missing", new GumsAndDenturesHavePlace()),
            Map.entry("line.surface.missing", new FillingHasSurface()),
            Map.entry("line.surface.not-of-tooth", new ToothHasTheSurface()),
            Map.entry("line.surface.repeated", new SurfaceIsNotRepeated()),
            Map.entry("line.tooth.is-missing", new NobodyFillsAMissingTooth()),
            Map.entry("line.tooth.missing", new FillingHasTooth()),
            Map.entry("line.tooth.unknown", new ToothExists()),
            Map.entry("orthodontics.months.missing", new OrthodonticsSayHowLong()),
            Map.entry("orthodontics.months.remaining", new OrthodonticsRemainWithinTotal()),
            Map.entry("orthodontics.placement.missing", new OrthodonticsSaySince()),
            Map.entry("predetermination.service-date", new PlannedServiceHasNoDate()),
            Map.entry("prosthesis.prior-placement.after-service", new EarlierPlacementIsEarlier()),
            Map.entry("prosthesis.prior-placement.missing", new ReplacementSaysSince()),
            Map.entry("prosthesis.prior-placement.unexpected", new FirstPlacementHasNoEarlier()),
            Map.entry("tooth-status.unknown", new MissingToothExists()));

    private DentalEdits() {}

    /** Every edit by the id of its row. */
    public static Map<String, Edit> byId() {
        return BY_ID;
    }
}
