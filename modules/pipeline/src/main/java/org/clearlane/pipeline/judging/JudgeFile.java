package org.clearlane.pipeline.judging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.clearlane.formats.Formats;
import org.clearlane.formats.Translation;
import org.clearlane.formats.Translator;
import org.clearlane.judgement.FileVerdict;
import org.clearlane.judgement.Judge;
import org.clearlane.judgement.JudgeOptions;
import org.clearlane.model.CrashPoint;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.Money;
import org.clearlane.model.directory.Practice;
import org.clearlane.pipeline.ClearinghouseIdentity;
import org.clearlane.pipeline.Step;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.archive.ArchiveWriter;
import org.clearlane.store.ledger.ControlNumbers;
import org.clearlane.store.ledger.Editions;
import org.clearlane.store.ledger.FileLedger;
import org.clearlane.store.ledger.FileLedger.ReceivedFile;
import org.clearlane.store.ledger.JudgedBy;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.Mailbox;
import org.clearlane.store.ledger.Outbox;

/**
 * Judges one file: reads it once, enters every claim with its verdict, writes the answers, all in one transaction. A
 * crash half way leaves nothing, and the work is done again from the kept bytes.
 */
public final class JudgeFile implements Step {

    private static final int ALL_SNIP = 7;

    private final Ledger ledger;
    private final Archive archive;
    private final Supplier<Edition> editions;
    private final Formats formats;
    private final Profiles profiles;
    private final ClearinghouseIdentity us;

    public JudgeFile(
            Ledger ledger, Archive archive, Judge judge, Formats formats, Profiles profiles, ClearinghouseIdentity us) {
        this(ledger, archive, () -> Edition.notKept(judge), formats, profiles, us);
    }

    /** @param editions the edition in force, asked for with every file */
    public JudgeFile(
            Ledger ledger,
            Archive archive,
            Supplier<Edition> editions,
            Formats formats,
            Profiles profiles,
            ClearinghouseIdentity us) {
        this.ledger = ledger;
        this.archive = archive;
        this.editions = editions;
        this.formats = formats;
        this.profiles = profiles;
        this.us = us;
    }

    @Override
    public void perform(Outbox.Message message) {
        boolean judged = ledger.transact(tx -> {
            if (!Outbox.begin(tx, message.id())) {
                return false;
            }
            ReceivedFile file = FileLedger.lock(tx, message.subject())
                    .orElseThrow(() -> new IllegalStateException("no file " + message.subject()));
            if (!file.judged()) {
                judge(tx, file);
            }
            Outbox.done(tx, message.id());
            CrashPoint.JUDGE_BEFORE_COMMIT.reached();
            return true;
        });
        if (judged) {
            CrashPoint.JUDGE_AFTER_COMMIT.reached();
        }
    }

    private void judge(Tx tx, ReceivedFile file) throws SQLException {
        Practice practice = profiles.practice(file.practiceId())
                .orElseThrow(() -> new Failure(
                        FailureCode.CONFIGURATION, "the practice " + file.practiceId() + " has no profile any more"));
        try {
            FileKind kind = FileKind.of(archive, file, formats);
            switch (kind) {
                case FileKind.X12 ignored -> judgeX12(tx, file, practice, "x12", file.archiveKey(), null);
                case FileKind.Table table -> judgeTable(tx, file, practice, table.translator());
                case FileKind.Unreadable unreadable -> unreadable(tx, file, unreadable.why());
            }
        } catch (IOException e) {
            throw new Failure(
                    FailureCode.ARCHIVE_UNAVAILABLE,
                    "the file's answers cannot be kept (" + e.getClass().getSimpleName() + ")",
                    e);
        }
    }

    private void judgeX12(
            Tx tx, ReceivedFile file, Practice practice, String format, String archiveKey, Translation translation)
            throws SQLException, IOException {
        Edition edition = editions.get();
        Editions.judging(tx, file.id(), edition.by());
        try (Answers answers = new Answers(tx, archive, file, us);
                FileEntry entry = new FileEntry(tx, file, profiles, answers, translation, edition.by());
                InputStream bytes = archive.open(archiveKey)) {
            FileVerdict verdict = edition.judge()
                    .judge(
                            bytes,
                            new JudgeOptions(ALL_SNIP, practice, profiles.payers(), JudgeOptions.USUAL_SLICE),
                            entry);
            if (verdict.verdict() == FileVerdict.Verdict.UNREADABLE) {
                answers.deliver();
                unreadable(tx, file, "No X12 interchange can be read from it.");
                return;
            }
            entry.finish(verdict.findings());
            answers.deliver();
            FileLedger.judged(tx, file.id(), entry.outcome(format));
        }
    }

    private void judgeTable(Tx tx, ReceivedFile file, Practice practice, Translator translator)
            throws SQLException, IOException {
        try (ArchiveWriter x12 = archive.write();
                InputStream table = archive.open(file.archiveKey())) {
            long control = ControlNumbers.next(tx, "table of " + practice.id(), "ISA13");
            try (Translation translation = translator.translate(
                    table, x12, TableEnvelope.settings(practice, us, control, Clock.fixed(tx.now(), ZoneOffset.UTC)))) {
                switch (translation.outcome()) {
                    case COMPLETE, PARTIAL -> {
                        Archive.Kept kept = x12.seal();
                        FileLedger.translated(tx, file.id(), kept);
                        judgeX12(tx, file, practice, translator.name(), kept.key(), translation);
                    }
                    case NOTHING, UNREADABLE -> refuseTable(tx, file, translator, translation);
                }
            }
        }
    }

    /** A table of which no claim could be written: what could be named of its claims is entered as refused. */
    private void refuseTable(Tx tx, ReceivedFile file, Translator translator, Translation translation)
            throws SQLException, IOException {
        try (Answers answers = new Answers(tx, archive, file, us);
                FileEntry entry = new FileEntry(tx, file, profiles, answers, translation, JudgedBy.NOTHING_KEPT)) {
            entry.finish(List.of());
            answers.deliver();
            FileLedger.judged(tx, file.id(), entry.outcome(translator.name()));
        }
    }

    private void unreadable(Tx tx, ReceivedFile file, String why) throws SQLException {
        String text =
                """
                Your file "%s" (%s) cannot be read, so no claim in it was taken.
                %s
                Send the claims as X12 837 or in one of the agreed table formats. Your bytes are kept as they came.
                """
                        .formatted(file.originalName().replaceAll("\\p{Cntrl}", "?"), file.id(), why);
        Archive.Kept kept =
                archive.keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Long.MAX_VALUE);
        Mailbox.put(tx, file.practiceId(), "NOTICE", "unreadable.txt", kept, file.id(), null);
        FileLedger.judged(tx, file.id(), new FileLedger.Outcome("UNREADABLE", null, 0, 0, 0, 0, Money.ZERO, why));
    }
}
