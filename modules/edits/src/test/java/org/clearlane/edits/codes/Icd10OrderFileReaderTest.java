package org.clearlane.edits.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Icd10OrderFileReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsCodesAndWhetherTheyMayBeBilled() throws IOException {
        Icd10Cm table = Icd10OrderFileReader.read(file("icd10cm_order_2027.txt", whole()), 2027);

        assertThat(table.size()).isEqualTo(52);
        assertThat(table.standing("A00", 2027)).isEqualTo(DiagnosisStanding.NEEDS_MORE_DIGITS);
        assertThat(table.standing("A001", 2027)).isEqualTo(DiagnosisStanding.VALID);
    }

    @Test
    void addsAYearToThoseLoaded() throws IOException {
        Icd10Cm old = Icd10OrderFileReader.read(file("icd10cm_order_2026.txt", whole()), 2026);
        List<String> changed = whole();
        changed.set(1, changed.get(1).replace("A001 ", "A002 "));

        Icd10Cm both = Icd10OrderFileReader.append(old, file("icd10cm_order_2027.txt", changed), 2027);

        assertThat(both.standing("A001", 2026)).isEqualTo(DiagnosisStanding.VALID);
        assertThat(both.standing("A001", 2027)).isEqualTo(DiagnosisStanding.UNKNOWN);
        assertThat(both.standing("A002", 2026)).isEqualTo(DiagnosisStanding.UNKNOWN);
        assertThat(both.standing("A002", 2027)).isEqualTo(DiagnosisStanding.VALID);
        assertThat(both.size()).isEqualTo(53);
    }

    @Test
    void refusesAYearThatDoesNotFollow() throws IOException {
        Icd10Cm old = Icd10OrderFileReader.read(file("icd10cm_order_2026.txt", whole()), 2026);

        assertThatThrownBy(() -> Icd10OrderFileReader.append(old, file("icd10cm_order_2028.txt", whole()), 2028))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("2027");
    }

    @Test
    void refusesAFileWhoseNameSaysAnotherYear() {
        assertThatThrownBy(() -> Icd10OrderFileReader.read(file("icd10cm_order_2026.txt", whole()), 2027))
                .hasMessageContaining("another year");
    }

    @Test
    void refusesAFileCutOffBetweenLines() {
        assertThatThrownBy(() -> Icd10OrderFileReader.read(file("cut.txt", whole().subList(0, 30)), 2027))
                .hasMessageContaining("line 30 the file ends here");
    }

    @Test
    void refusesAFileCutOffWithinALine() {
        List<String> lines = whole();
        lines.set(51, lines.get(51).substring(0, 40));

        assertThatThrownBy(() -> Icd10OrderFileReader.read(file("cut.txt", lines), 2027))
                .hasMessageContaining("line 52 is too short");
    }

    @Test
    void refusesAnotherLayout() {
        List<String> lines = new ArrayList<>(List.of("A000    " + "Cholera ".repeat(20)));

        assertThatThrownBy(() -> Icd10OrderFileReader.read(file("codes.txt", lines), 2027))
                .hasMessageContaining("line 1 does not begin with its running number");
    }

    @Test
    void refusesAGapInTheRunningNumbers() {
        List<String> lines = whole();
        lines.remove(10);

        assertThatThrownBy(() -> Icd10OrderFileReader.read(file("gap.txt", lines), 2027))
                .hasMessageContaining("line 11 ");
    }

    /** A heading and a code for each letter, in the publisher's layout with made-up texts. */
    private static List<String> whole() {
        List<String> lines = new ArrayList<>();
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            lines.add(line(lines.size() + 1, letter + "00", 0));
            lines.add(line(lines.size() + 1, letter + "001", 1));
        }
        return lines;
    }

    private static String line(int number, String code, int billable) {
        return "%05d %-7s %d %-60s %s".formatted(number, code, billable, "short text", "long text");
    }

    private Path file(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }
}
