package org.clearlane.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.clearlane.simulator.ClaimFile.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each scenario and each delivery shows its effect, and only its effect. */
class ScenarioTest {

    @TempDir
    Path data;

    private FolderPayer answered(String scenarios, Claim... claims) throws Exception {
        return FolderPayer.start(data, scenarios)
                .drop("a.837", ClaimFile.of("000000201", claims))
                .settle();
    }

    @Test
    void deniesWithReasonAndRemarkAndPaysNothing() throws Exception {
        String denies = "scenarios:\n  - {does: denies, reason: CO-29, remark: N381}";
        try (FolderPayer payer = answered(denies, Claim.of("P1", "100.00"))) {
            Answer era = payer.answer("835");
            assertThat(era.first("CLP")).startsWith("CLP", "P1", "4", "100", "0", "");
            assertThat(era.first("CAS")).containsExactly("CAS", "CO", "29", "100");
            assertThat(era.first("LQ")).containsExactly("LQ", "HE", "N381");
            assertThat(era.first("BPR")).startsWith("BPR", "H", "0", "C", "NON");
            Balance.holdsIn(era);
        }
    }

    @Test
    void denialOnThePatientIsThePatientsShare() throws Exception {
        try (FolderPayer payer = answered("scenarios:\n  - {does: denies, reason: PR-204}", Claim.of("P1", "100.00"))) {
            assertThat(payer.answer("835").first("CLP")).startsWith("CLP", "P1", "4", "100", "0", "100");
            Balance.holdsIn(payer.answer("835"));
        }
    }

    @Test
    void partlyPaysEverySecondLine() throws Exception {
        String partly = "scenarios:\n  - {does: partly-pays, allowed: 100, reason: CO-97}";
        try (FolderPayer payer = answered(partly, Claim.of("P1", "100.00", "40.00", "7.00"))) {
            Answer era = payer.answer("835");
            assertThat(era.all("SVC").stream().map(svc -> svc[3])).containsExactly("100", "0", "7");
            assertThat(era.first("CAS")).containsExactly("CAS", "CO", "97", "40");
            assertThat(era.first("CLP")[2]).isEqualTo("1");
            Balance.holdsIn(era);
        }
    }

    @Test
    void partlyPaysHalfOfAClaimWithOneLine() throws Exception {
        try (FolderPayer payer = answered("scenarios:\n  - {does: partly-pays}", Claim.of("P1", "99.99"))) {
            assertThat(payer.answer("835").first("BPR")[2]).isEqualTo("50");
            assertThat(payer.answer("835").first("CAS")).containsExactly("CAS", "CO", "119", "49.99");
            Balance.holdsIn(payer.answer("835"));
        }
    }

    @Test
    void rejectionInThe277caHasNoRemittance() throws Exception {
        String rejects =
                "scenarios:\n  - {does: rejects-277ca, when: {pcn: BAD}, statuses: [\"A7:562:85\", \"A7:153\"]}"
                        + "\n  - {does: pays, allowed: 100}";
        try (FolderPayer payer = answered(rejects, Claim.of("GOOD", "100.00"), Claim.of("BAD", "60.00"))) {
            Answer ack = payer.answer("277");
            String[] status = ack.all("STC").getLast();
            assertThat(status).startsWith("STC", "A7^562^85").endsWith("A7^153");
            assertThat(status).hasSize(11);
            assertThat(status[3]).isEqualTo("U");
            assertThat(ack.first("QTY", "AA")[2]).isEqualTo("1");
            assertThat(ack.first("AMT", "YY")[2]).isEqualTo("60");
            assertThat(ack.first("AMT", "YU")[2]).isEqualTo("100");
            assertThat(ack.all("REF").stream().map(ref -> ref[1])).containsExactly("1K", "D9", "D9");
            assertThat(payer.answer("835").all("CLP").stream().map(clp -> clp[1]))
                    .containsExactly("GOOD");
        }
    }

