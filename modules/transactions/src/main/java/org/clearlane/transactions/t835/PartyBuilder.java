package org.clearlane.transactions.t835;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.remittance.Contact;
import org.clearlane.model.remittance.Fact;
import org.clearlane.model.remittance.KeptSegment;
import org.clearlane.model.remittance.PaymentParty;
import org.clearlane.x12.Segment;

/** Gathers loop 1000A or 1000B. */
final class PartyBuilder {

    private final String loop;
    private final String name;
    private final String idQualifier;
    private final String id;
    private final List<String> street = new ArrayList<>(2);
    private final String[] city = {"", "", "", "", ""};
    private final List<Fact> references = new ArrayList<>(2);
    private final List<Contact> contacts = new ArrayList<>(2);
    private final List<Fact> delivery = new ArrayList<>(0);
    private final List<KeptSegment> sent = new ArrayList<>(6);

    PartyBuilder(String loop, Segment n1, int position, List<KeptSegment> rest) {
        this.loop = loop;
        sent.add(new KeptSegment(loop, position, n1.toString()));
        name = n1.element(2);
        idQualifier = n1.element(3);
        id = n1.element(4);
        Facts.keepIf(Facts.goesBeyond(n1, 4), loop, n1, position, rest);
    }

    void add(Segment segment, int position, List<KeptSegment> rest) {
        sent.add(new KeptSegment(loop, position, segment.toString()));
        boolean whole = true;
        switch (segment.id()) {
            case "N3" -> {
                for (int line = 1; line <= segment.elementCount(); line++) {
                    if (segment.has(line)) {
                        street.add(segment.element(line));
                    }
                }
            }
            case "N4" -> {
                for (int element = 1; element <= 4; element++) {
                    city[element - 1] = segment.element(element);
                }
                city[4] = segment.element(7);
                whole = !segment.has(5) && !segment.has(6) && !Facts.goesBeyond(segment, 7);
            }
            case "REF" -> {
                references.add(Facts.pair(segment));
                whole = !Facts.goesBeyond(segment, 2);
            }
            case "PER" -> {
                contacts.add(Facts.contact(segment));
                whole = !Facts.goesBeyond(segment, 8);
            }
            case "RDM" -> Facts.byDesignator(segment, 1, delivery);
            default -> whole = false;
        }
        Facts.keepIf(!whole, loop, segment, position, rest);
    }

    String reference(String qualifier) {
        return Fact.first(references, qualifier);
    }

    /** All its segments. */
    List<KeptSegment> sent() {
        return sent;
    }

    String name() {
        return name;
    }

    String id() {
        return id;
    }

    /** The number where its kind is this one, else empty. */
    String idAs(String qualifier) {
        return idQualifier.equals(qualifier) ? id : "";
    }

    PaymentParty build() {
        return new PaymentParty(
                name,
                idQualifier,
                id,
                street,
                city[0],
                city[1],
                city[2],
                city[3],
                city[4],
                references,
                contacts,
                delivery);
    }
}
