package org.clearlane.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.clearlane.simulator.ClaimFile.Claim;
import org.clearlane.simulator.ClaimFile.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the four answers to a plain file hold. */
class AnswersTest {

    private static final String PAYS_80 =
            "scenarios:\n  - {does: pays, allowed: 80, copay: \"10.00\", coinsurance: 20}";

    @TempDir
    Path data;

    private FolderPayer answered(String settings, byte[] file) throws Exception {
        return FolderPayer.start(data, settings).drop("a.837", file).settle();
    }

    @Test
    void givesTa1Then999Then277caThen835() throws Exception {
        try (FolderPayer payer = answered(PAYS_80, ClaimFile.of("000000101", Claim.of("PCN1", "100.00", "50.00")))) {
            assertThat(payer.kinds()).containsExactly("TA1", "999", "277", "835");
        }
    }

    @Test
    void answersWithTheDelimitersOfLiveTrafficAndToTheSender() throws Exception {
        try (FolderPayer payer = answered(PAYS_80, ClaimFile.of("000000101", Claim.of("PCN1", "100.00")))) {
            for (Answer answer : payer.answers()) {
                String isa = answer.text().substring(0, 106);
                assertThat(isa)
                        .matches(
                                "ISA\\|.{2}\\|.{10}\\|.{2}\\|.{10}\\|ZZ\\|NWH01 {10}\\|ZZ\\|CLEARLANE {6}\\|.*}\\|00501\\|\\d{9}\\|0\\|T\\|\\^~");
                assertThat(answer.first("IEA")[2]).isEqualTo(answer.first("ISA")[13]);
            }
        }
    }

    @Test
    void ta1NamesTheInterchangeItAnswers() throws Exception {
        try (FolderPayer payer = answered(PAYS_80, ClaimFile.of("000000101", Claim.of("PCN1", "100.00")))) {
            assertThat(payer.answer("TA1").first("TA1"))
                    .containsExactly("TA1", "000000101", "260106", "0930", "A", "000");
        }
    }

    @Test
    void countsAndControlNumbersOfEveryAnswerAreRight() throws Exception {
        try (FolderPayer payer = answered(PAYS_80, ClaimFile.of("000000101", Claim.of("PCN1", "100.00")))) {
            for (String kind : List.of("999", "277", "835")) {
                Answer answer = payer.answer(kind);
                List<String> ids =
                        answer.segments().stream().map(segment -> segment[0]).toList();
                int inSet = ids.indexOf("SE") - ids.indexOf("ST") + 1;
                assertThat(answer.first("SE")[1]).isEqualTo(Integer.toString(inSet));
                assertThat(answer.first("SE")[2]).isEqualTo(answer.first("ST")[2]);
                assertThat(answer.first("GE")[2]).isEqualTo(answer.first("GS")[6]);
                assertThat(answer.first("GE")[1]).isEqualTo("1");
                assertThat(answer.first("IEA")[1]).isEqualTo("1");
            }
        }
    }

    @Test
    void acceptsGroupAndSetIn999() throws Exception {
        try (FolderPayer payer = answered(PAYS_80, ClaimFile.of("000000101", Claim.of("PCN1", "100.00")))) {
            Answer ack = payer.answer("999");
            assertThat(ack.first("AK1")).containsExactly("AK1", "HC", "77", "005010X222A1");
            assertThat(ack.first("AK2")).containsExactly("AK2", "837", "0001", "005010X222A1");
            assertThat(ack.first("IK5")).containsExactly("IK5", "A");
            assertThat(ack.first("AK9")).containsExactly("AK9", "A", "1", "1", "1");
        }
    }

    @Test
    void claimAcknowledgmentEchoesTheHouseIdAndGivesThePayersNumber() throws Exception {
        try (FolderPayer payer = answered(PAYS_80, ClaimFile.of("000000101", Claim.of("PCN1", "100.00", "50.00")))) {
            Answer ack = payer.answer("277");
            assertThat(ack.first("NM1", "PR")).contains("NORTHWIND HEALTH PLAN", "NWH01");
            assertThat(ack.matching("TRN", "2").map(trn -> trn[2])).containsExactly("BATCH000000101", "PCN1");
            assertThat(ack.components(ack.first("HL", "4", "3", "PT")[3])).containsExactly("PT");
            String[] status = ack.all("STC").getLast();
            assertThat(ack.components(status[1])).startsWith("A2", "20");
            assertThat(status[3]).isEqualTo("WQ");
            assertThat(status[4]).isEqualTo("150");
            assertThat(ack.first("REF", "D9")[2]).isEqualTo("clm_PCN1");
            assertThat(ack.first("REF", "1K")[2])
                    .isEqualTo(payer.answer("835").first("CLP")[7])
                    .hasSize(13);
            assertThat(ack.first("DTP", "472")).containsExactly("DTP", "472", "D8", "20260105");
            assertThat(ack.first("QTY", "90")[2]).isEqualTo("1");
            assertThat(ack.first("AMT", "YU")[2]).isEqualTo("150");
        }
    }

