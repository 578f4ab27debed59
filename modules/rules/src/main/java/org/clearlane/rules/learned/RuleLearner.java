package org.clearlane.rules.learned;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/**
 * Finds what the claims a payer refused for one reason have in common and those it took have not: one trait, or two
 * together. Deterministic: the same claims give the same answer. What it finds is a proposal, never a rule by itself.
 */
public final class RuleLearner {

    /** More claims of one payer than this are not compared. */
    public static final int MOST_CASES = 20_000;

    /** Of a hundred claims a pattern catches, so many the payer must have refused. */
    private static final int LEAST_PRECISION = 90;
    /** Traits that are combined with one another: those that refused claims have most. */
    private static final int MOST_TRAITS = 60;

    /**
     * A claim its payer has answered.
     *
     * @param refused whether for the reason at hand
     * @param refusedProcedures the procedures of the lines that were; empty when the whole claim was
     */
    public record Case(Claim claim, boolean refused, Set<String> refusedProcedures) {}

    /**
     * What they have in common.
     *
     * @param traits one or two
     * @param caught refused claims that have them
     * @param wronglyCaught claims that have them and were not refused for this
     */
    public record Pattern(
            List<String> words,
            boolean ofLine,
            List<String> expressions,
            int caught,
            int wronglyCaught,
            List<String> failing,
            List<String> passing) {}

    private final List<Case> cases;
    private final Map<Trait, BitSet> rowsOf = new TreeMap<>();
    private int[] caseOfRow = new int[0];

    private RuleLearner(List<Case> cases) {
        this.cases = cases.size() > MOST_CASES ? cases.subList(0, MOST_CASES) : cases;
    }

    /** The best pattern that catches at least so many refused claims; empty when nothing tells them from the others. */
    public static Optional<Pattern> learn(List<Case> cases, int leastCaught) {
        RuleLearner learner = new RuleLearner(cases);
        learner.lookAtAll();
        return learner.best(leastCaught);
    }

    private void lookAtAll() {
        Map<String, Set<String>> modifiers = new HashMap<>();
        int rows = 0;
        for (Case each : cases) {
            for (ServiceLine line : each.claim().lines()) {
                modifiers
                        .computeIfAbsent(line.procedure(), procedure -> new TreeSet<>())
                        .addAll(line.modifiers());
                rows++;
            }
        }
        caseOfRow = new int[rows];
        int row = 0;
        for (int i = 0; i < cases.size(); i++) {
            Case each = cases.get(i);
            List<Trait> ofClaim = Trait.of(each.claim());
            for (ServiceLine line : each.claim().lines()) {
                caseOfRow[row] = i;
                boolean innocent = each.refused()
                        && !each.refusedProcedures().isEmpty()
                        && !each.refusedProcedures().contains(line.procedure());
                if (!innocent) {
                    for (Trait trait : Trait.of(each.claim(), line, modifiers.get(line.procedure()))) {
                        rowsOf.computeIfAbsent(trait, unused -> new BitSet()).set(row);
                    }
                    for (Trait trait : ofClaim) {
                        rowsOf.computeIfAbsent(trait, unused -> new BitSet()).set(row);
                    }
                }
                row++;
            }
        }
    }

    private record Candidate(List<Trait> traits, int caught, int wronglyCaught) {

        int score() {
            return caught - 2 * wronglyCaught;
        }
    }

    private Optional<Pattern> best(int leastCaught) {
        List<Candidate> alone = new ArrayList<>();
        rowsOf.forEach((trait, rows) -> {
            Candidate candidate = candidate(List.of(trait), rows);
            if (candidate.caught() >= leastCaught) {
                alone.add(candidate);
            }
        });
        alone.sort(Comparator.comparingInt(Candidate::caught).reversed());
        List<Candidate> all = new ArrayList<>(alone);
        List<Candidate> combined = alone.subList(0, Math.min(MOST_TRAITS, alone.size()));
        for (int i = 0; i < combined.size(); i++) {
            for (int j = i + 1; j < combined.size(); j++) {
                Trait one = combined.get(i).traits().getFirst();
                Trait other = combined.get(j).traits().getFirst();
                BitSet both = (BitSet) rowsOf.get(one).clone();
                both.and(rowsOf.get(other));
                Candidate candidate =
                        candidate(one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one), both);
                if (one.kind() != other.kind() && candidate.caught() >= leastCaught) {
                    all.add(candidate);
                }
            }
        }
        return all.stream()
                .filter(each -> 100L * each.caught() >= (long) LEAST_PRECISION * (each.caught() + each.wronglyCaught()))
                .max(Comparator.comparingInt(Candidate::score)
                        .thenComparing(each -> -each.traits().size())
                        .thenComparing(each -> saysMost(each.traits()))
                        .thenComparing(each -> each.traits().toString(), Comparator.reverseOrder()))
                .map(RuleLearner::pattern);
    }

    /** Of patterns that catch the same, the one that names codes tells a biller most. */
    private static long saysMost(List<Trait> traits) {
        return traits.stream()
                                .filter(trait -> trait.kind() == Trait.Kind.PROCEDURE)
                                .count()
                        * 2
                + traits.stream()
                        .filter(trait -> trait.kind().name().startsWith("WITHOUT"))
                        .count();
    }

    private Candidate candidate(List<Trait> traits, BitSet rows) {
        int caught = 0;
        int wrongly = 0;
        int last = -1;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int at = caseOfRow[row];
            if (at != last) {
                caught += cases.get(at).refused() ? 1 : 0;
                wrongly += cases.get(at).refused() ? 0 : 1;
                last = at;
            }
        }
        return new Candidate(traits, caught, wrongly);
    }

    private static Pattern pattern(Candidate best) {
        List<String> passing = new ArrayList<>();
        for (Trait changed : best.traits()) {
            passing.add(example(best.traits(), changed));
        }
        return new Pattern(
                best.traits().stream().map(Trait::inWords).toList(),
                best.traits().stream().anyMatch(trait -> trait.kind().ofLine()),
                best.traits().stream().map(Trait::expression).toList(),
                best.caught(),
                best.wronglyCaught(),
                List.of(example(best.traits(), null)),
                passing);
    }

    /** The facts of an example that has these traits but for one. */
    private static String example(List<Trait> traits, Trait without) {
        List<String> line = new ArrayList<>();
        List<String> claim = new ArrayList<>();
        for (Trait trait : traits) {
            String facts = trait.equals(without) ? trait.hasNot() : trait.has();
            if (!facts.isEmpty()) {
                (trait.kind().ofLine() ? line : claim).add(facts);
            }
        }
        claim.add("lines: [{" + String.join(", ", line) + "}]");
        return "{" + String.join(", ", claim) + "}";
    }
}
