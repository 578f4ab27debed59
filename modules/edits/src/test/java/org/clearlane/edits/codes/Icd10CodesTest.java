package org.clearlane.edits.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.edits.Examined;
import org.clearlane.model.Failure;
import org.junit.jupiter.api.Test;

class Icd10CodesTest {

    private static final String HEAD = "# title: t\n# source: s\n# version: 2027\n# from: 2024-10-01\n# licence: l\n";

    private final List<String> mistakes = new ArrayList<>();

    @Test
    void holdsTheDiagnosesOfTwoYears() {
        Icd10Codes table = Examined.CODES.icd10Cm();

        assertThat(table.firstYear()).isEqualTo(2025);
        assertThat(table.lastYear()).isEqualTo(2026);
        // 98,186 codes in 2026, and 28 stretches of 2025 that ended (counted with cut, sort and diff).
        assertThat(table.size()).isEqualTo(98_186 + 28);
    }

    @Test
    void holdsTheProceduresOfOneYear() {
        // 80,029 lines, of which 79,115 may be billed (counted with cut and grep in the order file).
        assertThat(Examined.CODES.icd10Pcs().size()).isEqualTo(80_029);
        assertThat(Examined.CODES.icd10Pcs().standing("0016070", 2026)).isEqualTo(DiagnosisStanding.VALID);
        assertThat(Examined.CODES.icd10Pcs().standing("001", 2026)).isEqualTo(DiagnosisStanding.NEEDS_MORE_DIGITS);
        assertThat(Examined.CODES.icd10Pcs().standing("001607Z", 2026)).isEqualTo(DiagnosisStanding.UNKNOWN);
    }

    @Test
    void knowsCodesByYear() {
        Icd10Codes table =
                read("# years: 2025 2027\nE11\t\t\t0\nE119\t\t\t1\nG35\t\t2025\t1\nG35\t2026\t\t0\nG35A\t2026\t\t1\n");

        assertThat(mistakes).isEmpty();
        assertThat(table.standing("E119", 2026)).isEqualTo(DiagnosisStanding.VALID);
        assertThat(table.standing("E11", 2026)).isEqualTo(DiagnosisStanding.NEEDS_MORE_DIGITS);
        assertThat(table.standing("G35", 2025)).isEqualTo(DiagnosisStanding.VALID);
        assertThat(table.standing("G35", 2026)).isEqualTo(DiagnosisStanding.NEEDS_MORE_DIGITS);
        assertThat(table.standing("G35A", 2025)).isEqualTo(DiagnosisStanding.UNKNOWN);
        assertThat(table.standing("E115", 2026)).isEqualTo(DiagnosisStanding.UNKNOWN);
        assertThat(table.standing("E119", 2030)).isEqualTo(DiagnosisStanding.VALID);
        assertThat(table.standing("G35", 2030)).isEqualTo(DiagnosisStanding.UNKNOWN_OUTSIDE_LOADED_YEARS);
        assertThat(table.standing("G35A", 2020)).isEqualTo(DiagnosisStanding.UNKNOWN_OUTSIDE_LOADED_YEARS);
        assertThat(table.standing("ZZZ", 2026)).isEqualTo(DiagnosisStanding.MALFORMED);
    }

    @Test
    void aNewYearReplacesTheSameYearAndFollowsTheLast() {
        Icd10Codes old = read("# years: 2025 2026\nA00\t\t\t0\nA001\t\t\t1\nA009\t\t2025\t1\nA01\t2026\t\t1\n");
        Icd10Codes same = read("# years: 2026 2026\nA00\t\t\t0\nA001\t\t\t1\nA002\t\t\t1\n");
        Icd10Codes next = read("# years: 2027 2027\nA00\t\t\t1\nA01\t\t\t1\n");

        Icd10Codes replaced = old.with(same);
        assertThat(replaced.standing("A01", 2026)).isEqualTo(DiagnosisStanding.UNKNOWN);
        assertThat(replaced.standing("A002", 2026)).isEqualTo(DiagnosisStanding.VALID);
        assertThat(replaced.standing("A001", 2025)).isEqualTo(DiagnosisStanding.VALID);
        // A001 is one stretch over both years, A00 too, A009 of 2025, A002 of 2026.
        assertThat(replaced.size()).isEqualTo(4);

        Icd10Codes three = replaced.with(next);
        assertThat(three.lastYear()).isEqualTo(2027);
        assertThat(three.standing("A00", 2026)).isEqualTo(DiagnosisStanding.NEEDS_MORE_DIGITS);
        assertThat(three.standing("A00", 2027)).isEqualTo(DiagnosisStanding.VALID);
        assertThat(three.standing("A001", 2027)).isEqualTo(DiagnosisStanding.UNKNOWN);
        assertThat(three.standing("A01", 2026)).isEqualTo(DiagnosisStanding.UNKNOWN);
        assertThatThrownBy(() -> old.with(read("# years: 2028 2028\nA00\t\t\t1\n")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("2028 does not follow");
    }

    @Test
    void readsBackWhatItWrites() throws IOException {
        for (String name : List.of("icd-10-cm.tsv", "icd-10-pcs.tsv")) {
            Path file = Examined.CONFIG.resolve("codesets").resolve(name);
            Icd10Codes codes = Icd10Table.read(Files.readAllBytes(file), mistakes::add);

            assertThat(Icd10Table.text(codes)).isEqualTo(Files.readString(file));
            assertThat(mistakes).isEmpty();
        }
    }

    @Test
    void namesTheLineOfEveryMistake() {
        read("# years: 2025 2026\nE119\t\t\t2\nE11\t\t\t0\nE10\t\t\t0\nE12\t2030\t\t0\n");

        assertThat(mistakes).hasSize(3);
        assertThat(mistakes.get(0)).startsWith("7:");
        assertThat(mistakes.get(1)).startsWith("9:").contains("not in order");
        assertThat(mistakes.get(2)).startsWith("10:");
    }

    private Icd10Codes read(String text) {
        return Icd10Table.read((HEAD + text).getBytes(StandardCharsets.US_ASCII), mistakes::add);
    }
}
