package org.clearlane.rules.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/**
 * Something claims have in common that a payer may refuse them for: a code, or that something is not there. Never
 * anything of a person: no name, number, date or amount is a trait.
 *
 * @param kind what it is about
 * @param code the code; empty where none is needed
 */
record Trait(Kind kind, String code) implements Comparable<Trait> {

    enum Kind {
        PROCEDURE("line.procedure == '%s'", "procedure: \"%s\"", "procedure: \"ZZZZZ\"", "procedure %s"),
        WITH_MODIFIER("'%s' in line.modifiers", "modifiers: [\"%s\"]", "modifiers: []", "modifier %s"),
        WITHOUT_MODIFIER("!('%s' in line.modifiers)", "", "modifiers: [\"%s\"]", "no modifier %s"),
        LINE_PLACE(
                "line.placeOfService == '%s'",
                "placeOfService: \"%s\"", "placeOfService: \"ZZ\"", "place of service %s"),
        LINE_DIAGNOSIS(
                "line.diagnoses.exists(d, d.startsWith('%s'))",
                "diagnoses: [\"%s\"]", "diagnoses: []", "a diagnosis of %s it points at"),
        WITHOUT_REFERENCE(
                "!claim.references.exists(r, r.qualifier == '%s')",
                "", "references: [{qualifier: \"%s\", value: \"X\"}]", "no REF %s"),
        WITHOUT_PROVIDER(
                "!claim.providers.exists(p, p.role == '%s')",
                "", "providers: [{role: \"%s\"}]", "no provider of role %s"),
        FILING(
                "claim.subscriber.filingIndicator == '%s'",
                "subscriber: {filingIndicator: \"%s\"}",
                "subscriber: {filingIndicator: \"ZZ\"}",
                "claim filing indicator %s"),
        FREQUENCY("claim.frequency == '%s'", "frequency: \"%s\"", "frequency: \"9\"", "claim frequency %s");

        private final String expression;
        private final String has;
        private final String hasNot;
        private final String words;

        Kind(String expression, String has, String hasNot, String words) {
            this.expression = expression;
            this.has = has;
            this.hasNot = hasNot;
            this.words = words;
        }

        boolean ofLine() {
            return ordinal() <= LINE_DIAGNOSIS.ordinal();
        }
    }

    private static final List<String> REFERENCES = List.of("G1", "9F", "X4", "F8");
    private static final List<String> PROVIDERS = List.of("82", "DN", "77", "DK");

    String expression() {
        return kind.expression.formatted(code);
    }

    /** Facts of an example that has it; empty where silence does. */
    String has() {
        return kind.has.formatted(code);
    }

    /** Facts of an example that has it not. */
    String hasNot() {
        return kind.hasNot.formatted(code);
    }

    String inWords() {
        return kind.words.formatted(code);
    }

    /** Those of a claim as a whole. */
    static List<Trait> of(Claim claim) {
        List<Trait> all = new ArrayList<>();
        for (String qualifier : REFERENCES) {
            if (claim.reference(qualifier) == null) {
                all.add(new Trait(Kind.WITHOUT_REFERENCE, qualifier));
            }
        }
        for (String role : PROVIDERS) {
            if (claim.otherProviders().stream().noneMatch(each -> each.role().equals(role))) {
                all.add(new Trait(Kind.WITHOUT_PROVIDER, role));
            }
        }
        add(all, Kind.FILING, claim.subscriber().filingIndicator());
        add(all, Kind.FREQUENCY, claim.frequency());
        return all;
    }

    /** Those of a line, without those of its claim. */
    static List<Trait> of(Claim claim, ServiceLine line, Set<String> modifiersOfProcedure) {
        List<Trait> all = new ArrayList<>();
        add(all, Kind.PROCEDURE, line.procedure());
        for (String modifier : line.modifiers()) {
            add(all, Kind.WITH_MODIFIER, modifier);
        }
        for (String modifier : modifiersOfProcedure) {
            if (!line.modifiers().contains(modifier)) {
                add(all, Kind.WITHOUT_MODIFIER, modifier);
            }
        }
        add(all, Kind.LINE_PLACE, line.placeOfService().isEmpty() ? claim.placeOfService() : line.placeOfService());
        for (String pointer : line.pointers()) {
            int number = pointer.matches("\\d{1,2}") ? Integer.parseInt(pointer) : 0;
            if (number > 0 && number <= claim.diagnoses().size()) {
                String diagnosis = claim.diagnoses().get(number - 1).code();
                add(all, Kind.LINE_DIAGNOSIS, diagnosis.substring(0, Math.min(3, diagnosis.length())));
            }
        }
        return all;
    }

    /** Only what looks like a code: nothing a sender wrote elsewhere gets into an expression. */
    private static void add(List<Trait> all, Kind kind, String code) {
        if (code.matches("[0-9A-Z]{1,8}")) {
            all.add(new Trait(kind, code));
        }
    }

    @Override
    public int compareTo(Trait other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : code.compareTo(other.code);
    }
}
