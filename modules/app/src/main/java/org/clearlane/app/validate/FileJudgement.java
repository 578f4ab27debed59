package org.clearlane.app.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import org.clearlane.app.Progress;
import org.clearlane.formats.Formats;
import org.clearlane.judgement.AckControlNumbers;
import org.clearlane.judgement.Acknowledgements;
import org.clearlane.judgement.FileVerdict;
import org.clearlane.judgement.House;
import org.clearlane.judgement.Judge;
import org.clearlane.judgement.JudgeOptions;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.model.claim.RepairKind;
import org.clearlane.model.directory.Practice;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;
import org.clearlane.pipeline.judging.FileKind;

/**
 * Judges one file after another as the service would: X12 as it is, a table by way of the 837 that is made of it. Tables
 * need Smooks, which takes a while to be built, so it is not built before one comes. Not safe for use by several threads.
 */
final class FileJudgement implements AutoCloseable {

    private static final House HOUSE = new House("CLEARLANE", "CLEARLANE");

    private final Judge judge;
    private final Clock clock;
    private final Path config;
    private final int snip;
    private final PayerQuestion payer;
    private final Practice practice;
    private final boolean repair;
    private final Progress progress;
    private Formats formats;

    /**
     * @param config where the formats of tables are
     * @param snip the highest SNIP type looked at
     * @param payer whom claims are meant to go to; null when nobody asked
     * @param practice whose file it is; null when nobody said
     * @param repair whether mends of form are made although no practice wants them
     */
    FileJudgement(
            Judge judge,
            Clock clock,
            Path config,
            int snip,
            PayerQuestion payer,
            Practice practice,
            boolean repair,
            Progress progress) {
        this.judge = judge;
        this.clock = clock;
        this.config = config;
        this.snip = snip;
        this.payer = payer;
        this.practice = practice;
        this.repair = repair;
        this.progress = progress;
    }

    /**
     * Judges a file.
     *
     * @param acks where the answers go; null when none are wanted
     */
    JudgedFile judge(Path file, AckPlace acks) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(FileKind.HEAD);
        } catch (IOException e) {
            return JudgedFile.unreadable(cannotRead("The file cannot be read.", "Check its name and who may read it."));
        }
        return switch (FileKind.of(head, this::formats)) {
            case FileKind.X12 ignored -> judgeX12(file, acks);
            case FileKind.Table table ->
                new TableJudgement(this, table.translator(), clock, progress).judge(file, acks);
            case FileKind.Unreadable unreadable -> {
                if (acks != null) { // a TA1 says that nothing could be read
                    judge(file, file.toString(), acks, JudgementListener.DEAF);
                }
                yield JudgedFile.unreadable(cannotRead(
                        unreadable.why(),
                        "Send X12 (it begins with ISA), or a table whose first line holds the headings of a format"
                                + " in config/formats."));
            }
        };
    }

    private Formats formats() {
        if (formats == null) {
            formats = Formats.load(config);
        }
        return formats;
    }

    static Finding cannotRead(String message, String mend) {
        return new Finding(
                "file.unreadable",
                1,
                Severity.ERROR,
                Place.ofSegment("", "", 0),
                AckCodes.NONE,
                null,
                "",
                message,
                mend,
                null);
    }

    private JudgedFile judgeX12(Path file, AckPlace acks) throws IOException {
        FileReport report = new FileReport(CellPlaces.NONE, payer);
        FileVerdict verdict = judge(file, file.toString(), acks, report);
        return report.judged(verdict.verdict(), verdict.claims(), verdict.findings());
    }

    FileReport newReport(CellPlaces cells) {
        return new FileReport(cells, payer);
    }

    /**
     * Judges X12.
     *
     * @param x12 the file judged
     * @param name what people call it
     * @param acks where the answers go; null when none are wanted
     * @param listener told of the judgement before the answers are written
     */
    FileVerdict judge(Path x12, String name, AckPlace acks, JudgementListener listener) throws IOException {
        JudgeOptions usual =
                new JudgeOptions(snip, practice, payer == null ? null : payer.payers(), JudgeOptions.USUAL_SLICE);
        JudgeOptions options = repair
                ? new JudgeOptions(snip, practice, usual.payers(), usual.sliceSize(), EnumSet.allOf(RepairKind.class))
                : usual;
        try (InputStream in = progress.watch(Files.newInputStream(x12), name + ": judging", Files.size(x12))) {
            if (acks == null) {
                return judge.judge(in, options, listener);
            }
            try (AckFiles answers = acks.open();
                    Acknowledgements acknowledgements = new Acknowledgements(
                            answers.streams(), AckControlNumbers.fromOne(), HOUSE, clock, claim -> "", acks.folder())) {
                return judge.judge(in, options, JudgementListener.inTurn(listener, acknowledgements));
            }
        }
    }

    @Override
    public void close() {
        if (formats != null) {
            formats.close();
        }
    }
}
