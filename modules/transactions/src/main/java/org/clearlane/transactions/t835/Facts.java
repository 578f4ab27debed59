package org.clearlane.transactions.t835;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.remittance.Contact;
import org.clearlane.model.remittance.Fact;
import org.clearlane.model.remittance.KeptSegment;
import org.clearlane.model.remittance.NamedParty;
import org.clearlane.model.remittance.Procedure;
import org.clearlane.x12.Segment;

/** Cuts segments of an 835 into the model's facts, and tells which say more than the model can hold. */
final class Facts {

    private Facts() {}

    /** REF, DTM, AMT, QTY, LQ: qualifier and value. */
    static Fact pair(Segment segment) {
        return new Fact(segment.element(1), segment.element(2));
    }

    /** Every element from here on that was sent, under its designator. */
    static void byDesignator(Segment segment, int from, List<Fact> into) {
        for (int element = from; element <= segment.elementCount(); element++) {
            if (segment.has(element)) {
                into.add(new Fact(segment.id() + (element < 10 ? "0" : "") + element, segment.element(element)));
            }
        }
    }

    static NamedParty party(Segment nm1) {
        return new NamedParty(
                nm1.element(1),
                nm1.element(2),
                nm1.element(3),
                nm1.element(4),
                nm1.element(5),
                nm1.element(7),
                nm1.element(8),
                nm1.element(9));
    }

    static Contact contact(Segment per) {
        List<Fact> numbers = new ArrayList<>(1);
        for (int at = 3; at <= 7; at += 2) {
            if (per.has(at) || per.has(at + 1)) {
                numbers.add(new Fact(per.element(at), per.element(at + 1)));
            }
        }
        return new Contact(per.element(1), per.element(2), numbers);
    }

    static Procedure procedure(Segment svc, int element) {
        return svc.has(element)
                ? new Procedure(
                        svc.component(element, 1),
                        svc.component(element, 2),
                        modifiers(svc, element),
                        svc.component(element, 7))
                : Procedure.NONE;
    }

    static List<String> modifiers(Segment svc, int element) {
        List<String> modifiers = new ArrayList<>(1);
        for (int part = 3; part <= 6; part++) {
            String modifier = svc.component(element, part);
            if (!modifier.isEmpty()) {
                modifiers.add(modifier);
            }
        }
        return modifiers;
    }

    /** Whether anything was sent behind this element. */
    static boolean goesBeyond(Segment segment, int last) {
        for (int element = last + 1; element <= segment.elementCount(); element++) {
            if (segment.has(element)) {
                return true;
            }
        }
        return false;
    }

    /** Keeps the segment as sent where it says more than the model took from it. */
    static void keepIf(boolean says, String loop, Segment segment, int position, List<KeptSegment> rest) {
        if (says) {
            rest.add(new KeptSegment(loop, position, segment.toString()));
        }
    }
}
