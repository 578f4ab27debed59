package org.clearlane.remittance.reassociation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clearlane.model.Money;
import org.clearlane.remittance.MatchResult.Confidence;

/**
 * Which bank's entry pays which 835 (CAQH CORE rule 370: trace, payer, amount, day). All open halves are looked at
 * together, from the strongest evidence to the weakest; on each step two halves are joined only where each is the only one
 * the other could mean. So the result does not depend on the order in which the halves arrived, and nothing is guessed.
 */
public final class Reassociation {

    /** How many business days the two days may lie apart where no trace ties them. */
    public static final int DAYS_APART = 3;

    /** NACHA cuts the company's name to sixteen characters. */
    private static final int NAME_LENGTH = 16;

    private final Map<String, ReassociationDecision> decided = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<EftHalf> efts;
    private final List<EraHalf> eras;

    private Reassociation(List<EftHalf> efts, List<EraHalf> eras) {
        this.efts = efts;
        this.eras = eras;
    }

    /** One piece of evidence: which entry and 835 it joins, and what is said then. */
    private record Step(
            ReassociationOutcome outcome,
            Confidence confidence,
            Function<EftHalf, String> eftKey,
            Function<EraHalf, String> eraKey,
            Evidence evidence) {}

    @FunctionalInterface
    private interface Evidence {
        /** Why the two belong together, or null where they do not. */
        String why(EftHalf eft, EraHalf era);
    }

    /** Decides about every entry, in the order given. */
    public static List<ReassociationDecision> of(List<EftHalf> efts, List<EraHalf> eras) {
        Reassociation run = new Reassociation(efts, eras);
        STEPS.forEach(run::take);
        List<ReassociationDecision> all = new ArrayList<>();
        for (EftHalf eft : efts) {
            all.add(run.decided.getOrDefault(
                    eft.id(),
                    new ReassociationDecision(
                            eft.id(),
                            Optional.empty(),
                            ReassociationOutcome.UNMATCHED,
                            Confidence.LOW,
                            eft.trace().isEmpty()
                                    ? "the bank passed on no trace, and no 835 of this payer has the amount and the day"
                                    : "no 835 with this trace has come")));
        }
        return all;
    }

    private static final List<Step> STEPS = List.of(
            byTrace(ReassociationOutcome.MATCHED, Confidence.HIGH, (eft, era) -> samePayer(eft, era)
                            && eft.amount().equals(era.amount())
                    ? "trace, payer and amount are the same" + apart(eft, era)
                    : null),
            byTrace(ReassociationOutcome.TRACE_ONLY, Confidence.MEDIUM, (eft, era) -> bare(eft.payerTaxId()).isEmpty()
                            && eft.amount().equals(era.amount())
                    ? "trace and amount are the same; the bank left the payer's number out" + apart(eft, era)
                    : null),
            byTrace(ReassociationOutcome.AMOUNT_DIFFERS, Confidence.LOW, (eft, era) ->
                    bare(eft.payerTaxId()).isEmpty() || samePayer(eft, era) ? differs(eft, era) : null),
            byTrace(ReassociationOutcome.TRACE_ONLY, Confidence.LOW, (eft, era) -> eft.amount()
                            .equals(era.amount())
                    ? "trace and amount are the same, the payer's number is another"
                    : null),
            byAmount(Confidence.HIGH, (eft, era) -> samePayer(eft, era) && sameDay(eft, era)
                    ? "the bank dropped the trace; amount, day and payer's number are the same"
                    : null),
            byAmount(Confidence.MEDIUM, (eft, era) -> samePayer(eft, era) && near(eft, era)
                    ? "the bank dropped the trace; amount and payer's number are the same" + apart(eft, era)
                    : null),
            byAmount(Confidence.LOW, (eft, era) -> sameName(eft, era) && near(eft, era)
                    ? "the bank dropped the trace; amount and payer's name are the same" + apart(eft, era)
                    : null));

    private static Step byTrace(ReassociationOutcome outcome, Confidence confidence, Evidence evidence) {
        return new Step(outcome, confidence, eft -> trace(eft.trace()), era -> trace(era.trace()), evidence);
    }

    private static Step byAmount(Confidence confidence, Evidence evidence) {
        return new Step(
                ReassociationOutcome.TRACE_MISSING,
                confidence,
                eft -> trace(eft.trace()).isEmpty() ? eft.amount().toString() : "",
                era -> era.movesThroughTheBank() ? era.amount().toString() : "",
                evidence);
    }

