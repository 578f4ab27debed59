package org.clearlane.app.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.pipeline.history.PastClaims;
import org.clearlane.rules.PartnerRules;
import org.clearlane.rules.RuleScope;
import org.clearlane.rules.learned.DraftRule;
import org.clearlane.rules.learned.RuleLearner;
import org.clearlane.store.ledger.PastClaimLedger.PastClaim;
import org.clearlane.store.ledger.ProposalLedger;
import org.clearlane.store.ledger.ProposalLedger.Proposal;

/** Rules proposed from what payers refused, and what a person does about them. */
public final class Proposals {

    private final RuleWork work;

    public Proposals(RuleWork work) {
        this.work = work;
    }

    private record Answered(PastClaim past, Claim claim) {}

    /**
     * Looks at the last so many days and notes what is new.
     *
     * @param least how often a payer must have refused something before it is proposed
     * @return everything proposed and not decided
     */
    public List<Proposal> refresh(int days, int least) {
        PastClaims past =
                new PastClaims(work.ledger(), work.archive(), work.now().judge());
        for (PayerProfile payer : work.profiles().payers()) {
            List<Answered> answered = new ArrayList<>();
            past.since(work.daysAgo(days), payer.id(), null, (fate, claim) -> {
                if (fate.answered() && answered.size() < RuleLearner.MOST_CASES) {
                    answered.add(new Answered(fate, claim));
                }
            });
            reasons(answered).forEach((reason, count) -> {
                if (count >= least) {
                    propose(payer.id(), reason, answered, days, least);
                }
            });
        }
        return work.ledger().transact(tx -> ProposalLedger.open(tx));
    }

    private static Map<String, Long> reasons(List<Answered> answered) {
        return answered.stream()
                .flatMap(each -> each.past().reasons().stream())
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    }

    private void propose(String payerId, String reason, List<Answered> answered, int days, int least) {
        List<RuleLearner.Case> cases = new ArrayList<>();
        int refused = 0;
        long cents = 0;
        for (Answered each : answered) {
            boolean forThis = each.past().reasons().contains(reason);
            Set<String> procedures = each.past().refusedProcedures().stream()
                    .filter(pair -> pair.startsWith(reason + " "))
                    .map(pair -> pair.substring(reason.length() + 1))
                    .collect(Collectors.toSet());
            cases.add(new RuleLearner.Case(each.claim(), forThis, procedures));
            refused += forThis ? 1 : 0;
            cents += forThis ? each.past().chargeCents() : 0;
        }
        Optional<RuleLearner.Pattern> learned = RuleLearner.learn(cases, least);
        if (learned.isPresent()) {
            DraftRule draft = DraftRule.of(payerId, reason, learned.get(), days);
            check(payerId, DraftRule.from(draft.yaml(), "2026-01-01"));
            Proposal proposal = new Proposal(
                    null,
                    payerId,
                    draft.fingerprint(),
                    reason,
                    draft.pattern(),
                    draft.yaml(),
                    refused,
                    learned.get().caught(),
                    learned.get().wronglyCaught(),
                    cents,
                    "PROPOSED");
            work.ledger().run(tx -> ProposalLedger.note(tx, proposal));
        }
    }

    /** A rule that cannot be read as one is our mistake. */
    private static void check(String payerId, String yaml) {
        RuleWork.inTemporaryFolder(folder -> {
            Path file = Files.writeString(folder.resolve(PartnerRules.RULES), DraftRule.file(List.of(yaml)));
            return PartnerRules.of(RuleScope.payer(payerId), file);
        });
    }

    /** One by its id. */
    public Optional<Proposal> find(String id) {
        return work.ledger().transact(tx -> ProposalLedger.find(tx, id));
    }

    /** What the proposed rule would have done to the last so many days. */
    public RuleWork.Shadow shadow(Proposal proposal, int days) {
        return RuleWork.inTemporaryFolder(folder -> work.rules(
                RuleScope.payer(proposal.payerId()),
                Files.writeString(
                        folder.resolve(PartnerRules.RULES),
                        DraftRule.file(List.of(DraftRule.from(proposal.rule(), "2026-01-01")))),
                days));
    }

    /**
     * Puts the rule into the payer's file, in force from this day on, and notes who accepted it after which shadow run.
     * The file is replaced in one step, and only when all of it can be read with the rule in it.
     *
     * @return the file
     */
    public Path accept(Proposal proposal, LocalDate from, String actor, RuleWork.Shadow shadow) {
        Path folder = work.folder().profiles().resolve("payers").resolve(proposal.payerId());
        Path file = folder.resolve(PartnerRules.RULES);
        try {
            Files.createDirectories(folder);
            String before = Files.isRegularFile(file) ? Files.readString(file).stripTrailing() + "\n" : "rules:\n";
            Path next = Files.createTempFile(folder, "rules", ".next");
            try {
                Files.writeString(next, before + DraftRule.from(proposal.rule(), from.toString()));
                PartnerRules.of(RuleScope.payer(proposal.payerId()), next);
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new Failure(FailureCode.CONFIGURATION, file + " cannot be written", e);
        }
        decide(
                proposal,
                "ACCEPTED",
                actor,
                "in force from " + from + "; shadow run over "
                        + shadow.result().seen().claims() + " claims: "
                        + shadow.result().stopped().claims() + " caught, "
                        + shadow.result().stoppedRefused().claims() + " of them refused by the payer");
        return file;
    }

    /** Says no to it; it is not proposed again. */
    public void dismiss(Proposal proposal, String actor, String why) {
        decide(proposal, "DISMISSED", actor, why);
    }

    private void decide(Proposal proposal, String state, String actor, String why) {
        work.ledger().run(tx -> ProposalLedger.decide(tx, proposal.id(), state, actor, why));
    }
}
