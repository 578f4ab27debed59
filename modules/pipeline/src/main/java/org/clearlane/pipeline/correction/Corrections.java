package org.clearlane.pipeline.correction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.directory.Practice;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.pipeline.ClearinghouseIdentity;
import org.clearlane.pipeline.intake.FileIntake;
import org.clearlane.pipeline.judging.Rehearsal;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.CorrectionLedger;
import org.clearlane.store.ledger.CorrectionLedger.Candidate;
import org.clearlane.store.ledger.CorrectionLedger.Link;
import org.clearlane.store.ledger.CorrectionLedger.Person;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.transactions.correction.ChangeRefused;
import org.clearlane.transactions.correction.ChangedSegment;
import org.clearlane.transactions.correction.ClaimEditing;
import org.clearlane.transactions.correction.ClaimText;
import org.clearlane.transactions.correction.PracticeFile;
import org.clearlane.transactions.correction.SegmentChange;

/**
 * One claim corrected, replaced or voided by a person: looked at, changed, judged beforehand, handed in at the practice's own
 * door as a file of its own. Safe for use by several threads.
 */
public final class Corrections {

    /** The door such files come through. */
    public static final String DOOR = "console";

    private final Ledger ledger;
    private final Archive archive;
    private final Rehearsal rehearsal;
    private final Profiles profiles;
    private final PracticeFiles files;
    private final FileIntake intake;

    public Corrections(
            Ledger ledger,
            Archive archive,
            FileIntake intake,
            Rehearsal rehearsal,
            Profiles profiles,
            ClearinghouseIdentity us) {
        this.ledger = ledger;
        this.archive = archive;
        this.intake = intake;
        this.rehearsal = rehearsal;
        this.profiles = profiles;
        this.files = new PracticeFiles(archive, us);
    }

    /** The same for many claims in one go. */
    public BulkCorrections inBulk() {
        return inBulk(BulkCorrections.SECOND_PERSON_ABOVE);
    }

    /** @param secondPersonAbove above so many claims somebody else has to confirm */
    public BulkCorrections inBulk(int secondPersonAbove) {
        return new BulkCorrections(ledger, intake, rehearsal, profiles, files, secondPersonAbove);
    }

    /**
     * What somebody asks for.
     *
     * @param payerClaimNumber what the payer calls the claim, as somebody says; empty to take what the payer said
     */
    public record Order(String practiceId, String claimId, CorrectionKind kind, String payerClaimNumber) {}

    /** The claim on the desk, or why not; empty for no claim of this practice. */
    public sealed interface Opened {

        /** It can be changed. */
        record Draft(ClaimDraft draft) implements Opened {}

        /** It cannot. */
        record Refused(Impossible why) implements Opened {}

        /** The payer's number of the claim has to be said first. */
        record NumberWanted(String patientControlNumber) implements Opened {}
    }

    /** What the changes come to, or why they are refused. */
    public sealed interface Shown {

        /** What would be sent. */
        record Preview(ClaimDraft draft, ClaimText text, List<ChangedSegment> changes, DraftVerdict verdict)
                implements Shown {

            public Preview {
                changes = List.copyOf(changes);
            }
        }

        /** Values that cannot be written. */
        record Unwritable(ClaimDraft draft, List<ChangeRefused> why) implements Shown {}

        /** The claim cannot be handed in again. */
        record Refused(Impossible why) implements Shown {}
    }

    /** What came of sending. */
    public sealed interface Sent {

        /** It is handed in. */
        record Done(String fileId) implements Sent {}

        /** It is not, and nothing was written. */
        record Not(Impossible why) implements Sent {}
    }

