package org.clearlane.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {

    @TempDir
    Path folder;

    private Path overlay(String... demands) throws IOException {
        return Files.writeString(
                folder.resolve("payer.yaml"),
                "overlay: Payer One\nguide: 005010X222A1\nnarrow:\n  " + String.join("\n  ", demands) + "\n");
    }

    private Guides narrowed(String... demands) throws IOException {
        return SampleSet.GUIDES.narrowedBy(overlay(demands));
    }

    @Test
    void requiresWhatTheGuideLeavesOpen() throws IOException {
        Guides guides = narrowed("\"2300/REF[G1]\": {use: R}", "\"2000A/PRV[BI]\": {use: R}");

        assertThat(SampleSet.clean837P().by(guides).faults()).containsExactly("SEGMENT_MISSING 2300 REF @20");
        assertThat(SampleSet.clean837P().by(guides).after("CLM", "REF*G1*AUTH1").faults())
                .isEmpty();
    }

    @Test
    void forbidsWhatTheGuideLeavesOpen() throws IOException {
        Guides guides = narrowed("\"2300/REF[G1]\": {use: N}", "\"2310B\": {use: N}");
        SampleSet set =
                SampleSet.clean837P().after("CLM", "REF*G1*AUTH1").after("HI", "NM1*82*1*SMITH*ANN****XX*1234567893");

        assertThat(set.faults()).isEmpty();
        assertThat(set.by(guides).faults())
                .containsExactly("SEGMENT_NOT_USED 2300 REF @20", "SEGMENT_NOT_USED 2310B NM1 @22");
    }

    @Test
    void repeatsLess() throws IOException {
        Guides guides = narrowed("\"2400\": {use: R x1}");
        SampleSet set =
                SampleSet.clean837P().after("DTP*472", "LX*2", "SV1*HC:99213*100*UN*1***1", "DTP*472*D8*20260102");

        assertThat(set.by(guides).faults()).containsExactly("LOOP_TOO_MANY 2400 LX @24");
    }

    @Test
    void narrowsElementsByUsageCodesAndLength() throws IOException {
        Guides guides = narrowed(
                "\"2000B/SBR\": {elements: {SBR09: R MB/MC, SBR03: R 1..5}}",
                "\"2300/CLM\": {elements: {CLM01: R 1..3, CLM05-3: R 7/8, CLM10: N}}");

        assertThat(SampleSet.clean837P()
                        .replace("CLM", "CLM*PCN1*100***11:B:1*Y*A*Y*Y*P")
                        .by(guides)
                        .faults())
                .containsExactly(
                        "ELEMENT_MISSING 2000B SBR03 @13",
                        "ELEMENT_CODE_NOT_IN_GUIDE 2000B SBR09 @13",
                        "ELEMENT_TOO_LONG 2300 CLM01 @19",
                        "ELEMENT_CODE_NOT_IN_GUIDE 2300 CLM05-3 @19",
                        "ELEMENT_NOT_USED 2300 CLM10 @19");
    }

    @Test
    void leavesTheGuideItselfAndOtherGuidesAsTheyAre() throws IOException {
        Guides guides = narrowed("\"2300/REF[G1]\": {use: R}");

        assertThat(SampleSet.clean837P().faults()).isEmpty();
        assertThat(guides.find("005010X222A1").orElseThrow().overlay()).isEqualTo("Payer One");
        assertThat(guides.find("005010X222").orElseThrow().overlay()).isEqualTo("Payer One");
        assertThat(guides.find("005010X221A1").orElseThrow().overlay()).isEmpty();
        assertThat(SampleSet.GUIDES.find("005010X222A1").orElseThrow().overlay())
                .isEmpty();
    }

    @Test
    void narrowsAgainWhatWasNarrowed() throws IOException {
        Guides once = narrowed("\"2300/REF[G1]\": {use: R}");
        Guides twice = once.narrowedBy(overlay("\"2300/REF[G1]\": {elements: {REF02: R 1..5}}"));

        assertThat(SampleSet.clean837P().after("CLM", "REF*G1*AUTH12").by(twice).faults())
                .containsExactly("ELEMENT_TOO_LONG 2300 REF02 @20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2300/HI[ABK/BK]\": {use: S} | 2300/HI[ABK/BK] is required by the guide",
                "\"2300/HI[ABK/BK]\": {use: N} | 2300/HI[ABK/BK] is required by the guide",
                "\"2310A\": {use: S x3} | 2310A may stand 1 to 2 times by the guide",
                "\"2300/CLM\": {use: R x1} | 2300/CLM begins its loop; narrow the loop",
                "\"2300/REF[QQ]\": {use: R} | there is no 2300/REF[QQ] to narrow",
                "\"2300/CLM\": {elements: {CLM01: S}} | CLM01 is required by the guide",
                "\"2300/CLM\": {elements: {CLM03: S}} | CLM03 is not used by the guide",
                "\"2300/CLM\": {elements: {CLM01: R 1..50}} | CLM01 has length 1 to 38 by the guide",
                "\"2300/CLM\": {elements: {CLM06: R N/Y/Z}} | CLM06 cannot be Z by the guide",
                "\"2300/CLM\": {elements: {CLM99: N}} | CLM99 is no element of CLM",
                "\"2300/CLM\": {elements: {CLM05-9: N}} | CLM05-9 is no component that the guide looks at",
                "\"2300\": {elements: {CLM01: R}} | 2300 is a loop and has no elements",
                "\"2300\": {use: perhaps} | 2300: use is R, S or N, and x with how often: R, S x5, N",
            })
    void refusesWhatIsWiderThanTheGuide(String demand, String mistake) {
        GuideMistakes mistakes = catchThrowableOfType(GuideMistakes.class, () -> narrowed(demand));

        assertThat(mistakes.mistakes()).extracting(GuideMistake::what).contains(mistake);
        assertThat(mistakes.mistakes()).extracting(GuideMistake::line).containsOnly(4);
    }

    @Test
    void tellsAllMistakesOfAnOverlayAtOnce() {
        GuideMistakes mistakes = catchThrowableOfType(
                GuideMistakes.class,
                () -> narrowed("\"2300/REF[QQ]\": {use: R}", "\"2310A\": {use: S x3}", "\"2400\": {use: R x50}"));

        assertThat(mistakes.mistakes()).hasSize(2);
    }

    @Test
    void asksWhichGuideIsMeantWhereTwoShareTheIdentifier() throws IOException {
        Path file = Files.writeString(
                folder.resolve("payer.yaml"), "overlay: P\nguide: 005010X212\nnarrow:\n  2200D: {use: R}\n");
        GuideMistakes mistakes = catchThrowableOfType(GuideMistakes.class, () -> SampleSet.GUIDES.narrowedBy(file));
        Files.writeString(file, "kind: \"276\"\n" + Files.readString(file));
        Guides guides = SampleSet.GUIDES.narrowedBy(file);

        assertThat(mistakes.mistakes())
                .extracting(GuideMistake::what)
                .containsExactly("kind must say which of the guides 005010X212 is narrowed");
        assertThat(guides.find("005010X212", "276").orElseThrow().overlay()).isEqualTo("P");
        assertThat(guides.find("005010X212", "277").orElseThrow().overlay()).isEmpty();
    }
}
