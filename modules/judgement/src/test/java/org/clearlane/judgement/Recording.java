package org.clearlane.judgement;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.edits.Edits;
import org.clearlane.edits.codes.CodeSets;
import org.clearlane.guide.Guides;
import org.clearlane.model.finding.Finding;

/** A judgement by the project's own guides and edits on 1 March 2026, remembered, with the answers to it. */
final class Recording implements JudgementListener {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Path CONFIG = Sample.ROOT.resolve("config");
    static final Edits EDITS = Edits.load(CONFIG.resolve("edits"), CodeSets.load(CONFIG.resolve("codesets")));
    static final Guides GUIDES = Guides.load(CONFIG.resolve("guides"));
    static final Judge JUDGE = new Judge(GUIDES, EDITS, CLOCK);

    final List<String> events = new ArrayList<>();
    final List<JudgedClaim> claims = new ArrayList<>();
    final List<SetFacts> opened = new ArrayList<>();
    final List<SetVerdict> sets = new ArrayList<>();
    final List<GroupVerdict> groups = new ArrayList<>();
    final List<InterchangeVerdict> interchanges = new ArrayList<>();
    FileVerdict verdict;
    String ta1;
    String functional;
    String claimStatus;

    /** Judged as offline. */
    static Recording of(byte[] file) {
        return of(file, JudgeOptions.offline(7));
    }

    /** Judged as offline. */
    static Recording of(Sample sample) {
        return of(sample.bytes());
    }

    /** Judged so. */
    static Recording of(byte[] file, JudgeOptions options) {
        Recording recording = new Recording();
        ByteArrayOutputStream ta1 = new ByteArrayOutputStream();
        ByteArrayOutputStream functional = new ByteArrayOutputStream();
        ByteArrayOutputStream claimStatus = new ByteArrayOutputStream();
        try (Acknowledgements acknowledgements = new Acknowledgements(
                new AckStreams(ta1, functional, claimStatus),
                AckControlNumbers.fromOne(),
                new House("CLEARLANE", "CLEARLANE"),
                CLOCK,
                claim -> "",
                Path.of(System.getProperty("java.io.tmpdir")))) {
            recording.verdict = JUDGE.judge(
                    new ByteArrayInputStream(file), options, JudgementListener.inTurn(recording, acknowledgements));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        recording.ta1 = ta1.toString(StandardCharsets.ISO_8859_1);
        recording.functional = functional.toString(StandardCharsets.ISO_8859_1);
        recording.claimStatus = claimStatus.toString(StandardCharsets.ISO_8859_1);
        return recording;
    }

    @Override
    public void interchangeOpened(InterchangeFacts interchange) {
        events.add("ISA");
    }

    @Override
    public void groupOpened(GroupFacts group) {
        events.add("GS");
    }

    @Override
    public void setOpened(SetFacts set) {
        events.add("ST");
        opened.add(set);
    }

    @Override
    public void claims(List<JudgedClaim> slice) {
        events.add("claims " + slice.size());
        claims.addAll(slice);
    }

    @Override
    public void setClosed(SetVerdict set) {
        events.add("SE");
        sets.add(set);
    }

    @Override
    public void groupClosed(GroupVerdict group) {
        events.add("GE");
        groups.add(group);
    }

    @Override
    public void interchangeClosed(InterchangeVerdict interchange) {
        events.add("IEA");
        interchanges.add(interchange);
    }

    /** All findings: of envelopes, of sets, of claims. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(verdict.findings());
        interchanges.forEach(each -> all.addAll(each.findings()));
        groups.forEach(each -> all.addAll(each.findings()));
        sets.forEach(each -> each.findings().forEach(found -> all.add(found.finding())));
        sets.forEach(each -> each.editFindings().forEach(found -> all.add(found.finding())));
        return all;
    }

    /** The errors as {@code code at place}. */
    List<String> errors() {
        return findings().stream()
                .filter(Finding::isError)
                .map(each -> each.code() + " at " + each.place().inWords())
                .toList();
    }

    /** Claims that go on, by their own number. */
    List<String> accepted() {
        return numbers(Outcome.ACCEPTED);
    }

    /** Claims with this outcome, by their own number. */
    List<String> numbers(Outcome outcome) {
        return claims.stream()
                .filter(each -> each.outcome() == outcome)
                .map(each -> each.claim().patientControlNumber())
                .toList();
    }

    SetVerdict set() {
        return sets.getFirst();
    }
}
