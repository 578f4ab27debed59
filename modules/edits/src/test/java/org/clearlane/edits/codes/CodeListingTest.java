package org.clearlane.edits.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeListingTest {

    private static final String HEAD = "# title: t\n# source: s\n# version: v\n# from: %s\n# licence: l\n";

    private final List<String> mistakes = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "J0120, 20200101, VALID",
        "J0130, 20191231, NOT_YET",
        "J0130, 20200101, VALID",
        "J0130, 20230630, VALID",
        "J0130, 20230701, ENDED",
        "J0130, 20240101, VALID",
        "J9999, 20240331, UNKNOWN",
        "J9999, 20240401, UNKNOWN_BEYOND_THE_LIST",
        "X9999, 20240101, MALFORMED",
        "J99, 20240101, MALFORMED",
        "JJ120, 20240101, MALFORMED",
        "j0120, 20240101, MALFORMED",
        "'', 20240101, MALFORMED",
        "J0120J0120J, 20240101, MALFORMED",
    })
    void judgesACodeOnADay(String code, int day, CodeStanding expected) {
        CodeListing list = read(
                "# known-until: 2024-03-31\n" + "J0120\nJ0130\t2020-01-01\t2023-06-30\nJ0130\t2024-01-01\nK0001\n");

        assertThat(mistakes).isEmpty();
        assertThat(list.standing(code, day)).isEqualTo(expected);
    }

    @Test
    void aNewerListEndsWhatItDoesNotHave() {
        CodeListing older = read("2024-01-01", "A1\t2000-01-01\nB1\nC1\t\t2010-12-31\n");
        CodeListing newer = read("2025-07-01", "A1\nD1\n");

        CodeListing both = older.followedBy(newer);

        assertThat(both.standing("A1", 20250630)).isEqualTo(CodeStanding.VALID);
        assertThat(both.firstDay("A1")).isEqualTo(20000101);
        assertThat(both.standing("B1", 20250630)).isEqualTo(CodeStanding.VALID);
        assertThat(both.standing("B1", 20250701)).isEqualTo(CodeStanding.ENDED);
        assertThat(both.lastDay("C1")).isEqualTo(20101231);
        assertThat(both.standing("D1", 20250630)).isEqualTo(CodeStanding.NOT_YET);
        assertThat(both.standing("D1", 20250701)).isEqualTo(CodeStanding.VALID);
    }

    @Test
    void namesTheLineOfEveryMistake() {
        read("A1\nA0\nB1\t2024-02-30\nC1\t2024-02-02\t2024-02-01\nlower\nD1\t\t\t\tx\n");

        assertThat(mistakes).hasSize(5);
        assertThat(mistakes.get(0)).startsWith("7:").contains("not in order");
        assertThat(mistakes.get(1)).startsWith("8:");
        assertThat(mistakes.get(2)).startsWith("9:");
        assertThat(mistakes.get(3)).startsWith("10:");
        assertThat(mistakes.get(4)).startsWith("11:");
    }

    @Test
    void asksForAHead() {
        CodeListing.read("A1\n".getBytes(StandardCharsets.US_ASCII), mistakes::add);

        assertThat(mistakes).hasSize(1).first().asString().contains("title, source, version and licence");
    }

    /** Whatever is in the list is found again and nothing else, against a map of the JDK. */
    @Test
    void findsExactlyWhatItHolds() {
        long seed = 20251001;
        Random random = new Random(seed);
        TreeMap<String, Boolean> known = new TreeMap<>();
        for (int i = 0; i < 3000; i++) {
            known.put(code(random), true);
        }
        CodeListing list = read(String.join("\n", known.keySet()) + "\n");

        assertThat(mistakes).as("seed " + seed).isEmpty();
        assertThat(list.size()).isEqualTo(known.size());
        for (int i = 0; i < 20_000; i++) {
            String code = code(random);
            assertThat(list.has(code, 20260101)).as("%s, seed %d", code, seed).isEqualTo(known.containsKey(code));
        }
        assertThat(known.keySet())
                .allSatisfy(code -> assertThat(list.has(code, 20260101)).isTrue());
        List<String> again = new ArrayList<>();
        assertThat(CodeListing.read(list.text().getBytes(StandardCharsets.US_ASCII), again::add)
                        .text())
                .isEqualTo(list.text());
    }

    private static String code(Random random) {
        StringBuilder code = new StringBuilder();
        for (int length = 1 + random.nextInt(3); length > 0; length--) {
            code.append("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(random.nextInt(36)));
        }
        return code.toString();
    }

    private CodeListing read(String rows) {
        return read("2024-01-01", rows);
    }

    private CodeListing read(String from, String rows) {
        return CodeListing.read((HEAD.formatted(from) + rows).getBytes(StandardCharsets.US_ASCII), mistakes::add);
    }
}
