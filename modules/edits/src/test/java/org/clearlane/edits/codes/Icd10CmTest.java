package org.clearlane.edits.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.edits.Examined;
import org.junit.jupiter.api.Test;

class Icd10CmTest {

    private final List<String> mistakes = new ArrayList<>();

    @Test
    void holdsTheTwoYearsThatWerePublished() {
        Icd10Cm table = Examined.CODES.icd10Cm();

        assertThat(table.firstYear()).isEqualTo(2025);
        assertThat(table.lastYear()).isEqualTo(2026);
        // 98,186 codes in 2026, and 28 stretches of 2025 that ended (counted with cut, sort and diff).
        assertThat(table.size()).isEqualTo(98_186 + 28);
    }

    @Test
    void knowsCodesByYear() throws IOException {
        Icd10Cm table =
                read("years\t2025\t2027\nE11\t\t\t0\nE119\t\t\t1\nG35\t\t2025\t1\nG35\t2026\t\t0\nG35A\t2026\t\t1\n");

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
    void readsBackWhatItWrites() throws IOException {
        Path file = Examined.CONFIG.resolve("codesets/icd-10-cm.tsv");
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        Icd10CmTable.write(Examined.CODES.icd10Cm(), written);

        assertThat(written.toByteArray()).isEqualTo(Files.readAllBytes(file));
        assertThat(Files.size(file)).isLessThan(1_900_000);
    }

    @Test
    void namesTheLineOfEveryMistake() throws IOException {
        read("years\t2025\t2026\nE119\t\t\t2\nE11\t\t\t0\nE10\t\t\t0\nE12\t2030\t\t0\n");

        assertThat(mistakes).hasSize(3);
        assertThat(mistakes.get(0)).startsWith("2:");
        assertThat(mistakes.get(1)).startsWith("4:").contains("not in order");
        assertThat(mistakes.get(2)).startsWith("5:");
    }

    private Icd10Cm read(String text) throws IOException {
        return Icd10CmTable.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), mistakes::add);
    }
}