    @Test
    void rejectionOfALineNamesTheLine() throws Exception {
        String rejects = "scenarios:\n  - {does: rejects-277ca, statuses: [\"A7:453\"], onLine: true}";
        try (FolderPayer payer = answered(rejects, Claim.of("P1", "100.00"))) {
            Answer ack = payer.answer("277");
            assertThat(ack.first("SVC")).startsWith("SVC", "HC^99213^25", "100");
            assertThat(ack.first("REF", "FJ")[2]).isEqualTo("P1-L1");
            assertThat(payer.kinds()).containsExactly("TA1", "999", "277");
        }
    }

    @Test
    void claimForAnotherPayerIsRejectedOnTheFrontEnd() throws Exception {
        try (FolderPayer payer = FolderPayer.start(data, "")
                .drop("a.837", ClaimFile.of("000000201", "OTHER", Claim.of("P1", "100.00")))
                .settle()) {
            assertThat(payer.answer("277").all("STC").getLast()[1]).isEqualTo("A3^116");
            assertThat(payer.answers("835")).isEmpty();
        }
    }

    @Test
    void rejectionInThe999TakesTheWholeSet() throws Exception {
        String rejects = "scenarios:\n  - {does: rejects-999, when: {pcn: BAD}}\n  - {does: pays}";
        try (FolderPayer payer = answered(rejects, Claim.of("GOOD", "100.00"), Claim.of("BAD", "60.00"))) {
            Answer ack = payer.answer("999");
            assertThat(ack.first("IK5")).containsExactly("IK5", "R", "5");
            assertThat(ack.first("AK9")).containsExactly("AK9", "R", "1", "1", "0");
            assertThat(ack.first("CTX")).containsExactly("CTX", "CLM01^BAD");
            // ST, BHT, 41, PER, 40, five of the provider, seven of the first subscriber, its claim of eight, seven
            // more, CLM.
            assertThat(ack.first("IK3")).containsExactly("IK3", "CLM", "33", "2300", "8");
            assertThat(payer.kinds()).containsExactly("TA1", "999");
        }
    }

    @Test
    void acceptsOnlyHasNoRemittance() throws Exception {
        try (FolderPayer payer = answered("scenarios:\n  - {does: accepts-only}", Claim.of("P1", "100.00"))) {
            assertThat(payer.kinds()).containsExactly("TA1", "999", "277");
            assertThat(payer.answer("277").all("STC").getLast()[1]).isEqualTo("A2^20^PR");
        }
    }

    @Test
    void silentClaimIsInNeither277caNorRemittance() throws Exception {
        String silent = "scenarios:\n  - {does: silent, when: {pcn: LOST}}\n  - {does: pays}";
        try (FolderPayer payer = answered(silent, Claim.of("LOST", "100.00"), Claim.of("KEPT", "60.00"))) {
            assertThat(payer.answer("277").text()).contains("KEPT").doesNotContain("LOST");
            assertThat(payer.answer("835").text()).contains("KEPT").doesNotContain("LOST");
        }
    }

    @Test
    void reversesAndCorrectsInALaterRemittance() throws Exception {
        String corrects =
                "scenarios:\n  - {does: reverses-and-corrects, allowed: 60, correctedAllowed: 80, copay: \"5.00\", correctsAfter: 0}";
        try (FolderPayer payer = answered(corrects, Claim.of("P1", "100.00"))) {
            List<Answer> eras = payer.answers("835");
            assertThat(eras).hasSize(2);
            eras.forEach(Balance::holdsIn);
            assertThat(eras.get(0).first("CLP")).startsWith("CLP", "P1", "1", "100", "55", "5");
            List<String[]> later = eras.get(1).all("CLP");
            assertThat(later.get(0)).startsWith("CLP", "P1", "22", "-100", "-55", "");
            assertThat(later.get(1)).startsWith("CLP", "P1", "1", "100", "75", "5");
            assertThat(later.get(0)[7]).isEqualTo(eras.get(0).first("CLP")[7]);
            assertThat(eras.get(1).first("REF", "F8")[2]).isEqualTo(later.get(0)[7]);
            assertThat(eras.get(1).first("BPR")[2]).isEqualTo("20");
        }
    }

