package org.clearlane.edits.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clearlane.model.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Icd10OrderFileTest {

    @TempDir
    Path folder;

    private Icd10Codes loaded;

    @BeforeEach
    void twoYearsAreLoaded() throws IOException {
        List<String> older = whole();
        older.set(1, older.get(1).replace("A001 ", "A002 "));
        Icd10Codes first = Icd10OrderFile.read(CodeSet.ICD_10_CM, file("icd10cm_order_2025.txt", older), 2025, null);
        loaded =
                first.with(Icd10OrderFile.read(CodeSet.ICD_10_CM, file("icd10cm_order_2026.txt", whole()), 2026, null));
    }

    @Test
    void readsCodesAndWhetherTheyMayBeBilled() throws IOException {
        Icd10Codes table = read(file("icd10cm_order_2027.txt", changed()));

        assertThat(table.size()).isEqualTo(52);
        assertThat(table.standing("A00", 2027)).isEqualTo(DiagnosisStanding.NEEDS_MORE_DIGITS);
        assertThat(table.standing("C007", 2027)).isEqualTo(DiagnosisStanding.VALID);
        assertThat(table.standing("C001", 2027)).isEqualTo(DiagnosisStanding.UNKNOWN);
    }

    @Test
    void readsItOutOfItsArchive() throws IOException {
        Path zip = folder.resolve("2027-code-descriptions.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("icd10cm_order_addenda_2027.txt"));
            out.putNextEntry(new ZipEntry("Code Descriptions/icd10cm_order_2027.txt"));
            out.write((String.join("\n", changed()) + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }

        assertThat(read(zip).size()).isEqualTo(52);
    }

    @Test
    void refusesAFileWhoseNameSaysAnotherYear() {
        refuses("icd10cm_order_2026.txt", whole(), "line 1 and all others are of another year");
    }

    @Test
    void refusesTheCodesOfAnotherYearUnderAnotherName() {
        List<String> older = whole();
        older.set(1, older.get(1).replace("A001 ", "A002 "));

        refuses("codes.txt", older, "line 2 shows that these are the codes of 2025, not of 2027");
        refuses("codes.txt", whole(), "shows that these are the codes of 2026, not of 2027");
    }

    @Test
    void refusesAFileCutOffBetweenLines() {
        refuses(
                "cut.txt",
                changed().subList(0, 30),
                "line 30 ends the file with O001, before its codes do: 30 codes in all, where 2026 has 52");
        refuses("cut.txt", changed().subList(0, 29), "line 29 ends the file before its codes do");
    }

    @Test
    void refusesAFileCutOffWithinALine() {
        List<String> lines = changed();
        lines.set(51, lines.get(51).substring(0, 40));

        refuses("cut.txt", lines, "line 52 is too short");
    }

    @Test
    void refusesAFileCutOffWithinTheLastText() throws IOException {
        Path cut = Files.writeString(folder.resolve("cut.txt"), String.join("\n", changed()));

        assertThatThrownBy(() -> read(cut)).hasMessageContaining("line 52 has no end, so the file is cut off there");
    }

    @Test
    void refusesAnotherLayout() {
        refuses(
                "codes.txt",
                List.of("A000    " + "Cholera ".repeat(20)),
                "line 1 does not begin with its running number");
    }

    @Test
    void refusesTheOtherCodeSet() {
        List<String> lines = List.of(line(1, "001", 0), line(2, "0016070", 1));

        refuses("codes.txt", lines, "line 1 is not laid out as an order file of icd-10-cm");
    }

    @Test
    void refusesAGapInTheRunningNumbers() {
        List<String> lines = changed();
        lines.remove(10);

        refuses("gap.txt", lines, "line 11 does not begin with its running number");
    }

    private void refuses(String name, List<String> lines, String why) {
        assertThatThrownBy(() -> read(file(name, lines)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(name + " is refused: ")
                .hasMessageContaining(why);
    }

    private Icd10Codes read(Path file) {
        return Icd10OrderFile.read(CodeSet.ICD_10_CM, file, 2027, loaded);
    }

    /** A year unlike the others. */
    private static List<String> changed() {
        List<String> lines = whole();
        lines.set(5, lines.get(5).replace("C001 ", "C007 "));
        return lines;
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
