package org.clearlane.transactions.t837;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.ReferenceFact;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.x12.Segment;

/** The facts of the one service line at hand (2400, 2410, 2430, 2440), whichever of SV1, SV2, SV3 it has. */
final class LineFacts {

    private final FactKeeper keeper;
    private final List<DateFact> dates = new ArrayList<>();
    private final List<ReferenceFact> references = new ArrayList<>();
    private final List<SegmentFact> segments = new ArrayList<>();

    private boolean open;
    private int count;
    private int lxPosition;
    private SegmentFact service;
    private String revenueCode;
    private String qualifier;
    private String procedure;
    private List<String> modifiers;
    private Money charge;
    private String unit;
    private String quantity;
    private String place;
    private List<String> pointers;

    LineFacts(FactKeeper keeper) {
        this.keeper = keeper;
    }

    /** A new claim has no lines yet. */
    void clear() {
        open = false;
        count = 0;
    }

    boolean isOpen() {
        return open;
    }

    /** How many LX there were. */
    int count() {
        return count;
    }

    /** LX: a line begins. */
    void begin(int at) {
        open = true;
        count++;
        lxPosition = at;
        dates.clear();
        references.clear();
        segments.clear();
        service = null;
        revenueCode = "";
        qualifier = "";
        procedure = "";
        modifiers = List.of();
        charge = null;
        unit = "";
        quantity = "";
        place = "";
        pointers = List.of();
    }

    /** A segment of the line other than LX and the loops of its providers. */
    void fact(Segment s, SegmentTag tag, String loop, int at) {
        boolean own = loop.equals("2400");
        if (own && tag == SegmentTag.DTP) {
            dates.add(new DateFact(s.element(1), s.element(2), s.element(3), at));
        } else if (own && tag == SegmentTag.REF) {
            references.add(new ReferenceFact(s.element(1), s.element(2), at));
        } else if (tag == SegmentTag.SV1 || tag == SegmentTag.SV2 || tag == SegmentTag.SV3) {
            service(s, tag, loop, at);
        } else {
            segments.add(keeper.keep(s, tag, loop, at));
        }
    }

    private void service(Segment s, SegmentTag tag, String loop, int at) {
        service = keeper.keep(s, tag, loop, at);
        int composite = tag == SegmentTag.SV2 ? 2 : 1;
        qualifier = s.component(composite, 1);
        procedure = s.component(composite, 2);
        modifiers = components(s, composite, 3, 6);
        switch (tag) {
            case SV1 -> {
                amount(s, 2);
                unit = s.element(3);
                quantity = s.element(4);
                place = s.element(5);
                pointers = components(s, 7, 1, 4);
            }
            case SV2 -> {
                revenueCode = s.element(1);
                amount(s, 3);
                unit = s.element(4);
                quantity = s.element(5);
            }
            default -> {
                amount(s, 2);
                place = s.element(3);
                quantity = s.element(6);
                pointers = components(s, 11, 1, 4);
            }
        }
    }

    private void amount(Segment s, int element) {
        charge = Money.parse(s.element(element)).orElse(null);
    }

    private static List<String> components(Segment s, int element, int from, int to) {
        if (!s.has(element)) {
            return List.of();
        }
        List<String> present = null;
        for (int c = from; c <= to; c++) {
            String value = s.component(element, c);
            if (!value.isEmpty()) {
                present = present == null ? new ArrayList<>(4) : present;
                present.add(value);
            }
        }
        return present == null ? List.of() : present;
    }

    /** The line is over. */
    ServiceLine finish() {
        open = false;
        return new ServiceLine(
                count,
                revenueCode,
                qualifier,
                procedure,
                modifiers,
                charge,
                unit,
                quantity,
                place,
                pointers,
                dates,
                references,
                service,
                segments,
                lxPosition,
                service == null ? 0 : service.position());
    }
}
