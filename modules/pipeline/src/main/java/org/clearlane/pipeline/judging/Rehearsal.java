package org.clearlane.pipeline.judging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.clearlane.judgement.FileVerdict;
import org.clearlane.judgement.InterchangeVerdict;
import org.clearlane.judgement.Judge;
import org.clearlane.judgement.JudgeOptions;
import org.clearlane.judgement.JudgedClaim;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.judgement.Outcome;
import org.clearlane.judgement.SetVerdict;
import org.clearlane.model.directory.Practice;
import org.clearlane.model.finding.Finding;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.ledger.CorrectionLedger;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;

/**
 * Says what would become of a file if it were handed in now: by the edition in force, in the same words, with what only
 * the ledger knows. Nothing is written by it. Safe for use by several threads.
 */
public final class Rehearsal {

    private static final int ALL_SNIP = 7;

    /**
     * What would become of one claim.
     *
     * @param holdReason why it would be held, in words; null when it would not
     * @param findings what would be found about it, and about what it stands in
     */
    public record Fate(Outcome outcome, String holdReason, List<Finding> findings) {

        public Fate {
            findings = List.copyOf(findings);
        }
    }

    private final Supplier<Edition> editions;
    private final Profiles profiles;

    public Rehearsal(Supplier<Edition> editions, Profiles profiles) {
        this.editions = editions;
        this.profiles = profiles;
    }

    /**
     * Judges a file of one set.
     *
     * @param leaving claims that would give up their keys in the same moment: their successors are no duplicates of them
     * @return the fate of each claim in the order of the file
     */
    public List<Fate> of(Tx tx, Practice practice, byte[] x12, Set<String> leaving) throws SQLException, IOException {
        Listening listening = new Listening(tx, practice.id(), leaving);
        Judge judge = editions.get().judge();
        FileVerdict verdict = judge.judge(
                new ByteArrayInputStream(x12),
                new JudgeOptions(ALL_SNIP, practice, profiles.payers(), JudgeOptions.USUAL_SLICE),
                listening);
        return listening.fates(verdict.findings());
    }

    private static final class Listening implements JudgementListener {

        private final Tx tx;
        private final String practiceId;
        private final Set<String> leaving;
        private final List<JudgedClaim> claims = new ArrayList<>();
        private final Map<String, String> seen = new HashMap<>();
        private final Set<Finding> around = new LinkedHashSet<>();
        private final Set<Finding> ofClaims = new LinkedHashSet<>();
        private boolean distrusted;

        Listening(Tx tx, String practiceId, Set<String> leaving) {
            this.tx = tx;
            this.practiceId = practiceId;
            this.leaving = leaving;
        }

        @Override
        public void claims(List<JudgedClaim> slice) throws IOException {
            Map<JudgedClaim, String> keys = new HashMap<>();
            for (JudgedClaim judged : slice) {
                String key = ClaimKey.of(judged.claim(), ServicePeriod.of(judged.claim()));
                if (judged.outcome() != Outcome.REJECTED && key != null) {
                    keys.put(judged, key);
                }
            }
            Map<String, String> taken = holders(keys.values());
            for (JudgedClaim judged : slice) {
                String key = keys.get(judged);
                if (key != null) {
                    String holder = taken.containsKey(key) && !leaving.contains(taken.get(key))
                            ? taken.get(key)
                            : seen.putIfAbsent(key, "another claim of this file");
                    if (holder != null) {
                        judged.addFinding(DuplicateClaim.of(judged.claim(), holder));
                    }
                }
                ofClaims.addAll(judged.findings());
                claims.add(judged);
            }
        }

        private Map<String, String> holders(java.util.Collection<String> keys) throws IOException {
            try {
                return keys.isEmpty() ? Map.of() : CorrectionLedger.holders(tx, practiceId, keys);
            } catch (SQLException e) {
                throw Ledger.refused(e);
            }
        }

        @Override
        public void setClosed(SetVerdict set) {
            distrusted |= set.distrusted();
            set.findings().stream()
                    .map(org.clearlane.transactions.t999.ClaimFinding::finding)
                    .filter(finding -> !ofClaims.contains(finding))
                    .forEach(around::add);
        }

        @Override
        public void groupClosed(org.clearlane.judgement.GroupVerdict group) {
            distrusted |= group.distrusted();
            around.addAll(group.findings());
        }

        @Override
        public void interchangeClosed(InterchangeVerdict interchange) {
            distrusted |= interchange.distrusted();
            around.addAll(interchange.findings());
        }

        List<Fate> fates(List<Finding> ofFile) {
            around.addAll(ofFile);
            List<Fate> fates = new ArrayList<>();
            for (JudgedClaim judged : claims) {
                List<Finding> findings = new ArrayList<>(judged.findings());
                findings.addAll(around);
                Outcome outcome = distrusted ? Outcome.REJECTED : judged.outcome();
                fates.add(new Fate(
                        outcome, outcome == Outcome.HELD ? judged.holdReason().inWords() : null, findings));
            }
            return fates;
        }
    }
}
