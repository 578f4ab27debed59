package org.clearlane.console;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.clearlane.store.Sql;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger.Tx;

/** Files and claims as pages find them in the ledger, written down row by row. */
final class LedgerRows {

    /** A claim of two segments; the second one is what a finding is about. */
    static final String CLAIM = "CLM*%s*128.00***11:B:1~HI*ABK:G35~";

    private final ConsoleHouse house;

    LedgerRows(ConsoleHouse house) {
        this.house = house;
    }

    /** A file of a practice with one claim in it, in this state; returns the claim's id. */
    String claim(String practice, String number, String state, String payer, long cents) {
        String text = CLAIM.formatted(number);
        Archive.Kept kept = house.archive()
                .keep(
                        new ByteArrayInputStream(
                                ("ISA…~" + practice + number + "~" + text).getBytes(StandardCharsets.UTF_8)),
                        10_000);
        int offset = ("ISA…~" + practice + number + "~").getBytes(StandardCharsets.UTF_8).length;
        return house.ledger().transact(tx -> {
            String file = tx.ids().next("file_");
            Sql.update(
                    tx.connection(),
                    """
                    insert into files (id, practice_id, door, original_name, arrival, format, sha256, size_bytes, archive_key,
                        state, verdict, received_at)
                    values (?, ?, 'api', ?, 'test', 'X12', ?, ?, ?, 'JUDGED', 'PARTIAL', ?)""",
                    file,
                    practice,
                    number + ".edi",
                    kept.sha256(),
                    kept.size(),
                    kept.key(),
                    tx.now());
            String interchange = tx.ids().next("int_");
            Sql.update(
                    tx.connection(),
                    """
                    insert into interchanges (id, file_id, practice_id, ordinal, sender, receiver, control, usage, separators)
                    values (?, ?, ?, 1, 'S', 'R', ?, 'P', ?)""",
                    interchange,
                    file,
                    practice,
                    number,
                    "*:^~".getBytes(StandardCharsets.US_ASCII));
            String set = tx.ids().next("set_");
            Sql.update(
                    tx.connection(),
                    """
                    insert into transaction_sets (id, interchange_id, file_id, practice_id, group_control, version, set_control,
                        bht03, bht06, kind)
                    values (?, ?, ?, ?, '1', '005010X222A1', '0001', 'B', 'CH', '837P')""",
                    set,
                    interchange,
                    file,
                    practice);
            return claim(tx, practice, number, state, payer, cents, file, set, offset, text.length());
        });
    }

    /** A claim that is with its payer; returns its id. */
    String sent(String practice, String number, String payer, long cents) {
        String id = claim(practice, number, "SENT", payer, cents);
        house.ledger()
                .run(tx -> Sql.update(tx.connection(), "update claims set outbound_id = 'out_none' where id = ?", id));
        return id;
    }

    private static String claim(
            Tx tx,
            String practice,
            String number,
            String state,
            String payer,
            long cents,
            String file,
            String set,
            int offset,
            int length)
            throws SQLException {
        String id = tx.ids().next("clm_");
        Sql.update(
                tx.connection(),
                """
                insert into claims (id, practice_id, file_id, set_id, ordinal, patient_control_number, charge_cents, frequency,
                    payer_claim_number, billing_npi, tax_id, payer_code, payer_id, service_from, service_to, test, position,
                    provider_offset, provider_length, subscriber_offset, subscriber_length, claim_offset, claim_length, state,
                    received_at, state_since)
                values (?, ?, ?, ?, 1, ?, ?, '1', '', '2000000010', '990000001', ?, ?, date '2026-03-04', date '2026-03-04',
                    false, 10, 0, 0, 0, 0, ?, ?, ?, ?, ?)""",
                id,
                practice,
                file,
                set,
                number,
                cents,
                payer,
                payer,
                (long) offset,
                length,
                state,
                tx.now(),
                tx.now());
        Sql.update(
                tx.connection(),
                """
                insert into claim_events (claim_id, practice_id, at, from_state, to_state, cause, actor, evidence)
                values (?, ?, ?, 'RECEIVED', ?, 'judged', 'clearlane', ?)""",
                id,
                practice,
                tx.now(),
                state,
                file);
        Sql.update(
                tx.connection(),
                """
                insert into findings (file_id, ordinal, practice_id, claim_id, set_id, code, snip, severity, loop, segment, position,
                    element, component, repeat, byte_offset, ik3, ik4, ik5, value, message, mend)
                values (?, 1, ?, ?, ?, 'diagnosis.code.heading', 5, 'ERROR', '2300', 'HI', 11, 1, 2, 0, 0, '', '', '', 'G35',
                    'Diagnosis 1 is a heading and needs more digits.', 'Send the most specific code below it.')""",
                file,
                practice,
                id,
                set);
        return id;
    }

    /** An interchange to a payer with these claims in one set; returns its id. */
    String batch(String payer, long control, String... claims) {
        return house.ledger().transact(tx -> {
            String id = tx.ids().next("ich_");
            Sql.update(
                    tx.connection(),
                    """
                    insert into outbound_interchanges (id, payer_id, control, group_control, usage, name, payload_id, archive_key,
                        sha256, size_bytes, claims_total, charge_cents, state, created_at, sent_at)
                    select ?, ?, ?, ?, 'P', ?, gen_random_uuid(), repeat('0', 64), repeat('0', 64), 1, count(*),
                        sum(charge_cents), 'SENT', ?, ? from claims where id = any(?)""",
                    id,
                    payer,
                    control,
                    control,
                    payer + "_" + control + ".837",
                    tx.now(),
                    tx.now(),
                    claims);
            Sql.update(
                    tx.connection(),
                    """
                    insert into outbound_sets (outbound_id, set_control, bht03, claims_total, charge_cents)
                    select ?, '0001', ?, count(*), sum(charge_cents) from claims where id = any(?)""",
                    id,
                    id.substring(4) + "-1",
                    claims);
            Sql.update(
                    tx.connection(),
                    """
                    insert into submissions (claim_id, outbound_id, practice_id, set_control, position)
                    select id, ?, practice_id, '0001', 10 from claims where id = any(?)""",
                    id,
                    claims);
            Sql.update(
                    tx.connection(),
                    """
                    insert into outbound_parts (outbound_id, practice_id, claims_total, charge_cents)
                    select ?, practice_id, count(*), sum(charge_cents) from claims where id = any(?) group by practice_id""",
                    id,
                    claims);
            Sql.update(tx.connection(), "update claims set outbound_id = ? where id = any(?)", id, claims);
            return id;
        });
    }

    /** Something in a practice's mailbox; returns its id. */
    String delivery(String practice, String file, String kind, String text) {
        Archive.Kept kept =
                house.archive().keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 10_000);
        return house.ledger()
                .transact(
                        tx -> org.clearlane.store.ledger.Mailbox.put(tx, practice, kind, "999.x12", kept, file, null));
    }
}
