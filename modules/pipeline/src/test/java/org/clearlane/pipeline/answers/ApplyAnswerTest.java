package org.clearlane.pipeline.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clearlane.model.connection.Handover;
import org.clearlane.pipeline.PayerAnswers;
import org.clearlane.pipeline.ScriptedPayer;
import org.clearlane.pipeline.Town;
import org.clearlane.pipeline.Towns;
import org.clearlane.store.ledger.AnswerLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Towns.class)
class ApplyAnswerTest {

    private final ScriptedPayer connection = new ScriptedPayer();
    private Town town;
    private String payer;
    private String id;

    /** Four claims travel in two sets: LFC-1 to LFC-3 in 0001, LFC-4 in 0002. */
    @BeforeEach
    void sendAnInterchange(Towns.Founder founder) {
        town = founder.found(connection);
        payer = town.payerCode("northwind");
        var file = town.file();
        for (int i = 1; i <= 4; i++) {
            file.claim("LFC-" + i, 100 + i);
        }
        id = town.submitAndBatch("northwind", file.bytes());
        town.send("northwind", id);
    }

    private List<String> states() {
        return List.of(town.state("LFC-1"), town.state("LFC-2"), town.state("LFC-3"), town.state("LFC-4"));
    }

    private String d9(String number) {
        return town.claimId(number).substring("clm_".length());
    }

    private String batch(int set) {
        return id.substring("ich_".length()) + "-" + set;
    }

    private List<String> items(String answerId) {
        return town.all(
                "select concat_ws(' ', kind, outcome, statement) from answer_items where answer_id = ? order by"
                        + " ordinal",
                answerId);
    }

    private String answerState(String answerId) {
        return town.one("select concat_ws(' ', state, nullif(kinds, '')) from answers where id = ?", answerId);
    }

    // TA1

    @Test
    void notesThatAPayerTookTheEnvelope() {
        String answer = town.answer("northwind", town.ta1(1, "A", "000"));

        assertThat(states()).containsOnly("SENT");
        assertThat(items(answer)).containsExactly("TA1 APPLIED A 000");
        assertThat(answerState(answer)).isEqualTo("APPLIED TA1");
        assertThat(town.one("select ta1_code || ta1_note from outbound_interchanges where id = ?", id))
                .isEqualTo("A000");
    }

    @Test
    void refusesEveryClaimOfAnEnvelopeThatThePayerRefused() {
        town.answer("northwind", town.ta1(1, "R", "006"));

        assertThat(states()).containsOnly("REJECTED_999");
        assertThat(town.events("LFC-4")).endsWith("SENT REJECTED_999 TA1 R 006");
    }

    @Test
    void takesADuplicateNumberAsProofThatThePayerHasIt() {
        town.answer("northwind", town.ta1(1, "R", "025"));

        assertThat(states()).containsOnly("SENT");
        assertThat(town.work("northwind")).isEmpty();
    }

    @Test
    void settlesAnUnknownOutcomeByWhateverThePayerSays() {
        String unknown = unknownInterchange();

        town.answer("northwind", town.ta1(2, "A", "000"));

        assertThat(town.state("LOST-1")).isEqualTo("SENT");
        assertThat(town.one("select state from outbound_interchanges where id = ?", unknown))
                .isEqualTo("SENT");
    }

    @Test
    void refusesClaimsOfAnUnknownOutcomeWhosePayerRefusedThem() {
        unknownInterchange();

        town.answer("northwind", functional(2, "AK2*837*0001~IK5*R*5~", "R*1*1*0"));

        assertThat(town.state("LOST-1")).isEqualTo("REJECTED_999");
        assertThat(town.events("LOST-1")).endsWith("UNKNOWN_OUTCOME SENT sent ISA13 2", "SENT REJECTED_999 999 R");
    }

    private String unknownInterchange() {
        connection.delivers(new Handover.Unknown("no reply"));
        String unknown = town.submitAndBatch(
                "northwind", town.file().control(2).claim("LOST-1", 60).bytes());
        town.send("northwind", unknown);
        assertThat(town.state("LOST-1")).isEqualTo("UNKNOWN_OUTCOME");
        return unknown;
    }

