package org.clearlane.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.clearlane.model.Money;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.X12Reader;
import org.junit.jupiter.api.Test;

class TranslatorTest {

    @Test
    void writesOneClaimAsTheGuideHasIt() throws IOException {
        Table.Result result = Table.with(
                        "subscriber_first_name",
                        "subscriber_birth_date",
                        "subscriber_sex",
                        "subscriber_address",
                        "subscriber_city",
                        "subscriber_state",
                        "subscriber_zip",
                        "claim_filing_indicator",
                        "group_number",
                        "billing_taxonomy")
                .row(
                        "subscriber_first_name", "ANN",
                        "subscriber_birth_date", "02/03/1980",
                        "subscriber_sex", "F",
                        "subscriber_address", "2 HILL ST",
                        "subscriber_city", "PORTLAND",
                        "subscriber_state", "ME",
                        "subscriber_zip", "04101-0002",
                        "claim_filing_indicator", "CI",
                        "group_number", "G77",
                        "billing_taxonomy", "207Q00000X")
                .translate();

        assertThat(result.segments())
                .containsExactly(
                        "ISA*00*          *00*          *ZZ*SUBMITTER      *ZZ*RECEIVER       *260708*0910*^*00501*000000042*1*P*:",
                        "GS*HC*SUBMITTER*RECEIVER*20260708*0910*42*X*005010X222A1",
                        "ST*837*0001*005010X222A1",
                        "BHT*0019*00*42-1*20260708*0910*CH",
                        "NM1*41*2*SUBMITTER INC*****46*SUBMITTER",
                        "PER*IC*CLAIMS DESK*TE*5550100",
                        "NM1*40*2*RECEIVER LLC*****46*RECEIVER",
                        "HL*1**20*1",
                        "PRV*BI*PXC*207Q00000X",
                        "NM1*85*2*ZZHARBOR CLINIC*****XX*1234567893",
                        "N3*1 PIER ROAD",
                        "N4*PORTLAND*ME*041010001",
                        "REF*EI*990000001",
                        "HL*2*1*22*0",
                        "SBR*P*18*G77******CI",
                        "NM1*IL*1*ZZYLER*ANN****MI*M1",
                        "N3*2 HILL ST",
                        "N4*PORTLAND*ME*041010002",
                        "DMG*D8*19800203*F",
                        "NM1*PR*2*NORTHWIND*****PI*NWH01",
                        "CLM*C1*120***11:B:1*Y*A*Y*Y",
                        "HI*ABK:J069",
                        "LX*1",
                        "SV1*HC:G0463*120*UN*1***1",
                        "DTP*472*D8*20260304",
                        "SE*24*0001",
                        "GE*1*42",
                        "IEA*1*000000042");
        assertThat(result.translation().outcome()).isEqualTo(Translation.Outcome.COMPLETE);
        assertThat(result.translation().counts())
                .isEqualTo(new Translation.Counts(1, 0, 1, 0, 1, Money.of("120.00"), 1, 0));
    }

    @Test
    void writesEveryOptionalPartOfAClaimInTheGuidesOrder() throws IOException {
        Table.Result result = Table.with(
                        "claim_frequency",
                        "payer_claim_number",
                        "prior_authorization",
                        "referral_number",
                        "clia_number",
                        "patient_paid",
                        "onset_date",
                        "claim_note",
                        "referring_npi",
                        "referring_last_name",
                        "referring_first_name",
                        "rendering_npi",
                        "rendering_last_name",
                        "rendering_first_name",
                        "rendering_taxonomy",
                        "facility_name",
                        "facility_npi",
                        "facility_address",
                        "facility_city",
                        "facility_state",
                        "facility_zip",
                        "diagnosis_2",
                        "line_control_number",
                        "service_date_to",
                        "modifier_1",
                        "modifier_2",
                        "line_place_of_service",
                        "line_note")
                .row(
                        "claim_frequency", "7",
                        "payer_claim_number", "ICN9",
                        "prior_authorization", "PA1",
                        "referral_number", "RF1",
                        "clia_number", "11D0000001",
                        "patient_paid", "20",
                        "onset_date", "20260301",
                        "claim_note", "LATE",
                        "referring_npi", "1234567802",
                        "referring_last_name", "ZZREFER",
                        "referring_first_name", "RAY",
                        "rendering_npi", "1234567893",
                        "rendering_last_name", "ZZRENDER",
                        "rendering_first_name", "RITA",
                        "rendering_taxonomy", "208000000X",
                        "facility_name", "ZZFACILITY",
                        "facility_npi", "1234567802",
                        "facility_address", "3 BAY ST",
                        "facility_city", "PORTLAND",
                        "facility_state", "ME",
                        "facility_zip", "041010003",
                        "diagnosis_2", "R50.9",
                        "diagnosis_pointers", "2 1",
                        "line_control_number", "L1",
                        "service_date_to", "2026-03-06",
                        "modifier_1", "25",
                        "modifier_2", "LT",
                        "line_place_of_service", "12",
                        "line_note", "LEFT HAND")
                .translate();

        List<String> segments = result.segments();
        assertThat(segments.subList(segments.indexOf("CLM*C1*120***11:B:7*Y*A*Y*Y"), segments.size() - 3))
                .containsExactly(
                        "CLM*C1*120***11:B:7*Y*A*Y*Y",
                        "DTP*431*D8*20260301",
                        "AMT*F5*20",
                        "REF*9F*RF1",
                        "REF*G1*PA1",
                        "REF*F8*ICN9",
                        "REF*X4*11D0000001",
                        "NTE*ADD*LATE",
                        "HI*ABK:J069*ABF:R509",
                        "NM1*DN*1*ZZREFER*RAY****XX*1234567802",
                        "NM1*82*1*ZZRENDER*RITA****XX*1234567893",
                        "PRV*PE*PXC*208000000X",
                        "NM1*77*2*ZZFACILITY*****XX*1234567802",
                        "N3*3 BAY ST",
                        "N4*PORTLAND*ME*041010003",
                        "LX*1",
                        "SV1*HC:G0463:25:LT*120*UN*1*12**2:1",
                        "DTP*472*RD8*20260304-20260306",
                        "REF*6R*L1",
                        "NTE*ADD*LEFT HAND");
    }

