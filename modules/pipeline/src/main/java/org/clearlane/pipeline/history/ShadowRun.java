package org.clearlane.pipeline.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Finding;
import org.clearlane.store.ledger.PastClaimLedger.PastClaim;

/** What rules would have done to the claims of the past, had they been in force. Nothing is changed by it. */
public final class ShadowRun {

    /** Looks at one claim. */
    @FunctionalInterface
    public interface Look {
        List<Finding> at(Claim claim, String payerId, String practiceId);
    }

    /** Claims and the dollars they charge. */
    public record Count(long claims, Money charges) {

        static final Count NONE = new Count(0, Money.ZERO);

        Count with(PastClaim claim) {
            return new Count(claims + 1, charges.plus(new Money(claim.chargeCents())));
        }
    }

    /**
     * What would have been.
     *
     * @param seen claims looked at
     * @param stopped of these, those it would have refused and we did not
     * @param stoppedAlready those it would have refused that we refused anyway
     * @param warned those it would have let go with a warning
     * @param byPractice of the stopped, whose
     * @param stoppedAnswered of the stopped, those the payer has answered
     * @param stoppedRefused of these, those the payer refused or denied: it would have been right
     * @param refused of all that were seen and sent, those the payer refused or denied
     * @param examples ids of the first claims stopped
     */
    public record Result(
            Count seen,
            Count stopped,
            Count stoppedAlready,
            Count warned,
            Map<String, Count> byPractice,
            Count stoppedAnswered,
            Count stoppedRefused,
            Count refused,
            List<String> examples) {

        /** Of the stopped and answered, how many the payer refused, in percent; -1 where none was answered. */
        public long precisionPercent() {
            return percent(stoppedRefused.claims(), stoppedAnswered.claims());
        }

        /** Of those the payer refused, how many would have been stopped, in percent; -1 where it refused none. */
        public long recallPercent() {
            return percent(stoppedRefused.claims(), refused.claims());
        }

        private static long percent(long part, long whole) {
            return whole == 0 ? -1 : (100 * part + whole / 2) / whole;
        }
    }

    private static final int EXAMPLES = 10;

    private final PastClaims past;

    public ShadowRun(PastClaims past) {
        this.past = past;
    }

    /**
     * Runs rules over the past.
     *
     * @param payerId of this payer's claims alone; null for all
     * @param practiceId of this practice's alone; null for all
     * @param looks what looks at the claims of a file that was judged then
     * @param alsoWarnings whether a warning counts as stopped: what the rule catches, whatever it does about it
     */
    public Result since(
            Instant since, String payerId, String practiceId, Function<Instant, Look> looks, boolean alsoWarnings) {
        Tally tally = new Tally(looks, alsoWarnings);
        past.since(since, payerId, practiceId, tally);
        return tally.result();
    }

    private static final class Tally implements PastClaims.Listener {

        private final Function<Instant, Look> looks;
        private final boolean alsoWarnings;
        private Look look;
        private Count seen = Count.NONE;
        private Count stopped = Count.NONE;
        private Count already = Count.NONE;
        private Count warned = Count.NONE;
        private Count answered = Count.NONE;
        private Count right = Count.NONE;
        private Count refused = Count.NONE;
        private final Map<String, Count> byPractice = new TreeMap<>();
        private final List<String> examples = new ArrayList<>();

        Tally(Function<Instant, Look> looks, boolean alsoWarnings) {
            this.looks = looks;
            this.alsoWarnings = alsoWarnings;
        }

        @Override
        public void file(Instant judgedAt) {
            look = looks.apply(judgedAt);
        }

        @Override
        public void claim(PastClaim claim, Claim facts) {
            seen = seen.with(claim);
            refused = claim.refused() ? refused.with(claim) : refused;
            List<Finding> found = look.at(facts, claim.payerId(), claim.practiceId());
            boolean stops = found.stream().anyMatch(Finding::isError) || alsoWarnings && !found.isEmpty();
            if (!stops) {
                warned = found.isEmpty() ? warned : warned.with(claim);
            } else if (claim.stoppedByUs()) {
                already = already.with(claim);
            } else {
                stopped = stopped.with(claim);
                byPractice.merge(claim.practiceId(), Count.NONE.with(claim), (one, other) -> one.with(claim));
                answered = claim.answered() ? answered.with(claim) : answered;
                right = claim.refused() ? right.with(claim) : right;
                if (examples.size() < EXAMPLES) {
                    examples.add(claim.id());
                }
            }
        }

        Result result() {
            return new Result(seen, stopped, already, warned, byPractice, answered, right, refused, examples);
        }
    }
}
