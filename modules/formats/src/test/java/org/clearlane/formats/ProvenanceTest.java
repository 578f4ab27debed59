package org.clearlane.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.SourceCell;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvenanceTest {

    /** Claim C1 in lines 2 and 3, claim C2 of another subscriber in line 4. */
    private static Table.Result twoClaims() throws IOException {
        return Table.with("diagnosis_2", "modifier_1", "rendering_npi", "rendering_last_name", "line_control_number")
                .row("diagnosis_2", "R50.9", "rendering_npi", "1234567802", "rendering_last_name", "ZZR")
                .row("diagnosis_2", "R50.9", "modifier_1", "25", "line_control_number", "L2", "line_charge", "7")
                .row("claim_number", "C2", "subscriber_id", "M2", "line_charge", "9")
                .translate();
    }

    @ParameterizedTest
    @CsvSource({
        // segment as written,           loop,   element, component, row, column
        "NM1*85*2*ZZHARBOR CLINIC*****XX*1234567893, 2010AA, 9, 0, 2, billing_npi",
        "NM1*85*2*ZZHARBOR CLINIC*****XX*1234567893, 2010AA, 8, 0, 2, billing_npi",
        "NM1*85*2*ZZHARBOR CLINIC*****XX*1234567893, 2010AA, 0, 0, 2, billing_name",
        "REF*EI*990000001,               2010AA, 2,       0,         2,   billing_tax_id",
        "NM1*IL*1*ZZYLER*****MI*M1,      2010BA, 9,       0,         2,   subscriber_id",
        "NM1*IL*1*ZZYLER*****MI*M2,      2010BA, 9,       0,         4,   subscriber_id",
        "CLM*C1*127***11:B:1*Y*A*Y*Y,    2300,   1,       0,         2,   claim_number",
        "CLM*C1*127***11:B:1*Y*A*Y*Y,    2300,   5,       1,         2,   place_of_service",
        "CLM*C1*127***11:B:1*Y*A*Y*Y,    2300,   5,       3,         2,   claim_frequency",
        "HI*ABK:J069*ABF:R509,           2300,   1,       2,         2,   diagnosis_1",
        "HI*ABK:J069*ABF:R509,           2300,   2,       2,         2,   diagnosis_2",
        "NM1*82*2*ZZR*****XX*1234567802, 2310B,  9,       0,         2,   rendering_npi",
        "SV1*HC:G0463*120*UN*1***1,      2400,   2,       0,         2,   line_charge",
        "SV1*HC:G0463:25*7*UN*1***1,     2400,   2,       0,         3,   line_charge",
        "SV1*HC:G0463:25*7*UN*1***1,     2400,   1,       2,         3,   procedure_code",
        "SV1*HC:G0463:25*7*UN*1***1,     2400,   1,       3,         3,   modifier_1",
        "SV1*HC:G0463:25*7*UN*1***1,     2400,   4,       0,         3,   units",
        "SV1*HC:G0463:25*7*UN*1***1,     2400,   7,       1,         3,   diagnosis_pointers",
        "SV1*HC:G0463*9*UN*1***1,        2400,   2,       0,         4,   line_charge",
        "REF*6R*L2,                      2400,   2,       0,         3,   line_control_number",
    })
    void leadsFromAnElementToItsCell(String written, String loop, int element, int component, int row, String column)
            throws IOException {
        Table.Result result = twoClaims();
        long ordinal = result.segments().indexOf(written) + 1;
        assertThat(ordinal).as("the segment is there").isPositive();
        String id = written.substring(0, written.indexOf('*'));
        Place byOrdinal = new Place(loop, id, 0, element, component, 0, ordinal, 0);
        // ISA and GS stand before the first ST.
        Place byPosition = new Place(loop, id, (int) ordinal - 2, element, component, 0, 0, 0);

        Provenance provenance = result.translation().provenance();

        assertThat(provenance.cellOf(byOrdinal)).isEqualTo(new SourceCell(row, column));
        assertThat(provenance.cellOf(byPosition)).isEqualTo(new SourceCell(row, column));
    }

    @Test
    void pointsToTheServiceDateOfTheLine() throws IOException {
        Table.Result result = twoClaims();
        int second = result.segments().lastIndexOf("REF*6R*L2");

        assertThat(result.segments().get(second - 1)).isEqualTo("DTP*472*D8*20260304");
        assertThat(result.translation().provenance().cellOf(new Place("2400", "DTP", 0, 3, 0, 0, second, 0)))
                .isEqualTo(new SourceCell(3, "service_date"));
    }

    @Test
    void pointsToTheLinesWhereTheClaimsChargeHasNoColumn() throws IOException {
        Table.Result without = Table.with().row().translate();
        Table.Result with = Table.with("claim_charge").row("claim_charge", "5").translate();
        Place charge = new Place("2300", "CLM", clmPosition(without), 2, 0, 0, 0, 0);

        // The layout has the column, so that is where the submitter can put one.
        assertThat(without.translation().provenance().cellOf(charge)).isEqualTo(new SourceCell(2, "claim_charge"));
        assertThat(with.translation().provenance().cellOf(charge)).isEqualTo(new SourceCell(2, "claim_charge"));
    }

    private static int clmPosition(Table.Result result) throws IOException {
        return result.segments().indexOf(result.segments("CLM").getFirst()) - 1;
    }

    @Test
    void pointsToTheColumnWhoseSegmentIsMissing() throws IOException {
        Table.Result result = twoClaims();
        int payer = result.segments().indexOf("NM1*PR*2*NORTHWIND*****PI*NWH01") + 1;
        // Loop 2010BA ends before the payer: its DMG was missed there.
        Place missing = new Place("2010BA", "DMG", payer - 2, 0, 0, 0, payer, 0);

        assertThat(result.translation().provenance().cellOf(missing))
                .isEqualTo(new SourceCell(2, "subscriber_birth_date"));
    }

    @Test
    void takesAMissingSegmentAtTheEndForTheRowBefore() throws IOException {
        Table.Result result = Table.with().row().row("claim_number", "C2").translate();
        int trailer = result.segments().size() - 2;
        assertThat(result.segments().get(trailer - 1)).startsWith("SE*");

        assertThat(result.translation().provenance().cellOf(new Place("2400", "DTP", trailer - 2, 0, 0, 0, trailer, 0)))
                .isEqualTo(new SourceCell(3, "service_date"));
    }

    @Test
    void namesNoColumnWhereSeveralAreMeant() throws IOException {
        Table.Result result =
                Table.with("claim_frequency").row("claim_frequency", "7").translate();
        int diagnoses = result.segments().indexOf("HI*ABK:J069") + 1;

        assertThat(result.translation()
                        .provenance()
                        .cellOf(new Place("2300", "REF", diagnoses - 2, 0, 0, 0, diagnoses, 0)))
                .isEqualTo(new SourceCell(2, ""));
    }

    @Test
    void knowsNoCellForTheEnvelopeOrBeyond() throws IOException {
        Provenance provenance = twoClaims().translation().provenance();

        assertThat(provenance.cellOf(new Place("", "ST", 1, 2, 0, 0, 3, 0))).isNull();
        assertThat(provenance.cellOf(new Place("2300", "CLM", 0, 1, 0, 0, 9_999, 0)))
                .isNull();
        assertThat(provenance.cellOf(Place.ofSegment("2300", "CLM", 0))).isNull();
        assertThat(provenance.cellOf(7, Place.ofSegment("2300", "CLM", 12))).isNull();
    }

    @Test
    void tellsSetsApart() throws IOException {
        Table table = Table.with();
        IntStream.range(0, 4).forEach(i -> table.row("claim_number", "C" + i));
        Table.Result result = Table.translate(table.text().getBytes(StandardCharsets.UTF_8), Table.settings(2));
        int firstOfSecondSet = result.segments().indexOf("CLM*C2*120***11:B:1*Y*A*Y*Y") + 1;
        int secondSet = result.segments().indexOf("ST*837*0002*005010X222A1") + 1;
        Place place = new Place("2300", "CLM", firstOfSecondSet - secondSet + 1, 1, 0, 0, 0, 0);

        assertThat(result.translation().provenance().cellOf(2, place)).isEqualTo(new SourceCell(4, "claim_number"));
    }

    @Test
    void usesTheHeadingAsTheTableWritesIt() throws IOException {
        String text = Table.with().row().text().replace("claim_number", "CLAIM_Number");
        Table.Result result = Table.translate(text);

        assertThat(result.translation()
                        .provenance()
                        .cellOf(new Place("2300", "CLM", clmPosition(result), 1, 0, 0, 0, 0)))
                .isEqualTo(new SourceCell(2, "CLAIM_Number"));
    }

    @Test
    void agreesWithTheFileBeyondWhatMemoryHolds() throws IOException {
        Provenance provenance = new Provenance(Map.of(ClaimField.CLAIM_NUMBER, "n", ClaimField.PROCEDURE_CODE, "p"));
        int segments = 600_000;
        for (int i = 1; i <= segments; i++) {
            provenance.append(i % 2 == 0 ? SegmentTemplate.LINE : SegmentTemplate.CLAIM, i * 3);
        }

        try (provenance) {
            for (int i : new int[] {1, 2, 262_144, 262_145, 524_288, 524_289, 600_000}) {
                assertThat(provenance.cellOf(new Place("", "", 0, 1, 0, 0, i, 0)))
                        .isEqualTo(new SourceCell(i * 3, i % 2 == 0 ? "p" : "n"));
            }
        }
    }

    @Test
    void notesEverySegmentThatIsWritten() throws IOException {
        Table.Result result = twoClaims();

        long count = 0;
        try (X12Reader reader = new X12Reader(new ByteArrayInputStream(result.x12()))) {
            while (reader.next()) {
                Segment segment = reader.segment();
                count++;
                SourceCell cell = result.translation()
                        .provenance()
                        .cellOf(new Place("", segment.id(), 0, 0, 0, 0, segment.ordinal(), 0));
                boolean envelope = Set.of("ISA", "GS", "ST", "BHT", "PER", "SE", "GE", "IEA")
                                .contains(segment.id())
                        || segment.toString().startsWith("NM1*4");
                assertThat(cell == null).as(segment.id()).isEqualTo(envelope);
            }
        }
        assertThat(result.translation().provenance().segments()).isEqualTo(count);
    }
}
