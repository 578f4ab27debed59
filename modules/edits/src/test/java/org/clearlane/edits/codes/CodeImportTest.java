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
import java.util.stream.Stream;
import org.clearlane.model.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Publishers' files in their layouts, small and made up. */
class CodeImportTest {

    private static final String HEAD = "# title: t\n# source: s\n# version: v\n# from: 2025-01-01\n# licence: l\n";

    @TempDir
    Path folder;

    private static CodeEdition from(int day) {
        return new CodeEdition("new", day, 0, false);
    }

    @Test
    void takesTheQuarterlyFileOfHcpcs() throws IOException {
        shipped("hcpcs.tsv", "A0001\nB0001\nJ0120\t2000-01-01\n");
        Path file = source(
                "HCPC2026_JAN_ANWEB.txt",
                procedure("A0001", "19850101", "20251001", ""),
                "A0001" + "00200" + "4" + " ".repeat(300),
                procedure("B0001", "19850101", "20251231", "20251231"),
                procedure("J0120", "20000101", "20200101", ""),
                procedure("J0999", "20260101", "20260101", ""),
                modifier("GY", "20010101", "20010101", ""));

        CodeImport.Imported imported = new CodeImport(folder).bring(CodeSet.HCPCS, List.of(file), from(20260101));

        assertThat(imported.rows()).isEqualTo(4);
        assertThat(imported.changes().begun()).containsExactly("J0999");
        assertThat(imported.changes().ended()).containsExactly("B0001");
        CodeListing list = CodeSets.load(folder).listing(CodeSet.HCPCS);
        assertThat(list.standing("J0999", 20251231)).isEqualTo(CodeStanding.NOT_YET);
        assertThat(list.standing("J0999", 20260101)).isEqualTo(CodeStanding.VALID);
        assertThat(list.standing("B0001", 20251231)).isEqualTo(CodeStanding.VALID);
        assertThat(list.standing("B0001", 20260101)).isEqualTo(CodeStanding.ENDED);
        assertThat(list.standing("J0777", 20260331)).isEqualTo(CodeStanding.UNKNOWN);
        assertThat(list.standing("J0777", 20260401)).isEqualTo(CodeStanding.UNKNOWN_BEYOND_THE_LIST);
        assertThat(Files.readString(imported.file())).doesNotContain("Words of the publisher");
    }

    @Test
    void takesModifiersOfLevelTwoAndLeavesTheOthers() throws IOException {
        shipped("modifier.tsv", "59\nGY\nGZ\n");
        Path file = source(
                "HCPC2026_JAN_ANWEB.txt",
                procedure("A0001", "19850101", "20260101", ""),
                modifier("GY", "20010101", "20010101", ""),
                modifier("GZ", "20010101", "20251231", "20251231"),
                modifier("XX", "20260101", "20260101", ""));

        new CodeImport(folder).bring(CodeSet.MODIFIER, List.of(file), from(20260101));

        CodeListing list = CodeSets.load(folder).listing(CodeSet.MODIFIER);
        assertThat(Stream.of("59", "GY", "XX")).allMatch(code -> list.has(code, 20260201));
        assertThat(list.standing("GZ", 20260201)).isEqualTo(CodeStanding.ENDED);
    }

    @Test
    void refusesAQuarterlyFileOfAnotherTime() throws IOException {
        Path file = source("HCPC2024_JAN_ANWEB.txt", procedure("A0001", "19850101", "20240101", ""));

        refused(CodeSet.HCPCS, from(20260101), "line 1 has its newest change, of 2024-01-01", file);
    }

    @Test
    void refusesAQuarterlyFileCutOffOrOfAnotherLayout() throws IOException {
        refused(
                CodeSet.HCPCS,
                from(20260101),
                "line 2 is not laid out as the quarterly file",
                source(
                        "HCPC2026_JAN_ANWEB.txt",
                        procedure("A0001", "19850101", "20260101", ""),
                        procedure("A0002", "19850101", "20260101", "").substring(0, 200)));
        refused(CodeSet.HCPCS, from(20260101), "line 1 is no record", source("HCPC2026_JAN_ANWEB.txt", "A0001,words"));
    }

