package org.clearlane.custody;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever changes, removes or adds a row of the trail breaks I10 alone, and the breach names the row. */
class TrailTest extends TamperedLedger {

    /** Written by the database itself, whose SHA-256 is nobody's of ours. */
    static final String DEED =
            """
            with head as (select seq, hash from audit_head),
            next as (
                select seq + 1 as seq, encode(sha256(convert_to(
                    length(hash) || ':' || hash || length((seq + 1)::text) || ':' || (seq + 1)
                    || '16:1767225600000000' || '5:usr_1' || '6:BILLER' || '8:lakeside' || '9:claim.see' || '5:clm_1' || '4:SEEN'
                    || '0:' || '9:127.0.0.1', 'UTF8')), 'hex') as hash from head),
            written as (
                insert into audit (seq, at, actor, role, practice_id, action, subject, outcome, detail, address, hash)
                select seq, '2026-01-01T00:00:00Z', 'usr_1', 'BILLER', 'lakeside', 'claim.see', 'clm_1', 'SEEN', '', '127.0.0.1',
                    hash from next)
            update audit_head set seq = next.seq, hash = next.hash from next""";

    @BeforeEach
    void threeDeeds() throws Exception {
        for (int i = 0; i < 3; i++) {
            tamper(DEED);
        }
    }

    @Test
    void i10HoldsForATrailAsItIsWritten() throws Exception {
        assertThat(check().ok()).as(check().toText()).isTrue();
    }

    @Test
    void i10NamesTheRowThatWasChanged() throws Exception {
        tamper("update audit set subject = 'clm_2' where seq = 2");

        breaksOnly("I10", "audit row 2", "does not fit");
    }

    @Test
    void i10NamesTheGapWhereARowWasTakenOut() throws Exception {
        tamper("delete from audit where seq = 2");

        breaksOnly("I10", "audit row 3", "behind row 1");
    }

    @Test
    void i10NoticesThatTheLastRowIsGone() throws Exception {
        tamper("delete from audit where seq = 3");

        breaksOnly("I10", "audit row 3", "ends with row 2");
    }

    @Test
    void i10NoticesARowThatSomebodyPutBehind() throws Exception {
        tamper(
                """
                insert into audit (seq, at, actor, role, action, subject, outcome, detail, address, hash)
                values (4, now(), 'usr_2', 'OPERATOR', 'claim.see', 'clm_9', 'SEEN', '', '', 'made up')""");

        breaksOnly("I10", "audit row 4", "does not fit");
    }
}