    @Test
    void makesOneClaimOfRowsThatStandTogetherAndSumsItsCharge() throws IOException {
        Table.Result result = Table.with()
                .row("line_charge", "120.00")
                .row("line_charge", "30.55")
                .row("claim_number", "C2", "line_charge", ".45")
                .translate();

        assertThat(result.segments("CLM"))
                .containsExactly("CLM*C1*150.55***11:B:1*Y*A*Y*Y", "CLM*C2*0.45***11:B:1*Y*A*Y*Y");
        assertThat(result.segments("LX")).containsExactly("LX*1", "LX*2", "LX*1");
        assertThat(result.translation().counts())
                .isEqualTo(new Translation.Counts(3, 0, 2, 0, 3, Money.of("151.00"), 1, 0));
    }

    @Test
    void takesTheClaimsChargeFromItsColumnWhenThereIsOneRightOrWrong() throws IOException {
        Table.Result result = Table.with("claim_charge")
                .row("claim_charge", "999.99", "line_charge", "120.00")
                .translate();

        assertThat(result.segments("CLM")).containsExactly("CLM*C1*999.99***11:B:1*Y*A*Y*Y");
        assertThat(result.codes()).isEmpty();
    }

    @Test
    void allowsTheClaimsColumnsToBeEmptyAfterItsFirstRow() throws IOException {
        Table.Result result = Table.with()
                .row()
                .row("billing_name", "", "billing_npi", "", "subscriber_id", "", "diagnosis_1", "")
                .translate();

        assertThat(result.codes()).isEmpty();
        assertThat(result.translation().counts().linesWritten()).isEqualTo(2);
    }

    @Test
    void sharesLevelsBetweenConsecutiveClaimsOfOneProviderAndSubscriber() throws IOException {
        Table.Result result = Table.with()
                .row("claim_number", "C1")
                .row("claim_number", "C2")
                .row("claim_number", "C3", "subscriber_id", "M2")
                .row("claim_number", "C4", "billing_npi", "1234567802", "subscriber_id", "M2")
                .row("claim_number", "C5", "billing_npi", "1234567802", "subscriber_id", "M2", "payer_id", "BHM02")
                .translate();

        assertThat(result.segments("HL"))
                .containsExactly(
                        "HL*1**20*1", "HL*2*1*22*0", "HL*3*1*22*0", "HL*4**20*1", "HL*5*4*22*0", "HL*6*4*22*0");
    }

    @Test
    void writesAPatientLevelForADependant() throws IOException {
        String[] child = {
            "patient_relationship", "19", "patient_last_name", "ZZYLER", "patient_first_name", "BEN",
            "patient_birth_date", "2018-01-02", "patient_sex", "M", "patient_address", "2 HILL ST",
            "patient_city", "PORTLAND", "patient_state", "ME", "patient_zip", "04101"
        };
        Table table = Table.with(
                IntStream.range(0, child.length / 2).mapToObj(i -> child[2 * i]).toArray(String[]::new));
        table.row("claim_number", "C0");
        table.row(child);
        child[5] = "CLEO";
        String[] second = IntStream.range(0, child.length + 2)
                .mapToObj(i -> i == 0 ? "claim_number" : i == 1 ? "C2" : child[i - 2])
                .toArray(String[]::new);
        table.row(second);

        List<String> segments = table.translate().segments();

        assertThat(segments.stream().filter(s -> s.startsWith("HL*")))
                .containsExactly("HL*1**20*1", "HL*2*1*22*0", "HL*3*1*22*1", "HL*4*3*23*0", "HL*5*3*23*0");
        int patient = segments.indexOf("HL*4*3*23*0");
        assertThat(segments.subList(patient + 1, patient + 6))
                .containsExactly(
                        "PAT*19", "NM1*QC*1*ZZYLER*BEN", "N3*2 HILL ST", "N4*PORTLAND*ME*04101", "DMG*D8*20180102*M");
        assertThat(segments).contains("SBR*P*18", "SBR*P", "NM1*QC*1*ZZYLER*CLEO");
    }