    @Test
    void takesALicenseesListWithHeadingsAndWithout() throws IOException {
        Path plain = source("cpt.txt", "99213", "99214", "0001F,20200101");
        Path headed = source(
                "cdt.csv",
                "\"Description\",\"Code\",\"Effective Date\",\"Termination Date\"",
                "\"words, with a comma",
                "and a line end\",D0120,1/31/2020,",
                "words,D0140,,2025-12-31");

        new CodeImport(folder).bring(CodeSet.CPT, List.of(plain), from(20260101));
        new CodeImport(folder).bring(CodeSet.CDT, List.of(headed), from(20250101));

        CodeSets codes = CodeSets.load(folder);
        assertThat(codes.listing(CodeSet.CPT).has("99213", 20260101)).isTrue();
        assertThat(codes.listing(CodeSet.CPT).standing("99215", 20260101)).isEqualTo(CodeStanding.UNKNOWN);
        assertThat(codes.listing(CodeSet.CDT).standing("D0120", 20200130)).isEqualTo(CodeStanding.NOT_YET);
        assertThat(codes.listing(CodeSet.CDT).standing("D0120", 20200131)).isEqualTo(CodeStanding.VALID);
        assertThat(codes.listing(CodeSet.CDT).standing("D0140", 20260101)).isEqualTo(CodeStanding.ENDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "revenue; 0250|25; line 2 has no code of revenue in column 1",
                "revenue; 0250|0250; line 2 has the code 0250 of line 1 again",
                "state; WI,2024-02-30; line 1 has no day in column 2",
                "carc; A1,2024-02-02,2024-02-01; line 1 has a first day behind its last day",
                "taxonomy; code|; line 1 ends a file without codes",
                "cpt; \"99213; line 1 opens a quotation mark that is never closed",
            })
    void refusesAListWithTheLineNamed(String set, String lines, String why) throws IOException {
        refused(CodeSet.byId(set).orElseThrow(), from(20260101), why, source("list.csv", lines.split("\\|")));
    }

    @Test
    void refusesAListWithFarFewerCodesUnlessToldOtherwise() throws IOException {
        shipped("state.tsv", "AA\nBB\nCC\nDD\n");
        Path file = source("states.txt", "AA", "BB", "CC");

        refused(CodeSet.STATE, from(20260101), "ends behind 3 rows of state, where there were 4 before", file);
        CodeEdition all = new CodeEdition("new", 20260101, 0, true);
        assertThat(new CodeImport(folder).bring(CodeSet.STATE, List.of(file), all).rows())
                .isEqualTo(3);
        assertThat(CodeSets.load(folder).listing(CodeSet.STATE).standing("DD", 20260101))
                .isEqualTo(CodeStanding.ENDED);
    }

    @Test
    void takesAllPartsOfTheProcedurePairs() throws IOException {
        Path first = source("ccipra-v320r0-f1.txt", pairs("99213\tG0001\t*\t19960101\t*\t1\twords", "99214\tG0001\t\t20200101\t20241231\t0\twords"));
        Path second = source("ccipra-v320r0-f2.txt", pairs("A0001\t99213\t\t20260101\t*\t0\twords", "A0001\tG0002\t\t20200101\t20200101\t9\twords"));

        new CodeImport(folder).bring(CodeSet.NCCI_PTP_PRACTITIONER, List.of(first, second), from(20260101));

        ProcedurePairs pairs = CodeSets.load(folder).pairs(CodeSet.NCCI_PTP_PRACTITIONER);
        assertThat(pairs.size()).isEqualTo(3);
        assertThat(pairs.indicator("99213", "G0001", 20260101)).isEqualTo(ProcedurePairs.WITH_MODIFIER);
        assertThat(pairs.indicator("G0001", "99213", 20260101)).isEqualTo(ProcedurePairs.NO_PAIR);
        assertThat(pairs.indicator("99214", "G0001", 20241231)).isEqualTo(ProcedurePairs.NEVER);
        assertThat(pairs.indicator("99214", "G0001", 20250101)).isEqualTo(ProcedurePairs.NO_PAIR);
        assertThat(pairs.indicator("A0001", "99213", 20251231)).isEqualTo(ProcedurePairs.NO_PAIR);
        assertThat(pairs.isFirst("A0001")).isTrue();
        assertThat(pairs.isFirst("G0001")).isFalse();
        refused(CodeSet.NCCI_PTP_HOSPITAL, from(20260101), "line 1 begins part 2, but the parts before it", second);
    }

    @Test
    void refusesPairsOfAnotherLayout() throws IOException {
        refused(
                CodeSet.NCCI_PTP_HOSPITAL,
                from(20260101),
                "line 4 is not laid out as an NCCI edit",
                source("ccioph-v320r0-f1.txt", pairs("99213\tG0001\t*\t19960101\t*\t1\twords", "99214 G0001")));
        refused(
                CodeSet.NCCI_PTP_HOSPITAL,
                from(20260101),
                "line 3 has no first day",
                source("ccioph-v320r0-f1.txt", pairs("99213\tG0001\t*\t1996\t*\t1\twords")));
        refused(
                CodeSet.NCCI_PTP_HOSPITAL,
                from(20260101),
                "without the heading or the pairs",
                source("ccioph-v320r0-f1.txt", "words"));
    }

