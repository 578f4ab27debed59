package org.clearlane.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Each tampering with states and sums breaks I3 or I4 alone, and the breach names the row. */
class StatesAndFlowTest extends TamperedLedger {

    @Test
    void i3NamesTheClaimWhoseStateNoEventExplains() throws Exception {
        tamper("update claims set state = 'DENIED' where id = '" + SmallLedger.claim(1) + "'");

        breaksOnly("I3", SmallLedger.claim(1), "lead to PAID", "says DENIED");
    }

    @Test
    void i3NamesTheIllegalMove() throws Exception {
        tamper("delete from claim_events where claim_id = '%s' and to_state in ('BATCHED')"
                .formatted(SmallLedger.claim(1)));
        tamper("update claim_events set from_state = 'QUEUED' where claim_id = '%s' and to_state = 'SENT'"
                .formatted(SmallLedger.claim(1)));

        breaksOnly("I3", SmallLedger.claim(1), "QUEUED to SENT is no legal move");
    }

    @Test
    void i3NamesTheGapInAHistory() throws Exception {
        tamper("delete from claim_events where claim_id = '%s' and to_state = 'SENT'".formatted(SmallLedger.claim(4)));

        breaksOnly("I3", SmallLedger.claim(4), "starts from SENT", "led to UNKNOWN_OUTCOME");
    }

    @Test
    void i3NamesTheEventWithoutAnActor() throws Exception {
        tamper("update claim_events set actor = '' where claim_id = '%s'".formatted(SmallLedger.claim(3)));

        breaksOnly("I3", SmallLedger.claim(3), "cause or actor is missing");
    }

    @Test
    void i3NamesTheEventsOfAClaimThatIsGone() throws Exception {
        tamper(
                """
                insert into claim_events (claim_id, practice_id, at, from_state, to_state, cause, actor, evidence)
                values ('clm_gone', 'sunrise', now(), 'RECEIVED', 'QUEUED', 'judged', 'clearlane', 'file_A')""");

        breaksOnly("I3", "clm_gone", "not in the ledger");
    }

    @Test
    void i4NamesTheFileThatSaysAnotherNumberOfRejections() throws Exception {
        tamper("update files set claims_rejected = 2 where id = 'file_A'");

        breaksOnly("I4", "file_A", "2 claims were rejected, their events say 1");
    }

    @Test
    void i4NamesTheFileThatSaysAnotherCharge() throws Exception {
        tamper("update files set charge_cents = charge_cents + 1 where id = 'file_B'");

        breaksOnly("I4", "file_B", "110.01", "110.00");
    }

    @Test
    void i4NamesTheInterchangeWhoseTotalIsNotItsClaims() throws Exception {
        tamper("update outbound_interchanges set charge_cents = 13999 where id = 'ich_1'");

        breaksOnly("I4", "interchange ich_1", "139.99", "140.00");
    }

    @Test
    void i4NamesTheSentClaimOfAnInterchangeThatIsNotSent() throws Exception {
        tamper("update claims set outbound_id = 'ich_2' where id = '%s'".formatted(SmallLedger.claim(4)));

        breaksOnly("I4", SmallLedger.claim(4), "its interchange none is none");
    }

    @Test
    void i4NamesTheClaimLeftBehindByASentInterchange() throws Exception {
        tamper("update outbound_interchanges set state = 'SENT' where id = 'ich_2'");
        Files.delete(folder().resolve("payers/acme/journal.tsv"));

        breaksOnly("I4", SmallLedger.claim(6), "is BATCHED", "ich_2 is SENT");
    }

    @Test
    void i4NamesPracticePayerAndDayOfAClaimInNoColumn() throws Exception {
        String lost = SmallLedger.claim(5);
        tamper("update claims set state = 'LOST' where id = '%s'".formatted(lost));

        InvariantResult flow = check().invariants().get(3);

        assertThat(flow.ok()).isFalse();
        assertThat(flow.breaches())
                .containsExactly("practice lakeside, payer acme, 2026-03-02: 3 claims with 110.00 came in, "
                        + "of which 1 with 60.00 are in no column");
    }

    @Test
    void i4NamesTheBatchedClaimThatIsInNoInterchange() throws Exception {
        tamper("update claims set outbound_id = 'ich_9' where id = '%s'".formatted(SmallLedger.claim(6)));

        breaksOnly("I4", SmallLedger.claim(6) + " is BATCHED", "its interchange none is none");
    }
}
