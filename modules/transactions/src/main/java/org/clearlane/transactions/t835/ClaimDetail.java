package org.clearlane.transactions.t835;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;

/**
 * What a claim payment says beyond {@link ClaimPayment}, cut out of its segments when somebody asks: names for an
 * explanation of benefits, remarks, references, dates and amounts. Health information.
 *
 * @param parties NM1 in the order sent: QC patient, IL subscriber, 74 corrected, 82 rendering, TT crossover payer …
 * @param remarks remark codes of MIA (05, 20–23) and MOA (03–07) in the order sent
 * @param references REF at claim level, F8 (the payer's original claim number) among them
 * @param dates DTM at claim level: 232, 233 service, 050 received, 036 coverage ended …
 * @param amounts AMT at claim level, as sent: AU covered, I interest …
 * @param contacts PER, as sent
 * @param lines the same for each service line, in the order of {@link ClaimPayment#lines()}
 */
public record ClaimDetail(
        List<Party> parties,
        List<String> remarks,
        List<Fact> references,
        List<Fact> dates,
        List<Fact> amounts,
        List<String> contacts,
        List<Line> lines) {

    /**
     * Somebody named in NM1.
     *
     * @param role NM101
     * @param lastName NM103, the name of an organization too
     * @param firstName NM104
     * @param idQualifier NM108
     * @param id NM109
     */
    public record Party(String role, String lastName, String firstName, String idQualifier, String id) {}

    /** A qualifier and its value: REF01 and 02, DTM01 and 02, AMT01 and 02. */
    public record Fact(String qualifier, String value) {}

    /**
     * What a service line says beyond {@link org.clearlane.model.remittance.LinePayment}.
     *
     * @param submittedUnits SVC07, where the payer paid other units than were sent
     * @param references REF of the line: 6R line control number, policy numbers, rendering provider …
     * @param dates DTM of the line
     * @param amounts AMT of the line: B6 allowed …
     */
    public record Line(String submittedUnits, List<Fact> references, List<Fact> dates, List<Fact> amounts) {}

    public ClaimDetail {
        parties = List.copyOf(parties);
        remarks = List.copyOf(remarks);
        references = List.copyOf(references);
        dates = List.copyOf(dates);
        amounts = List.copyOf(amounts);
        contacts = List.copyOf(contacts);
        lines = List.copyOf(lines);
    }

    /** Cuts the segments of a claim with the separators of the head it came under. */
    public static ClaimDetail of(ClaimPayment claim, Delimiters delimiters) {
        List<Party> parties = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        List<String> contacts = new ArrayList<>();
        Line level = newLine("");
        Line claimLevel = level;
        List<Line> lines = new ArrayList<>();
        for (String text : claim.segments()) {
            Segment segment = Segment.of(text, delimiters);
            switch (segment.id()) {
                case "NM1" ->
                    parties.add(new Party(
                            segment.element(1),
                            segment.element(3),
                            segment.element(4),
                            segment.element(8),
                            segment.element(9)));
                case "MIA" -> remarks(segment, remarks, 5, 20, 21, 22, 23);
                case "MOA" -> remarks(segment, remarks, 3, 4, 5, 6, 7);
                case "PER" -> contacts.add(text);
                case "SVC" -> {
                    level = newLine(segment.element(7));
                    lines.add(level);
                }
                case "REF" -> level.references.add(fact(segment));
                case "DTM" -> level.dates.add(fact(segment));
                case "AMT" -> level.amounts.add(fact(segment));
                default -> {}
            }
        }
        return new ClaimDetail(
                parties, remarks, claimLevel.references, claimLevel.dates, claimLevel.amounts, contacts, lines);
    }

    private static Line newLine(String units) {
        return new Line(units, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private static Fact fact(Segment segment) {
        return new Fact(segment.element(1), segment.element(2));
    }

    private static void remarks(Segment segment, List<String> into, int... elements) {
        for (int element : elements) {
            if (segment.has(element)) {
                into.add(segment.element(element));
            }
        }
    }

    /** The value of the first reference with this qualifier at claim level, or empty. */
    public String reference(String qualifier) {
        return references.stream()
                .filter(fact -> fact.qualifier().equals(qualifier))
                .map(Fact::value)
                .findFirst()
                .orElse("");
    }
}
