package org.clearlane.pipeline.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearlane.pipeline.PayerAnswers;
import org.junit.jupiter.api.Test;

class ClaimAnswersTest extends AnsweredInterchange {

    @Test
    void takesThePayersWordForEachClaimByOurNumber() {
        String answer = town.answer(
                "northwind",
                claimStatus(
                        1,
                        status("LFC-1", "A2:20:PR", "101", d9("LFC-1"))
                                + PayerAnswers.claim(5, "LFC-2", "A7:562:85", "102", d9("LFC-2"))
                                + PayerAnswers.claim(6, "LFC-3", "A1:19:PR", "103", d9("LFC-3"))));

        assertThat(states()).containsExactly("PAYER_ACCEPTED", "PAYER_REJECTED", "SENT", "SENT");
        assertThat(items(answer))
                .containsExactly("277CA APPLIED A2:20:PR", "277CA APPLIED A7:562:85", "277CA APPLIED A1:19:PR");
        assertThat(town.events("LFC-3")).endsWith("SENT SENT 277CA A1:19:PR");
    }

    @Test
    void findsAClaimByThePracticesNumberWhereThePayerForgetsOurs() {
        town.answer("northwind", claimStatus(1, status("LFC-2", "A2:20:PR", "102", "")));

        assertThat(town.state("LFC-2")).isEqualTo("PAYER_ACCEPTED");
    }

    @Test
    void tellsClaimsOfOneNumberApartByTheirBatch() {
        String second = town.submitAndBatch(
                "northwind",
                town.file().control(2).claim("LFC-1", 101, "7", "4 ELM").bytes());
        town.send("northwind", second);

        town.answer("northwind", claimStatus(1, status("LFC-1", "A7:562:85", "101", "")));

        assertThat(town.states("lakeside", "LFC-1")).containsExactly("PAYER_REJECTED", "SENT");
    }

    @Test
    void guessesNothingWhereTheChargeIsAnother() {
        String answer = town.answer("northwind", claimStatus(1, status("LFC-1", "A7:562:85", "999", "")));

        assertThat(town.state("LFC-1")).isEqualTo("SENT");
        assertThat(items(answer)).containsExactly("277CA UNMATCHED A7:562:85");
    }

    @Test
    void rejectsEveryClaimOfABatchThatIsRefusedAsAWhole() {
        town.answer("northwind", PayerAnswers.claimStatus(payer, batch(1), "STC*A3:24:41*20260924*U*306~", ""));

        assertThat(states()).containsExactly("PAYER_REJECTED", "PAYER_REJECTED", "PAYER_REJECTED", "SENT");
    }

    @Test
    void movesNothingForABatchThatIsOnlyReceived() {
        String answer = town.answer(
                "northwind", PayerAnswers.claimStatus(payer, batch(1), "STC*A1:19:PR*20260924*WQ*306~", ""));

        assertThat(states()).containsOnly("SENT");
        assertThat(items(answer)).containsExactly("277CA KNOWN A1:19:PR");
    }

    @Test
    void takesAnAcceptanceByAHouseOnTheWayAsAReceipt() {
        town.answer(
                "northwind",
                PayerAnswers.claimStatusFrom("AY", payer, batch(1), "", status("LFC-1", "A2:20", "101", d9("LFC-1"))));

        assertThat(town.state("LFC-1")).isEqualTo("SENT");
    }

    @Test
    void hidesNoRejectionBehindALateReceipt() {
        town.answer("northwind", claimStatus(1, status("LFC-1", "A7:562:85", "101", d9("LFC-1"))));
        town.answer("northwind", claimStatus(1, status("LFC-1", "A1:19:PR", "101", d9("LFC-1"))));
        town.answer("northwind", claimStatus(1, status("LFC-1", "A2:20:PR", "101", d9("LFC-1"))));

        assertThat(town.state("LFC-1")).isEqualTo("PAYER_REJECTED");
    }

    @Test
    void takesARejectionBehindAnAcceptance() {
        town.answer("northwind", claimStatus(1, status("LFC-1", "A2:20:PR", "101", d9("LFC-1"))));
        town.answer("northwind", claimStatus(1, status("LFC-1", "A7:562:85", "101", d9("LFC-1"))));

        assertThat(town.state("LFC-1")).isEqualTo("PAYER_REJECTED");
    }

    @Test
    void endsTheSameWayWhateverComesFirst() {
        town.answer("northwind", claimStatus(1, status("LFC-1", "A2:20:PR", "101", d9("LFC-1"))));
        town.answer("northwind", functional(1, "AK2*837*0001~IK5*A~AK2*837*0002~IK5*A~", "A*2*2*2"));
        town.answer("northwind", town.ta1(1, "A", "000"));

        assertThat(states()).containsExactly("PAYER_ACCEPTED", "ACKED_999", "ACKED_999", "ACKED_999");
    }

    @Test
    void tellsThePracticeInPlainWords() {
        town.answer("northwind", claimStatus(1, status("LFC-2", "A7:562:85", "102", d9("LFC-2"))));

        assertThat(town.mail("lakeside", "STATUS")).singleElement().satisfies(table -> assertThat(table)
                .contains("LFC-2," + town.claimId("LFC-2"), ",rejected,A7:562:85,", ",102.00,PAYERSLFC-2"));
    }

    @Test
    void letsAClaimThatThePayerRefusedBeHandedInAgain() {
        town.answer("northwind", claimStatus(1, status("LFC-1", "A7:562:85", "101", d9("LFC-1"))));

        town.submit("lakeside", town.file().control(3).claim("LFC-1", 101).bytes());

        assertThat(town.states("lakeside", "LFC-1")).containsExactly("PAYER_REJECTED", "QUEUED");
    }
}