    /** Whether there is such a claim, and what stands in the way of handing it in again; for pages that offer it. */
    public static Optional<Impossible> obstacle(Candidate claim, CorrectionKind kind) {
        if (claim.successor().filter(each -> !each.cameToNothing()).isPresent()) {
            return Optional.of(new Impossible(
                    "This claim was handed in again already.",
                    "Go on with the newer claim; its page is linked from here."));
        }
        if (claim.place() == null) {
            return Optional.of(new Impossible(
                    "There are no segments to correct: this row of a table could not be written as an 837, or it came in no set.",
                    "Correct it where it comes from and hand the file in again."));
        }
        if (!kind.fits(claim.state())) {
            return Optional.of(new Impossible(
                    kind == CorrectionKind.CORRECTION
                            ? "Only a claim that is refused or held can be corrected."
                            : "Only a claim that its payer accepted or decided can be replaced or voided.",
                    claim.state() == ClaimState.QUEUED
                            ? "Hold it back first; a held claim can be corrected."
                            : "Wait for the payer's answer."));
        }
        return Optional.empty();
    }

    /** Takes a claim onto the desk; empty when the practice has no such claim. */
    public Optional<Opened> open(Order order) {
        return ledger.transact(tx -> withFiles(() -> {
            Optional<Candidate> claim = find(tx, order, false);
            return claim.isEmpty() ? Optional.empty() : Optional.of(open(tx, order, claim.get()));
        }));
    }

    /** Shows what these changes come to; nothing is written. Empty when the practice has no such claim. */
    public Optional<Shown> show(Order order, List<SegmentChange> changes) {
        return ledger.transact(tx -> withFiles(() -> {
            Optional<Candidate> claim = find(tx, order, false);
            return claim.isEmpty() ? Optional.empty() : Optional.of(show(tx, order, claim.get(), changes));
        }));
    }

