package org.clearlane.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.clearlane.store.Sql;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LedgerServer.class)
class ControlNumbersTest {

    private static Ledger ledger;

    @BeforeAll
    static void open(Ledgers empty) {
        ledger = empty.ledger();
    }

    @Test
    void countsUpFromOneForEachPartnerAndKind() {
        assertThat(next("northwind", "ISA13")).isOne();
        assertThat(next("northwind", "ISA13")).isEqualTo(2);
        assertThat(next("northwind", "GS06")).isOne();
        assertThat(next("blue-harbor", "ISA13")).isOne();
    }

    @Test
    void beginsAgainWithOneBehindTheHighest() {
        next("wrapping", "ISA13");
        ledger.run(tx ->
                Sql.update(tx.connection(), "update control_numbers set last = 999999998 where partner = 'wrapping'"));

        assertThat(next("wrapping", "ISA13")).isEqualTo(999_999_999);
        assertThat(next("wrapping", "ISA13")).isOne();
    }

    @Test
    void givesANumberBackThatARolledBackTransactionTook() {
        next("careful", "ISA13");
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.run(tx -> {
                    ControlNumbers.next(tx, "careful", "ISA13");
                    throw new IllegalStateException("the interchange was not stored");
                }));

        assertThat(next("careful", "ISA13")).isEqualTo(2);
    }

    @Test
    void givesNoNumberTwiceAndLeavesNoneOutWhenManyTake() throws Exception {
        List<Long> taken = Collections.synchronizedList(new ArrayList<>());
        Callable<Void> taking = () -> {
            for (int i = 0; i < 25; i++) {
                taken.add(next("busy", "ISA13"));
            }
            return null;
        };
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            for (Future<Void> each : nodes.invokeAll(List.of(taking, taking, taking, taking))) {
                each.get();
            }
        }

        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 100).boxed().toList());
    }

    private static long next(String partner, String kind) {
        return ledger.transact(tx -> ControlNumbers.next(tx, partner, kind));
    }
}
