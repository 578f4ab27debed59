package org.clearlane.custody;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Each tampering with places and work breaks I9 or I12 alone, and the breach names the row. */
class PlacesAndWorkTest extends TamperedLedger {

    @Test
    void i9NamesTheSubmissionOfAnotherPractice() throws Exception {
        tamper("update submissions set practice_id = 'lakeside' where claim_id = '%s'".formatted(SmallLedger.claim(1)));

        breaksOnly("I9", SmallLedger.claim(1), "of practice lakeside", "of practice sunrise");
    }

    @Test
    void i9NamesTheTestClaimAmongRealOnes() throws Exception {
        tamper("update claims set test = true where id = '%s'".formatted(SmallLedger.claim(4)));

        breaksOnly("I9", SmallLedger.claim(4) + " is a test claim", "interchange ich_1 has usage P");
    }

    @Test
    void i9NamesTheInterchangeWhoseBytesSayTest() throws Exception {
        replaceKept("O2", "*0*P*:~", "*0*T*:~");

        breaksOnly("I9", "interchange ich_2", "ISA15 is T");
    }

    @Test
    void i9NamesTheDeliveryInAnotherPracticesMailbox() throws Exception {
        Path mailbox = Files.createDirectories(folder().resolve("mailboxes/lakeside"));
        Files.writeString(mailbox.resolve("1.999.x12"), "our 999 to sunrise");

        breaksOnly("I9", "delivery dlv_1 of practice sunrise", "mailbox of lakeside");
    }

    @Test
    void i12NamesOverdueWorkNobodyIsToldOf() throws Exception {
        tamper("update worklist set resolved_at = now() where subject = 'late_but_known'");

        breaksOnly("I12", "outbox 3", "late_but_known", "2026-03-01T12:00:00Z");
    }
}
