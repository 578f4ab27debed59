package org.clearlane.pipeline.secondary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.judgement.FileVerdict;
import org.clearlane.judgement.Judge;
import org.clearlane.judgement.JudgeOptions;
import org.clearlane.judgement.JudgedClaim;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.judgement.SetVerdict;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.directory.Practice;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.pipeline.ClearinghouseIdentity;
import org.clearlane.pipeline.dispatch.ClaimBytes;
import org.clearlane.pipeline.intake.FileIntake;
import org.clearlane.pipeline.posting.ClaimLines;
import org.clearlane.profiles.Profiles;
import org.clearlane.remittance.LineMatch;
import org.clearlane.remittance.MatchResult.Confidence;
import org.clearlane.remittance.secondary.SecondaryStanding;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.ControlNumbers;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.SecondaryLedger;
import org.clearlane.store.ledger.SecondaryLedger.Decision;
import org.clearlane.store.ledger.SecondaryLedger.Source;
import org.clearlane.transactions.t837.OutboundClaim;
import org.clearlane.transactions.t837.SecondaryClaim;
import org.clearlane.transactions.t837.SecondaryCoverage;
import org.clearlane.transactions.t837.SecondaryFile;
import org.clearlane.transactions.t837.SecondaryResult;

/**
 * Prepares the claim for a second payer from the archived claim and the archived 835, and has it judged by our own guide and
 * edits. Nothing is sent by this: {@link #release} hands the file in at the practice's own door, by a person's decision, once
 * for each claim and payer.
 */
public final class PrepareSecondary {

    /** The door such a file comes through. */
    public static final String DOOR = "secondary";

    private static final int ALL_SNIP = 7;

    /**
     * Such files stand under the practice's own ISA06. Numbers far above those its system counts with keep its next file from
     * being taken for a repeat of one of these.
     */
    private static final long FIRST_CONTROL = 900_000_000;

    private static final long CONTROLS = 99_999_999;

    private final Ledger ledger;
    private final Archive archive;
    private final Judge judge;
    private final Profiles profiles;
    private final ClearinghouseIdentity us;

    public PrepareSecondary(Ledger ledger, Archive archive, Judge judge, Profiles profiles, ClearinghouseIdentity us) {
        this.ledger = ledger;
        this.archive = archive;
        this.judge = judge;
        this.profiles = profiles;
        this.us = us;
    }

    /** What came of a release: the file, and whether an earlier release had made it. */
    public record Released(SecondaryPrepared prepared, Optional<String> fileId, boolean before) {}

    /** Only prepares it. */
    public SecondaryPrepared prepare(SecondaryOrder order) {
        return ledger.transact(tx -> new Run(tx, order).prepare());
    }

    /** Prepares it and, where it is good, hands it in. */
    public Released release(SecondaryOrder order, String actor) {
        return ledger.transact(tx -> {
            Run run = new Run(tx, order);
            SecondaryPrepared prepared = run.prepare();
            if (!(prepared instanceof SecondaryPrepared.Ready ready)) {
                return new Released(prepared, Optional.empty(), false);
            }
            Optional<String> before = SecondaryLedger.released(tx, ready.claimId(), order.payer());
            if (before.isPresent()) {
                return new Released(prepared, before, true);
            }
            FileIntake intake = new FileIntake(ledger, archive, Long.MAX_VALUE);
            Archive.Kept kept = intake.keep(new ByteArrayInputStream(ready.x12()));
            String name = "secondary-" + ready.claimId() + "-" + order.payer() + ".837";
            String fileId = intake.enter(tx, run.source.practiceId(), DOOR, name, name, kept)
                    .fileId();
            SecondaryLedger.release(tx, run.source, order.payer(), run.decision, fileId, actor);
            return new Released(prepared, Optional.of(fileId), false);
        });
    }

    private final class Run {

        private final Tx tx;
        private final SecondaryOrder order;
        private Source source;
        private Decision decision;

        Run(Tx tx, SecondaryOrder order) {
            this.tx = tx;
            this.order = order;
        }

        SecondaryPrepared prepare() throws SQLException {
            Optional<Source> found = SecondaryLedger.source(tx, order.claim());
            if (found.isEmpty()) {
                return new SecondaryPrepared.Refused("there is no claim " + order.claim(), "clearlane claims list");
            }
            source = found.get();
            Optional<PayerProfile> payer = profiles.payer(order.payer());
            Optional<Practice> practice = profiles.practice(source.practiceId());
            if (payer.isEmpty() || practice.isEmpty()) {
                return new SecondaryPrepared.Refused(
                        payer.isEmpty() ? "nobody described the payer " + order.payer() : "the practice has no profile",
                        "Describe it in the config folder.");
            }
            if (order.payer().equals(source.payerId())) {
                return new SecondaryPrepared.Refused("this payer has the claim already", "Name the second payer.");
            }
            Optional<Decision> made = SecondaryLedger.decision(tx, source.claimId());
            if (made.isEmpty() || source.state() == ClaimState.REVERSED) {
                return new SecondaryPrepared.Refused("the first payer has not decided it", "Wait for its 835.");
            }
            decision = made.get();
            try {
                return fromDecision(payer.get(), practice.get());
            } catch (IOException e) {
                throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "a kept file cannot be read", e);
            }
        }