    // 999

    private String functional(long group, String sets, String ak9) {
        return PayerAnswers.functional(payer, group, sets, ak9);
    }

    @ParameterizedTest
    @CsvSource({"A, ACKED_999", "E, ACKED_999", "R, REJECTED_999", "M, REJECTED_999", "X, REJECTED_999"})
    void movesTheClaimsOfTheSetThatIsAnswered(String code, String state) {
        String answer = town.answer("northwind", functional(1, "AK2*837*0001~IK5*" + code + "~", "P*2*2*1"));

        assertThat(states()).containsExactly(state, state, state, "SENT");
        assertThat(items(answer)).containsExactly("999 APPLIED " + code);
        assertThat(town.one("select ack from outbound_sets where outbound_id = ? and set_control = '0001'", id))
                .isEqualTo(code);
    }

    @Test
    void answersEachSetForItself() {
        town.answer("northwind", functional(1, "AK2*837*0001~IK5*A~AK2*837*0002~IK3*CLM*22**8~IK5*R*5~", "P*2*2*1"));

        assertThat(states()).containsExactly("ACKED_999", "ACKED_999", "ACKED_999", "REJECTED_999");
    }

    @ParameterizedTest
    @CsvSource({"A, ACKED_999", "E, ACKED_999", "R, REJECTED_999"})
    void takesTheGroupsWordForItsSetsWhereNoneIsListed(String code, String state) {
        town.answer("northwind", functional(1, "", code + "*2*2*2"));

        assertThat(states()).containsOnly(state);
    }

    @Test
    void movesNothingForAGroupThatIsPartlyTakenWithoutSayingWhich() {
        String answer = town.answer("northwind", functional(1, "", "P*2*2*1"));

        assertThat(states()).containsOnly("SENT");
        assertThat(items(answer)).hasSize(1);
    }

    @Test
    void neverTakesAnAcknowledgementBackForALaterOne() {
        town.answer("northwind", functional(1, "AK2*837*0001~IK5*R*5~", "P*2*2*1"));
        town.answer("northwind", functional(1, "AK2*837*0001~IK5*A~", "P*2*2*1"));

        assertThat(town.state("LFC-1")).isEqualTo("REJECTED_999");
    }

    // 277CA

    private String status(String number, String status, String charge, String d9) {
        return PayerAnswers.claim(4, number, status, charge, d9);
    }

    private String claimStatus(int set, String claims) {
        return PayerAnswers.claimStatus(payer, batch(set), "STC*A1:19:PR*20260924*WQ*306~", claims);
    }

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

    // Twice, unmatched, garbage

    @Test
    void appliesTheSameBytesOnce() {
        String text = claimStatus(1, status("LFC-1", "A7:562:85", "101", d9("LFC-1")));

        String first = town.answer("northwind", text);
        String second = town.answer("northwind", text);

        assertThat(second).isEqualTo(first);
        assertThat(town.events("LFC-1"))
                .filteredOn(event -> event.contains("277CA"))
                .hasSize(1);
        assertThat(town.all("select answer_id from answer_repeats where answer_id = ?", first))
                .hasSize(1);
    }

    @Test
    void changesNothingWhenTheSameIsSaidInANewEnvelope() {
        String text = claimStatus(1, status("LFC-1", "A7:562:85", "101", d9("LFC-1")));
        town.answer("northwind", text);

        String again = town.answer("northwind", text.replace("000000905", "000000906"));

        assertThat(items(again)).containsExactly("277CA KNOWN A7:562:85");
        assertThat(town.events("LFC-1"))
                .filteredOn(event -> event.contains("277CA"))
                .hasSize(1);
        assertThat(town.mail("lakeside", "STATUS")).hasSize(1);
    }

