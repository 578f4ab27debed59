package org.clearlane.pipeline.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearlane.pipeline.PayerAnswers;
import org.clearlane.store.ledger.AnswerLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyAnswerTest extends AnsweredInterchange {

    // A whole set or envelope refused: whoever handed its claims in is told of each, and an operator of the whole

    @ParameterizedTest
    @ValueSource(strings = {"TA1", "999", "999 of the group", "277CA"})
    void tellsPracticeAndOperatorWhenAPayerRefusesClaimsByTheBatch(String kind) {
        town.answer("northwind", refusalOfTheFirstSet(kind));

        assertThat(town.mail("lakeside", "STATUS")).singleElement().satisfies(table -> assertThat(table)
                .contains("LFC-1," + town.claimId("LFC-1"), "LFC-2," + town.claimId("LFC-2"), "LFC-3,")
                .contains(",rejected,")
                .contains(",101.00,"));
        assertThat(town.work("northwind")).singleElement().asString().startsWith("REFUSED_BATCH " + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TA1", "999", "999 of the group", "277CA"})
    void letsClaimsThatAPayerRefusedByTheBatchBeHandedInAgain(String kind) {
        town.answer("northwind", refusalOfTheFirstSet(kind));

        town.submit("lakeside", town.file().control(3).claim("LFC-1", 101).bytes());

        assertThat(town.states("lakeside", "LFC-1")).hasSize(2).endsWith("QUEUED");
    }

    private String refusalOfTheFirstSet(String kind) {
        return switch (kind) {
            case "TA1" -> town.ta1(1, "R", "006");
            case "999" -> functional(1, "AK2*837*0001~IK5*R*5~", "P*2*2*1");
            case "999 of the group" -> functional(1, "", "R*2*2*0");
            default -> PayerAnswers.claimStatus(payer, batch(1), "STC*A3:24:41*20260924*U*306~", "");
        };
    }

    @Test
    void tellsOfEachClaimOnceWhenSeveralSetsAreRefused() {
        town.answer("northwind", functional(1, "AK2*837*0001~IK5*R*5~AK2*837*0002~IK5*R*5~", "R*2*2*0"));

        assertThat(states()).containsOnly("REJECTED_999");
        assertThat(town.mail("lakeside", "STATUS")).singleElement().satisfies(table -> assertThat(table.lines())
                .hasSize(1 + 4));
        assertThat(town.work("northwind")).hasSize(2);
    }

    @Test
    void tellsOfARefusedBatchOnce() {
        town.answer("northwind", refusalOfTheFirstSet("999"));
        town.answer("northwind", refusalOfTheFirstSet("999").replace("000000905", "000000906"));

        assertThat(town.mail("lakeside", "STATUS")).hasSize(1);
        assertThat(town.work("northwind")).hasSize(1);
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
