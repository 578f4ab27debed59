package org.clearlane.app.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.clearlane.app.Progress;
import org.clearlane.formats.LeftOutClaim;
import org.clearlane.formats.Translation;
import org.clearlane.formats.TranslationSettings;
import org.clearlane.formats.Translator;
import org.clearlane.judgement.ClaimCounts;
import org.clearlane.judgement.FileVerdict;
import org.clearlane.judgement.FileVerdict.Verdict;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.judgement.Outcome;
import org.clearlane.model.finding.Finding;
import org.clearlane.pipeline.judging.ProblemsOfWritten;
import org.clearlane.transactions.t999.ClaimFinding;
import org.clearlane.x12.Delimiters;

/**
 * Judges a table by way of the 837 that is made of it, in a temporary file, so memory does not grow with the table. What
 * is found is told in the table's own rows and columns, and claims that could not be made X12 count as refused.
 */
final class TableJudgement {

    private static final int CLAIMS_PER_SET = 5_000;
    private static final long CONTROL_NUMBER = 1;

    private final FileJudgement x12Judgement;
    private final Translator translator;
    private final Clock clock;
    private final Progress progress;

    TableJudgement(FileJudgement x12Judgement, Translator translator, Clock clock, Progress progress) {
        this.x12Judgement = x12Judgement;
        this.translator = translator;
        this.clock = clock;
        this.progress = progress;
    }

    JudgedFile judge(Path table, AckPlace acks) throws IOException {
        // Readable by its owner alone, as it holds what the table holds.
        Path x12 = Files.createTempFile("clearlane-validate-", ".edi");
        try (Translation translation = translate(table, x12)) {
            return switch (translation.outcome()) {
                case COMPLETE, PARTIAL -> judge(table, x12, translation, acks);
                case NOTHING -> untranslated(translation, Verdict.REJECTED);
                case UNREADABLE -> untranslated(translation, Verdict.UNREADABLE);
            };
        } finally {
            Files.delete(x12);
        }
    }

    private Translation translate(Path table, Path x12) throws IOException {
        try (InputStream in = progress.watch(Files.newInputStream(table), table + ": reading", Files.size(table));
                OutputStream out = Files.newOutputStream(x12)) {
            return translator.translate(in, out, settings());
        }
    }

    /** Nobody known hands the table in: the parties only name, they decide nothing. */
    private TranslationSettings settings() {
        return new TranslationSettings(
                new TranslationSettings.Party("ZZ", "PRACTICE", "PRACTICE"),
                new TranslationSettings.Contact("CLAIMS DESK", "0000000000"),
                new TranslationSettings.Party("ZZ", "CLEARLANE", "CLEARLANE"),
                CONTROL_NUMBER,
                Delimiters.USUAL,
                'P',
                CLAIMS_PER_SET,
                clock);
    }

    private JudgedFile judge(Path table, Path x12, Translation translation, AckPlace acks) throws IOException {
        FileReport report = x12Judgement.newReport(translation.provenance()::cellOf);
        JudgementListener listener = JudgementListener.inTurn(new ProblemsOfWritten(translation), report);
        FileVerdict verdict = x12Judgement.judge(x12, table.toString(), acks, listener);
        boolean allTranslated = translation.outcome() == Translation.Outcome.COMPLETE;
        Verdict both = allTranslated || verdict.verdict() != Verdict.ACCEPTED ? verdict.verdict() : Verdict.PARTIAL;
        JudgedFile judged = report.judged(both, verdict.claims(), verdict.findings());
        return withTranslation(judged, translation);
    }

    private JudgedFile untranslated(Translation translation, Verdict verdict) {
        return withTranslation(new JudgedFile(verdict, ClaimCounts.NONE, "", List.of(), 0, List.of(), 0), translation);
    }

    private JudgedFile withTranslation(JudgedFile judged, Translation translation) {
        List<ClaimFinding> findings = new ArrayList<>(ofRows(translation));
        findings.addAll(judged.findings());
        return new JudgedFile(
                judged.verdict(),
                judged.claims().plus(leftOut(translation)),
                translator.name(),
                findings,
                translation.counts().problems() - translation.problems().size(),
                judged.interchanges(),
                judged.interchangesNotShown());
    }

    private static ClaimCounts leftOut(Translation translation) {
        ClaimCounts counts = ClaimCounts.NONE;
        for (LeftOutClaim claim : translation.leftOut()) {
            counts = counts.with(Outcome.REJECTED, claim.charge());
        }
        for (int i = translation.leftOut().size(); i < translation.counts().claimsLeftOut(); i++) {
            counts = counts.with(Outcome.REJECTED, null);
        }
        return counts;
    }

    /** What is wrong with rows that never became X12, with the claim they were to be part of. */
    private static List<ClaimFinding> ofRows(Translation translation) {
        TreeMap<Integer, LeftOutClaim> byFirstRow = new TreeMap<>();
        translation.leftOut().forEach(claim -> byFirstRow.put(claim.firstRow(), claim));
        List<ClaimFinding> findings = new ArrayList<>();
        for (Finding problem : translation.problems()) {
            if (problem.place().segmentOrdinal() == 0) {
                var claim = byFirstRow.floorEntry(problem.cell().row());
                boolean within = claim != null
                        && problem.cell().row() <= claim.getValue().lastRow();
                findings.add(new ClaimFinding(problem, within ? claim.getValue().claimNumber() : ""));
            }
        }
        return findings;
    }
}