    /**
     * Hands the changed claim in; empty when the practice has no such claim.
     *
     * @param deed what is written down about it in the same transaction, if it is done
     */
    public Optional<Sent> send(Order order, List<SegmentChange> changes, Person by, Ledger.Task deed) {
        return ledger.transact(tx -> withFiles(() -> {
            Optional<Candidate> claim = find(tx, order, true);
            if (claim.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(send(tx, order, claim.get(), changes, by, deed));
        }));
    }

    private Sent send(Tx tx, Order order, Candidate claim, List<SegmentChange> changes, Person by, Ledger.Task deed)
            throws SQLException, IOException {
        return switch (show(tx, order, claim, changes)) {
            case Shown.Refused refused -> new Sent.Not(refused.why());
            case Shown.Unwritable unwritable ->
                new Sent.Not(new Impossible(
                        unwritable.why().getFirst().message(),
                        unwritable.why().getFirst().mend()));
            case Shown.Preview preview -> {
                if (!preview.verdict().passes()) {
                    yield new Sent.Not(
                            new Impossible("As it stands we would refuse it again.", "Correct what is found first."));
                }
                String fileId = enter(tx, order, claim, preview.text(), by);
                deed.in(tx);
                yield new Sent.Done(fileId);
            }
        };
    }

    private String enter(Tx tx, Order order, Candidate claim, ClaimText text, Person by)
            throws SQLException, IOException {
        Practice practice = practice(order.practiceId());
        PracticeFiles.Read read = files.read(practice, List.of(claim)).get(claim.claimId());
        byte[] bytes = files.write(tx, practice, read.envelope(), List.of(text)).bytes();
        Archive.Kept kept = intake.keep(new ByteArrayInputStream(bytes));
        String name = order.kind().name().toLowerCase(java.util.Locale.ROOT) + "-" + claim.claimId() + ".837";
        FileIntake.Receipt receipt = intake.enter(tx, order.practiceId(), DOOR, name, name, kept);
        if (receipt.repeat()) {
            throw new IllegalStateException("a file under a number of its own is a repeat");
        }
        if (claim.successor().isPresent()) {
            CorrectionLedger.giveUp(tx, claim.successor().get());
        }
        CorrectionLedger.link(tx, claim, new Link(claim.claimId(), order.kind().name(), receipt.fileId(), 1, null), by);
        return receipt.fileId();
    }

    private static Optional<Candidate> find(Tx tx, Order order, boolean lock) throws SQLException {
        return CorrectionLedger.claims(tx, order.practiceId(), List.of(order.claimId()), lock).stream()
                .findFirst();
    }

    private Practice practice(String id) {
        return profiles.practice(id)
                .orElseThrow(() ->
                        new Failure(FailureCode.CONFIGURATION, "the practice " + id + " has no profile any more"));
    }

    private Opened open(Tx tx, Order order, Candidate claim) throws SQLException, IOException {
        Optional<Impossible> obstacle = obstacle(claim, order.kind());
        if (obstacle.isPresent()) {
            return new Opened.Refused(obstacle.get());
        }
        Practice practice = practice(order.practiceId());
        PracticeFiles.Read read = files.read(practice, List.of(claim)).get(claim.claimId());
        if (!read.text().isWhole()) {
            return new Opened.Refused(new Impossible(
                    "The claim has no billing provider or subscriber above it, or is too long to be corrected by hand.",
                    "Correct it where it comes from and hand the file in again."));
        }
        ClaimText base = read.text();
        String number = "";
        if (order.kind().namesPayersClaim()) {
            number = order.payerClaimNumber().isBlank()
                    ? PayerNumbers.of(tx, archive, claim)
                    : order.payerClaimNumber().strip();
            if (number.isEmpty()) {
                return new Opened.NumberWanted(claim.patientControlNumber());
            }
            Optional<Impossible> unfit = PayerNumberCheck.of(number, base.delimiters());
            if (unfit.isPresent()) {
                return new Opened.Refused(unfit.get());
            }
            base = base.about(number, order.kind().frequency());
        }
        PracticeFile.Written written = files.rehearse(tx, read.envelope(), List.of(base));
        return new Opened.Draft(new ClaimDraft(
                claim.claimId(),
                claim.patientControlNumber(),
                claim.state(),
                order.kind(),
                read.text(),
                base,
                number,
                judged(tx, practice, written, claim)));
    }

    private DraftVerdict judged(Tx tx, Practice practice, PracticeFile.Written written, Candidate claim)
            throws SQLException, IOException {
        Set<String> leaving = claim.state() == ClaimState.HELD ? Set.of(claim.claimId()) : Set.of();
        List<Rehearsal.Fate> fates = rehearsal.of(tx, practice, written.bytes(), leaving);
        if (fates.size() != 1) {
            throw new IllegalStateException("one claim was written and " + fates.size() + " were read");
        }
        return DraftVerdict.of(fates.getFirst(), written.positions().getFirst());
    }

    private Shown show(Tx tx, Order order, Candidate claim, List<SegmentChange> changes)
            throws SQLException, IOException {
        return switch (open(tx, order, claim)) {
            case Opened.Refused refused -> new Shown.Refused(refused.why());
            case Opened.NumberWanted ignored ->
                new Shown.Refused(new Impossible(
                        "The payer's number of the claim is not known.", "Enter it, as the payer wrote it."));
            case Opened.Draft opened -> {
                ClaimDraft draft = opened.draft();
                yield switch (ClaimEditing.make(draft.base(), changes)) {
                    case ClaimEditing.Result.Refused refused -> new Shown.Unwritable(draft, refused.why());
                    case ClaimEditing.Result.Done done -> preview(tx, order, claim, draft, done.text());
                };
            }
        };
    }

    private Shown preview(Tx tx, Order order, Candidate claim, ClaimDraft draft, ClaimText text)
            throws SQLException, IOException {
        Practice practice = practice(order.practiceId());
        PracticeFiles.Read read = files.read(practice, List.of(claim)).get(claim.claimId());
        PracticeFile.Written written = files.rehearse(tx, read.envelope(), List.of(text));
        return new Shown.Preview(
                draft, text, ChangedSegment.between(draft.original(), text), judged(tx, practice, written, claim));
    }

    /** Work that reads archived files. */
    @FunctionalInterface
    private interface Reading<T> {
        T run() throws SQLException, IOException;
    }

    private static <T> T withFiles(Reading<T> reading) throws SQLException {
        try {
            return reading.run();
        } catch (IOException e) {
            throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "a kept file cannot be read", e);
        }
    }
}
