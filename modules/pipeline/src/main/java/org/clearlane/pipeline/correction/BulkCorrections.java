package org.clearlane.pipeline.correction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.Money;
import org.clearlane.model.directory.Practice;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.pipeline.intake.FileIntake;
import org.clearlane.pipeline.judging.Rehearsal;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.BulkLedger;
import org.clearlane.store.ledger.BulkLedger.Proposal;
import org.clearlane.store.ledger.BulkLedger.Wish;
import org.clearlane.store.ledger.CorrectionLedger;
import org.clearlane.store.ledger.CorrectionLedger.Candidate;
import org.clearlane.store.ledger.CorrectionLedger.Link;
import org.clearlane.store.ledger.CorrectionLedger.Person;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.transactions.correction.ChangedSegment;
import org.clearlane.transactions.correction.ClaimEditing;
import org.clearlane.transactions.correction.ClaimText;
import org.clearlane.transactions.correction.PracticeFile;
import org.clearlane.transactions.correction.PracticeFile.Envelope;
import org.clearlane.transactions.correction.SegmentChange;

/**
 * Many claims corrected alike: proposed with a preview of each, confirmed by typing how many go out, above a number of claims
 * by somebody else than the person who proposed it. What would be refused again stays where it is. Safe for several threads.
 */
public final class BulkCorrections {

    /** Above so many claims a second person confirms, unless a house says otherwise. */
    public static final int SECOND_PERSON_ABOVE = 500;

    private final Ledger ledger;
    private final Rehearsal rehearsal;
    private final Profiles profiles;
    private final PracticeFiles files;
    private final FileIntake intake;
    private final int secondPersonAbove;

    BulkCorrections(
            Ledger ledger,
            FileIntake intake,
            Rehearsal rehearsal,
            Profiles profiles,
            PracticeFiles files,
            int secondPersonAbove) {
        this.ledger = ledger;
        this.intake = intake;
        this.rehearsal = rehearsal;
        this.profiles = profiles;
        this.files = files;
        this.secondPersonAbove = secondPersonAbove;
    }

    /** What came of a confirmation. */
    public sealed interface Confirmed {

        /** They are handed in. */
        record Sent(int claims, List<String> fileIds) implements Confirmed {}

        /** They are not, and nothing was written. */
        record Not(Impossible why) implements Confirmed {}
    }

    /**
     * Writes a proposal down; no claim is touched by it.
     *
     * @param deed what is written down about it in the same transaction, given its id
     */
    public String propose(String practiceId, Wish wish, List<String> claimIds, Person by, Deed deed) {
        return ledger.transact(tx -> {
            String id = BulkLedger.propose(tx, practiceId, wish, claimIds, by);
            deed.of(tx, id);
            return id;
        });
    }

    /** What is written down about something with an id. */
    @FunctionalInterface
    public interface Deed {
        void of(Tx tx, String id) throws SQLException;
    }

    /** What a proposal comes to now; empty when the practice has no such proposal. */
    public Optional<BulkPreview> preview(String practiceId, String id) {
        return ledger.transact(tx -> {
            Optional<Proposal> proposal = BulkLedger.proposal(tx, practiceId, id, false);
            return proposal.isEmpty() ? Optional.empty() : Optional.of(new Run(tx, proposal.get(), false).preview());
        });
    }

