package org.clearlane.store.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.ClaimEntry;
import org.clearlane.store.ledger.ClaimMoves;
import org.clearlane.store.ledger.ClaimMoves.Move;
import org.clearlane.store.ledger.ClaimMoves.Reason;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.NewClaim;
import org.clearlane.store.ledger.NewClaims;
import org.clearlane.store.ledger.PayerRoutes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LedgerServer.class)
class WebhookEventsTest {

    private static final List<String> EVERYTHING =
            WebhookType.subscribable().stream().map(WebhookType::wire).toList();

    private static Ledgers ledgers;
    private static Ledger ledger;

    @BeforeAll
    static void open(Ledgers empty) {
        ledgers = empty;
        ledger = empty.ledger();
    }

    @BeforeEach
    void nobodyListens() {
        ledger.run(tx -> {
            for (WebhookEndpoint each : WebhookTable.all(tx.connection(), "lakeside")) {
                WebhookTable.delete(tx, each.id());
            }
            Sql.update(tx.connection(), "delete from webhook_deliveries");
            Sql.update(tx.connection(), "delete from webhook_events");
        });
    }

    private static String listen(String... types) {
        return ledger.transact(
                tx -> WebhookTable.add(tx, "lakeside", "https://hooks.example.org/x", "", List.of(types)));
    }

    private static NewClaim claim(String id, int ordinal, ClaimState state) {
        return NewClaims.of(id, ordinal, "N" + ordinal, state, null);
    }

    /** A file with so many claims, all in one state. */
    private static List<String> enter(String file, int claims, ClaimState state) {
        return ledger.transact(tx -> {
            List<String> ids = new ArrayList<>();
            List<NewClaim> all = new ArrayList<>();
            for (int i = 1; i <= claims; i++) {
                ids.add(tx.ids().next("clm_"));
                all.add(claim(ids.getLast(), i, state));
            }
            ClaimEntry entry = new ClaimEntry(tx, "lakeside", file);
            entry.add("set_1", all);
            entry.enterAll();
            return ids;
        });
    }

    private record Told(String practice, String type, List<String> subjects, String evidence) {}

    private static List<Told> told() {
        return ledger.transact(tx -> Sql.list(
                tx.connection(),
                "select practice_id, type, subjects, evidence from webhook_events order by seq",
                row -> new Told(
                        row.getString(1),
                        row.getString(2),
                        List.of((String[]) row.getArray(3).getArray()),
                        row.getString(4))));
    }

    @Test
    void areNotWrittenWhereNobodyListens() {
        String file = ledgers.file("lakeside");
        List<String> ids = enter(file, 3, ClaimState.REJECTED_CLAIM);
        assertThat(ids).hasSize(3);
        assertThat(told()).isEmpty();
    }

    @Test
    void tellOfRefusedClaimsOfAFileAHundredAtATime() {
        listen("claim.rejected");
        String file = ledgers.file("lakeside");
        List<String> ids = enter(file, 250, ClaimState.REJECTED_CLAIM);

        List<Told> told = told();
        assertThat(told).extracting(Told::type).containsOnly("claim.rejected");
        assertThat(told).extracting(Told::evidence).containsOnly(file);
        assertThat(told).extracting(each -> each.subjects().size()).containsExactly(100, 100, 50);
        assertThat(told.stream().flatMap(each -> each.subjects().stream())).containsExactlyElementsOf(ids);
    }

    @Test
    void tellThePracticeWhoseFactItIsAndNoOther() {
        listen(EVERYTHING.toArray(String[]::new));
        String ours = ledgers.file("lakeside");
        ledgers.file("harbor");

        assertThat(told()).containsExactly(new Told("lakeside", "file.received", List.of(ours), ours));
    }

