package org.clearlane.pipeline.judging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clearlane.formats.Formats;
import org.clearlane.formats.LeftOutClaim;
import org.clearlane.formats.Translation;
import org.clearlane.formats.Translator;
import org.clearlane.judgement.ClaimCounts;
import org.clearlane.judgement.FileVerdict;
import org.clearlane.judgement.FileVerdict.Verdict;
import org.clearlane.judgement.JudgeOptions;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.judgement.Outcome;
import org.clearlane.model.directory.Practice;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;
import org.clearlane.pipeline.ClearinghouseIdentity;
import org.clearlane.profiles.Profiles;
import org.clearlane.transactions.t999.ClaimFinding;

/**
 * Judges a file by the edition in force as if a practice handed it in, and keeps nothing: no row, no byte, no answer. What
 * only the ledger knows, such as that the same claim came before, is not asked. The file is held in memory, so callers
 * limit its size. Safe for use by several threads.
 */
public final class FileRehearsal {

    /** Findings that are told of one file; the others are counted. */
    public static final int MOST_FINDINGS = 1_000;

    private static final int ALL_SNIP = 7;
    private static final long CONTROL_NUMBER = 1;

    private final Supplier<Edition> editions;
    private final Formats formats;
    private final Profiles profiles;
    private final ClearinghouseIdentity us;
    private final Clock clock;

    public FileRehearsal(
            Supplier<Edition> editions, Formats formats, Profiles profiles, ClearinghouseIdentity us, Clock clock) {
        this.editions = editions;
        this.formats = formats;
        this.profiles = profiles;
        this.us = us;
        this.clock = clock;
    }

    /**
     * What would become of a file.
     *
     * @param format {@code x12}, or the name of the table's format; empty where it is neither
     * @param findings the first {@value #MOST_FINDINGS}, in the order of the file
     * @param more findings beyond these
     */
    public record Judged(Verdict verdict, ClaimCounts claims, String format, List<ClaimFinding> findings, long more) {
        public Judged {
            findings = List.copyOf(findings);
        }
    }

    /**
     * What a table becomes.
     *
     * @param x12 the 837, one byte a character; empty where nothing could be written
     */
    public record Translated(
            Translation.Outcome outcome,
            String format,
            Translation.Counts counts,
            List<ClaimFinding> findings,
            byte[] x12) {
        public Translated {
            findings = List.copyOf(findings);
        }
    }

    /** The formats of tables that can be named. */
    public List<String> formats() {
        return formats.names();
    }

    /** Judges a file. */
    public Judged judge(String practiceId, byte[] file) {
        try {
            FileKind kind = FileKind.of(Arrays.copyOf(file, Math.min(file.length, FileKind.HEAD)), () -> formats);
            return switch (kind) {
                case FileKind.X12 ignored -> judgeX12(practiceId, file, "x12", null);
                case FileKind.Table table -> judgeTable(practiceId, file, table.translator());
                case FileKind.Unreadable unreadable -> unreadable(unreadable.why());
            };
        } catch (IOException e) {
            throw new UncheckedIOException("memory is no disk", e);
        }
    }

    private Practice practice(String practiceId) {
        return profiles.practice(practiceId)
                .orElseThrow(() -> new IllegalStateException("the practice " + practiceId + " has no profile"));
    }

    private Judged judgeX12(String practiceId, byte[] x12, String format, Translation translation) throws IOException {
        Heard heard = new Heard(translation);
        JudgementListener listener =
                translation == null ? heard : JudgementListener.inTurn(new ProblemsOfWritten(translation), heard);
        FileVerdict verdict = editions.get()
                .judge()
                .judge(
                        new ByteArrayInputStream(x12),
                        new JudgeOptions(ALL_SNIP, practice(practiceId), profiles.payers(), JudgeOptions.USUAL_SLICE),
                        listener);
        verdict.findings().forEach(heard::add);
        if (verdict.verdict() == Verdict.UNREADABLE && heard.all.isEmpty()) {
            return unreadable("No X12 interchange can be read from it.");
        }
        return new Judged(verdict.verdict(), verdict.claims(), format, heard.all, heard.more);
    }

