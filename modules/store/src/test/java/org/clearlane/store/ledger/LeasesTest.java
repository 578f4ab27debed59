package org.clearlane.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LedgerServer.class)
class LeasesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Ledgers ledgers;

    @BeforeAll
    static void open(Ledgers empty) {
        ledgers = empty;
    }

    @Test
    void belongsToWhoeverTookItFirst() {
        assertThat(take("collect.first", "node-1")).isTrue();

        assertThat(take("collect.first", "node-2")).isFalse();
        assertThat(take("collect.other", "node-2")).isTrue();
    }

    @Test
    void isKeptByTakingItAgain() {
        take("collect.kept", "node-1");
        ledgers.clock().move(Duration.ofSeconds(50));
        assertThat(take("collect.kept", "node-1")).isTrue();
        ledgers.clock().move(Duration.ofSeconds(50));

        assertThat(take("collect.kept", "node-2")).isFalse();
    }

    @Test
    void runsOutWhenItsHolderIsHeardOfNoMore() {
        take("collect.dead", "node-1");
        ledgers.clock().move(MINUTE);
        assertThat(take("collect.dead", "node-2")).isFalse();
        ledgers.clock().move(Duration.ofMillis(1));

        assertThat(take("collect.dead", "node-2")).isTrue();
        assertThat(take("collect.dead", "node-1")).isFalse();
    }

    @Test
    void isGivenUpByItsHolderOnly() {
        take("collect.given", "node-1");

        release("collect.given", "node-2");
        assertThat(take("collect.given", "node-2")).isFalse();
        release("collect.given", "node-1");
        assertThat(take("collect.given", "node-2")).isTrue();
    }

    private static boolean take(String name, String holder) {
        return ledgers.ledger().transact(tx -> Leases.take(tx, name, holder, MINUTE));
    }

    private static void release(String name, String holder) {
        ledgers.ledger().run(tx -> Leases.release(tx, name, holder));
    }
}