    @Test
    void voidTakesBackAndPaysNothingAnew() throws Exception {
        try (FolderPayer payer =
                answered("scenarios:\n  - {does: voids, allowed: 60, correctsAfter: 0}", Claim.of("P1", "100.00"))) {
            List<Answer> eras = payer.answers("835");
            assertThat(eras).hasSize(2);
            eras.forEach(Balance::holdsIn);
            assertThat(eras.get(1).all("CLP")).hasSize(1);
            assertThat(eras.get(1).first("CLP")).startsWith("CLP", "P1", "22", "-100", "-60");
            assertThat(eras.get(1).first("PLB")[4]).isEqualTo("-60");
        }
    }

    @Test
    void forwardedClaimNamesTheNextPayer() throws Exception {
        try (FolderPayer payer = answered("scenarios:\n  - {does: forwards, allowed: 80}", Claim.of("P1", "100.00"))) {
            Answer era = payer.answer("835");
            assertThat(era.first("CLP")).startsWith("CLP", "P1", "19", "100", "80");
            assertThat(era.first("NM1", "TT")[9]).isEqualTo("ZZNEXT");
            assertThat(era.first("MOA")[3]).isEqualTo("MA18");
            Balance.holdsIn(era);
        }
    }

    @Test
    void adjustmentOfTheClaimLeavesItsLinesUntouched() throws Exception {
        try (FolderPayer payer =
                answered("scenarios:\n  - {does: adjusts-claim, allowed: 80}", Claim.of("P1", "100.00", "50.00"))) {
            Answer era = payer.answer("835");
            assertThat(era.first("CLP")).startsWith("CLP", "P1", "1", "150", "120");
            assertThat(era.all("CAS")).hasSize(1);
            assertThat(era.first("CAS")).containsExactly("CAS", "CO", "45", "30");
            assertThat(era.all("SVC").stream().map(svc -> svc[3])).containsExactly("100", "50");
        }
    }

    @Test
    void correctionToLessIsCarriedForwardInsteadOfANegativePayment() throws Exception {
        String corrects =
                "scenarios:\n  - {does: reverses-and-corrects, allowed: 80, correctedAllowed: 50, correctsAfter: 0}";
        try (FolderPayer payer = answered(corrects, Claim.of("P1", "100.00"))) {
            Answer later = payer.answers("835").get(1);
            assertThat(later.first("BPR")).startsWith("BPR", "H", "0");
            assertThat(later.components(later.first("PLB")[3])[0]).isEqualTo("FB");
            assertThat(later.first("PLB")[4]).isEqualTo("-30");
            Balance.holdsIn(later);
        }
    }

    @Test
    void providerAdjustmentMovesThePayment() throws Exception {
        String adjusts =
                "scenarios:\n  - {does: pays, allowed: 100, when: {pcn: WO*}, plb: {reason: WO, amount: \"10.00\"}}"
                        + "\n  - {does: pays, allowed: 100, when: {pcn: L6*}, plb: {reason: L6, amount: \"-1.25\"}}";
        try (FolderPayer payer = answered(adjusts, Claim.of("WO1", "100.00"), Claim.of("L6X", "50.00"))) {
            Answer era = payer.answer("835");
            assertThat(era.first("BPR")[2]).isEqualTo("141.25");
            String[] plb = era.first("PLB", ClaimFile.NPI);
            assertThat(era.components(plb[3])[0]).isEqualTo("WO");
            assertThat(plb[4]).isEqualTo("10");
            assertThat(era.components(plb[5])[0]).isEqualTo("L6");
            assertThat(plb[6]).isEqualTo("-1.25");
            Balance.holdsIn(era);
        }
    }

    @Test
    void rulesAskForChargeProcedureAndPayee() throws Exception {
        String rules = "scenarios:\n  - {does: denies, reason: CO-1, when: {chargeOver: \"99.99\"}}"
                + "\n  - {does: denies, reason: CO-2, when: {procedure: \"99213\", chargeOver: \"50\"}}"
                + "\n  - {does: denies, reason: CO-3, when: {payee: \"" + ClaimFile.NPI + "\"}}";
        try (FolderPayer payer =
                answered(rules, Claim.of("P1", "100.00"), Claim.of("P2", "60.00"), Claim.of("P3", "50.00"))) {
            assertThat(payer.answer("835").all("CAS").stream().map(cas -> cas[2]))
                    .containsExactly("1", "2", "3");
        }
    }

