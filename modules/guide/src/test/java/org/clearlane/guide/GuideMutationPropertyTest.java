package org.clearlane.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a set is mangled, it is judged to its end, and the same matcher judges the next set as if nothing had been. */
class GuideMutationPropertyTest {

    private static final String[] STRAYS = {
        "NM1*ZZ*1*X",
        "HL*9*8*22*1",
        "HL*3*2*23*0",
        "HL",
        "HL*1",
        "",
        "CLM",
        "SE*1",
        "ST*837",
        "LX*1",
        "N3*1",
        "REF*EI*1",
        "SBR*P*18",
        "XYZ*1",
        "NM1*82*1*A****XX*1234567893",
        "NM1*IL*1*A",
        "HI*:::^^^:",
        "SV1*::::::::::*^*:^:",
        "DTP*472*RD8*-",
        "DTP*472**20260101",
        "SBR*S*18",
        "OI***Y***Y",
        "PWK*CT*AB",
        "LQ*UT*1",
        "FRM*1",
        "SVD*1*1*HC:1",
        "CAS*CO",
        "N4"
    };

    private final List<StructureFinding> findings = new ArrayList<>();
    private final SetMatcher matcher =
            SampleSet.GUIDES.find("005010X222A1").orElseThrow().matcher(findings::add);

    private void judge(List<String> segments) {
        findings.clear();
        walk(matcher, segments);
    }

    /** Where each segment was found to stand. */
    private static List<String> walk(SetMatcher matcher, List<String> segments) {
        List<String> places = new ArrayList<>();
        matcher.begin();
        for (String segment : segments) {
            matcher.accept(Segment.of(segment, Delimiters.USUAL));
            assertThat(matcher.loop()).isNotNull();
            places.add(matcher.loop() + " " + matcher.loopBegan() + " " + matcher.known());
        }
        matcher.end();
        return places;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void judgesWhateverComes(long seed) {
        Random random = new Random(seed);
        List<String> clean = SampleSet.clean837P().segments();
        for (int round = 0; round < 500; round++) {
            List<String> bent = bent(clean, random);
            judge(bent);
            int size = bent.size();
            assertThat(findings)
                    .as("seed %d round %d: %s", seed, round, bent)
                    .allSatisfy(finding -> assertThat(finding.position()).isBetween(1, size + 1));
            judge(clean);
            assertThat(findings)
                    .as("after seed %d round %d: %s", seed, round, bent)
                    .isEmpty();
        }
    }

    /** What a matcher remembers of earlier sets makes it quicker and changes nothing. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void saysOfEverySetWhatAMatcherWithoutMemoriesSays(long seed) {
        Random random = new Random(seed);
        List<String> clean = SampleSet.clean837P()
                .after("REF*EI", "REF*0B*A1")
                .after(
                        "DTP*472",
                        "REF*6R*1",
                        "NTE*ADD*A NOTE",
                        "LX*2",
                        "SV1*HC:99213*0*UN*1***1",
                        "DTP*472*D8*20260102")
                .segments();
        for (int round = 0; round < 500; round++) {
            List<String> bent = bent(clean, random);
            findings.clear();
            List<StructureFinding> anew = new ArrayList<>();
            SetMatcher forgetful =
                    SampleSet.GUIDES.find("005010X222A1").orElseThrow().matcher(anew::add);

            assertThat(walk(matcher, bent))
                    .as("seed %d round %d: %s", seed, round, bent)
                    .isEqualTo(walk(forgetful, bent));
            assertThat(findings).as("seed %d round %d: %s", seed, round, bent).hasSameSizeAs(anew);
            for (int i = 0; i < anew.size(); i++) {
                assertThat(findings.get(i).toString()).isEqualTo(anew.get(i).toString());
            }
        }
    }

    private static List<String> bent(List<String> clean, Random random) {
        List<String> bent = new ArrayList<>(clean);
        for (int i = random.nextInt(12); i >= 0 && !bent.isEmpty(); i--) {
            int at = random.nextInt(bent.size());
            switch (random.nextInt(4)) {
                case 0 -> bent.remove(at);
                case 1 -> bent.add(at, STRAYS[random.nextInt(STRAYS.length)]);
                case 2 -> bent.add(at, bent.get(random.nextInt(bent.size())));
                default -> {
                    StringBuilder text = new StringBuilder(bent.get(at));
                    if (!text.isEmpty()) {
                        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
                    }
                    bent.set(at, text.toString());
                }
            }
        }
        return bent;
    }
}
