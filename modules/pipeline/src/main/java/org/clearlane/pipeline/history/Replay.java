package org.clearlane.pipeline.history;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.judgement.Judge;
import org.clearlane.judgement.JudgeOptions;
import org.clearlane.judgement.JudgedClaim;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.judgement.Outcome;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.finding.Finding;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.PastClaimLedger;
import org.clearlane.store.ledger.PastClaimLedger.Origin;

/**
 * Judges a claim again from its archived bytes, by the edition its file was judged by, as on the day it was judged. What
 * only the ledger knew then (that a claim came before) is left out on both sides.
 */
public final class Replay {

    private static final int ALL_SNIP = 7;

    /**
     * The verdict then and now.
     *
     * @param then findings as the ledger has them, sorted
     * @param now findings of the judgement made now, sorted
     * @param outcomeThen the state judging put the claim into
     * @param outcomeNow the same of now
     */
    public record Result(Origin origin, List<String> then, List<String> now, String outcomeThen, String outcomeNow) {

        /** Whether the same is said again, and the same comes of it. */
        public boolean same() {
            return then.equals(now) && (outcomeThen.equals(outcomeNow) || outcomeThen.equals("REJECTED_FILE"));
        }
    }

    private Replay() {}

    /**
     * @param judge of the edition, on a clock that stands at the instant of the judgement
     * @param profiles of the edition
     */
    public static Result of(Ledger ledger, Archive archive, Origin origin, Judge judge, Profiles profiles) {
        JudgedClaim[] found = new JudgedClaim[1];
        try (InputStream bytes = archive.open(origin.archiveKey())) {
            judge.judge(
                    bytes,
                    new JudgeOptions(
                            ALL_SNIP,
                            profiles.practice(origin.practiceId()).orElse(null),
                            profiles.payers(),
                            JudgeOptions.USUAL_SLICE),
                    new JudgementListener() {
                        @Override
                        public void claims(List<JudgedClaim> slice) {
                            slice.stream()
                                    .filter(each -> each.spans().claim().offset() == origin.offset())
                                    .forEach(each -> found[0] = each);
                        }
                    });
        } catch (IOException e) {
            throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "the claim's file cannot be read", e);
        }
        if (found[0] == null) {
            throw new IllegalStateException("the claim is not where its row says it is");
        }
        List<String> then = ledger.transact(tx -> PastClaimLedger.findings(tx, origin.claimId()));
        boolean cameBefore = then.removeIf(each -> each.startsWith("ERROR claim.duplicate at "));
        List<String> now = new ArrayList<>();
        for (Finding each : found[0].findings()) {
            now.add("%s %s at %s %d %d-%d"
                    .formatted(
                            each.severity(),
                            each.code(),
                            each.place().segment(),
                            each.place().position(),
                            each.place().element(),
                            each.place().component()));
        }
        now.sort(String::compareTo);
        then.sort(String::compareTo);
        String outcomeNow = state(found[0].outcome());
        return new Result(origin, then, now, cameBefore ? outcomeNow : origin.firstState(), outcomeNow);
    }

    private static String state(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> "QUEUED";
            case REJECTED -> "REJECTED_CLAIM";
            case HELD -> "HELD";
        };
    }
}
