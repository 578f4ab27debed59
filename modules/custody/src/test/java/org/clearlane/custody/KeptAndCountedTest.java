package org.clearlane.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** Each tampering with bytes and counts breaks I1 or I2 alone, and the breach names the row. */
class KeptAndCountedTest extends TamperedLedger {

    @Test
    void i1NamesTheFileWhoseBytesAreGone() throws Exception {
        Files.delete(kept("A"));

        breaksOnly("I1", "file file_A", "missing");
    }

    @Test
    void i1NamesTheDeliveryWhoseBytesHaveChanged() throws Exception {
        Files.setPosixFilePermissions(kept("D1"), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(kept("D1"), "our 999 to nobody!");
        Files.setPosixFilePermissions(kept("D1"), PosixFilePermissions.fromString("r--------"));

        breaksOnly("I1", "delivery dlv_1", "another SHA-256");
    }

    @Test
    void i1NamesTheAnswerOfAnotherSize() throws Exception {
        tamper("update answers set size_bytes = size_bytes + 1 where id = 'ans_2'");

        breaksOnly("I1", "answer ans_2", "bytes are kept");
    }

    @Test
    void i1NamesWhatCanBeWrittenTo() throws Exception {
        Files.setPosixFilePermissions(kept("O2"), PosixFilePermissions.fromString("rw-------"));

        breaksOnly("I1", "interchange ich_2", "can be written to");
    }

    @Test
    void i1NamesTheDeliveryThatLiesChangedInItsMailbox() throws Exception {
        Files.writeString(folder().resolve("mailboxes/sunrise/1.999.x12"), "something else");

        breaksOnly("I1", "delivery dlv_1", "mailbox of sunrise");
    }

    @Test
    void i2NamesTheSetWhoseBytesHoldAnotherClaim() throws Exception {
        replaceKept("A", "REF*D9*OLD~", "CLM*EXTRA*1***11:B:1*Y*A*Y*Y~");

        breaksOnly("I2", "file_A", "set_A1", "the bytes hold 4 claims, the ledger 3");
    }

    @Test
    void i2NamesTheSetWhoseBytesChargeMore() throws Exception {
        replaceKept("A", "*25.25*", "*25.26*");

        breaksOnly("I2", "set_A1", "175.76", "175.75");
    }

    @Test
    void i2NamesTheSetThatIsNotInTheLedger() throws Exception {
        replaceKept("A", "ST*837*0002*", "ST*837*0003*");

        breaksOnly("I2", "file_A", "1 claims of set 0003", "in the bytes, not in the ledger");
    }

    @Test
    void i2CoversTheClaimsOfARefusedInterchange() throws Exception {
        tamper(
                "update interchanges set ta1_code = 'R' where id = 'isa_A'; delete from transaction_sets where id = 'set_A2'");

        assertThat(check().ok()).isTrue();
    }

    @Test
    void i2NamesTheFileWithAClaimThatStandsInNoSet() throws Exception {
        tamper("update files set format = 'x12' where id = 'file_A'");
        tamper(
                """
                insert into claims (id, practice_id, file_id, ordinal, patient_control_number, charge_cents, frequency,
                    payer_claim_number, billing_npi, tax_id, payer_code, test, position, provider_offset,
                    provider_length, subscriber_offset, subscriber_length, claim_offset, claim_length, state,
                    received_at, state_since)
                values ('clm_stray', 'sunrise', 'file_A', 4, 'PCN4', 0, '1', '', '', '', '', false, 0, 0, 0, 0, 0, 0, 0,
                    'REJECTED_CLAIM', now(), now());
                insert into claim_events (claim_id, practice_id, at, from_state, to_state, cause, actor, evidence)
                values ('clm_stray', 'sunrise', now(), 'RECEIVED', 'REJECTED_CLAIM', 'judged', 'clearlane', 'file_A');
                update files set claims_total = 4, claims_rejected = 2 where id = 'file_A'""");

        breaksOnly("I2", "file_A", "1 claims in the ledger belong to no set");
    }
}