    @Test
    void remittancePaysWhatItAllowsLessThePatientsShare() throws Exception {
        try (FolderPayer payer = answered(PAYS_80, ClaimFile.of("000000101", Claim.of("PCN1", "100.00", "50.00")))) {
            Answer era = payer.answer("835");
            // 100.00: allowed 80, copay 10, coinsurance 20 % of 70 = 14, paid 56. 50.00: allowed 40, 8, paid 32.
            assertThat(era.first("BPR")[2]).isEqualTo("88");
            assertThat(era.first("CLP")).startsWith("CLP", "PCN1", "1", "150", "88", "32", "12");
            assertThat(era.all("SVC").get(0)).containsExactly("SVC", "HC^99213^25", "100", "56", "", "1");
            assertThat(era.all("SVC").get(1)).containsExactly("SVC", "HC^99213^25", "50", "32", "", "1");
            assertThat(era.all("CAS").get(0)).containsExactly("CAS", "CO", "45", "20");
            assertThat(era.all("CAS").get(1)).containsExactly("CAS", "PR", "2", "14", "", "3", "10");
            Balance.holdsIn(era);
        }
    }

    @Test
    void remittanceCarriesWhatMatchingNeeds() throws Exception {
        try (FolderPayer payer = answered(PAYS_80, ClaimFile.of("000000101", Claim.of("PCN1", "100.00", "50.00")))) {
            Answer era = payer.answer("835");
            assertThat(era.matching("REF", "6R").map(ref -> ref[2])).containsExactly("PCN1-L1", "PCN1-L2");
            assertThat(era.first("N1", "PR")[2]).isEqualTo("NORTHWIND HEALTH PLAN");
            assertThat(era.first("N1", "PE")).containsExactly("N1", "PE", "LAKESIDE CLINIC", "XX", ClaimFile.NPI);
            assertThat(era.first("REF", "TJ")[2]).isEqualTo("587654321");
            assertThat(era.first("NM1", "82")).contains("HARRIS", "1234567893");
            assertThat(era.has("PER", "BL")).isTrue();
            assertThat(era.first("DTM", "232")[2]).isEqualTo("20260105");
            assertThat(era.first("DTM", "233")[2]).isEqualTo("20260105");
            assertThat(era.has("DTM", "050")).isTrue();
            assertThat(era.first("AMT", "AU")[2]).isEqualTo("120");
            assertThat(era.matching("AMT", "B6").map(amt -> amt[2])).containsExactly("80", "40");
        }
    }

    @Test
    void lineWithoutControlNumberIsNumberedByItsPlace() throws Exception {
        Claim claim = new Claim("PCN1", "90.00", "", List.of(new ClaimFile.Line("HC:99213", "90.00", "20260105", "")));
        try (FolderPayer payer = answered(PAYS_80, ClaimFile.of("000000101", claim))) {
            assertThat(payer.answer("835").first("REF", "6R")[2]).isEqualTo("1");
            assertThat(payer.answer("277").has("REF", "D9")).isFalse();
        }
    }

    private static byte[] twoPayees() {
        return ClaimFile.ofProviders(
                "000000101",
                new Provider(ClaimFile.NPI, "587654321", List.of(Claim.of("A1", "100.00"), Claim.of("A2", "30.00"))),
                new Provider(ClaimFile.OTHER_NPI, "111222333", List.of(Claim.of("B1", "70.00"))));
    }

    @Test
    void severalPayeesAreSeveralSetsOfOneFile() throws Exception {
        try (FolderPayer payer = answered("scenarios:\n  - {does: pays, allowed: 50}", twoPayees())) {
            Answer era = payer.answer("835");
            assertThat(era.all("ST")).hasSize(2);
            assertThat(era.all("BPR").stream().map(bpr -> bpr[2])).containsExactly("65", "35");
            assertThat(era.all("TRN").stream().map(trn -> trn[2])).doesNotHaveDuplicates();
            Balance.holdsIn(era);
        }
    }

    @Test
    void onRequestEachPayeeHasAFileOfItsOwn() throws Exception {
        String settings = "remittanceFiles: one-per-payee\nscenarios:\n  - {does: pays, allowed: 50}";
        try (FolderPayer payer = answered(settings, twoPayees())) {
            assertThat(payer.answers("835")).hasSize(2);
            payer.answers("835").forEach(Balance::holdsIn);
            assertThat(payer.answers("277")).hasSize(1);
            assertThat(payer.answer("277").all("HL")).hasSize(7);
        }
    }

    @Test
    void chargeThatLinesDoNotExplainIsAdjustedAtTheClaim() throws Exception {
        Claim claim = new Claim("PCN1", "100.00", "", List.of(new ClaimFile.Line("HC:99213", "90.00", "20260105", "")));
        try (FolderPayer payer =
                answered("scenarios:\n  - {does: pays, allowed: 100}", ClaimFile.of("000000101", claim))) {
            Answer era = payer.answer("835");
            assertThat(era.first("CAS")).containsExactly("CAS", "CO", "16", "10");
            assertThat(era.first("BPR")[2]).isEqualTo("90");
            Balance.holdsIn(era);
        }
    }

    @Test
    void patientControlNumberWithThePayersSeparatorsComesBackUnchanged() throws Exception {
        try (FolderPayer payer = answered(PAYS_80, ClaimFile.of("000000101", Claim.of("A|B}C", "100.00")))) {
            assertThat(payer.answer("835").first("CLP")[1]).isEqualTo("A|B}C");
            assertThat(payer.answer("277").matching("TRN", "2").map(trn -> trn[2]))
                    .contains("A|B}C");
        }
    }
}
