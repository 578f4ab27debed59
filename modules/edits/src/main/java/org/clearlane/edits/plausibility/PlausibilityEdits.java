package org.clearlane.edits.plausibility;

import java.util.Map;
import org.clearlane.edits.Edit;
import org.clearlane.edits.codes.ProcedurePairs;

/** Which class stands behind which row of {@code config/edits/plausibility.yaml}. */
public final class PlausibilityEdits {

    private static final Map<String, Edit> BY_ID = Map.ofEntries(
            Map.entry("diagnosis.age-conflict", new DiagnosisFitsAge()),
            Map.entry("diagnosis.manifestation-first", new ManifestationIsNotPrincipal()),
            Map.entry("diagnosis.sex-conflict", new DiagnosisFitsSex()),
            Map.entry("line.pair.modifier-missing", new ProceduresGoTogether(ProcedurePairs.WITH_MODIFIER)),
            Map.entry("line.pair.never-together", new ProceduresGoTogether(ProcedurePairs.NEVER)),
            Map.entry("line.units.above-limit", new UnitsArePlausible()),
            Map.entry("line.units.not-covered", new MedicareCoversUnits()));

    private PlausibilityEdits() {}

    /** Every edit by the id of its row. */
    public static Map<String, Edit> byId() {
        return BY_ID;
    }
}