    @Test
    void doesTheWorkOnceWhenTheBrokerDeliversTwice() {
        String answer = town.answer("northwind", town.ta1(1, "R", "006"));
        int events = town.events("LFC-1").size();

        town.apply(answer);

        assertThat(town.events("LFC-1")).hasSize(events);
        assertThat(items(answer)).hasSize(1);
        assertThat(town.message(AnswerLedger.QUEUE, answer)).isNotNull();
    }

    @Test
    void putsWhatFitsNothingOnTheWorklistAndAppliesTheRest() {
        String answer = town.answer(
                "northwind",
                claimStatus(
                        1,
                        status("NOBODY-1", "A7:562:85", "101", "")
                                + PayerAnswers.claim(5, "LFC-2", "A2:20:PR", "102", d9("LFC-2"))));

        assertThat(town.state("LFC-2")).isEqualTo("PAYER_ACCEPTED");
        assertThat(items(answer)).containsExactly("277CA UNMATCHED A7:562:85", "277CA APPLIED A2:20:PR");
        assertThat(town.work("northwind")).containsExactly("UNMATCHED_ANSWER " + answer + " 1");
    }

    @Test
    void putsAnswersToNumbersWeNeverUsedOnTheWorklist() {
        town.answer("northwind", town.ta1(77, "R", "006"));
        town.answer("northwind", functional(77, "AK2*837*0001~IK5*R~", "R*1*1*0"));
        town.answer("northwind", functional(1, "AK2*837*0077~IK5*R~", "R*1*1*0"));
        town.answer("northwind", PayerAnswers.claimStatus(payer, "NOBATCH", "STC*A3:24:41*20260924*U*306~", ""));

        assertThat(town.work("northwind")).hasSize(4).allMatch(work -> work.startsWith("UNMATCHED_ANSWER ans_"));
        assertThat(states()).containsOnly("SENT");
    }

    @Test
    void letsNoPayerSpeakOfAnothersClaims() {
        town.answer("blue", claimStatus(1, status("LFC-1", "A7:562:85", "101", d9("LFC-1"))));
        town.answer("blue", town.ta1(1, "R", "006"));

        assertThat(states()).containsOnly("SENT");
        assertThat(town.work("blue")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>502 Bad Gateway</body></html>", "\u0000\u0001\u0002", "", "ISA*00*cut"})
    void keepsWhatCannotBeReadAndTellsAPerson(String garbage) {
        String answer = town.answer("northwind", garbage + (garbage.isEmpty() ? "" : " " + id));

        assertThat(town.one("select state from answers where id = ?", answer)).isEqualTo("UNREADABLE");
        assertThat(town.work("northwind")).contains("UNREADABLE_ANSWER " + answer);
        assertThat(states()).containsOnly("SENT");
    }

    @Test
    void takesWhatAnAnswerSaysBeforeItBreaksOffAndTellsAPerson() {
        String whole = claimStatus(
                1,
                status("LFC-1", "A2:20:PR", "101", d9("LFC-1"))
                        + PayerAnswers.claim(5, "LFC-2", "A2:20:PR", "102", d9("LFC-2")));

        String answer = town.answer("northwind", whole.substring(0, whole.indexOf("HL*5*3*PT")));

        assertThat(town.state("LFC-1")).isEqualTo("PAYER_ACCEPTED");
        assertThat(town.state("LFC-2")).isEqualTo("SENT");
        assertThat(town.work("northwind")).containsExactly("UNREADABLE_ANSWER " + answer);
    }

    @Test
    void readsAMixtureOfAnswersInOneFile() {
        String answer = town.answer(
                "northwind",
                town.ta1(1, "A", "000")
                        + functional(1, "AK2*837*0001~IK5*A~AK2*837*0002~IK5*A~", "A*2*2*2")
                        + claimStatus(1, status("LFC-1", "A2:20:PR", "101", d9("LFC-1"))));

        assertThat(states()).containsExactly("PAYER_ACCEPTED", "ACKED_999", "ACKED_999", "ACKED_999");
        assertThat(answerState(answer)).isEqualTo("APPLIED 277CA 999 TA1");
    }
}
