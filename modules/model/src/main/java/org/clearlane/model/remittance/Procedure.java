package org.clearlane.model.remittance;

import java.util.List;

/**
 * A procedure as SVC01 and SVC06 name it.
 *
 * @param qualifier component 1: HC, AD, NU, N4 …
 * @param code component 2
 * @param modifiers components 3 to 6, those present
 * @param description component 7
 */
public record Procedure(String qualifier, String code, List<String> modifiers, String description) {

    /** No procedure was sent. */
    public static final Procedure NONE = new Procedure("", "", List.of(), "");

    public Procedure {
        modifiers = List.copyOf(modifiers);
    }
}
