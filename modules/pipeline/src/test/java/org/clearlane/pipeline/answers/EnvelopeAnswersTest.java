package org.clearlane.pipeline.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearlane.model.connection.Handover;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeAnswersTest extends AnsweredInterchange {

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
}