    /**
     * Hands in what passes, one file for each kind of envelope; empty when the practice has no such proposal.
     *
     * @param typed how many claims somebody typed
     */
    public Optional<Confirmed> confirm(String practiceId, String id, String typed, Person by, Ledger.Task deed) {
        return ledger.transact(tx -> {
            Optional<Proposal> proposal = BulkLedger.proposal(tx, practiceId, id, true);
            return proposal.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Run(tx, proposal.get(), true).confirm(typed, by, deed));
        });
    }

    /** Takes a proposal back; false when there is none that waits. */
    public boolean withdraw(String practiceId, String id, Person by, Ledger.Task deed) {
        return ledger.transact(tx -> {
            Optional<Proposal> proposal = BulkLedger.proposal(tx, practiceId, id, true)
                    .filter(each -> each.state().equals("PROPOSED"));
            if (proposal.isPresent()) {
                BulkLedger.decide(tx, id, "WITHDRAWN", by);
                deed.in(tx);
            }
            return proposal.isPresent();
        });
    }

    private final class Run {

        private final Tx tx;
        private final Proposal proposal;
        private final boolean lock;
        private final Practice practice;
        private final Map<String, PracticeFiles.Read> read = new LinkedHashMap<>();
        private final Map<String, ClaimText> changed = new LinkedHashMap<>();
        private final Map<String, BulkPreview.Line> lines = new LinkedHashMap<>();
        private List<Candidate> claims = List.of();
        private Set<String> leaving = Set.of();

        Run(Tx tx, Proposal proposal, boolean lock) {
            this.tx = tx;
            this.proposal = proposal;
            this.lock = lock;
            this.practice = profiles.practice(proposal.practiceId())
                    .orElseThrow(() -> new Failure(
                            FailureCode.CONFIGURATION,
                            "the practice " + proposal.practiceId() + " has no profile any more"));
        }

        BulkPreview preview() throws SQLException {
            try {
                claims = CorrectionLedger.claims(tx, proposal.practiceId(), BulkLedger.claims(tx, proposal.id()), lock);
                claims.forEach(claim -> lines.put(claim.claimId(), null));
                List<Candidate> possible =
                        claims.stream().filter(this::isPossible).toList();
                leaving = possible.stream()
                        .filter(claim -> claim.state() == ClaimState.HELD)
                        .map(Candidate::claimId)
                        .collect(Collectors.toSet());
                read.putAll(files.read(practice, possible));
                read.values().removeIf(each -> !isWhole(each));
                Map<String, ClaimText> texts = new LinkedHashMap<>();
                read.forEach((id, each) -> texts.put(id, each.text()));
                judge(texts).forEach(this::change);
                judge(changed).forEach(this::judged);
            } catch (IOException e) {
                throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "a kept file cannot be read", e);
            }
            List<BulkPreview.Line> all = List.copyOf(lines.values());
            int going = (int) all.stream().filter(BulkPreview.Line::goes).count();
            return new BulkPreview(proposal, all, going > secondPersonAbove);
        }

        private boolean isPossible(Candidate claim) {
            Optional<Impossible> obstacle = Corrections.obstacle(claim, CorrectionKind.CORRECTION);
            obstacle.ifPresent(why -> stays(claim, why));
            return obstacle.isEmpty();
        }

        private boolean isWhole(PracticeFiles.Read each) {
            if (!each.text().isWhole()) {
                stays(each.claim(), new Impossible("It has no billing provider or subscriber above it.", ""));
                return false;
            }
            return true;
        }

        private void stays(Candidate claim, Impossible why) {
            lines.put(
                    claim.claimId(),
                    new BulkPreview.Line(
                            claim.claimId(),
                            claim.patientControlNumber(),
                            new Money(claim.chargeCents()),
                            List.of(),
                            null,
                            why));
        }

        /** The verdict of each claim, judged together with those of its envelope as they would travel. */
        private Map<String, DraftVerdict> judge(Map<String, ClaimText> texts) throws SQLException, IOException {
            Map<String, DraftVerdict> verdicts = new LinkedHashMap<>();
            for (Map.Entry<Envelope, List<String>> kind :
                    byEnvelope(texts.keySet()).entrySet()) {
                PracticeFile.Written written = files.rehearse(
                        tx,
                        kind.getKey(),
                        kind.getValue().stream().map(texts::get).toList());
                List<Rehearsal.Fate> fates = rehearsal.of(tx, practice, written.bytes(), leaving);
                if (fates.size() != kind.getValue().size()) {
                    throw new IllegalStateException(
                            kind.getValue().size() + " claims were written and " + fates.size() + " were read");
                }
                for (int i = 0; i < fates.size(); i++) {
                    verdicts.put(
                            kind.getValue().get(i),
                            DraftVerdict.of(fates.get(i), written.positions().get(i)));
                }
            }
            return verdicts;
        }

        private Map<Envelope, List<String>> byEnvelope(Set<String> ids) {
            Map<Envelope, List<String>> kinds = new LinkedHashMap<>();
            ids.forEach(id -> kinds.computeIfAbsent(read.get(id).envelope(), unused -> new ArrayList<>())
                    .add(id));
            return kinds;
        }

        private void change(String id, DraftVerdict now) {
            Candidate claim = read.get(id).claim();
            ClaimText text = read.get(id).text();
            if (proposal.wish().action().equals("AS_IT_IS")) {
                changed.put(id, text);
                return;
            }
            ElementPlace place = ElementPlace.of(proposal.wish().place()).orElseThrow();
            List<Integer> at = segments(text, now, place);
            if (at.isEmpty()) {
                stays(claim, new Impossible("It has no segment " + place.segment() + ".", ""));
                return;
            }
            if (at.getFirst() < 0) {
                stays(
                        claim,
                        new Impossible(
                                "It has several segments " + place.segment() + ", and nothing says which is meant.",
                                ""));
                return;
            }
            String value = proposal.wish().action().equals("REMOVE")
                    ? ""
                    : proposal.wish().value().strip();
            List<SegmentChange> changes = at.stream()
                    .map(segment -> (SegmentChange)
                            new SegmentChange.Value(segment, place.element(), Math.max(1, place.component()), value))
                    .toList();
            switch (ClaimEditing.make(text, changes)) {
                case ClaimEditing.Result.Refused refused ->
                    stays(
                            claim,
                            new Impossible(
                                    refused.why().getFirst().message(),
                                    refused.why().getFirst().mend()));
                case ClaimEditing.Result.Done done -> changed.put(id, done.text());
            }
        }

        /** Those the findings point to, else the only one of that name; a negative number for one of several. */
        private List<Integer> segments(ClaimText text, DraftVerdict now, ElementPlace place) {
            List<Integer> pointed = now.findings().stream()
                    .filter(each -> each.segment() >= 0
                            && each.finding().code().equals(proposal.wish().code())
                            && each.finding().place().segment().equals(place.segment())
                            && text.segments()
                                    .get(each.segment())
                                    .id(text.delimiters())
                                    .equals(place.segment()))
                    .map(DraftVerdict.Pointed::segment)
                    .distinct()
                    .toList();
            if (!pointed.isEmpty()) {
                return pointed;
            }
            List<Integer> named = new ArrayList<>();
            for (int i = 0; i < text.segments().size(); i++) {
                if (text.segments().get(i).id(text.delimiters()).equals(place.segment())) {
                    named.add(i);
                }
            }
            return named.size() > 1 ? List.of(-1) : named;
        }

        private void judged(String id, DraftVerdict verdict) {
            Candidate claim = read.get(id).claim();
            lines.put(
                    id,
                    new BulkPreview.Line(
                            id,
                            claim.patientControlNumber(),
                            new Money(claim.chargeCents()),
                            ChangedSegment.between(read.get(id).text(), changed.get(id)),
                            verdict,
                            null));
        }

        Confirmed confirm(String typed, Person by, Ledger.Task deed) throws SQLException {
            if (!proposal.state().equals("PROPOSED")) {
                return new Confirmed.Not(new Impossible(
                        "This was " + (proposal.state().equals("SENT") ? "sent" : "withdrawn") + " already.",
                        "Nothing was done again."));
            }
            BulkPreview preview = preview();
            if (preview.going() == 0) {
                return new Confirmed.Not(new Impossible(
                        "None of these claims would pass.", "Change the value, or look at them one by one."));
            }
            if (!typed.strip().equals(Integer.toString(preview.going()))) {
                return new Confirmed.Not(new Impossible(
                        "The number typed is not the number of claims that go out, which is " + preview.going() + ".",
                        "Nothing was sent. Look at the preview again and type that number if you mean it."));
            }
            if (preview.secondPerson() && by.id().equals(proposal.proposedBy().id())) {
                return new Confirmed.Not(new Impossible(
                        "More than " + secondPersonAbove + " claims need a second person.",
                        "Ask a colleague to open the worklist and confirm it."));
            }
            try {
                List<String> sent = send(preview, by);
                BulkLedger.decide(tx, proposal.id(), "SENT", by);
                deed.in(tx);
                return new Confirmed.Sent(preview.going(), sent);
            } catch (IOException e) {
                throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "a corrected file cannot be kept", e);
            }
        }

        private List<String> send(BulkPreview preview, Person by) throws SQLException, IOException {
            Map<String, ClaimText> going = new LinkedHashMap<>();
            preview.lines().stream()
                    .filter(BulkPreview.Line::goes)
                    .forEach(line -> going.put(line.claimId(), changed.get(line.claimId())));
            List<String> fileIds = new ArrayList<>();
            for (Map.Entry<Envelope, List<String>> kind :
                    byEnvelope(going.keySet()).entrySet()) {
                byte[] bytes = files.write(
                                tx,
                                practice,
                                kind.getKey(),
                                kind.getValue().stream().map(going::get).toList())
                        .bytes();
                Archive.Kept kept = intake.keep(new ByteArrayInputStream(bytes));
                String name = "correction-" + proposal.id() + "-" + (fileIds.size() + 1) + ".837";
                FileIntake.Receipt receipt = intake.enter(tx, practice.id(), Corrections.DOOR, name, name, kept);
                if (receipt.repeat()) {
                    throw new IllegalStateException("a file under a number of its own is a repeat");
                }
                fileIds.add(receipt.fileId());
                for (int i = 0; i < kind.getValue().size(); i++) {
                    Candidate claim = read.get(kind.getValue().get(i)).claim();
                    if (claim.successor().isPresent()) {
                        CorrectionLedger.giveUp(tx, claim.successor().get());
                    }
                    CorrectionLedger.link(
                            tx,
                            claim,
                            new Link(
                                    claim.claimId(),
                                    CorrectionKind.CORRECTION.name(),
                                    receipt.fileId(),
                                    i + 1,
                                    proposal.id()),
                            by);
                }
            }
            return fileIds;
        }
    }
}