    @Test
    void sameBytesComeTwice() throws Exception {
        String twice = "deliveries:\n  - {does: twice, answers: [\"835\"]}";
        try (FolderPayer payer = answered(twice, Claim.of("P1", "100.00"))) {
            assertThat(payer.kinds()).containsExactly("TA1", "999", "277", "835", "835");
            assertThat(payer.files().get(3)).isEqualTo(payer.files().get(4));
        }
    }

    @Test
    void sameContentComesAgainInANewEnvelope() throws Exception {
        String twice = "deliveries:\n  - {does: twice-in-new-envelope, answers: [277CA, \"835\"]}";
        try (FolderPayer payer = answered(twice, Claim.of("P1", "100.00"))) {
            for (String kind : List.of("277", "835")) {
                List<Answer> both = payer.answers(kind);
                assertThat(both).hasSize(2);
                assertThat(both.get(0).first("ISA")[13])
                        .isNotEqualTo(both.get(1).first("ISA")[13]);
                assertThat(content(both.get(0))).isEqualTo(content(both.get(1)));
            }
        }
    }

    private static String content(Answer answer) {
        return answer.text()
                .substring(answer.text().indexOf("ST|"), answer.text().indexOf("GE|"));
    }

    @Test
    void lastThingsComeFirst() throws Exception {
        try (FolderPayer payer = answered("deliveries:\n  - {does: out-of-order}", Claim.of("P1", "100.00"))) {
            assertThat(payer.kinds()).containsExactly("835", "277", "999", "TA1");
        }
    }

    @Test
    void htmlComesInPlaceOfTheAnswer() throws Exception {
        String garbage = "deliveries:\n  - {does: garbage, answers: [277CA]}";
        try (FolderPayer payer = answered(garbage, Claim.of("P1", "100.00"))) {
            assertThat(payer.kinds()).containsExactly("TA1", "999", "835");
            assertThat(payer.files().get(2)).asString(StandardCharsets.US_ASCII).startsWith("<!DOCTYPE html>");
        }
    }

    @Test
    void silenceIsSilence() throws Exception {
        try (FolderPayer payer =
                answered("deliveries:\n  - {does: silent, when: {pcn: P1}}", Claim.of("P1", "100.00"))) {
            payer.awaitJournal(1);
            payer.settle();
            assertThat(payer.files()).isEmpty();
            assertThat(payer.simulator().claims(FolderPayer.ID)).hasSize(1);
        }
    }

    @Test
    void interchangeRejectedByTa1HasNoOtherAnswer() throws Exception {
        String rejects = "deliveries:\n  - {does: rejects-ta1, note: \"006\"}";
        try (FolderPayer payer = answered(rejects, Claim.of("P1", "100.00"))) {
            assertThat(payer.kinds()).containsExactly("TA1");
            assertThat(payer.answer("TA1").first("TA1")).endsWith("R", "006");
        }
    }

    @Test
    void lateAnswerComesWhenItsTimeHasCome() throws Exception {
        MovingClock clock = new MovingClock();
        String late = "speed: 2\ndeliveries:\n  - {does: late, answers: [\"835\"], after: 60000}";
        try (FolderPayer payer = FolderPayer.start(data, late, 7, clock)) {
            payer.drop("a.837", ClaimFile.of("000000201", Claim.of("P1", "100.00")));
            awaitKinds(payer, "TA1", "999", "277");
            clock.advance(Duration.ofMillis(29_999));
            assertThat(payer.simulator().isQuiet()).isFalse();
            assertThat(payer.kinds()).containsExactly("TA1", "999", "277");
            clock.advance(Duration.ofMillis(1));
            awaitKinds(payer, "TA1", "999", "277", "835");
        }
    }

    private static void awaitKinds(FolderPayer payer, String... kinds) {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(payer.kinds())
                .containsExactly(kinds));
    }
}
