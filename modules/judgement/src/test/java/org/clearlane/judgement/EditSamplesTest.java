package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clearlane.edits.Rule;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every edit has, in {@code samples/edits/<id>}, a file that passes it and one that fails. */
class EditSamplesTest {

    private static final Map<String, EditSample> RECIPES = EditSample.all();

    static Stream<Rule> rules() {
        return Recording.EDITS.rules().stream();
    }

    static Stream<EditSample> recipes() {
        return RECIPES.values().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void passesTheGoodAndFailsTheBad(Rule rule) throws IOException {
        Path folder = Sample.ROOT.resolve("samples/edits").resolve(rule.id());
        Recording good = Recording.of(Files.readAllBytes(folder.resolve("pass.edi")));
        Recording bad = Recording.of(Files.readAllBytes(folder.resolve("fail.edi")));
        EditSample recipe = RECIPES.get(rule.id());

        assertThat(said(good)).isEmpty();
        if (recipe == null || !recipe.byStructure()) {
            assertThat(bad.findings()).extracting("code").contains(rule.id());
        }
        assertThat(bad.findings())
                .filteredOn(each -> each.code().equals(rule.id()))
                .allMatch(each -> each.snip() == rule.snip() && each.severity() == rule.severity());
        assertThat(bad.accepted().isEmpty()).isEqualTo(isRefused(bad));
    }

    private static boolean isRefused(Recording recording) {
        return recording.findings().stream().anyMatch(each -> each.severity() == Severity.ERROR);
    }

    /** The edit's own finding in exactly the places said, and nothing else but what the recipe says comes along. */
    @ParameterizedTest
    @MethodSource("recipes")
    void saysItInTheRightPlaceAndNothingElse(EditSample sample) throws IOException {
        Path folder = Sample.ROOT.resolve("samples/edits").resolve(sample.id());
        Recording bad = Recording.of(Files.readAllBytes(folder.resolve("fail.edi")));
        List<Finding> found = bad.findings();

        if (sample.byStructure()) {
            assertThat(found).allMatch(each -> each.snip() <= 2 && each.isError());
            assertThat(places(found)).containsExactlyInAnyOrderElementsOf(sample.expected());
        } else {
            assertThat(places(found.stream()
                            .filter(each -> each.code().equals(sample.id()))
                            .toList()))
                    .containsExactlyInAnyOrderElementsOf(sample.expected());
            Set<String> rest = new TreeSet<>(found.stream().map(Finding::code).toList());
            rest.remove(sample.id());
            assertThat(rest).containsExactlyInAnyOrderElementsOf(sample.also());
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void filesAreWhatTheirRecipeMakes(EditSample sample) throws IOException {
        Path folder = Sample.ROOT.resolve("samples/edits").resolve(sample.id());

        assertThat(folder.resolve("pass.edi")).hasContent(sample.pass());
        assertThat(folder.resolve("fail.edi")).hasContent(sample.fail());
    }

    @Test
    void everySampleIsOfAnEdit() throws IOException {
        Set<String> ids =
                new TreeSet<>(Recording.EDITS.rules().stream().map(Rule::id).toList());
        try (Stream<Path> folders = Files.list(Sample.ROOT.resolve("samples/edits"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString())).allMatch(ids::contains);
        }
        assertThat(RECIPES.keySet()).allMatch(ids::contains);
    }

    private static List<String> places(List<Finding> findings) {
        return findings.stream().map(each -> each.place().inWords()).toList();
    }

    private static List<String> said(Recording recording) {
        return recording.findings().stream()
                .map(each -> each.code() + " at " + each.place().inWords())
                .toList();
    }
}
