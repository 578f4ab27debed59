package org.clearlane.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;

/** A transaction set as a list of segments, to be bent one fault at a time and judged. */
final class SampleSet {

    static final Guides GUIDES =
            Guides.load(Path.of(System.getProperty("clearlane.root")).resolve("config/guides"));

    private static final String CLEAN_837P =
            """
            ST*837*0001*005010X222A1
            BHT*0019*00*B1*20260105*1200*CH
            NM1*41*2*SUBMITTER*****46*SUB1
            PER*IC*ANN*TE*5555550100
            NM1*40*2*RECEIVER*****46*REC1
            HL*1**20*1
            PRV*BI*PXC*207Q00000X
            NM1*85*2*CLINIC*****XX*1234567893
            N3*1 MAIN ST
            N4*TOWN*OH*43215
            REF*EI*123456789
            HL*2*1*22*0
            SBR*P*18*******CI
            NM1*IL*1*DOE*JANE****MI*M1
            N3*2 ELM ST
            N4*TOWN*OH*43215
            DMG*D8*19700101*F
            NM1*PR*2*PAYER*****PI*PAY1
            CLM*PCN1*100***11:B:1*Y*A*Y*Y
            HI*ABK:J0190*ABF:E119
            LX*1
            SV1*HC:99213*100*UN*1***1:2
            DTP*472*D8*20260102
            SE*24*0001""";

    private final String version;
    private Guides guides = GUIDES;
    private final List<String> segments;
    private Delimiters delimiters = Delimiters.USUAL;

    private SampleSet(String version, List<String> segments) {
        this.version = version;
        this.segments = new ArrayList<>(segments);
    }

    /** One clean professional claim for a subscriber; judged without a finding. */
    static SampleSet clean837P() {
        return of("005010X222A1", CLEAN_837P);
    }

    static SampleSet of(String version, String lines) {
        return new SampleSet(version, Arrays.asList(lines.split("\n")));
    }

    /** The same segments, judged by the guide of this version. */
    SampleSet as(String other) {
        return new SampleSet(other, segments);
    }

    /** The same set, judged by these guides. */
    SampleSet by(Guides others) {
        guides = others;
        return this;
    }

    private Guide guide() {
        String set = segments.get(0).startsWith("ST*") ? segments.get(0).split("\\*")[1] : "";
        return guides.find(version, set).or(() -> guides.find(version)).orElseThrow();
    }

    SampleSet replace(String beginning, String... replacements) {
        int at = indexOf(beginning);
        segments.remove(at);
        segments.addAll(at, List.of(replacements));
        return this;
    }

    SampleSet remove(String beginning) {
        segments.remove(indexOf(beginning));
        return this;
    }

    SampleSet after(String beginning, String... added) {
        segments.addAll(indexOf(beginning) + 1, List.of(added));
        return this;
    }

    SampleSet before(String beginning, String... added) {
        segments.addAll(indexOf(beginning), List.of(added));
        return this;
    }

    SampleSet separatedBy(Delimiters other) {
        delimiters = other;
        return this;
    }

    List<String> segments() {
        return List.copyOf(segments);
    }

    /** The position of the first segment that begins like this, ST being 1. */
    int position(String beginning) {
        return indexOf(beginning) + 1;
    }

    private int indexOf(String beginning) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).startsWith(beginning)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no segment begins with " + beginning);
    }

    List<StructureFinding> findings() {
        List<StructureFinding> findings = new ArrayList<>();
        SetMatcher matcher = guide().matcher(findings::add);
        matcher.begin();
        for (String segment : segments) {
            matcher.accept(Segment.of(segment, delimiters));
        }
        matcher.end();
        return findings;
    }

    /** What the matcher said of each segment: {@code loop}, with a {@code +} where it began and a {@code ?} where unknown. */
    List<String> loops() {
        SetMatcher matcher = guide().matcher(finding -> {});
        matcher.begin();
        List<String> loops = new ArrayList<>();
        for (String segment : segments) {
            matcher.accept(Segment.of(segment, delimiters));
            String mark = matcher.loopBegan() ? "+" : matcher.known() ? "" : "?";
            loops.add(segment.substring(0, segment.indexOf('*')) + " " + matcher.loop() + mark);
        }
        matcher.end();
        return loops;
    }

    /** The findings in short: {@code fault loop segment element @position}. */
    List<String> faults() {
        return findings().stream()
                .map(finding -> finding.fault() + " " + finding.place() + " @" + finding.position())
                .toList();
    }
}
