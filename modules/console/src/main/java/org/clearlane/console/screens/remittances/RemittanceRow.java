package org.clearlane.console.screens.remittances;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;

/**
 * A remittance in a list.
 *
 * @param own the part of the practice that looks; the whole for somebody who sees all
 * @param claims how many of its claims are the practice's; -1 where that is not said
 * @param countsAs as which it counts since somebody accepted it, or null
 * @param settledOn when the bank says its money came, or null
 * @param bankAmount what the bank says came, or null
 */
public record RemittanceRow(
        String id,
        LocalDate paidOn,
        String payerId,
        String payerName,
        String trace,
        String method,
        Money amount,
        Money own,
        int claims,
        String state,
        String problem,
        Money difference,
        String duplicateOf,
        String countsAs,
        Instant receivedAt,
        LocalDate settledOn,
        Money bankAmount) {

    static RemittanceRow of(ResultSet row) throws SQLException {
        LocalDate settledOn = Sql.date(row, "settled_on");
        return new RemittanceRow(
                row.getString("id"),
                Sql.date(row, "paid_on"),
                row.getString("payer_id"),
                row.getString("payer_name"),
                row.getString("trace"),
                row.getString("method"),
                new Money(row.getLong("amount_cents")),
                new Money(row.getLong("own_cents")),
                row.getInt("own_claims"),
                row.getString("state"),
                row.getString("problem"),
                new Money(row.getLong("difference_cents")),
                row.getString("duplicate_of"),
                row.getString("counts_as"),
                Sql.instant(row, "received_at"),
                settledOn,
                settledOn == null ? null : new Money(row.getLong("bank_cents")));
    }

    /** The state in words. */
    public String words() {
        return words(state, difference);
    }

    static String words(String state, Money difference) {
        return switch (state) {
            case "POSTED" -> difference.isZero() ? "Balanced" : "Counts with a difference";
            case "UNBALANCED" -> "Held: does not add up";
            case "ACCEPTED" -> "Accepted, counts as another";
            case "DUPLICATE" -> "Came twice";
            default -> "Held: not readable";
        };
    }

    /** The colour that goes with it. */
    public String colour() {
        return switch (state) {
            case "POSTED" -> difference.isZero() ? "good" : "wait";
            case "UNBALANCED", "UNREADABLE" -> "bad";
            default -> "plain";
        };
    }

    /** Whether a bank's entry is to be expected. */
    public boolean expectsMoney() {
        return (state.equals("POSTED") || state.equals("UNBALANCED"))
                && !amount.isZero()
                && !method.equals("CHK")
                && !method.equals("NON");
    }

    /** How the money comes. */
    public static String method(String code) {
        return switch (code) {
            case "ACH" -> "bank transfer";
            case "CHK" -> "cheque";
            case "FWT" -> "wire";
            case "NON" -> "no money moves";
            default -> code;
        };
    }

    public String methodInWords() {
        return method(method);
    }

    /** What the bank says, in words. */
    public String bank(LocalDate today, boolean banksAreRead) {
        if (settledOn != null) {
            return bankAmount.equals(amount)
                    ? "came on " + settledOn
                    : "$" + bankAmount + " came on " + settledOn + ", another amount";
        }
        if (!expectsMoney()) {
            return "";
        }
        return banksAreRead ? "missing for " + age(today) + " days" : "no bank file read yet";
    }

    /** The colour that goes with it. */
    public String bankColour(boolean banksAreRead) {
        if (settledOn != null) {
            return bankAmount.equals(amount) ? "good" : "wait";
        }
        return banksAreRead ? "wait" : "plain";
    }

    private long age(LocalDate today) {
        LocalDate since = paidOn == null ? receivedAt.atZone(ZoneOffset.UTC).toLocalDate() : paidOn;
        return Math.max(0, ChronoUnit.DAYS.between(since, today));
    }
}