    private Judged judgeTable(String practiceId, byte[] table, Translator translator) throws IOException {
        ByteArrayOutputStream x12 = new ByteArrayOutputStream();
        try (Translation translation = translate(practiceId, table, translator, x12)) {
            ClaimCounts leftOut = leftOut(translation);
            List<ClaimFinding> ofRows = ofRows(translation);
            long moreOfRows =
                    translation.counts().problems() - translation.problems().size();
            return switch (translation.outcome()) {
                case COMPLETE, PARTIAL -> {
                    Judged written = judgeX12(practiceId, x12.toByteArray(), translator.name(), translation);
                    boolean some = translation.outcome() == Translation.Outcome.PARTIAL
                            && written.verdict() == Verdict.ACCEPTED;
                    yield bounded(
                            some ? Verdict.PARTIAL : written.verdict(),
                            written.claims().plus(leftOut),
                            translator.name(),
                            ofRows,
                            written.findings(),
                            moreOfRows + written.more());
                }
                case NOTHING -> bounded(Verdict.REJECTED, leftOut, translator.name(), ofRows, List.of(), moreOfRows);
                case UNREADABLE ->
                    bounded(Verdict.UNREADABLE, leftOut, translator.name(), ofRows, List.of(), moreOfRows);
            };
        }
    }

    private static Judged bounded(
            Verdict verdict,
            ClaimCounts claims,
            String format,
            List<ClaimFinding> ofRows,
            List<ClaimFinding> ofWritten,
            long more) {
        List<ClaimFinding> all = new ArrayList<>(ofRows);
        all.addAll(ofWritten);
        List<ClaimFinding> shown = all.subList(0, Math.min(all.size(), MOST_FINDINGS));
        return new Judged(verdict, claims, format, shown, more + all.size() - shown.size());
    }

    /**
     * Translates a table.
     *
     * @param format its name; empty to recognise it by its headings
     * @return empty where the format is not known here, or no format fits the headings
     */
    public Optional<Translated> translate(String practiceId, byte[] table, String format) {
        Optional<Translator> translator = format.isEmpty()
                ? formats.recognise(Arrays.copyOf(table, Math.min(table.length, FileKind.HEAD)))
                : formats.format(format);
        if (translator.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream x12 = new ByteArrayOutputStream();
        try (Translation translation = translate(practiceId, table, translator.get(), x12)) {
            List<ClaimFinding> findings = translation.problems().stream()
                    .limit(MOST_FINDINGS)
                    .map(each -> new ClaimFinding(each, ""))
                    .toList();
            return Optional.of(new Translated(
                    translation.outcome(), translator.get().name(), translation.counts(), findings, x12.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("memory is no disk", e);
        }
    }

    private Translation translate(String practiceId, byte[] table, Translator translator, ByteArrayOutputStream x12)
            throws IOException {
        return translator.translate(
                new ByteArrayInputStream(table),
                x12,
                TableEnvelope.settings(practice(practiceId), us, CONTROL_NUMBER, clock));
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

    /** What is wrong with rows that never became X12. */
    private static List<ClaimFinding> ofRows(Translation translation) {
        return translation.problems().stream()
                .filter(problem -> !ProblemsOfWritten.isOfWritten(problem))
                .map(problem -> new ClaimFinding(problem, ""))
                .toList();
    }

    private static Judged unreadable(String why) {
        Finding finding = new Finding(
                "file.unreadable",
                1,
                Severity.ERROR,
                Place.ofSegment("", "", 0),
                AckCodes.NONE,
                null,
                "",
                why,
                "Send the claims as X12 837 (it begins with ISA) or in one of the agreed table formats.",
                null);
        return new Judged(Verdict.UNREADABLE, ClaimCounts.NONE, "", List.of(new ClaimFinding(finding, "")), 0);
    }

    /** Gathers what was found, in the order of the file. */
    private static final class Heard implements JudgementListener {

        private final Translation translation;
        private final List<ClaimFinding> all = new ArrayList<>();
        private long more;

        Heard(Translation translation) {
            this.translation = translation;
        }

        @Override
        public boolean wantsClaims() {
            return false;
        }

        @Override
        public void setClosed(org.clearlane.judgement.SetVerdict set) {
            List<ClaimFinding> of = new ArrayList<>(set.findings());
            of.addAll(set.editFindings());
            of.sort(Comparator.comparingInt(each -> each.finding().place().position()));
            more += set.findingCount() - of.size();
            of.forEach(each -> add(inTable(set.facts().number(), each)));
        }

        private ClaimFinding inTable(int setNumber, ClaimFinding found) {
            Finding finding = found.finding();
            return translation == null || finding.cell() != null
                    ? found
                    : new ClaimFinding(
                            finding.at(translation.provenance().cellOf(setNumber, finding.place())),
                            found.patientControlNumber());
        }

        @Override
        public void groupClosed(org.clearlane.judgement.GroupVerdict group) {
            group.findings().forEach(this::add);
        }

        @Override
        public void interchangeClosed(org.clearlane.judgement.InterchangeVerdict interchange) {
            interchange.findings().forEach(this::add);
        }

        private void add(Finding finding) {
            add(new ClaimFinding(finding, ""));
        }

        private void add(ClaimFinding finding) {
            if (all.size() < MOST_FINDINGS) {
                all.add(finding);
            } else {
                more++;
            }
        }
    }
}
