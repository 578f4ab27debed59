package org.clearlane.console.screens.correction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.pipeline.correction.ClaimDraft;
import org.clearlane.pipeline.correction.DraftVerdict;
import org.clearlane.transactions.correction.ChangeRefused;
import org.clearlane.transactions.correction.ClaimPart;
import org.clearlane.transactions.correction.ClaimSegment;
import org.clearlane.transactions.correction.ClaimText;
import org.clearlane.x12.Delimiters;

/**
 * The form of a claim: what findings point to first, then every segment.
 *
 * @param refused values of the last try that cannot be written
 * @param findings each with its boxes
 * @param parts the segments, part by part
 * @param hiddenSegments how many segments at the end are too many to show
 * @param separator what stands between elements, for whoever adds a segment
 */
public record CorrectionForm(
        ClaimDraft draft,
        List<ChangeRefused> refused,
        List<FindingRow> findings,
        List<PartRows> parts,
        int hiddenSegments,
        String separator) {

    private static final int MOST_SEGMENTS = 400;
    private static final int MOST_FINDINGS = 50;

    public CorrectionForm {
        refused = List.copyOf(refused);
        findings = List.copyOf(findings);
        parts = List.copyOf(parts);
    }

    /** One box. */
    public record Box(String name, String label, String value, int size, boolean wrong) {}

    /**
     * One finding.
     *
     * @param box the element it is about; null when it is about a segment, or its box stands at another finding
     * @param added where a segment can be added; null when that is of no help
     */
    public record FindingRow(
            boolean error,
            String message,
            String mend,
            String place,
            String before,
            String lit,
            String after,
            Box box,
            Box added) {}

    /** One segment. */
    public record SegmentRow(
            int number, String id, String raw, List<Box> boxes, boolean mayLeave, boolean left, Box added) {

        public SegmentRow {
            boxes = List.copyOf(boxes);
        }
    }

    /** The segments of one part. */
    public record PartRows(String words, List<SegmentRow> segments) {

        public PartRows {
            segments = List.copyOf(segments);
        }
    }

    static CorrectionForm of(ClaimDraft draft, Entered entered, List<ChangeRefused> refused) {
        return new Making(draft, entered, refused).make();
    }

    private static final class Making {

        private final ClaimDraft draft;
        private final ClaimText text;
        private final Delimiters delimiters;
        private final Map<String, String> fields;
        private final List<ChangeRefused> refused;
        private final Set<String> made = new HashSet<>();

        Making(ClaimDraft draft, Entered entered, List<ChangeRefused> refused) {
            this.draft = draft;
            this.text = draft.base();
            this.delimiters = text.delimiters();
            this.fields = entered.fields();
            this.refused = refused;
        }

        CorrectionForm make() {
            List<FindingRow> findings = new ArrayList<>();
            for (DraftVerdict.Pointed pointed : draft.now().findings()) {
                if (findings.size() < MOST_FINDINGS) {
                    findings.add(finding(pointed));
                }
            }
            List<PartRows> parts = new ArrayList<>();
            int shown = Math.min(MOST_SEGMENTS, text.segments().size());
            for (ClaimPart part : ClaimPart.values()) {
                List<SegmentRow> rows = new ArrayList<>();
                for (int i = 0; i < shown; i++) {
                    if (text.segments().get(i).part() == part) {
                        rows.add(segment(i));
                    }
                }
                if (!rows.isEmpty()) {
                    parts.add(new PartRows(part.words(), rows));
                }
            }
            return new CorrectionForm(
                    draft, refused, findings, parts, text.segments().size() - shown, String.valueOf((char)
                            delimiters.element()));
        }

        private FindingRow finding(DraftVerdict.Pointed pointed) {
            Finding finding = pointed.finding();
            Place place = finding.place();
            if (pointed.segment() < 0) {
                return row(finding, "", "", "", null, null);
            }
            ClaimSegment segment = text.segments().get(pointed.segment());
            if (!segment.id(delimiters).equals(place.segment())) {
                // The segment is missing; its place is that of the one it should stand before.
                int behind = Math.max(0, pointed.segment() - 1);
                return row(finding, segment.text(), "", "", null, added(behind, place.segment()));
            }
            if (place.element() == 0) {
                return row(finding, "", segment.text(), "", null, null);
            }
            int component = Math.max(1, place.component());
            Box box = segment.repeats(delimiters, place.element())
                    ? null
                    : box(pointed.segment(), segment, place.element(), component);
            int at = offset(segment, place.element(), place.component());
            String lit = place.component() > 0
                    ? segment.component(delimiters, place.element(), place.component())
                    : segment.element(delimiters, place.element());
            String all = segment.text();
            return row(
                    finding,
                    all.substring(0, Math.min(at, all.length())),
                    lit.isEmpty() ? "(nothing)" : lit,
                    all.substring(Math.min(at + lit.length(), all.length())),
                    box,
                    null);
        }

        private static FindingRow row(Finding finding, String before, String lit, String after, Box box, Box added) {
            return new FindingRow(
                    finding.isError(),
                    finding.message(),
                    finding.mend(),
                    finding.place().inWords() + " · " + finding.code(),
                    before,
                    lit,
                    after,
                    box,
                    added);
        }

        private int offset(ClaimSegment segment, int element, int component) {
            List<String> elements = segment.elements(delimiters);
            int at = 0;
            for (int i = 0; i < Math.min(element, elements.size()); i++) {
                at += elements.get(i).length() + 1;
            }
            List<String> components = segment.components(delimiters, element);
            for (int i = 0; component > 1 && i < Math.min(component - 1, components.size()); i++) {
                at += components.get(i).length() + 1;
            }
            return at;
        }

        private SegmentRow segment(int number) {
            ClaimSegment segment = text.segments().get(number);
            String id = segment.id(delimiters);
            List<Box> boxes = new ArrayList<>();
            int present = segment.elements(delimiters).size() - 1;
            for (int element = 1; element <= ElementCounts.elements(id, present); element++) {
                if (segment.repeats(delimiters, element)) {
                    addTo(boxes, box(number, segment, element, 1));
                    continue;
                }
                int parts = segment.components(delimiters, element).size();
                for (int part = 1; part <= ElementCounts.components(id, element, parts); part++) {
                    addTo(boxes, box(number, segment, element, part));
                }
            }
            return new SegmentRow(
                    number,
                    id,
                    segment.text(),
                    boxes,
                    !id.equals("CLM"),
                    fields.containsKey("leave." + number),
                    made.contains("add." + number) ? null : added(number, ""));
        }

        private static void addTo(List<Box> boxes, Box box) {
            if (box != null) {
                boxes.add(box);
            }
        }

        /** A box for an element; null when it has one already. */
        private Box box(int number, ClaimSegment segment, int element, int component) {
            String name = Entered.valueName(number, element, component);
            if (isSetForIt(segment, element, component) || !made.add(name)) {
                return null;
            }
            String id = segment.id(delimiters);
            boolean composite = ElementCounts.components(
                                    id,
                                    element,
                                    segment.components(delimiters, element).size())
                            > 1
                    && !segment.repeats(delimiters, element);
            String standing = segment.repeats(delimiters, element)
                    ? segment.element(delimiters, element)
                    : segment.component(delimiters, element, component);
            String value = fields.getOrDefault(name, Entered.shown(standing));
            boolean wrong = refused.stream()
                    .anyMatch(each -> each.segment() == number
                            && each.element() == element
                            && Math.max(1, each.component()) == component);
            return new Box(
                    name,
                    "%s%02d%s".formatted(id, element, composite ? "-" + component : ""),
                    value,
                    Math.clamp(value.length() + 2, 6, 40),
                    wrong);
        }

        /** What makes it a replacement or void is said once, above. */
        private boolean isSetForIt(ClaimSegment segment, int element, int component) {
            if (!draft.kind().namesPayersClaim() || segment.part() != ClaimPart.CLAIM) {
                return false;
            }
            String id = segment.id(delimiters);
            return id.equals("CLM") && element == 5 && component == 3
                    || id.equals("REF")
                            && element == 2
                            && segment.element(delimiters, 1).equals("F8")
                            && segment.element(delimiters, 2).equals(draft.payerClaimNumber());
        }

        private Box added(int number, String missing) {
            String name = "add." + number;
            if (!made.add(name)) {
                return null;
            }
            return new Box(
                    name,
                    missing.isEmpty() ? "Add a segment behind it" : "Add the missing " + missing,
                    fields.getOrDefault(name, ""),
                    40,
                    refused.stream().anyMatch(each -> each.segment() == number && each.element() == 0));
        }
    }
}
