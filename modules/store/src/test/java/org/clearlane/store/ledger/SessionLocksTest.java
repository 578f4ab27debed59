package org.clearlane.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicInteger;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LedgerServer.class)
class SessionLocksTest {

    private static Ledger ledger;

    private final AtomicInteger done = new AtomicInteger();

    @BeforeAll
    static void open(Ledgers empty) {
        ledger = empty.ledger();
    }

    private boolean hold(String name) {
        return SessionLocks.whileHolding(ledger, name, done::incrementAndGet);
    }

    @Test
    void letsOneAtATimeDoWorkUnderAName() {
        boolean outer = SessionLocks.whileHolding(ledger, "ich_1", () -> {
            assertThat(hold("ich_1")).isFalse();
            assertThat(hold("ich_2")).isTrue();
        });

        assertThat(outer).isTrue();
        assertThat(done).hasValue(1);
    }

    @Test
    void isFreeAgainBehindWorkThatFailed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SessionLocks.whileHolding(ledger, "ich_3", () -> {
                    throw new IllegalStateException("the payer's connection failed");
                }));

        assertThat(hold("ich_3")).isTrue();
    }
}