    private void take(Step step) {
        Map<String, List<EraHalf>> byKey = new HashMap<>();
        for (EraHalf era : eras) {
            String key = step.eraKey.apply(era);
            if (!key.isEmpty() && !taken.contains(era.id())) {
                byKey.computeIfAbsent(key, unused -> new ArrayList<>()).add(era);
            }
        }
        Map<String, List<EraHalf>> wanted = new LinkedHashMap<>();
        Map<String, Integer> suitors = new HashMap<>();
        Map<String, EftHalf> open = new HashMap<>();
        for (EftHalf eft : efts) {
            if (decided.containsKey(eft.id())) {
                continue;
            }
            List<EraHalf> fitting = byKey.getOrDefault(step.eftKey.apply(eft), List.of()).stream()
                    .filter(era -> step.evidence.why(eft, era) != null)
                    .toList();
            if (!fitting.isEmpty()) {
                wanted.put(eft.id(), fitting);
                open.put(eft.id(), eft);
                fitting.forEach(era -> suitors.merge(era.id(), 1, Integer::sum));
            }
        }
        wanted.forEach((eftId, fitting) -> {
            EraHalf first = fitting.getFirst();
            boolean certain = fitting.size() == 1 && suitors.get(first.id()) == 1;
            decided.put(
                    eftId,
                    certain
                            ? new ReassociationDecision(
                                    eftId,
                                    Optional.of(first.id()),
                                    step.outcome,
                                    step.confidence,
                                    step.evidence.why(open.get(eftId), first))
                            : ambiguous(eftId, fitting.size(), suitors.get(first.id())));
            // What several could mean is nobody's on a weaker step either.
            fitting.forEach(era -> taken.add(era.id()));
        });
    }

    private static ReassociationDecision ambiguous(String eftId, int eras, int efts) {
        return new ReassociationDecision(
                eftId,
                Optional.empty(),
                ReassociationOutcome.AMBIGUOUS,
                Confidence.LOW,
                eras > 1
                        ? eras + " 835s could be meant"
                        : "the same 835 could be meant by " + efts + " entries of the bank");
    }

    private static String differs(EftHalf eft, EraHalf era) {
        Money by = eft.amount().minus(era.amount());
        return by.isZero()
                ? null
                : "the trace is the same; the bank has " + eft.amount() + ", the 835 says " + era.amount() + ": "
                        + (by.isNegative() ? by.negated() + " less" : by + " more");
    }

    /** Without blanks, case and leading zeros: banks pad and cut them. */
    static String trace(String trace) {
        return trace.strip().toUpperCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    }

    private static boolean samePayer(EftHalf eft, EraHalf era) {
        String payer = bare(era.payerTaxId());
        if (payer.isEmpty()) {
            return false;
        }
        String said = bare(eft.payerTaxId());
        return said.isEmpty()
                ? trace(eft.trace()).isEmpty() && payer.equals(bare(eft.companyId()))
                : said.equals(payer);
    }

    /** Nine digits of a tax number, without the 1 that TRN03 and company ids put before it. */
    private static String bare(String number) {
        String digits = number.replaceAll("[^0-9A-Za-z]", "");
        return digits.length() == 10 && digits.charAt(0) == '1' ? digits.substring(1) : digits;
    }

    private static boolean sameName(EftHalf eft, EraHalf era) {
        String left = name(eft.payerName());
        return !left.isEmpty() && left.equals(name(era.payerName()));
    }

    private static String name(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        return upper.substring(0, Math.min(NAME_LENGTH, upper.length())).strip();
    }

    private static boolean sameDay(EftHalf eft, EraHalf era) {
        return eft.date().equals(era.date());
    }

    private static boolean near(EftHalf eft, EraHalf era) {
        return era.date() != null && daysApart(eft, era) <= DAYS_APART;
    }

    private static int daysApart(EftHalf eft, EraHalf era) {
        return eft.date().isAfter(era.date())
                ? BusinessDays.between(era.date(), eft.date())
                : BusinessDays.between(eft.date(), era.date());
    }

    private static String apart(EftHalf eft, EraHalf era) {
        if (era.date() == null || sameDay(eft, era)) {
            return "";
        }
        int days = daysApart(eft, era);
        return "; the days are " + days + (days == 1 ? " business day apart" : " business days apart");
    }
}
