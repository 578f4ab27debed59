package org.clearlane.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.transactions.t835.RemittanceDocument;
import org.junit.jupiter.api.Test;

/** Our verdict on each public 835 against the arithmetic that its index records, counted by a program not ours. */
class CorpusBalanceTest {

    @Test
    void agreesWithIndexOfCorpusOnEveryFile() throws IOException {
        Optional<Path> corpus = Stream.of("../shared/corpus", "../../shared/corpus")
                .map(path -> Payments.ROOT.resolve(path).normalize())
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(corpus.isPresent());
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> ours = new TreeMap<>();
        for (String row : Files.readAllLines(corpus.get().resolve("INDEX.tsv"))) {
            String[] cells = row.split("\t", -1);
            if (cells[0].startsWith("835/")) {
                expected.put(cells[0], cells[7]);
                ours.put(cells[0], verdict(corpus.get().resolve(cells[0])));
            }
        }

        assertThat(expected).hasSizeGreaterThan(30);
        assertThat(ours).isEqualTo(expected);
    }

    private static String verdict(Path file) {
        Map<String, Integer> counts = new TreeMap<>();
        for (RemittanceDocument document : Payments.read(file).documents()) {
            for (ClaimPayment claim : document.claims()) {
                ClaimBalance balance = Balance.of(claim);
                count(counts, "clp", balance.claim().balanced(), "BAD");
                balance.lines().forEach(line -> count(counts, "svc", line.balanced(), "BAD"));
                balance.linesOfClaim().ifPresent(lines -> count(counts, "clpLines", lines.balanced(), "diff"));
            }
            count(
                    counts,
                    "bpr",
                    RemittanceBalance.of(document.remittance()).transaction().balanced(),
                    "BAD");
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    private static void count(Map<String, Integer> counts, String what, boolean balanced, String otherwise) {
        counts.merge(what + "_" + (balanced ? "ok" : otherwise), 1, Integer::sum);
    }
}