    @Test
    void tellOfMovesByTheStateReachedAndNotOfEvidenceThatMovesNothing() {
        listen("claim.sent", "claim.accepted", "claim.rejected", "claim.paid");
        List<String> ids = enter(ledgers.file("lakeside"), 2, ClaimState.QUEUED);
        ledger.run(tx -> {
            ClaimMoves.move(
                    tx,
                    ids.stream()
                            .map(id -> new Move(id, ClaimState.QUEUED, ClaimState.BATCHED, ""))
                            .toList(),
                    new Reason("batched", "clearlane", "out_1", ""));
            ClaimMoves.move(
                    tx,
                    ids.stream()
                            .map(id -> new Move(id, ClaimState.BATCHED, ClaimState.SENT, ""))
                            .toList(),
                    new Reason("sent", "clearlane", "out_1", ""));
            ClaimMoves.move(
                    tx,
                    List.of(
                            new Move(ids.get(0), ClaimState.SENT, ClaimState.PAYER_ACCEPTED, "A2:20"),
                            new Move(ids.get(1), ClaimState.SENT, ClaimState.PAYER_REJECTED, "A3:21")),
                    new Reason("277CA", "northwind", "ans_1", ""));
            ClaimMoves.move(
                    tx,
                    List.of(new Move(ids.get(0), ClaimState.PAYER_ACCEPTED, ClaimState.PAYER_ACCEPTED, "A2:20")),
                    new Reason("277CA", "northwind", "ans_2", ""));
        });

        assertThat(told())
                .containsExactlyInAnyOrder(
                        new Told("lakeside", "claim.sent", ids, "out_1"),
                        new Told("lakeside", "claim.accepted", List.of(ids.get(0)), "ans_1"),
                        new Told("lakeside", "claim.rejected", List.of(ids.get(1)), "ans_1"));
    }

    @Test
    void goBackWithTheFactTheyTellOf() {
        listen("payer.down");
        assertThatThrownBy(() -> ledger.run(tx -> {
                    WebhookEvents.payer(tx, WebhookType.PAYER_DOWN, "northwind");
                    throw new SQLException("the power fails", "57P01");
                }))
                .isNotNull();
        assertThat(told()).isEmpty();
        ledger.run(tx -> WebhookEvents.payer(tx, WebhookType.PAYER_DOWN, "northwind"));
        assertThat(told()).containsExactly(new Told("lakeside", "payer.down", List.of("northwind"), ""));
    }

    @Test
    void tellWhenAPayerIsAwayAndBackAndNothingOfWhatOperatorsDoToItsRoute() {
        listen("payer.down", "payer.up");
        ledger.run(tx -> {
            PayerRoutes.note(tx, "northwind", PayerRoutes.Event.STOPPED, "usr_1", "");
            PayerRoutes.note(tx, "northwind", PayerRoutes.Event.DOWN, "clearlane", "");
            PayerRoutes.note(tx, "northwind", PayerRoutes.Event.TRYING, "clearlane", "");
            PayerRoutes.note(tx, "northwind", PayerRoutes.Event.UP, "clearlane", "");
        });
        assertThat(told()).extracting(Told::type).containsExactly("payer.down", "payer.up");
    }

    @Test
    void becomeDeliveriesOnceWhateverTheOrderInWhichTransactionsEnd() {
        String endpoint = listen("file.received");
        ledger.run(earlier -> {
            WebhookEvents.note(earlier, WebhookType.FILE_RECEIVED, "lakeside", "file_1", "file_1");
            // Its number is taken, and it has not ended: a later one ends and is spread before it.
            ledger.run(later -> WebhookEvents.note(later, WebhookType.FILE_RECEIVED, "lakeside", "file_2", "file_2"));
            ledger.run(tx -> WebhookEvents.spread(tx, 500));
            assertThat(deliveries(earlier, endpoint)).isEqualTo(1);
        });
        ledger.run(tx -> WebhookEvents.spread(tx, 500));
        ledger.run(tx -> WebhookEvents.spread(tx, 500));
        assertThat(ledger.<Long>transact(tx -> deliveries(tx, endpoint))).isEqualTo(2);
    }

    private static long deliveries(Tx tx, String endpoint) throws SQLException {
        return Sql.number(tx.connection(), "select count(*) from webhook_deliveries where endpoint_id = ?", endpoint);
    }

    @Test
    void areForgottenAfterAMonthUnlessTheyStillWait() {
        String endpoint = listen("file.received");
        ledger.run(tx -> {
            WebhookEvents.note(tx, WebhookType.FILE_RECEIVED, "lakeside", "file_1", "file_1");
            WebhookEvents.note(tx, WebhookType.FILE_RECEIVED, "lakeside", "file_2", "file_2");
        });
        ledger.run(tx -> WebhookEvents.spread(tx, 500));
        ledger.run(tx -> Sql.update(
                tx.connection(),
                """
                update webhook_deliveries set state = 'DELIVERED' where endpoint_id = ? and event_seq = (
                    select seq from webhook_events where evidence = 'file_1')""",
                endpoint));
        ledgers.clock().move(Duration.ofDays(31));
        ledger.run(tx -> WebhookEvents.sweep(tx, Duration.ofDays(30)));
        ledgers.clock().move(Duration.ofDays(-31));

        assertThat(told()).extracting(Told::evidence).containsExactly("file_2");
    }
}
