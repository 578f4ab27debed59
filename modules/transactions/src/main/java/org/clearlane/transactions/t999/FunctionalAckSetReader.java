package org.clearlane.transactions.t999;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.transactions.AnswerOrigin;
import org.clearlane.transactions.internal.Numbers;
import org.clearlane.transactions.internal.SetReader;
import org.clearlane.x12.Segment;

/**
 * Reads one 999 or 997 set. Lenient: segments out of place, missing IK5, unknown codes are taken as they come. Holds
 * the errors of one answered set, up to {@link #MOST_ERRORS}.
 */
public final class FunctionalAckSetReader implements SetReader {

    /** Segment and element errors kept for one answered set; more are counted, not kept. */
    public static final int MOST_ERRORS = 10_000;

    private static final String SITUATIONAL_TRIGGER = "SITUATIONAL TRIGGER";
    /** CTX under one IK3 or IK4; the guide allows ten. */
    private static final int MOST_CONTEXTS = 100;

    private final AnswerOrigin origin;
    private final FunctionalAckListener listener;

    private AnsweredGroup group = new AnsweredGroup("", "", "");
    private long setsListed;

    private boolean inSet;
    private String kind;
    private String control;
    private String version;
    private final List<SegmentError> errors = new ArrayList<>();
    private long errorCount;
    private int kept;

    private boolean inSegment;
    private String segmentId;
    private int position;
    private String loop;
    private String code;
    private final List<ElementError> elements = new ArrayList<>();
    private final List<Trigger> segmentTriggers = new ArrayList<>();
    private final List<BusinessUnit> units = new ArrayList<>();

    private boolean inElement;
    private int[] place;
    private String dataElement;
    private String elementCode;
    private String value;
    private final List<Trigger> elementTriggers = new ArrayList<>();

    /** Reads a set that came in this envelope. */
    public FunctionalAckSetReader(AnswerOrigin origin, FunctionalAckListener listener) {
        this.origin = origin;
        this.listener = listener;
    }

    @Override
    public void segment(Segment s) {
        switch (s.id()) {
            case "AK1" -> {
                endSet("", List.of());
                group = new AnsweredGroup(
                        s.element(1).strip(), s.element(2).strip(), s.element(3).strip());
                setsListed = 0;
            }
            case "AK2" -> {
                endSet("", List.of());
                inSet = true;
                kind = s.element(1);
                control = s.element(2).strip();
                version = s.element(3);
            }
            case "IK3", "AK3" -> beginSegmentError(s);
            case "IK4", "AK4" -> beginElementError(s);
            case "CTX" -> context(s);
            case "IK5", "AK5" -> endSet(s.element(1).strip(), present(s, 2, 6));
            case "AK9" -> {
                endSet("", List.of());
                listener.groupAnswered(
                        origin,
                        new GroupAck(
                                group,
                                s.element(1).strip(),
                                Numbers.wholeLong(s.element(2)),
                                Numbers.wholeLong(s.element(3)),
                                Numbers.wholeLong(s.element(4)),
                                present(s, 5, 9),
                                setsListed));
            }
            default -> {}
        }
    }

    private static List<String> present(Segment s, int from, int to) {
        List<String> codes = new ArrayList<>();
        for (int n = from; n <= to; n++) {
            if (s.has(n)) {
                codes.add(s.element(n).strip());
            }
        }
        return codes;
    }

    private void beginSegmentError(Segment s) {
        endSegmentError();
        inSegment = true;
        segmentId = s.element(1);
        position = Numbers.whole(s.element(2));
        loop = s.element(3);
        code = s.element(4);
    }

    private void beginElementError(Segment s) {
        endElementError();
        if (!inSegment) {
            return;
        }
        inElement = true;
        place = new int[] {
            Numbers.whole(s.component(1, 1)), Numbers.whole(s.component(1, 2)), Numbers.whole(s.component(1, 3))
        };
        dataElement = s.element(2);
        elementCode = s.element(3);
        value = s.element(4);
    }

    private void context(Segment s) {
        if (!inSegment) {
            return;
        }
        String name = s.component(1, 1);
        if (name.equals(SITUATIONAL_TRIGGER)) {
            List<Trigger> triggers = inElement ? elementTriggers : segmentTriggers;
            if (triggers.size() < MOST_CONTEXTS) {
                triggers.add(new Trigger(
                        s.element(2),
                        Numbers.whole(s.element(3)),
                        s.element(4),
                        Numbers.whole(s.component(5, 1)),
                        Numbers.whole(s.component(5, 2))));
            }
        } else if (units.size() < MOST_CONTEXTS) {
            units.add(new BusinessUnit(name, s.component(1, 2)));
        }
    }

    private void endElementError() {
        if (!inElement) {
            return;
        }
        inElement = false;
        if (kept < MOST_ERRORS) {
            kept++;
            elements.add(
                    new ElementError(place[0], place[1], place[2], dataElement, elementCode, value, elementTriggers));
        }
        elementTriggers.clear();
    }

    private void endSegmentError() {
        endElementError();
        if (!inSegment) {
            return;
        }
        inSegment = false;
        errorCount++;
        if (kept < MOST_ERRORS) {
            kept++;
            errors.add(new SegmentError(segmentId, position, loop, code, elements, segmentTriggers, units));
        }
        elements.clear();
        segmentTriggers.clear();
        units.clear();
    }

    private void endSet(String answer, List<String> codes) {
        endSegmentError();
        if (inSet) {
            setsListed++;
            listener.setAnswered(origin, group, new SetAck(kind, control, version, answer, codes, errors, errorCount));
        }
        inSet = false;
        errors.clear();
        errorCount = 0;
        kept = 0;
    }

    @Override
    public void end() {
        endSet("", List.of());
    }
}
