package org.clearlane.access;

import java.sql.SQLException;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.people.AuditTrail;
import org.clearlane.store.people.AuditTrail.Deed;
import org.clearlane.store.people.AuditTrail.Outcome;

/** Writes what people do into the audit trail, with who they are. */
public final class AccessAudit {

    private AccessAudit() {}

    /** A deed of somebody signed in, about the practice they work for. */
    public static void write(Tx tx, Visitor who, String action, String subject, Outcome outcome, String detail)
            throws SQLException {
        write(tx, who, who.practiceId(), action, subject, outcome, detail);
    }

    /** A deed of somebody signed in, about this practice's data; null for nobody's. */
    public static void write(
            Tx tx, Visitor who, String practiceId, String action, String subject, Outcome outcome, String detail)
            throws SQLException {
        AuditTrail.write(
                tx,
                new Deed(
                        who.personId(),
                        who.role().name(),
                        practiceId,
                        action,
                        subject,
                        outcome,
                        detail,
                        who.address()));
    }

    static void write(
            Tx tx,
            String actor,
            String role,
            String action,
            String subject,
            Outcome outcome,
            String detail,
            String address)
            throws SQLException {
        AuditTrail.write(tx, new Deed(actor, role, null, action, subject, outcome, detail, address));
    }
}
