package org.clearlane.pipeline.answers;

import java.util.List;
import org.clearlane.pipeline.PayerAnswers;
import org.clearlane.pipeline.ScriptedPayer;
import org.clearlane.pipeline.Town;
import org.clearlane.pipeline.Towns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Four claims are with their payer; what it says of them is the test's. */
@ExtendWith(Towns.class)
abstract class AnsweredInterchange {

    final ScriptedPayer connection = new ScriptedPayer();
    Town town;
    String payer;
    String id;

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

    List<String> states() {
        return List.of(town.state("LFC-1"), town.state("LFC-2"), town.state("LFC-3"), town.state("LFC-4"));
    }

    String d9(String number) {
        return town.claimId(number).substring("clm_".length());
    }

    String batch(int set) {
        return id.substring("ich_".length()) + "-" + set;
    }

    List<String> items(String answerId) {
        return town.all(
                "select concat_ws(' ', kind, outcome, statement) from answer_items where answer_id = ? order by"
                        + " ordinal",
                answerId);
    }

    String answerState(String answerId) {
        return town.one("select concat_ws(' ', state, nullif(kinds, '')) from answers where id = ?", answerId);
    }

    String functional(long group, String sets, String ak9) {
        return PayerAnswers.functional(payer, group, sets, ak9);
    }

    String status(String number, String status, String charge, String d9) {
        return PayerAnswers.claim(4, number, status, charge, d9);
    }

    String claimStatus(int set, String claims) {
        return PayerAnswers.claimStatus(payer, batch(set), "STC*A1:19:PR*20260924*WQ*306~", claims);
    }
}