        private SecondaryPrepared fromDecision(PayerProfile payer, Practice practice) throws IOException, SQLException {
            ClaimPayment payment;
            try (InputStream bytes = archive.open(decision.archiveKey())) {
                payment = OneDecision.in(bytes, decision.set(), decision.ordinal())
                        .orElseThrow(() -> new IllegalStateException("a posted payment is not in its 835"));
            }
            return switch (SecondaryStanding.of(payment)) {
                case SecondaryStanding.CrossedOver crossed ->
                    new SecondaryPrepared.Refused(
                            "the first payer passed it on: " + crossed.why(), "Wait for the second payer's 835.");
                case SecondaryStanding.NotDue notDue ->
                    new SecondaryPrepared.Refused(notDue.why(), "Nothing is to be sent.");
                case SecondaryStanding.Due due -> make(payment, due, payer, practice);
            };
        }

        private SecondaryPrepared make(
                ClaimPayment payment, SecondaryStanding.Due due, PayerProfile payer, Practice practice)
                throws IOException, SQLException {
            OutboundClaim original;
            try (ClaimBytes bytes = new ClaimBytes(archive)) {
                original = bytes.of(source.place());
            }
            LineMatch match = LineMatch.match(payment, ClaimLines.of(original.claim(), original.sourceDelimiters()));
            Map<Integer, Integer> lineOf = new HashMap<>();
            for (LineMatch.Pair pair : match.pairs()) {
                if (pair.confidence() != Confidence.LOW) {
                    lineOf.put(pair.paidLine(), pair.lineNumber());
                }
            }
            SecondaryCoverage second =
                    new SecondaryCoverage(payer.name(), code(payer, original), order.memberId(), order.filing());
            SecondaryResult result = new SecondaryClaim(original).make(payment, decision.decidedOn(), lineOf, second);
            return switch (result) {
                case SecondaryResult.Impossible impossible ->
                    new SecondaryPrepared.Refused(impossible.why(), impossible.mend());
                case SecondaryResult.Made made ->
                    judged(due, practice, file(practice).bytes(made.segments(), original.sourceDelimiters()));
            };
        }

        /** How the claim's own loop 2330B calls the second payer, else the first of its ids. */
        private String code(PayerProfile payer, OutboundClaim original) {
            String text = new String(original.claim(), java.nio.charset.StandardCharsets.ISO_8859_1);
            String element = String.valueOf((char) original.sourceDelimiters().element());
            return payer.payerIds().stream()
                    .sorted()
                    .filter(code -> text.contains(element + "PI" + element + code))
                    .findFirst()
                    .orElseGet(
                            () -> payer.payerIds().stream().sorted().findFirst().orElseThrow());
        }

        private SecondaryFile file(Practice practice) throws SQLException {
            String sender = practice.senderIds().stream().sorted().findFirst().orElseThrow();
            long control;
            do {
                control = FIRST_CONTROL + ControlNumbers.next(tx, "secondary of " + practice.id(), "ISA13") % CONTROLS;
            } while (SecondaryLedger.isUsed(tx, practice.id(), sender, "%09d".formatted(control)));
            return new SecondaryFile(
                    sender,
                    plain(practice.name()),
                    us.id(),
                    us.name(),
                    us.contact(),
                    us.phone(),
                    control,
                    LocalDateTime.ofInstant(tx.now(), ZoneOffset.UTC),
                    source.usage().equals("T") ? 'T' : 'P',
                    source.transactionType().isEmpty() ? "CH" : source.transactionType());
        }

        private static String plain(String name) {
            String plain = name.replaceAll("[^A-Za-z0-9 .,'-]", " ").strip();
            return plain.isEmpty() ? "PRACTICE" : plain;
        }

        private SecondaryPrepared judged(SecondaryStanding.Due due, Practice practice, byte[] x12) throws IOException {
            List<Finding> findings = new ArrayList<>();
            FileVerdict verdict = judge.judge(
                    new ByteArrayInputStream(x12),
                    new JudgeOptions(ALL_SNIP, practice, profiles.payers(), JudgeOptions.USUAL_SLICE),
                    new JudgementListener() {
                        @Override
                        public void claims(List<JudgedClaim> slice) {
                            slice.forEach(claim -> findings.addAll(claim.findings()));
                        }

                        @Override
                        public void setClosed(SetVerdict set) {
                            set.findings().forEach(found -> findings.add(found.finding()));
                        }
                    });
            return verdict.verdict() == FileVerdict.Verdict.ACCEPTED
                    ? new SecondaryPrepared.Ready(source.claimId(), due.open(), x12)
                    : new SecondaryPrepared.Judged(findings.stream()
                            .filter(Finding::isError)
                            .distinct()
                            .toList());
        }
    }
}
