package org.clearlane.console.screens.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.clearlane.console.web.Words;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;

/**
 * A claim in a list.
 *
 * @param patient last and first name in plain capitals, as they are searched for; empty where the claim entered before names were
 *     kept
 */
public record ClaimRow(
        String id,
        String patientControlNumber,
        String patient,
        String payer,
        LocalDate serviceFrom,
        LocalDate serviceTo,
        Money charge,
        Money paid,
        ClaimState state,
        Instant receivedAt,
        String assignee) {

    static final String COLUMNS =
            """
            c.id, c.patient_control_number, coalesce(c.payer_id, c.payer_code) as payer, c.service_from, c.service_to,
            c.charge_cents, c.paid_cents, c.state, c.received_at, w.person_name as assignee,
            (select p.last_name || case when p.first_name = '' then '' else ', ' || p.first_name end from claim_people p
                where p.claim_id = c.id and p.part = 'P') as patient""";

    static ClaimRow of(ResultSet row) throws SQLException {
        return new ClaimRow(
                row.getString("id"),
                row.getString("patient_control_number"),
                Optional.ofNullable(row.getString("patient")).orElse(""),
                row.getString("payer"),
                Sql.date(row, "service_from"),
                Sql.date(row, "service_to"),
                new Money(row.getLong("charge_cents")),
                new Money(row.getLong("paid_cents")),
                ClaimState.valueOf(row.getString("state")),
                Sql.instant(row, "received_at"),
                row.getString("assignee"));
    }

    /** The state in words. */
    public String words() {
        return Words.of(state);
    }

    public String colour() {
        return Words.colour(state);
    }

    /** The day or days of service. */
    public String service() {
        if (serviceFrom == null) {
            return "";
        }
        return serviceTo == null || serviceTo.equals(serviceFrom)
                ? serviceFrom.toString()
                : serviceFrom + " – " + serviceTo;
    }
}
