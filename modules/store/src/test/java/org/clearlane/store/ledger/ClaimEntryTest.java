package org.clearlane.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;
import org.clearlane.model.finding.SourceCell;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LedgerServer.class)
class ClaimEntryTest {

    private static Ledgers ledgers;
    private static Ledger ledger;
    private static int tests;

    private String file;
    /** Tells this test's claims and keys from those of the others. */
    private String own;

    @BeforeAll
    static void open(Ledgers empty) {
        ledgers = empty;
        ledger = empty.ledger();
    }

    @BeforeEach
    void handInAFile() {
        file = ledgers.file("lakeside");
        own = "t" + ++tests + "_";
    }

    private String claim(int number) {
        return "clm_" + own + number;
    }

    @Test
    void givesEachClaimItsStateAndItsFirstEvent() {
        ledger.run(tx -> {
            ClaimEntry entry = new ClaimEntry(tx, "lakeside", file);
            entry.add(
                    "set_1",
                    List.of(
                            NewClaims.queued(claim(1), 1),
                            NewClaims.of(claim(2), 2, "LFC-2", ClaimState.HELD, "its payer is unknown"),
                            NewClaims.of(claim(3), 3, "LFC-3", ClaimState.REJECTED_CLAIM, null)));
            entry.enterAll();
        });

        assertThat(states()).containsExactly("QUEUED", "HELD its payer is unknown", "REJECTED_CLAIM");
        assertThat(events())
                .containsExactly(
                        "RECEIVED QUEUED judged " + file + " ",
                        "RECEIVED HELD judged " + file + " its payer is unknown",
                        "RECEIVED REJECTED_CLAIM judged " + file + " ");
    }

    @Test
    void takesTextThatLooksLikeSqlOrLikeItsOwnEscapes() {
        String awkward = "\\N\t'; drop table claims; --\n\\.\r";
        ledger.run(tx -> {
            ClaimEntry entry = new ClaimEntry(tx, "lakeside", file);
            entry.add("set_1", List.of(NewClaims.of(claim(1), 1, awkward, ClaimState.QUEUED, null)));
            entry.enterAll();
        });

        assertThat(list("select patient_control_number from claims where file_id = ?"))
                .containsExactly(awkward);
    }

    @Test
    void namesTheClaimOfAnEarlierFileThatHasTheSameKey() {
        reserveAndEnter(Map.of(claim(1), own + "key"));

        Map<String, String> taken = ledger.transact(
                tx -> new ClaimEntry(tx, "lakeside", ledgers.file("lakeside")).reserve(Map.of(claim(2), own + "key")));

        assertThat(taken).containsExactly(Map.entry(claim(2), claim(1)));
    }

    @Test
    void namesTheFirstOfTwoClaimsOfOneSliceThatHaveTheSameKey() {
        Map<String, String> slice = new LinkedHashMap<>();
        slice.put(claim(1), own + "same");
        slice.put(claim(2), own + "other");
        slice.put(claim(3), own + "same");

        Map<String, String> taken = ledger.transact(tx -> new ClaimEntry(tx, "lakeside", file).reserve(slice));

        assertThat(taken).containsExactly(Map.entry(claim(3), claim(1)));
    }

    @Test
    void namesTheClaimOfAnEarlierSliceOfTheSameFileThatHasTheSameKey() {
        ledger.run(tx -> {
            ClaimEntry entry = new ClaimEntry(tx, "lakeside", file);
            assertThat(entry.reserve(Map.of(claim(1), own + "key"))).isEmpty();

            assertThat(entry.reserve(Map.of(claim(2), own + "key"))).containsExactly(Map.entry(claim(2), claim(1)));
        });
    }

    @Test
    void knowsNothingOfAnotherPracticesKeys() {
        reserveAndEnter(Map.of(claim(1), own + "key"));

        Map<String, String> taken = ledger.transact(
                tx -> new ClaimEntry(tx, "harbor", ledgers.file("harbor")).reserve(Map.of(claim(2), own + "key")));

        assertThat(taken).isEmpty();
    }

    @Test
    void reservesNothingForNoClaims() {
        assertThat(ledger.<Map<String, String>>transact(tx -> new ClaimEntry(tx, "lakeside", file).reserve(Map.of())))
                .isEmpty();
    }