    @Test
    void takesUnitLimitsByQuarter() throws IOException {
        shipped("ncci-mue-practitioner.tsv", "J0120\t1\t3\n");
        Path file = source(
                "MCR_MUE_PractitionerServices_Eff_01-01-2026.csv",
                "\"Words of licence\",,,",
                "\"HCPCS/CPT Code\",\"Practitioner Services MUE Values\",\"MUE Adjudication Indicator\",\"MUE Rationale\"",
                "99213,1,\"2 Date of Service Edit: Policy\",words",
                "J0120,4,\"1 Line Edit\",\"words, more\"");

        new CodeImport(folder).bring(CodeSet.NCCI_MUE_PRACTITIONER, List.of(file), from(20260101));

        CodeSets codes = CodeSets.load(folder);
        assertThat(codes.limits(CodeSet.NCCI_MUE_PRACTITIONER, 20251231).units("J0120")).isEqualTo(1);
        UnitLimits newer = codes.limits(CodeSet.NCCI_MUE_PRACTITIONER, 20260101);
        assertThat(newer.units("J0120")).isEqualTo(4);
        assertThat(newer.isByLine("J0120")).isTrue();
        assertThat(newer.units("99213")).isEqualTo(1);
        assertThat(newer.isByLine("99213")).isFalse();
        assertThat(newer.units("J0121")).isEqualTo(UnitLimits.NO_LIMIT);
        refused(CodeSet.NCCI_MUE_DME, from(20260101), "ends a file without limits", source("mue.csv", "words"));
    }

    @Test
    void takesTheEditorsDiagnoses() throws IOException {
        Path file = source(
                "mce.tsv",
                "icd10cm\tgroup\trule",
                "O80\tSex\tFemale Only",
                "O80\tAge\tMaternity (Ages 9-64)",
                "D63.1\tOther\tManifestation (Not Allowed as Principal Diagnosis)");

        new CodeImport(folder).bring(CodeSet.MCE, List.of(file), from(20251001));

        DiagnosisConflicts table = CodeSets.load(folder).conflicts(20260101);
        assertThat(table.of("O80")).isEqualTo(DiagnosisConflicts.FEMALE | DiagnosisConflicts.MATERNITY);
        assertThat(table.of("D631")).isEqualTo(DiagnosisConflicts.MANIFESTATION);
        assertThat(table.of("E119")).isZero();
        refused(CodeSet.MCE, from(20251001), "line 1 is not the heading", source("mce.txt", "O80\tSex"));
    }

    /** Nothing of a refused file is left, and a kept one is there whole under its name. */
    private void refused(CodeSet set, CodeEdition edition, String why, Path... files) throws IOException {
        List<String> before = imported();

        assertThatThrownBy(() -> new CodeImport(folder).bring(set, Arrays.asList(files), edition))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(" is refused: ")
                .hasMessageContaining(why);

        assertThat(imported()).isEqualTo(before);
    }

    private List<String> imported() throws IOException {
        Path there = folder.resolve("imported");
        if (!Files.isDirectory(there)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(there)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void shipped(String name, String rows) throws IOException {
        Files.writeString(folder.resolve(name), HEAD + rows);
    }

    private Path source(String name, String... lines) throws IOException {
        Path incoming = Files.createDirectories(folder.resolve("incoming"));
        return Files.writeString(incoming.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.ISO_8859_1);
    }

    private static String[] pairs(String... rows) {
        List<String> lines = new ArrayList<>(List.of("Words of licence", "Column 1\tColumn 2\t*\tEffective\tDeletion\tModifier"));
        lines.addAll(List.of(rows));
        return lines.toArray(String[]::new);
    }

    private static String procedure(String code, String added, String changed, String ended) {
        return record(code, '3', added, changed, ended);
    }

    private static String modifier(String code, String added, String changed, String ended) {
        return record("   " + code, '7', added, changed, ended);
    }

    /** Columns 1 to 293 of the record layout. */
    private static String record(String code, char kind, String added, String changed, String ended) {
        return "%s00100%c%-80s%-28s%149s%-8s%-8s%-8s%c"
                .formatted(code, kind, "Words of the publisher", "Words", "", added, changed, ended, 'N');
    }
}
