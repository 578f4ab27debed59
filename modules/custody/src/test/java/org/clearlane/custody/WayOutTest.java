package org.clearlane.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Each tampering with what goes to payers breaks I5 or I6 alone, and the breach names the row. */
class WayOutTest extends TamperedLedger {

    /** Interchange 2 carries claim 4, which interchange 1 carried, instead of claim 6. */
    private void sendFourOnceMore() throws Exception {
        replaceKept("O2", SmallLedger.d9(6), SmallLedger.d9(4));
        replaceKept("O2", "CLM*L6*10.~", "CLM*L4*40.00~");
        tamper("update submissions set claim_id = '%s' where claim_id = '%s'"
                .formatted(SmallLedger.claim(4), SmallLedger.claim(6)));
        tamper("update outbound_interchanges set state = 'DELIVERING', charge_cents = 4000 where id = 'ich_2'");
        tamper("update outbound_sets set charge_cents = 4000 where outbound_id = 'ich_2'");
        tamper("update claims set state = 'QUEUED', outbound_id = null where id = '%s'"
                .formatted(SmallLedger.claim(6)));
        tamper("delete from claim_events where claim_id = '%s' and to_state = 'BATCHED'"
                .formatted(SmallLedger.claim(6)));
    }

    @Test
    void i5NamesTheClaimThatIsInTheBytesUnsubmitted() throws Exception {
        replaceKept("O1", SmallLedger.d9(4), SmallLedger.d9(5));
        Files.delete(folder().resolve("payers/acme/claims.tsv"));

        breaksOnly("I5", "interchange ich_1", SmallLedger.claim(5), "not among its submissions");
    }

    @Test
    void i5NamesTheClaimThatWentOutTwice() throws Exception {
        sendFourOnceMore();

        breaksOnly("I5", SmallLedger.claim(4), "went out 2 times", "ich_1, ich_2", "no operator said so");
    }

    @Test
    void i5AllowsASecondSendingAnOperatorAskedFor() throws Exception {
        sendFourOnceMore();
        tamper("update claim_events set cause = 'operator' where claim_id = '%s' and to_state = 'QUEUED'"
                .formatted(SmallLedger.claim(4)));

        assertThat(check().ok()).isTrue();
    }

    @Test
    void i5NamesTheInterchangeWithAnotherControlNumberInItsBytes() throws Exception {
        replaceKept("O2", "000000002", "000000022");

        breaksOnly("I5", "interchange ich_2", "ISA13 is 000000022");
    }

    @Test
    void i5NamesTheSentInterchangeThePayerNeverReceived() throws Exception {
        Files.writeString(folder().resolve("payers/acme/journal.tsv"), "");

        breaksOnly("I5", "ich_1", "payer acme never received it");
    }

    @Test
    void i5NamesTheClaimThePayerNeverReceived() throws Exception {
        Path claims = folder().resolve("payers/acme/claims.tsv");
        Files.writeString(claims, Files.readString(claims).lines().findFirst().orElseThrow() + "\n");

        breaksOnly("I5", "payer acme never received claim " + SmallLedger.claim(4), "ich_1");
    }

    @Test
    void i5NamesTheInterchangeThePayerReceivedBeforeItWasSent() throws Exception {
        Path journal = folder().resolve("payers/acme/journal.tsv");
        String sent = key("O2");
        Files.writeString(
                journal,
                Files.readString(journal)
                        + String.join(
                                "\t",
                                SmallLedger.NOW,
                                "acme_2.837",
                                sent,
                                "000000002",
                                "2",
                                "1",
                                "1",
                                "10.00",
                                "refused",
                                "2",
                                sent,
                                "ZZ:CLEARLANE")
                        + "\n");

        breaksOnly("I5", "payer acme received interchange ich_2", "STORED");
    }

    @Test
    void i6NamesTheGapInTheControlNumbers() throws Exception {
        tamper("update outbound_interchanges set group_control = 3 where id = 'ich_2'");
        tamper("update control_numbers set last = 3 where kind = 'GS06'");
        replaceKept("O2", "*1100*2*", "*1100*3*");
        replaceKept("O2", "GE*1*2~", "GE*1*3~");

        breaksOnly("I6", "payer acme", "group control numbers 2 to 2 are missing before ich_2");
    }

    @Test
    void i6NamesTheCounterThatRanAhead() throws Exception {
        tamper("update control_numbers set last = 5 where partner = 'acme' and kind = 'ISA13'");

        breaksOnly("I6", "payer acme", "ISA13 stands at 5", "used 2");
    }

    @Test
    void i6NamesTheInterchangeWhoseSegmentsAreMiscounted() throws Exception {
        replaceKept("O1", "SE*12*", "SE*11*");

        breaksOnly("I6", "interchange ich_1", "SE01 says 11, counted are 12");
    }

    @Test
    void i6NamesTheInterchangeWhoseClaimsAreOfAnotherKindThanItsGuide() throws Exception {
        replaceKept("O1", "NM1*82*1*ZZDOCTOR~\nREF*D9*NOT-OF-THE-CLAIM~", "LX*1~\nSV2*0120**100~");

        breaksOnly("I6", "interchange ich_1", "under the guide 005010X222A1 stands a line that is not of its kind");
    }

    @Test
    void i6NamesTheRoundOfControlNumbersThatWasBegunTooEarly() throws Exception {
        tamper("update outbound_interchanges set control_round = 1, control = 1 where id = 'ich_2'");
        tamper("update control_numbers set last = 1000000000 where partner = 'acme' and kind = 'ISA13'");
        replaceKept("O2", "000000002", "000000001");

        breaksOnly("I6", "payer acme", "interchange control numbers 2 to 999999999 are missing before ich_2");
    }
}