    @Test
    void beginsANewLevelAfterAHundredClaimsOfOneSubscriber() throws IOException {
        Table table = Table.with();
        IntStream.range(0, 101).forEach(i -> table.row("claim_number", "C" + i));

        assertThat(table.translate().segments("HL")).containsExactly("HL*1**20*1", "HL*2*1*22*0", "HL*3*1*22*0");
    }

    @Test
    void readsBackWithCountsThatHoldInEverySet() throws IOException {
        Table table = Table.with();
        IntStream.range(0, 7).forEach(i -> table.row("claim_number", "C" + i, "line_charge", i + ".10")
                .row("claim_number", "C" + i, "line_charge", "100"));

        byte[] x12 = Table.translate(table.text().getBytes(StandardCharsets.UTF_8), Table.settings(3))
                .x12();

        int sets = 0;
        int segmentsInSet = 0;
        Money claim = null;
        try (X12Reader reader = new X12Reader(new ByteArrayInputStream(x12))) {
            while (reader.next()) {
                String id = reader.segment().id();
                segmentsInSet = id.equals("ST") ? 1 : segmentsInSet + 1;
                if (id.equals("ST")) {
                    sets++;
                    assertThat(reader.segment().element(2)).isEqualTo("000" + sets);
                }
                if (claim != null && !id.equals("SV1") && (id.equals("CLM") || id.equals("SE"))) {
                    assertThat(claim).as("CLM02 less its SV102").isEqualTo(Money.ZERO);
                }
                switch (id) {
                    case "CLM" -> claim = Money.of(reader.segment().element(2));
                    case "SV1" -> claim = claim.minus(Money.of(reader.segment().element(2)));
                    case "SE" -> {
                        assertThat(reader.segment().element(1)).isEqualTo(Integer.toString(segmentsInSet));
                        assertThat(reader.segment().element(2)).isEqualTo("000" + sets);
                    }
                    case "GE" -> assertThat(reader.segment().element(1)).isEqualTo("3");
                    default -> {}
                }
            }
            assertThat(reader.end()).isEqualTo(X12Reader.End.COMPLETE);
        }
        assertThat(sets).isEqualTo(3);
    }

    @Test
    void writesWithTheSeparatorsItIsGiven() throws IOException {
        TranslationSettings settings = new TranslationSettings(
                Table.SETTINGS.submitter(),
                Table.SETTINGS.contact(),
                Table.SETTINGS.receiver(),
                1,
                Delimiters.of("|>!\n"),
                'T',
                5_000,
                Table.CLOCK);
        String table = Table.with().row("billing_name", "A*B:C").text();

        Table.Result result = Table.translate(table.getBytes(StandardCharsets.UTF_8), settings);

        assertThat(result.segments()).contains("NM1|85|2|A*B:C|||||XX|1234567893", "HI|ABK>J069");
        assertThat(result.segments().getFirst()).endsWith("|T|>");
    }

    @Test
    void keepsQuotesBackslashesAndMarkupAsTheyAre() throws IOException {
        Table.Result result = Table.with()
                .row("billing_name", "\"A \"\"B\"\" <c> & D\\n, E\"")
                .translate();

        assertThat(result.segments()).contains("NM1*85*2*A \"B\" <c> & D\\n, E*****XX*1234567893");
    }

    @Test
    void readsByteOrderMarkCarriageReturnsBlankRowsAndHeadingsInAnyCase() throws IOException {
        String text = Table.with().row().row("claim_number", "C2").text();
        String table =
                "\uFEFF" + text.replace("claim_number", " \"Claim_Number\" ").replace("\n", "\r\n") + "\r\n,,,\r\n";

        Table.Result result = Table.translate(table);

        assertThat(result.codes()).isEmpty();
        assertThat(result.translation().counts().claimsWritten()).isEqualTo(2);
    }

    @Test
    void translatesForSeveralThreadsAtOnce() throws Exception {
        Table table = Table.with();
        IntStream.range(0, 700).forEach(i -> table.row("claim_number", "C" + i));
        String text = table.text();
        byte[] expected = Table.translate(text).x12();

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<byte[]>> results = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> Table.translate(text).x12()))
                    .toList();
            for (Future<byte[]> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
    }
}
