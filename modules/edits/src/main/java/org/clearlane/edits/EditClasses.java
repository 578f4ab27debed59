package org.clearlane.edits;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.edits.claim.ClaimEdits;
import org.clearlane.edits.cob.CobEdits;
import org.clearlane.edits.coding.CodingEdits;
import org.clearlane.edits.dates.DatesEdits;
import org.clearlane.edits.dental.DentalEdits;
import org.clearlane.edits.institutional.InstitutionalEdits;
import org.clearlane.edits.persons.PersonsEdits;
import org.clearlane.edits.plausibility.PlausibilityEdits;
import org.clearlane.edits.professional.ProfessionalEdits;
import org.clearlane.edits.providers.ProvidersEdits;
import org.clearlane.edits.services.ServicesEdits;

/** Every edit that is a class, by its id in the catalogue; each package hands in its own. */
final class EditClasses {

    private EditClasses() {}

    static Map<String, Edit> byId() {
        Map<String, Edit> all = new HashMap<>();
        for (Map<String, Edit> shelf : List.of(
                ClaimEdits.byId(),
                CobEdits.byId(),
                CodingEdits.byId(),
                DatesEdits.byId(),
                DentalEdits.byId(),
                InstitutionalEdits.byId(),
                PersonsEdits.byId(),
                PlausibilityEdits.byId(),
                ProfessionalEdits.byId(),
                ProvidersEdits.byId(),
                ServicesEdits.byId())) {
            shelf.forEach((id, edit) -> {
                if (all.put(id, edit) != null) {
                    throw new IllegalStateException("two classes are called " + id);
                }
            });
        }
        return all;
    }
}
