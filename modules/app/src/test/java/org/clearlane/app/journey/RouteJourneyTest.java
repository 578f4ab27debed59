package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.app.journey.ClaimFile.CEDAR_POINT;
import static org.clearlane.app.journey.ClaimFile.NORTHWIND;

import java.util.List;
import org.clearlane.pipeline.dispatch.RouteControl;
import org.clearlane.store.ledger.PayerRouteReading;
import org.clearlane.store.ledger.WorkQueueReading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator stops a payer's route and starts it again, in a service that runs. */
@ExtendWith(OneHouse.class)
class RouteJourneyTest {

    private final House house;

    RouteJourneyTest(House house) {
        this.house = house;
    }

    @AfterEach
    void letItFlow() {
        house.ledger().run(tx -> RouteControl.start(tx, CEDAR, "test", ""));
    }

    private static final String CEDAR = "cedar-point";

    @Test
    void claimsOfAStoppedRouteWaitWithTheirDollarsAndGoOutOnceWhenItIsStarted() throws Exception {
        house.ledger().run(tx -> RouteControl.stop(tx, CEDAR, "olga", "they move house"));
        ClaimFile file = ClaimFile.of("ROUTE", 4, NORTHWIND, CEDAR_POINT);
        String id = house.dropAndAwaitJudged(file);

        House.patiently("the other payer's claims pass")
                .until(() -> house.look()
                                .texts(
                                        """
                                select state from claims where file_id = ? and payer_id <> ?
                                    and state not in ('QUEUED', 'BATCHED')""",
                                        id,
                                        CEDAR)
                                .size()
                        > 0);
        List<String> waiting =
                house.look().texts("select state from claims where file_id = ? and payer_id = ?", id, CEDAR);
        assertThat(waiting).isNotEmpty().containsOnly("QUEUED");
        var route = house.ledger()
                .transact(tx -> PayerRouteReading.one(tx.connection(), CEDAR))
                .orElseThrow();
        assertThat(route.waiting().claims()).isEqualTo(waiting.size());
        assertThat(route.waiting().charge().isZero()).isFalse();
        List<WorkQueueReading.QueuedClaim> inside = house.ledger()
                .transact(tx -> WorkQueueReading.claims(tx.connection(), "dispatch.batch." + CEDAR, "", 10));
        assertThat(inside).hasSameSizeAs(waiting);

        house.ledger().run(tx -> RouteControl.start(tx, CEDAR, "olga", "they are back"));

        House.patiently("all are on their way back").until(() -> house.look()
                .texts(
                        "select state from claims where file_id = ? and payer_id = ? and state in ('QUEUED', 'BATCHED')",
                        id,
                        CEDAR)
                .isEmpty());
        house.awaitQuiet();
        assertThat(house.taken(file)).as("each once").containsExactlyInAnyOrderElementsOf(file.numbers());
        assertThat(house.look()
                        .texts(
                                "select kind from route_events where payer_id = ? and kind like 'route.st%' order by id limit 2",
                                CEDAR))
                .containsExactly("route.stopped", "route.started");
        assertThat(house.custody().ok()).isTrue();
    }
}
