package org.clearlane.store.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.clearlane.store.Sql;
import org.clearlane.store.database.Role;
import org.clearlane.store.people.AuditTrail.Deed;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever can write past us still cannot do it unseen. */
@ExtendWith(LedgerServer.class)
class AuditTrailTest {

    private final Ledgers ledgers;

    AuditTrailTest(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    private long deed(String detail) {
        return ledgers.ledger().transact(tx -> {
            AuditTrail.write(
                    tx, new Deed("usr_1", "BILLER", "lakeside", "claim.see", "clm_1", Outcome.SEEN, detail, ""));
            return Sql.number(tx.connection(), "select seq from audit_head");
        });
    }

    private static OptionalLong after(Connection owner, String tampering, long seq) throws SQLException {
        Sql.update(owner, tampering, seq);
        OptionalLong broken = AuditTrail.firstBroken(owner, 1);
        owner.rollback();
        return broken;
    }

    @Test
    void namesTheFirstEntryThatWasChangedRemovedOrCutOff() throws SQLException {
        deed("one");
        long second = deed("two ' \u2028 \"");
        long third = deed("three");
        try (Connection administrator = ledgers.as(Role.ADMINISTRATOR)) {
            administrator.setAutoCommit(false);
            assertThat(AuditTrail.firstBroken(administrator, 1)).isEmpty();
            assertThat(AuditTrail.firstBroken(administrator, third)).isEmpty();
            assertThat(after(administrator, "update audit set detail = 'nothing' where seq = ?", second))
                    .hasValue(second);
            assertThat(after(administrator, "update audit set at = at + interval '1 hour' where seq = ?", second))
                    .hasValue(second);
            assertThat(after(administrator, "delete from audit where seq = ?", second))
                    .hasValue(second);
            assertThat(after(administrator, "delete from audit where seq = ?", third))
                    .hasValue(third);
        }
    }
}
