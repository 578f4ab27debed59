package org.clearlane.edits.services;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** Two lines differ in procedure, modifiers, day, place, tooth or provider, or one says why it repeats the other. */
final class LineIsNotRepeated implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        int count = claim.lines().size();
        for (int i = 1; i < count; i++) {
            ServiceLine line = claim.lines().get(i);
            for (int j = 0; j < i; j++) {
                ServiceLine earlier = claim.lines().get(j);
                if (line.procedure().equals(earlier.procedure())
                        && !line.procedure().isEmpty()
                        && line.modifiers().equals(earlier.modifiers())
                        && context.serviceFrom(i) == context.serviceFrom(j)
                        && line.placeOfService().equals(earlier.placeOfService())
                        && !saysWhy(line.modifiers())
                        && !differs(line, earlier, claim)) {
                    out.report(line.procedurePlace(), line.procedure(), "", i + 1, j + 1);
                    break;
                }
            }
        }
    }

    private static boolean saysWhy(List<String> modifiers) {
        for (String modifier : modifiers) {
            switch (modifier) {
                case "76", "77", "91", "59", "XE", "XP", "XS", "XU" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean differs(ServiceLine line, ServiceLine earlier, Claim claim) {
        if (!texts(line).equals(texts(earlier)) || !line.description().equals(earlier.description())) {
            return true;
        }
        for (OtherProvider provider : claim.otherProviders()) {
            if (provider.line() == line.number() || provider.line() == earlier.number()) {
                return true;
            }
        }
        return false;
    }

    /** The teeth and drugs of a line, as sent. */
    private static List<String> texts(ServiceLine line) {
        List<String> texts = new ArrayList<>();
        for (SegmentFact each : line.segments()) {
            if (each.tag() == SegmentTag.TOO || each.tag() == SegmentTag.LIN) {
                texts.add(each.text());
            }
        }
        if (line.service() != null && line.service().tag() == SegmentTag.SV3) {
            texts.add(line.service().element(4));
        }
        return texts;
    }
}
