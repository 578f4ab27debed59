package org.clearlane.edits.coding;

import java.util.List;
import java.util.Set;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.CodeListing;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.edits.codes.CodeStanding;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** SV101-3 to -6, SV202-3 to -6: what the list of modifiers says of them on the line's day. */
final class ModifierStands implements Edit {

    /** Letters of which ambulance modifiers are made: where from, where to. */
    private static final String PLACES = "DEGHIJNPRSX";

    private final Set<CodeStanding> bad;

    /** Reports modifiers of these standings. */
    ModifierStands(CodeStanding... bad) {
        this.bad = Set.of(bad);
    }

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        List<ServiceLine> lines = claim.lines();
        for (int i = 0; i < lines.size(); i++) {
            ServiceLine line = lines.get(i);
            List<String> modifiers = line.modifiers();
            boolean ambulance = isAmbulance(line.procedure());
            for (int m = 0; m < modifiers.size() && line.qualifier().equals("HC"); m++) {
                if (ambulance && isJourney(modifiers.get(m))) {
                    continue;
                }
                CodeListing list = context.codes().listing(CodeSet.MODIFIER);
                CodeStanding standing = list.standing(modifiers.get(m), context.codeDay(i));
                if (standing != CodeStanding.VALID && bad.contains(standing)) {
                    out.report(
                            line.procedurePlace(component(line, modifiers.get(m), m)),
                            modifiers.get(m),
                            "",
                            line.number(),
                            Words.standing(standing, list, modifiers.get(m)),
                            Words.day(list.head().knownUntil()));
                }
            }
        }
    }

    /** A0021 to A0999. */
    private static boolean isAmbulance(String procedure) {
        return procedure.startsWith("A0");
    }

    /** Whether both letters are places an ambulance takes patients from and to. */
    private static boolean isJourney(String modifier) {
        return modifier.length() == 2
                && PLACES.indexOf(modifier.charAt(0)) >= 0
                && PLACES.indexOf(modifier.charAt(1)) >= 0;
    }

    /** Where the modifier stands, also where one before it was left empty. */
    private static int component(ServiceLine line, String modifier, int index) {
        for (int component = 3 + index; line.service() != null && component <= 6; component++) {
            int element = line.procedurePlace(component).element();
            if (line.service().component(element, component).equals(modifier)) {
                return component;
            }
        }
        return 3 + index;
    }
}
