package org.clearlane.store.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.people.AuditTrail.Deed;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LedgerServer.class)
class AuditWriterTest {

    private static final int READERS = 16;
    private static final int READS = 25;

    private static Ledger ledger;

    @BeforeAll
    static void open(Ledgers empty) {
        ledger = empty.ledger();
    }

    private static Deed deed(String subject) {
        return new Deed("key_1", "API_KEY", "lakeside", "api.claims.read", subject, Outcome.SEEN, "", "127.0.0.1");
    }

    private static long number(String sql) {
        return ledger.transact(tx -> Sql.number(tx.connection(), sql));
    }

    @Test
    void keepsEveryDeedOfManyAtOnceInOneChainAndFewerTransactions() throws Exception {
        AuditWriter writer = new AuditWriter(ledger);
        long before = number("select seq from audit_head");
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                int own = reader;
                all.add(readers.submit(() -> {
                    for (int read = 0; read < READS; read++) {
                        writer.write(deed("many_" + own + "_" + read));
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        assertThat(number("select seq from audit_head")).isEqualTo(before + READERS * READS);
        assertThat(number("select count(distinct subject) from audit where subject like 'many_%'"))
                .isEqualTo(READERS * READS);
        assertThat(number("select max(seq) - min(seq) + 1 from audit where subject like 'many_%'"))
                .as("no link is missing")
                .isEqualTo(READERS * READS);
        assertThat(number("select count(*) from audit a join audit_head h on h.seq = a.seq and h.hash = a.hash"))
                .as("the chain ends where it says")
                .isEqualTo(1);
        assertThat(number("select count(distinct xmin::text) from audit where subject like 'many_%'"))
                .as("transactions")
                .isLessThan(READERS * READS);
    }

    @Test
    void tellsWhoeverWaitsThatADeedCouldNotBeKept() {
        AuditWriter writer = new AuditWriter(ledger);
        Deed impossible = new Deed("key_1", null, "lakeside", "api.claims.read", "", Outcome.SEEN, "", "");

        assertThatThrownBy(() -> writer.write(impossible)).isInstanceOf(RuntimeException.class);
        writer.write(deed("after"));
        assertThat(number("select count(*) from audit where subject = 'after'")).isEqualTo(1);
    }
}
