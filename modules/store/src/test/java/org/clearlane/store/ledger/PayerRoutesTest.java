package org.clearlane.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.clearlane.store.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a start of the service makes of the payers in its files. */
@ExtendWith(LedgerServer.class)
class PayerRoutesTest {

    private final Ledger ledger;

    PayerRoutesTest(Ledgers ledgers) {
        this.ledger = ledgers.ledger();
    }

    @Test
    void aPayerWhoseFileIsGoneIsRedAsLongAsClaimsWaitForItAndNothingIsBatchedForIt() {
        know("northwind", "cedar-point");
        ledger.run(tx -> Sql.update(
                tx.connection(),
                """
                insert into outbound_interchanges (id, payer_id, kind, control, group_control, usage, name, payload_id,
                    archive_key, sha256, size_bytes, claims_total, charge_cents, state, created_at)
                values ('ich_GONE', 'cedar-point', '837P', 1, 1, 'P', 'n', gen_random_uuid(), 'k', 's', 1, 7, 12345, 'STORED', ?)""",
                tx.now()));

        know("northwind");

        PayerRoute gone = route("cedar-point");
        assertThat(gone.standing(Instant.now())).isEqualTo(PayerRoute.Standing.NOT_SET_UP);
        assertThat(gone.toDo(Instant.now())).contains("Put the file back");
        assertThat(gone.depth().claims()).isEqualTo(7);
        assertThat(gone.depth().charge().toString()).isEqualTo("123.45");
        assertThat(ledger.<Boolean>transact(tx -> PayerRoutes.mayBatch(tx, "cedar-point")))
                .isFalse();
        List<PayerRoute> all = ledger.transact(tx -> PayerRouteReading.all(tx.connection()));
        assertThat(all).extracting(PayerRoute::payerId).contains("northwind", "cedar-point");

        know("northwind", "cedar-point");
        assertThat(route("cedar-point").configured()).isTrue();
    }

    @Test
    void aStartOfTheServiceStartsNoStoppedRoute() {
        know("northwind");
        ledger.run(tx -> PayerRoutes.stop(tx, "northwind", "olga", "they move house"));

        know("northwind");

        assertThat(route("northwind").wanted()).isEqualTo(PayerRoutes.Wanted.STOPPED);
        assertThat(route("northwind").reason()).isEqualTo("they move house");
    }

    private PayerRoute route(String id) {
        return ledger.transact(tx -> PayerRouteReading.one(tx.connection(), id)).orElseThrow();
    }

    private void know(String... ids) {
        ledger.run(tx -> PayerRoutes.know(
                tx, java.util.Arrays.stream(ids).map(PayerRoutesTest::payer).toList()));
    }

    private static PayerProfile payer(String id) {
        return new PayerProfile(
                id,
                id,
                Set.of(id),
                new PayerProfile.Envelope("ZZ", "US", "ZZ", id, "US", id, id, id, "*:^~", false, 'P'),
                new PayerProfile.Batch(Duration.ofSeconds(60), 5_000),
                new PayerProfile.Retry(8, Duration.ofSeconds(2), Duration.ofMinutes(5)),
                new PayerProfile.ConnectionSettings("folder", Duration.ofSeconds(30), Map.of()));
    }
}
