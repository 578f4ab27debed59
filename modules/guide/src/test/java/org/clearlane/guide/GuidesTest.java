package org.clearlane.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidesTest {

    private static final String SMALL =
            """
            guide: X1
            kind: TEST
            accepts: [X1]
            dictionary:
              1: ID 1 2
              2: AN 1 5
            segments:
              AA1: {elements: [1, 2], notes: [P0102]}
            structure:
              - {segment: AA1, use: R, when: [AA101], elements: {AA101: R A/B, AA102: S - second thing}}
            """;

    @TempDir
    Path folder;

    private GuideMistakes mistakesOf(String... files) throws IOException {
        for (int i = 0; i < files.length; i++) {
            Files.writeString(folder.resolve("guide" + i + ".yaml"), files[i]);
        }
        return catchThrowableOfType(
                GuideMistakes.class, () -> Guides.load(folder).checkAll());
    }

    @Test
    void readsASmallGuide() throws IOException {
        Files.writeString(folder.resolve("small.yaml"), SMALL);
        Guide guide = Guides.load(folder).find("X1").orElseThrow();
        assertThat(guide.kind()).isEqualTo("TEST");
        assertThat(guide.label("", "AA1", 2, 0)).isEqualTo("second thing");
        assertThat(guide.label("", "AA1", 9, 0)).isEmpty();
    }

    @Test
    void readsEveryGuideShipped() {
        assertThat(SampleSet.GUIDES.versions())
                .contains("005010X222A1", "005010X221A1", "005010X214", "005010X231A1", "00501");
        assertThat(SampleSet.GUIDES.find("005010X222A1").orElseThrow().loops())
                .contains("1000A", "2010AA", "2300", "2330B", "2400", "2440");
    }

    @Test
    void tellsAllMistakesAtOnceWithFileAndLine() throws IOException {
        GuideMistakes mistakes = mistakesOf(SMALL.replace("1: ID 1 2", "1: IX 1 2")
                .replace("AA101: R A/B", "AA101: Q A/B")
                .replace("[P0102]", "[P0109]")
                .replace("kind: TEST", "kind: TEST\ncolour: red"));
        assertThat(mistakes.mistakes())
                .extracting(GuideMistake::toString)
                .contains(
                        "guide0.yaml:3: colour means nothing here",
                        "guide0.yaml:6: data element 1 is not written as type, shortest, longest",
                        "guide0.yaml:9: P0109 is no syntax note of AA1",
                        "guide0.yaml:11: AA101 is not written as usage, repeats, codes, label");
    }

    @Test
    void tellsMistakesOfSeveralFiles() throws IOException {
        GuideMistakes mistakes = mistakesOf(SMALL.replace("use: R", "use: M"), "[1, 2]", "a: {b");
        assertThat(mistakes.mistakes())
                .extracting(GuideMistake::file)
                .contains("guide0.yaml", "guide1.yaml", "guide2.yaml");
    }

    @Test
    void refusesTwoGuidesForOneIdentifier() throws IOException {
        GuideMistakes mistakes = mistakesOf(SMALL, SMALL.replace("guide: X1", "guide: X2"));
        assertThat(mistakes.mistakes()).extracting(GuideMistake::what).containsExactly("X1 is accepted by two guides");
    }

    @Test
    void refusesToLoosenWhatIsNotThere() throws IOException {
        GuideMistakes mistakes = mistakesOf(SMALL.replace(
                "dictionary:", "variants:\n  X9: {name: other, situational: [2400/ZZZ, AA102]}\ndictionary:"));
        assertThat(mistakes.mistakes())
                .extracting(GuideMistake::what)
                .containsExactly("there is no 2400/ZZZ to make situational");
    }

    @Test
    void refusesAFolderWithoutGuides() {
        assertThatThrownBy(() -> Guides.load(folder)).isInstanceOf(GuideMistakes.class);
        assertThatThrownBy(() -> Guides.load(folder.resolve("nowhere"))).isInstanceOf(GuideMistakes.class);
    }

    @Test
    void refusesQualifiersWithoutCodesAndUnknownSegments() throws IOException {
        GuideMistakes mistakes = mistakesOf(
                SMALL.replace("when: [AA101]", "when: [AA102]") + "  - {segment: BB1, use: R, elements: {}}\n");
        assertThat(mistakes.mistakes())
                .extracting(GuideMistake::what)
                .containsExactly(
                        "AA102 has no codes to tell the segment by", "segment BB1 is not defined under segments");
    }

    @Test
    void readsAGuideWhenItIsAskedForAndAllWhenTheyAreChecked() throws IOException {
        Files.writeString(folder.resolve("good.yaml"), SMALL);
        Files.writeString(
                folder.resolve("bad.yaml"),
                SMALL.replace("guide: X1", "guide: X2")
                        .replace("accepts: [X1]", "accepts: [X2]")
                        .replace("use: R", "use: M"));
        Guides guides = Guides.load(folder);

        assertThat(guides.find("X1")).isPresent();
        assertThatThrownBy(() -> guides.find("X2")).isInstanceOf(GuideMistakes.class);
        assertThatThrownBy(guides::checkAll).isInstanceOf(GuideMistakes.class);
    }

    @Test
    void refusesAFileThatNamesItselfTooLate() throws IOException {
        GuideMistakes mistakes = mistakesOf(SMALL + "unused: [BB1]\n");
        assertThat(mistakes.mistakes())
                .extracting(GuideMistake::what)
                .containsExactly("unused must stand before structure");
    }

    @Test
    void findsNoMistakeInTheGuidesShipped() {
        assertThat(SampleSet.GUIDES.checkAll().versions())
                .contains(
                        "005010X223A2",
                        "005010X223A3",
                        "005010X223",
                        "005010X224A2",
                        "005010X224A3",
                        "005010X212",
                        "005010X279A1",
                        "005010X279",
                        "005010X220A1",
                        "005010X218");
    }

    @Test
    void callsEveryElementInUseByAPlainName() {
        Set<String> nameless = new TreeSet<>();
        for (String version : SampleSet.GUIDES.versions()) {
            for (String set : List.of("837", "835", "834", "820", "999", "276", "277", "270", "271", "")) {
                SampleSet.GUIDES.find(version, set).ifPresent(guide -> nameless.addAll(namelessOf(guide)));
            }
        }
        assertThat(nameless).isEmpty();
    }

    private static Set<String> namelessOf(Guide guide) {
        Set<String> nameless = new TreeSet<>();
        for (Spot node : guide.nodes()) {
            ElementRule[] rules = node.isLoop ? new ElementRule[1] : node.rules.elements;
            for (int n = 1; n < rules.length; n++) {
                List<ElementRule> all = new ArrayList<>(List.of(rules[n]));
                all.addAll(List.of(rules[n].components()));
                for (ElementRule rule : all) {
                    if (!rule.isUnused() && rule.label().matches("[A-Z0-9]{2,3}\\d\\d.*")) {
                        nameless.add(guide.kind() + " " + node.parent.id + " " + rule.label());
                    }
                }
            }
        }
        return nameless;
    }
}
