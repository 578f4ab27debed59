package org.clearlane.edits.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clearlane.edits.Examined;
import org.clearlane.model.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables that come along, all of them. */
class CodeSetsTest {

    private static final Path CODESETS = Examined.CONFIG.resolve("codesets");
    private static final long MOST_BYTES = 64L << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(CodeSet.class)
    void everyTableSaysWhereItComesFromAndWhatMayBeDoneWithIt(CodeSet set) {
        for (CodeTable table : CodeSets.load(CODESETS).tables(set)) {
            assertThat(table.head().mistake()).isEmpty();
            assertThat(table.imported()).isFalse();
        }
    }

    /** Counted in the publishers' files with cut, sort -u and wc. */
    @ParameterizedTest
    @CsvSource({
        "hcpcs, 8259",
        "modifier, 426",
        "place-of-service, 52",
        "bill-type, 33",
        "revenue, 538",
        "taxonomy, 883",
        "carc, 405",
        "rarc, 1171",
        "adjustment-group, 5",
        "claim-status, 759",
        "claim-status-category, 48",
        "ncci-ptp-practitioner, 1372",
        "ncci-mue-practitioner, 4457",
        "cpt, 0",
        "cdt, 0",
    })
    void holdsAsManyAsWerePublished(String set, int rows) {
        assertThat(Examined.CODES.size(CodeSet.byId(set).orElseThrow())).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "hcpcs, C9152, 20230930, NOT_YET",
        "hcpcs, C9152, 20231231, VALID",
        "hcpcs, C9152, 20240101, ENDED",
        "hcpcs, J9998, 20240930, UNKNOWN",
        "hcpcs, J9998, 20241001, UNKNOWN_BEYOND_THE_LIST",
        "hcpcs, W9998, 20240101, MALFORMED",
        "modifier, 59, 20260101, VALID",
        "modifier, GY, 20260101, VALID",
        "place-of-service, 98, 20260101, UNKNOWN",
        "place-of-service, 1, 20260101, MALFORMED",
        "bill-type, 13, 20260101, VALID",
        "bill-type, 19, 20260101, UNKNOWN",
        "revenue, 0250, 20260101, VALID",
        "patient-status, 01, 20260101, VALID",
        "patient-status, 10, 20260101, MALFORMED",
        "admission-type, 6, 20260101, MALFORMED",
        "admission-source, 7, 20260101, MALFORMED",
        "taxonomy, 207Q00000X, 20260101, VALID",
        "taxonomy, 207Q00000Y, 20260101, UNKNOWN_BEYOND_THE_LIST",
        "carc, 45, 20260101, VALID",
        "carc, 15, 20180430, VALID",
        "carc, 15, 20180501, ENDED",
        "rarc, N381, 20260101, VALID",
        "adjustment-group, CO, 20260101, VALID",
        "claim-status, 19, 20260101, VALID",
        "claim-status-category, A7, 20260101, VALID",
        "state, WI, 20260101, VALID",
        "state, WX, 20260101, UNKNOWN",
    })
    void knowsACodeOnADay(String set, String code, int day, CodeStanding expected) {
        assertThat(Examined.CODES.listing(CodeSet.byId(set).orElseThrow()).standing(code, day))
                .isEqualTo(expected);
    }

    @Test
    void holdsNoTextUnderLicence() throws IOException {
        for (CodeSet set : CodeSet.values()) {
            for (CodeTable table : CodeSets.load(CODESETS).tables(set)) {
                try (var lines = Files.lines(table.file())) {
                    assertThat(lines.filter(line -> !line.startsWith("#")))
                            .as(set.id())
                            .allMatch(line -> line.matches("[0-9A-Z]+(?:\\t[0-9A-Z-]*)*"));
                }
            }
        }
    }

    @Test
    void tellsTheMistakesOfAllTablesAtOnce() throws IOException {
        String head = "# title: t\n# source: s\n# version: v\n# from: 2025-01-01\n# licence: l\n";
        Files.writeString(folder.resolve("state.tsv"), head + "WI\nwi\n");
        Files.writeString(folder.resolve("revenue.tsv"), "0250\n");

        assertThatThrownBy(() -> CodeSets.load(folder).checkAll())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("state.tsv:7: ")
                .hasMessageContaining("revenue.tsv:1: above the codes")
                .hasMessageContaining("icd-10-cm.tsv cannot be read");
    }

    /** What is alive behind the tables, by the arrays they are made of, and the pairs of a whole edition of NCCI beside. */
    @Test
    void fitIntoSixtyFourMegabytesWithAWholeEditionOfPairs() throws IOException {
        int pairs = 1_700_000;
        StringBuilder text = new StringBuilder(
                "# title: t\n# source: s\n# version: v\n# from: 2026-01-01\n# licence: l\n");
        for (int i = 0; i < pairs; i++) {
            text.append(10_000 + i / 1000).append('\t').append(10_000 + i % 1000).append('\t').append(i % 2);
            text.append("\t2026-01-01\n");
        }
        List<String> mistakes = new ArrayList<>();
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        text = null;
        long before = used();
        CodeSets codes = CodeSets.load(CODESETS).checkAll();
        long tables = used() - before;
        ProcedurePairs whole = ProcedurePairs.read(bytes, mistakes::add);
        long all = used() - before;

        System.out.printf("code sets: %,d KiB of heap; with %,d pairs %,d KiB%n", tables >> 10, whole.size(), all >> 10);
        assertThat(mistakes).isEmpty();
        assertThat(whole.size()).isEqualTo(pairs);
        assertThat(all).isLessThan(MOST_BYTES);
        assertThat(Arrays.stream(CodeSet.values()).mapToLong(codes::size).sum()).isGreaterThan(190_000);
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
