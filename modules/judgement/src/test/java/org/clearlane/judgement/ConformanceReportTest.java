package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Judges the whole corpus and writes what came of it; {@code -Dgolden.update=true} writes the page anew. Why a file is
 * judged otherwise than its source labels it is written by hand in {@code conformance.tsv}.
 */
class ConformanceReportTest {

    private static final Path PAGE = Sample.ROOT.resolve("docs/reference/conformance.md");

    /** By file: the sentence that says who is right. */
    private static Map<String, String> explanations() {
        try (InputStream in = ConformanceReportTest.class.getResourceAsStream("conformance.tsv")) {
            Map<String, String> explanations = new LinkedHashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] columns = line.split("\t");
                    assertThat(columns).as(line).hasSize(2);
                    explanations.put(columns[0], columns[1]);
                }
            }
            return explanations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void saysWhoIsRightWhereverAVerdictIsNotTheSamplesOwnAndNowhereElse() throws IOException {
        List<String> deviating = Corpus.all().stream()
                .filter(Corpus.Entry::deviates)
                .map(Corpus.Entry::name)
                .toList();
        assertThat(deviating).containsExactlyInAnyOrderElementsOf(explanations().keySet());
    }

    @Test
    void refusesEveryFileCalledInvalid() throws IOException {
        assertThat(Corpus.all().stream().filter(Corpus.Entry::isCalledInvalid))
                .hasSizeGreaterThan(15)
                .allMatch(Corpus.Entry::isRefused);
    }

    @Test
    void answersEveryFileThatHoldsAnInterchange() throws IOException {
        assertThat(Corpus.all())
                .hasSize(309)
                .allSatisfy(entry -> AnswerCheck.everythingIsAnsweredOnce(entry.recording()));
    }

    @Test
    void conformancePageIsWhatTheCorpusShows() throws IOException {
        String page = ConformancePage.of(Corpus.all(), explanations());
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }
}
