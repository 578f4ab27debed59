package org.clearlane.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.SourceCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadTableTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\r\n  \n"})
    void saysThatAnEmptyFileIsEmpty(String text) throws IOException {
        assertUnreadable(Table.translate(text), "csv.file.empty", new SourceCell(1, ""));
    }

    @Test
    void saysThatAHeadingWithoutRowsIsEmpty() throws IOException {
        assertUnreadable(Table.with().translate(), "csv.file.empty", new SourceCell(1, ""));
    }

    @Test
    void saysThatASpreadsheetOrOtherBinaryFileIsNoTable() throws IOException {
        byte[] archive = {'P', 'K', 3, 4, 20, 1, 8, 8};
        byte[] binary = {1, 2, 0, 3};

        assertUnreadable(Table.translate(archive, Table.SETTINGS), "csv.file.binary", new SourceCell(1, ""));
        assertUnreadable(Table.translate(binary, Table.SETTINGS), "csv.file.binary", new SourceCell(1, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void saysThatTheSeparatorIsAnother(String separator) throws IOException {
        String table = Table.with().row().text().replace(",", separator);

        assertUnreadable(Table.translate(table), "csv.file.separator", new SourceCell(1, ""));
    }

    @Test
    void saysThatTheFirstLineHoldsNoHeadings() throws IOException {
        assertUnreadable(Table.translate("C1,11,SOMEBODY\n"), "csv.heading.unknown", new SourceCell(1, ""));
    }

    @Test
    void namesEachMissingColumnAndTranslatesNothing() throws IOException {
        String table = Table.with().row().text().replaceFirst("units", "uints").replaceFirst("payer_id", "payer");

        Table.Result result = Table.translate(table);

        assertThat(result.x12()).isEmpty();
        assertThat(errors(result))
                .extracting(Finding::code, Finding::cell)
                .containsExactly(
                        tuple("csv.heading.missing-column", new SourceCell(1, "payer_id")),
                        tuple("csv.heading.missing-column", new SourceCell(1, "units")));
        assertThat(result.translation().outcome()).isEqualTo(Translation.Outcome.UNREADABLE);
    }

    @Test
    void refusesTwoColumnsOfOneHeading() throws IOException {
        assertUnreadable(Table.with("units").row().translate(), "csv.heading.column-twice", new SourceCell(1, "units"));
    }

    @Test
    void warnsOfAColumnItDoesNotKnowAndGoesOn() throws IOException {
        Table.Result result = Table.with("favourite_colour").row().translate();

        assertThat(result.translation().problems()).singleElement().satisfies(warning -> {
            assertThat(warning.isError()).isFalse();
            assertThat(warning.code()).isEqualTo("csv.heading.unknown-column");
            assertThat(warning.cell()).isEqualTo(new SourceCell(1, "favourite_colour"));
        });
        assertThat(result.translation().outcome()).isEqualTo(Translation.Outcome.COMPLETE);
    }

    @ParameterizedTest
    @CsvSource({
        "service_date,       2026-02-30,    csv.cell.date",
        "service_date,       20261301,      csv.cell.date",
        "service_date,       04/31/2026,    csv.cell.date",
        "service_date,       3/4/2026,      csv.cell.date",
        "service_date,       March 4,       csv.cell.date",
        "line_charge,        '$120.00',     csv.cell.amount",
        "line_charge,        12.345,        csv.cell.amount",
        "line_charge,        1e3,           csv.cell.amount",
        "units,              one,           csv.cell.quantity",
        "units,              -1,            csv.cell.quantity",
        "diagnosis_1,        J0.69,         csv.cell.diagnosis",
        "diagnosis_pointers, 13,            csv.cell.pointers",
        "diagnosis_pointers, 1 2 3 4 5,     csv.cell.pointers",
        "diagnosis_pointers, Z,             csv.cell.pointers",
        "billing_npi,        '',            csv.cell.required",
        "line_charge,        '',            csv.cell.required",
        "subscriber_last_name, A*B,         csv.cell.separating-character",
        "subscriber_last_name, A:B,         csv.cell.separating-character",
        "subscriber_last_name, A^B,         csv.cell.separating-character",
        "subscriber_last_name, A~B,         csv.cell.separating-character",
        "subscriber_last_name, Peña,        csv.cell.character",
        "subscriber_last_name, A\u0007B,    csv.cell.character",
        "diagnosis_3,        R50.9,         csv.claim.diagnosis-gap",
    })
    void leavesOutTheClaimOfABadCellAndNamesTheCell(String column, String value, String code) throws IOException {
        String[] more = column.equals("diagnosis_3") ? new String[] {"diagnosis_2", column} : new String[0];
        Table.Result result = Table.with(more)
                .row("claim_number", "GOOD1")
                .row("claim_number", "GOOD2")
                .row("claim_number", "BAD", column, value)
                .row("claim_number", "GOOD3")
                .translate();

        assertThat(result.translation().problems()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.cell()).isEqualTo(new SourceCell(4, column));
            assertThat(finding.value()).isEqualTo(value);
            assertThat(finding.message()).doesNotContain(value.isEmpty() ? "\u0000" : value);
        });
        assertThat(result.segments("CLM"))
                .extracting(s -> s.split("\\*")[1])
                .containsExactly("GOOD1", "GOOD2", "GOOD3");
        assertThat(result.translation().leftOut())
                .extracting(LeftOutClaim::claimNumber)
                .containsExactly("BAD");
        assertThat(result.translation().outcome()).isEqualTo(Translation.Outcome.PARTIAL);
    }

    @Test
    void leavesOutAClaimWholeWhenOneOfItsRowsIsBad() throws IOException {
        Table.Result result = Table.with()
                .row("line_charge", "100.00")
                .row("line_charge", "20.50", "units", "x")
                .row("claim_number", "C2")
                .translate();

        assertThat(result.segments("CLM")).hasSize(1);
        assertThat(result.translation().leftOut()).containsExactly(new LeftOutClaim("C1", 2, 3, Money.of("120.50")));
    }

    @Test
    void reportsEveryMistakeOfAClaimAtOnce() throws IOException {
        Table.Result result = Table.with()
                .row("units", "x", "service_date", "y", "billing_npi", "")
                .translate();

        assertThat(result.codes()).containsExactlyInAnyOrder("csv.cell.required", "csv.cell.date", "csv.cell.quantity");
    }

    @Test
    void writesNothingAtAllWhenNoClaimIsGood() throws IOException {
        Table.Result result = Table.with().row("units", "x").translate();

        assertThat(result.x12()).isEmpty();
        assertThat(result.translation().outcome()).isEqualTo(Translation.Outcome.NOTHING);
    }

    @Test
    void refusesALineBreakInsideACellAndCountsLinesRight() throws IOException {
        Table.Result result = Table.with()
                .row("billing_address", "\"1 PIER\r\nROAD\"")
                .row("claim_number", "C2", "units", "x")
                .translate();

        assertThat(result.translation().problems())
                .extracting(Finding::cell)
                .containsExactly(new SourceCell(2, "billing_address"), new SourceCell(4, "units"));
    }

    @Test
    void saysWhichBytesAreNotUtf8() throws IOException {
        byte[] table =
                Table.with().row("subscriber_last_name", "Pe\u00f1a").text().getBytes(StandardCharsets.ISO_8859_1);

        Table.Result result = Table.translate(table, Table.SETTINGS);

        assertThat(result.translation().problems())
                .extracting(Finding::cell)
                .containsExactly(new SourceCell(2, "subscriber_last_name"));
    }

    @Test
    void takesTheClaimOfAShortRowWithIt() throws IOException {
        Table.Result result = Table.with()
                .row("claim_number", "C1")
                .row("claim_number", "C2")
                .line("C2,11,ZZHARBOR CLINIC")
                .row("claim_number", "C3")
                .translate();

        assertThat(result.translation().problems())
                .extracting(Finding::code, Finding::cell)
                .containsExactly(tuple("csv.row.cells-few", new SourceCell(4, "billing_npi")));
        assertThat(result.translation().leftOut())
                .extracting(LeftOutClaim::claimNumber)
                .containsExactly("C2");
        assertThat(result.segments("CLM")).hasSize(2);
    }

    @Test
    void takesTheClaimOfARowWithCellsTooManyWithIt() throws IOException {
        Table.Result result = Table.with()
                .row("claim_number", "C1", "billing_name", "ZZHARBOR, CLINIC")
                .row("claim_number", "C2")
                .translate();

        assertThat(result.codes()).containsExactly("csv.row.cells-many");
        assertThat(result.translation().leftOut()).containsExactly(new LeftOutClaim("C1", 2, 2, null));
        assertThat(result.segments("CLM")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ZZHARBOR CLINIC", "ZZ\"HARBOR\" CLINIC", "\"ZZHARBOR\" CLINIC"})
    void losesOnlyTheClaimOfARowWhoseQuotesAreWrong(String name) throws IOException {
        Table.Result result = Table.with()
                .row("claim_number", "C1")
                .row("claim_number", "C2", "billing_name", name)
                .row("claim_number", "C3", "billing_name", "\"ZZHARBOR, CLINIC\"")
                .translate();

        assertThat(result.translation().problems())
                .extracting(Finding::code, Finding::cell)
                .containsExactly(tuple("csv.row.quote", new SourceCell(3, "billing_name")));
        assertThat(result.translation().leftOut())
                .extracting(LeftOutClaim::claimNumber)
                .containsExactly("C2");
        assertThat(result.segments("CLM")).hasSize(2);
        assertThat(result.translation().counts().rowsUnreadable()).isEqualTo(1);
    }

    @Test
    void leavesOutBothNeighboursOfARowWhoseClaimCannotBeTold() throws IOException {
        Table.Result result = Table.with()
                .row("claim_number", "C1")
                .row("claim_number", "C2")
                .line("\"C2")
                .row("claim_number", "C3")
                .row("claim_number", "C4")
                .translate();

        assertThat(result.codes())
                .containsExactly("csv.row.quote", "csv.claim.unreadable-row", "csv.claim.unreadable-row");
        assertThat(result.translation().leftOut())
                .extracting(LeftOutClaim::claimNumber)
                .containsExactly("C2", "C3");
        assertThat(result.segments("CLM")).hasSize(2);
    }

    @Test
    void leavesOutBothNeighboursOfARowWithoutClaimNumber() throws IOException {
        Table.Result result = Table.with()
                .row("claim_number", "C1")
                .row("claim_number", "")
                .row("claim_number", "C2")
                .row("claim_number", "C3")
                .translate();

        assertThat(result.codes())
                .containsExactly("csv.cell.required", "csv.claim.unreadable-row", "csv.claim.unreadable-row");
        assertThat(result.segments("CLM")).hasSize(1);
    }

    @Test
    void refusesARowLongerThanARowMayBe() throws IOException {
        Table.Result result = Table.with("claim_note")
                .row("claim_number", "C1", "claim_note", "x".repeat(RowReader.LONGEST_ROW))
                .row("claim_number", "C2")
                .translate();

        assertThat(result.codes()).containsExactly("csv.row.too-long");
        assertThat(result.segments("CLM")).hasSize(1);
    }

    @Test
    void refusesRowsOfOneClaimThatDisagree() throws IOException {
        Table.Result result = Table.with()
                .row()
                .row("subscriber_id", "M2")
                .row("claim_number", "C2")
                .translate();

        assertThat(result.translation().problems())
                .extracting(Finding::code, Finding::cell)
                .containsExactly(tuple("csv.claim.columns-differ", new SourceCell(3, "subscriber_id")));
        assertThat(result.segments("CLM")).hasSize(1);
    }

    @Test
    void pointsToTheClaimAlreadyWrittenWhenMoreRowsOfItComeLater() throws IOException {
        Table.Result result = Table.with()
                .row("claim_number", "C1")
                .row("claim_number", "C2")
                .row("claim_number", "C1")
                .translate();

        assertThat(result.translation().problems()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("csv.claim.apart");
            assertThat(finding.cell()).isEqualTo(new SourceCell(4, "claim_number"));
            assertThat(finding.place().segment()).isEqualTo("CLM");
        });
        int ordinal = (int) result.translation().problems().getFirst().place().segmentOrdinal();
        assertThat(result.segments().get(ordinal - 1)).startsWith("CLM*C1*");
        assertThat(result.segments("ST")).hasSize(1);
        int st = 1 + result.segments().indexOf("ST*837*0001*005010X222A1");
        assertThat(result.translation().problems().getFirst().place().position())
                .isEqualTo(ordinal - st + 1);
        assertThat(result.segments("CLM")).hasSize(2);
    }

    @Test
    void refusesMoreThanFiftyServiceLines() throws IOException {
        Table table = Table.with();
        IntStream.range(0, 51).forEach(i -> table.row());

        Table.Result result = table.translate();

        assertThat(result.translation().problems())
                .extracting(Finding::code, Finding::cell)
                .containsExactly(tuple("csv.claim.lines-many", new SourceCell(52, "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "18"})
    void asksForTheRelationshipWhenThePatientIsAnother(String relationship) throws IOException {
        Table.Result result = Table.with("patient_relationship", "patient_last_name")
                .row("patient_relationship", relationship, "patient_last_name", "ZZOTHER")
                .translate();

        assertThat(result.translation().problems())
                .extracting(Finding::code, Finding::cell)
                .containsExactly(tuple("csv.claim.relationship", new SourceCell(2, "patient_relationship")));
    }

    @Test
    void takesAPatientWithTheSubscribersNameForTheSubscriber() throws IOException {
        Table.Result result = Table.with("patient_last_name")
                .row("patient_last_name", "Zzyler")
                .translate();

        assertThat(result.segments("HL")).containsExactly("HL*1**20*1", "HL*2*1*22*0");
    }

    @Test
    void keepsTenThousandProblemsAndTellsAListenerAll() throws IOException {
        Table table = Table.with();
        IntStream.range(0, 10_050).forEach(i -> table.row("claim_number", "C" + i, "units", "x"));
        List<Finding> all = new ArrayList<>();
        List<LeftOutClaim> leftOut = new ArrayList<>();

        Translation translation = Table.professional()
                .translate(
                        new ByteArrayInputStream(table.text().getBytes(StandardCharsets.UTF_8)),
                        OutputStream.nullOutputStream(),
                        Table.SETTINGS,
                        new TranslationListener() {
                            @Override
                            public void found(Finding finding) {
                                all.add(finding);
                            }

                            @Override
                            public void leftOut(LeftOutClaim claim) {
                                leftOut.add(claim);
                            }
                        });

        assertThat(translation.problems()).hasSize(10_000);
        assertThat(translation.counts().problems()).isEqualTo(10_050);
        assertThat(translation.counts().claimsLeftOut()).isEqualTo(10_050);
        assertThat(all).hasSize(10_050);
        assertThat(leftOut).hasSize(10_050);
    }

    private static List<Finding> errors(Table.Result result) {
        return result.translation().problems().stream().filter(Finding::isError).toList();
    }

    private static void assertUnreadable(Table.Result result, String code, SourceCell cell) {
        assertThat(errors(result)).extracting(Finding::code, Finding::cell).containsExactly(tuple(code, cell));
        assertThat(result.translation().outcome()).isEqualTo(Translation.Outcome.UNREADABLE);
        assertThat(result.x12()).isEmpty();
    }
}
