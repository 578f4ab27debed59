package org.clearlane.edits;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.edits.professional.ProfessionalEdits;

/** Every edit that is a class, by its id in the catalogue; each package hands in its own. */
final class EditClasses {

    private EditClasses() {}

    static Map<String, Edit> byId() {
        Map<String, Edit> all = new HashMap<>();
        for (Map<String, Edit> shelf : List.of(ProfessionalEdits.byId())) {
            shelf.forEach((id, edit) -> {
                if (all.put(id, edit) != null) {
                    throw new IllegalStateException("two classes are called " + id);
                }
            });
        }
        return all;
    }
}
