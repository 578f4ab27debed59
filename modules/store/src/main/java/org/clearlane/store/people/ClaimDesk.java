package org.clearlane.store.people;

import java.sql.SQLException;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** What people write on a claim, and whose work it is. The caller has made sure that the claim is the practice's. */
public final class ClaimDesk {

    private ClaimDesk() {}

    /** Adds a note; there is no way to change or remove one. */
    public static void note(Tx tx, String claimId, String practiceId, String personId, String personName, String note)
            throws SQLException {
        Sql.update(
                tx.connection(),
                "insert into claim_notes (id, claim_id, practice_id, at, person_id, person_name, note) values (?, ?, ?, ?, ?, ?, ?)",
                tx.ids().next("note_"),
                claimId,
                practiceId,
                tx.now(),
                personId,
                personName,
                note);
    }

    /** Makes a claim somebody's work; whoever had it before has it no longer. */
    public static void assign(Tx tx, String claimId, String practiceId, String personId, String personName)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into claim_assignments (claim_id, practice_id, person_id, person_name, changed_at) values (?, ?, ?, ?, ?)
                on conflict (claim_id) do update set person_id = excluded.person_id, person_name = excluded.person_name,
                    resolved_at = null, changed_at = excluded.changed_at""",
                claimId,
                practiceId,
                personId,
                personName,
                tx.now());
    }

    /** The work is done; false when it was nobody's. */
    public static boolean resolve(Tx tx, String claimId) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        "update claim_assignments set resolved_at = ?, changed_at = ? where claim_id = ? and resolved_at is null",
                        tx.now(),
                        tx.now(),
                        claimId)
                == 1;
    }
}
