package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clearlane.model.finding.Finding;
import org.junit.jupiter.api.Test;

/**
 * No edit refuses a public sample that its source calls valid and that is in balance, unless
 * {@code edits-on-corpus.tsv} says why it does so rightly.
 */
class EditsOnCorpusTest {

    private static final Path EXPLAINED =
            Sample.ROOT.resolve("modules/judgement/src/test/resources/edits-on-corpus.tsv");

    @Test
    void editsRefuseValidSamplesOnlyWhereTheTableSaysWhy() throws IOException {
        Set<String> refused = new TreeSet<>();
        Set<String> warned = new TreeSet<>();
        int judged = 0;
        for (String file : validAndBalanced()) {
            judged++;
            Recording recording = Recording.of(Files.readAllBytes(corpus().resolve(file)));
            for (Finding finding : recording.findings()) {
                if (finding.snip() >= 3) {
                    (finding.isError() ? refused : warned).add(file + "\t" + finding.code());
                }
            }
        }
        if (Boolean.getBoolean("edits.show")) {
            refused.forEach(each -> System.out.println("error\t" + each));
            warned.forEach(each -> System.out.println("warning\t" + each));
        }
        assertThat(judged).isGreaterThan(50);
        assertThat(refused).containsExactlyInAnyOrderElementsOf(explained());
    }

    private static List<String> explained() throws IOException {
        return Files.readAllLines(EXPLAINED).stream()
                .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                .map(line -> line.split("\t"))
                .peek(columns -> assertThat(columns).hasSize(3))
                .map(columns -> columns[0] + "\t" + columns[1])
                .toList();
    }

    private static List<String> validAndBalanced() throws IOException {
        try (Stream<String> lines = Files.lines(corpus().resolve("INDEX.tsv"), StandardCharsets.UTF_8)) {
            return lines.map(line -> line.split("\t", -1))
                    .filter(columns -> columns[0].startsWith("837"))
                    .filter(columns -> columns[3].startsWith("005010"))
                    .filter(columns -> columns[4].startsWith("valid"))
                    .filter(columns -> !columns[7].contains("BAD"))
                    .map(columns -> columns[0])
                    .toList();
        }
    }

    private static Path corpus() {
        for (String up : List.of("../shared", "../../shared")) {
            Path folder = Sample.ROOT.resolve(up).resolve("corpus");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        assumeTrue(false, "the corpus is not at hand");
        return null;
    }
}