    @Test
    void letsTheSecondOfTwoFilesJudgedAtTheSameTimeSeeTheFirstOnesKeys() throws Exception {
        CountDownLatch reserved = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            Future<Map<String, String>> first = nodes.submit(() -> ledger.transact(tx -> {
                Map<String, String> taken = new ClaimEntry(tx, "lakeside", file).reserve(Map.of(claim(1), own + "key"));
                reserved.countDown();
                awaited(commit);
                return taken;
            }));
            awaited(reserved);
            String other = ledgers.file("lakeside");
            Future<Map<String, String>> second = nodes.submit(() -> ledger.transact(
                    tx -> new ClaimEntry(tx, "lakeside", other).reserve(Map.of(claim(2), own + "key"))));
            commit.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS)).isEmpty();
            assertThat(second.get(10, TimeUnit.SECONDS)).containsExactly(Map.entry(claim(2), claim(1)));
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesOneSetAndLeavesTheOthersAlone() {
        ledger.run(tx -> {
            ClaimEntry entry = new ClaimEntry(tx, "lakeside", file);
            entry.add("set_1", List.of(NewClaims.queued(claim(1), 1)));
            entry.add(
                    "set_2",
                    List.of(
                            NewClaims.queued(claim(2), 2),
                            NewClaims.of(claim(3), 3, "LFC-3", ClaimState.HELD, "its payer is unknown")));
            entry.refuseSet("set_2");
            entry.enterAll();
        });

        assertThat(states()).containsExactly("QUEUED", "REJECTED_FILE", "REJECTED_FILE");
    }

    @Test
    void refusesEveryClaimThatHasNotEnteredYet() {
        ledger.run(tx -> {
            ClaimEntry entry = new ClaimEntry(tx, "lakeside", file);
            entry.add("set_1", List.of(NewClaims.queued(claim(1), 1)));
            entry.enterAll();
            entry.add("set_2", List.of(NewClaims.queued(claim(2), 2)));
            entry.refuseAll();
            entry.enterAll();
        });

        assertThat(states()).containsExactly("QUEUED", "REJECTED_FILE");
    }

    @Test
    void givesTheKeysOfRefusedClaimsBack() {
        ledger.run(tx -> {
            ClaimEntry entry = new ClaimEntry(tx, "lakeside", file);
            entry.reserve(
                    Map.of(claim(1), own + "refused", claim(2), own + "refused with its set", claim(3), own + "taken"));
            entry.add(
                    "set_1",
                    List.of(
                            NewClaims.of(claim(1), 1, "LFC-1", ClaimState.REJECTED_CLAIM, null),
                            NewClaims.queued(claim(3), 3)));
            entry.add("set_2", List.of(NewClaims.queued(claim(2), 2)));
            entry.refuseSet("set_2");
            entry.enterAll();
        });

        Map<String, String> taken = ledger.transact(tx -> new ClaimEntry(tx, "lakeside", ledgers.file("lakeside"))
                .reserve(Map.of(
                        claim(4), own + "refused", claim(5), own + "refused with its set", claim(6), own + "taken")));
        assertThat(taken).containsExactly(Map.entry(claim(6), claim(3)));
    }

    @Test
    void givesTheKeysOfClaimsBackThatThePayerRefused() {
        reserveAndEnter(Map.of(claim(1), own + "key"));

        ledger.run(tx -> ClaimEntry.release(tx, List.of(claim(1))));

        assertThat(ledger.<Map<String, String>>transact(tx -> new ClaimEntry(tx, "lakeside", ledgers.file("lakeside"))
                        .reserve(Map.of(claim(2), own + "key"))))
                .isEmpty();
    }

    @Test
    void keepsWhatWasFoundInTheOrderItWasFound() {
        Finding first = finding("claim.charge.sum", ClaimStatus.of("A7:178"), null);
        Finding second = finding("csv.date.unreadable", null, new SourceCell(9, "service_date"));
        ledger.run(tx -> {
            ClaimEntry entry = new ClaimEntry(tx, "lakeside", file);
            entry.add("set_1", List.of(NewClaims.queued(claim(1), 1)));
            entry.add(first, claim(1), "set_1");
            entry.enterAll();
            entry.add(second, null, null);
            entry.flushFindings();
        });

        assertThat(
                        list(
                                """
                        select concat_ws(' ', ordinal, coalesce(claim_id, 'whole file'), code, snip, severity, loop, segment,
                            position, element, coalesce(status, 'no status'), source_row, source_column)
                        from findings where file_id = ? order by ordinal"""))
                .containsExactly(
                        "1 " + claim(1) + " claim.charge.sum 3 ERROR 2300 CLM 21 2 A7:178",
                        "2 whole file csv.date.unreadable 3 ERROR 2300 CLM 21 2 no status 9 service_date");
    }

    @Test
    void leavesNothingOfAFileWhoseTransactionFails() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.run(tx -> {
                    ClaimEntry entry = new ClaimEntry(tx, "lakeside", file);
                    entry.reserve(Map.of(claim(1), own + "key"));
                    entry.add("set_1", List.of(NewClaims.queued(claim(1), 1)));
                    entry.enterAll();
                    throw new IllegalStateException("judging failed");
                }));

        assertThat(states()).isEmpty();
        assertThat(list("select claim_id from claim_keys where claim_key = ?", own + "key"))
                .isEmpty();
    }

    private void reserveAndEnter(Map<String, String> keys) {
        ledger.run(tx -> {
            ClaimEntry entry = new ClaimEntry(tx, "lakeside", file);
            entry.reserve(keys);
            for (String id : keys.keySet()) {
                entry.add("set_1", List.of(NewClaims.queued(id, 1)));
            }
            entry.enterAll();
        });
    }

    private static Finding finding(String code, ClaimStatus status, SourceCell cell) {
        return new Finding(
                code,
                3,
                Severity.ERROR,
                Place.ofSegment("2300", "CLM", 21).atElement(2),
                AckCodes.NONE,
                status,
                "132",
                "The total is not the sum.",
                "Make it the sum.",
                cell);
    }

    private List<String> states() {
        return list("select concat_ws(' ', state, hold_reason) from claims where file_id = ? order by ordinal");
    }

    private List<String> events() {
        return list(
                """
                select concat(e.from_state, ' ', e.to_state, ' ', e.cause, ' ', e.evidence, ' ', e.detail)
                from claim_events e join claims c on c.id = e.claim_id where c.file_id = ? order by e.seq""");
    }

    private List<String> list(String sql) {
        return list(sql, file);
    }

    private static List<String> list(String sql, String value) {
        return ledger.transact((Tx tx) -> texts(tx, sql, value));
    }

    private static List<String> texts(Tx tx, String sql, String value) throws SQLException {
        return Sql.list(tx.connection(), sql, row -> row.getString(1), value);
    }
}
