package org.clearlane.transactions.t999;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.transactions.internal.SegmentSink;
import org.clearlane.x12.X12Writer;

/**
 * Writes the findings of one set as IK3, CTX, IK4, in the order of the set. Findings about the same segment, with the
 * same fault and of the same claim or other business unit, share one IK3.
 */
final class SegmentErrors {

    private static final String SITUATIONAL_TRIGGER = "SITUATIONAL TRIGGER";
    /** CTX under an IK3: nine triggers and one business unit. Under an IK4: ten triggers. */
    private static final int SEGMENT_TRIGGERS = 9;

    private static final int ELEMENT_TRIGGERS = 10;
    private static final int LONGEST_VALUE = 99;
    /** CTX01-2. */
    private static final int LONGEST_UNIT = 35;

    private final SegmentSink sink;
    private final FunctionalAckLimits limits;
    private int written;

    SegmentErrors(SegmentSink sink, FunctionalAckLimits limits) {
        this.sink = sink;
        this.limits = limits;
    }

    /** Everything that makes two findings share an IK3. */
    private record Key(int position, String segment, String loop, String code, BusinessUnit unit) {

        static Key of(ClaimFinding each) {
            Place place = each.finding().place();
            return new Key(place.position(), place.segment(), place.loop(), ik3(each.finding()), each.unit());
        }
    }

    /** A finding about an element says so in IK4; its segment then has fault 8. */
    private static String ik3(Finding finding) {
        AckCodes ack = finding.ack();
        return ack.ik3().isEmpty() && !ack.ik4().isEmpty() ? "8" : ack.ik3();
    }

    /** Writes what the limit allows; the answer is how many findings that was, those of the set itself counted in. */
    int write(List<ClaimFinding> findings) throws IOException {
        List<ClaimFinding> ordered = new ArrayList<>();
        for (ClaimFinding each : findings) {
            if (!ik3(each.finding()).isEmpty()) {
                ordered.add(each);
            } else if (!each.finding().ack().ik5().isEmpty()) {
                written++;
            }
        }
        ordered.sort(Comparator.comparingInt(each -> each.finding().place().position()));
        Map<Key, List<ClaimFinding>> segments = new LinkedHashMap<>();
        for (ClaimFinding each : ordered) {
            segments.computeIfAbsent(Key.of(each), key -> new ArrayList<>()).add(each);
        }
        for (List<ClaimFinding> shared : segments.values()) {
            int room = limits.findingsPerSet() - written;
            if (room <= 0) {
                break;
            }
            List<ClaimFinding> fitting = shared.size() <= room ? shared : shared.subList(0, room);
            writeSegmentError(fitting);
            written += fitting.size();
        }
        return written;
    }

    private void writeSegmentError(List<ClaimFinding> shared) throws IOException {
        ClaimFinding first = shared.getFirst();
        Place place = first.finding().place();
        sink.segment(
                "IK3",
                segmentId(place.segment()),
                Math.max(1, place.position()),
                loopId(place.loop()),
                ik3(first.finding()));
        int triggers = 0;
        for (ClaimFinding each : shared) {
            if (!isAboutElement(each.finding())) {
                for (Place trigger : each.finding().ack().triggers()) {
                    if (triggers < SEGMENT_TRIGGERS) {
                        triggers++;
                        writeTrigger(trigger);
                    }
                }
            }
        }
        BusinessUnit unit = first.unit();
        if (unit != null
                && !unit.value().isBlank()
                && unit.value().length() <= LONGEST_UNIT
                && sink.carries(unit.value())) {
            sink.segment("CTX", X12Writer.composite(unit.name(), unit.value()));
        }
        Set<String> said = new HashSet<>();
        for (ClaimFinding each : shared) {
            if (isAboutElement(each.finding())) {
                writeElementError(each.finding(), said);
            }
        }
    }

    private static boolean isAboutElement(Finding finding) {
        return !finding.ack().ik4().isEmpty() && finding.place().element() > 0;
    }

    private void writeElementError(Finding finding, Set<String> said) throws IOException {
        Place place = finding.place();
        AckCodes ack = finding.ack();
        String at = place.element() + ":" + place.component() + ":" + place.repeat() + ":" + ack.ik4();
        if (!said.add(at)) {
            return;
        }
        String value = finding.value();
        sink.segment(
                "IK4",
                position(place),
                isReference(ack.dataElement()) ? ack.dataElement() : "",
                ack.ik4(),
                value.length() <= LONGEST_VALUE && sink.carries(value) ? value : "");
        int triggers = 0;
        for (Place trigger : ack.triggers()) {
            if (triggers < ELEMENT_TRIGGERS) {
                triggers++;
                writeTrigger(trigger);
            }
        }
    }

    /** IK402 is a number: a composite (C023) has none. */
    private static boolean isReference(String dataElement) {
        return dataElement.matches("\\d{1,4}");
    }

    private void writeTrigger(Place trigger) throws IOException {
        sink.segment(
                "CTX",
                SITUATIONAL_TRIGGER,
                segmentId(trigger.segment()),
                Math.max(1, trigger.position()),
                loopId(trigger.loop()),
                trigger.element() > 0 ? position(trigger) : "");
    }

    private static Object position(Place place) {
        return X12Writer.composite(
                Integer.toString(place.element()), positive(place.component()), positive(place.repeat()));
    }

    private static String positive(int number) {
        return number > 0 ? Integer.toString(number) : "";
    }

    private String loopId(String loop) {
        return sink.fit(loop, limits.loopIdLength());
    }

    /** An identifier that is none (stray bytes in the sender's file) is said as ZZZ: IK301 may not be empty. */
    private String segmentId(String id) {
        String fitting = sink.fit(id, 3);
        return fitting.matches("[A-Za-z0-9]{2,3}") ? fitting : "ZZZ";
    }
}
