package org.clearlane.transactions.t837;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.transactions.internal.Numbers;
import org.clearlane.transactions.internal.SegmentWalk;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;

/**
 * A service line as it was sent to the payer (837 loop 2400), read again from the bytes of its claim: what a payment of
 * the line is recognised by. Professional, institutional and dental lines (SV1, SV2, SV3).
 *
 * @param number LX01
 * @param controlNumber REF*6R, or empty
 * @param procedure SV101-2, SV202-2 or SV301-2; the revenue code (SV201) where an institutional line has no procedure
 * @param modifiers the modifiers beside it
 * @param charge SV102, SV203 or SV302 as sent
 * @param serviceDate DTP*472, the first day of a period, or empty
 */
public record SubmittedLine(
        int number, String controlNumber, String procedure, List<String> modifiers, String charge, String serviceDate) {

    public SubmittedLine {
        modifiers = List.copyOf(modifiers);
    }

    /**
     * The lines of one claim.
     *
     * @param claim its segments, CLM to the last of its lines
     */
    public static List<SubmittedLine> of(byte[] claim, Delimiters delimiters) {
        List<SubmittedLine> lines = new ArrayList<>();
        SegmentWalk walk = new SegmentWalk(claim, delimiters);
        Draft draft = null;
        while (walk.next()) {
            if (walk.is("LX")) {
                add(draft, lines);
                draft = new Draft(Numbers.whole(walk.element(1)));
            } else if (draft != null) {
                draft.take(walk, claim, delimiters);
            }
        }
        add(draft, lines);
        return lines;
    }

    private static void add(Draft draft, List<SubmittedLine> lines) {
        if (draft != null) {
            lines.add(new SubmittedLine(
                    draft.number, draft.control, draft.procedure, draft.modifiers, draft.charge, draft.date));
        }
    }

    private static final class Draft {

        private final int number;
        private String control = "";
        private String procedure = "";
        private List<String> modifiers = List.of();
        private String charge = "";
        private String date = "";

        Draft(int number) {
            this.number = number;
        }

        void take(SegmentWalk walk, byte[] bytes, Delimiters delimiters) {
            if (walk.is("SV1") || walk.is("SV3")) {
                service(segment(walk, bytes, delimiters), 1, 2);
            } else if (walk.is("SV2")) {
                Segment sv2 = segment(walk, bytes, delimiters);
                service(sv2, 2, 3);
                procedure = procedure.isEmpty() ? sv2.element(1) : procedure;
            } else if (walk.is("DTP") && walk.element(1).equals("472")) {
                String period = walk.element(3);
                date = period.length() > 8 ? period.substring(0, 8) : period;
            } else if (walk.is("REF") && walk.element(1).equals("6R")) {
                control = walk.element(2);
            }
        }

        private static Segment segment(SegmentWalk walk, byte[] bytes, Delimiters delimiters) {
            String text = new String(
                    bytes, walk.from(), walk.to() - walk.from(), java.nio.charset.StandardCharsets.ISO_8859_1);
            return Segment.of(text, delimiters);
        }

        private void service(Segment segment, int procedureAt, int chargeAt) {
            procedure = segment.component(procedureAt, 2);
            List<String> found = new ArrayList<>(1);
            for (int part = 3; part <= 6; part++) {
                if (!segment.component(procedureAt, part).isEmpty()) {
                    found.add(segment.component(procedureAt, part));
                }
            }
            modifiers = found;
            charge = segment.element(chargeAt);
        }
    }
}
