package org.clearlane.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.clearlane.store.Sql;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.FileLedger.ReceivedFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LedgerServer.class)
class FileLedgerTest {

    private static Ledgers ledgers;
    private static Ledger ledger;

    @BeforeAll
    static void open(Ledgers empty) {
        ledgers = empty;
        ledger = empty.ledger();
    }

    @Test
    void entersTheSameBytesOfAPracticeOnce() {
        assertThat(enter("file_a1", "lakeside", "a")).isEmpty();

        assertThat(enter("file_a2", "lakeside", "a")).map(ReceivedFile::id).contains("file_a1");
        assertThat(enter("file_a3", "harbor", "a")).isEmpty();
        assertThat(ledger.<Optional<ReceivedFile>>transact(tx -> FileLedger.find(tx, "file_a2")))
                .isEmpty();
    }

    @Test
    void tellsOneArrivalOfAFileFromAnother() {
        enter("file_b1", "lakeside", "b");

        ledger.run(tx -> {
            ReceivedFile file = FileLedger.find(tx, "file_b1").orElseThrow();
            assertThat(FileLedger.knowsArrival(tx, file, "monday")).isTrue();
            assertThat(FileLedger.knowsArrival(tx, file, "tuesday")).isFalse();

            FileLedger.repeated(tx, file, "folder", "again.edi", "tuesday");

            assertThat(FileLedger.knowsArrival(tx, file, "tuesday")).isTrue();
        });
    }

    @Test
    void takesAnInterchangeControlNumberOfASenderOnce() {
        assertThat(reserve("lakeside", "LAKESIDE01", "000000007")).isTrue();

        assertThat(reserve("lakeside", "LAKESIDE01", "000000007")).isFalse();
        assertThat(reserve("lakeside", "LAKESIDE02", "000000007")).isTrue();
        assertThat(reserve("harbor", "LAKESIDE01", "000000007")).isTrue();
    }

    @Test
    void keepsHowAFileWasJudged() {
        enter("file_c1", "lakeside", "c");
        ledger.run(tx -> FileLedger.judged(
                tx, "file_c1", new FileLedger.Outcome("PARTIAL", "x12", 3, 1, 1, 1, Money.of("1234.5"), null)));

        ReceivedFile judged =
                ledger.transact(tx -> FileLedger.lock(tx, "file_c1").orElseThrow());
        assertThat(judged.judged()).isTrue();
        assertThat(ledger.<Long>transact(
                        tx -> Sql.number(tx.connection(), "select charge_cents from files where id = ?", "file_c1")))
                .isEqualTo(123_450);
    }

    @Test
    void usesAnIdempotencyKeyOnce() {
        assertThat(ledger.<Boolean>transact(tx -> IdempotencyKeys.use(tx, "lakeside", "key-1", "sha", "file_x", false)))
                .isTrue();

        assertThat(ledger.<Boolean>transact(
                        tx -> IdempotencyKeys.use(tx, "lakeside", "key-1", "other", "file_y", false)))
                .isFalse();
        assertThat(ledger.<Optional<IdempotencyKeys.Used>>transact(tx -> IdempotencyKeys.find(tx, "lakeside", "key-1")))
                .contains(new IdempotencyKeys.Used("sha", "file_x", false));
        assertThat(ledger.<Optional<IdempotencyKeys.Used>>transact(tx -> IdempotencyKeys.find(tx, "harbor", "key-1")))
                .isEmpty();
    }

    @Test
    void putsTheSameThingOnTheWorklistOnce() {
        for (String message : new String[] {"first", "second"}) {
            ledger.run(tx ->
                    Worklist.put(tx, Worklist.Kind.PARKED_SENDING, "ich_9", null, "northwind", message, Money.of("1")));
        }
        ledger.run(tx -> Worklist.put(tx, Worklist.Kind.UNKNOWN_OUTCOME, "ich_9", null, "northwind", "third", null));
        assertThat(openWork("ich_9")).isEqualTo(2);

        ledger.run(tx -> Worklist.resolve(tx, Worklist.Kind.PARKED_SENDING, "ich_9", "the payer has it"));

        assertThat(openWork("ich_9")).isOne();
    }

    @Test
    void bringsBackWhatWasSettledAndIsWrongAgain() {
        put("clm_9", "cannot be written for northwind");
        ledger.run(tx -> Worklist.resolve(tx, Worklist.Kind.UNWRITABLE_CLAIM, "clm_9", "sent to blue-harbor"));
        assertThat(openWork("clm_9")).isZero();

        put("clm_9", "cannot be written for blue-harbor");

        assertThat(openWork("clm_9")).isOne();
        assertThat(ledger.<String>transact(tx -> Sql.first(
                                tx.connection(),
                                "select message from worklist where subject = ?",
                                row -> row.getString(1),
                                "clm_9")
                        .orElseThrow()))
                .isEqualTo("cannot be written for blue-harbor");
    }

    private static void put(String subject, String message) {
        ledger.run(tx -> Worklist.put(tx, Worklist.Kind.UNWRITABLE_CLAIM, subject, "lakeside", "payer", message, null));
    }

    @Test
    void putsClaimsIntoTheMonthOfTheirId() {
        ledger.run(Partitions::ensure);
        ledger.run(Partitions::ensure);
        String file = ledgers.file("lakeside");
        ledger.run(tx -> {
            ClaimEntry entry = new ClaimEntry(tx, "lakeside", file);
            entry.add("set_1", java.util.List.of(NewClaims.queued(tx.ids().next("clm_"), 1)));
            entry.enterAll();
        });

        assertThat(ledger.<Long>transact(tx -> Sql.number(
                        tx.connection(),
                        "select count(*) from claims where file_id = ? and tableoid = 'claims_202609'::regclass",
                        file)))
                .isOne();
    }

    private static long openWork(String subject) {
        return ledger.transact(tx -> Sql.number(
                tx.connection(), "select count(*) from worklist where subject = ? and resolved_at is null", subject));
    }

    private static Optional<ReceivedFile> enter(String id, String practice, String content) {
        Archive.Kept kept = new Archive.Kept(content.repeat(64), content.repeat(64), 10);
        return ledger.transact(tx -> FileLedger.enter(tx, id, practice, "folder", "claims.edi", "monday", kept));
    }

    private static boolean reserve(String practice, String sender, String control) {
        return ledger.transact(tx -> FileLedger.reserveControl(tx, practice, sender, control, "int_1"));
    }
}
