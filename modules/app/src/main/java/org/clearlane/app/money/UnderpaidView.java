package org.clearlane.app.money;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.app.money.Printing.Row;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.remittance.fee.Fee;
import org.clearlane.remittance.fee.FeeSchedule;
import org.clearlane.remittance.fee.Underpayment;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.FeeLedger;
import org.clearlane.store.ledger.Ledger.Tx;

/** Lines that a payer accepted and allowed less for than the fee schedule says, most money first. */
final class UnderpaidView {

    static final List<String> COLUMNS = List.of(
            "claim",
            "practice",
            "patientControlNumber",
            "payer",
            "procedure",
            "modifiers",
            "units",
            "servedOn",
            "charge",
            "expected",
            "allowed",
            "underpaidBy",
            "remittance");

    private UnderpaidView() {}

    /** A line of the decision that counts. */
    private record Line(
            String claim,
            String practice,
            String number,
            String payer,
            String procedure,
            List<String> modifiers,
            String units,
            LocalDate servedOn,
            Money charge,
            Money paid,
            Money stated,
            String remittance,
            List<Adjustment> adjustments) {}

    static List<Row> list(Tx tx, String payer, String practice) throws SQLException {
        FeeSchedule schedule = new FeeSchedule(FeeLedger.all(tx).stream()
                .map(row -> new Fee(
                        row.payerId(),
                        row.practiceId() == null ? "" : row.practiceId(),
                        row.procedure(),
                        row.modifier(),
                        row.validFrom(),
                        row.validTo(),
                        row.amount()))
                .toList());
        record Found(Line line, Underpayment under) {}
        List<Found> found = new ArrayList<>();
        for (Line line : lines(tx, payer, practice)) {
            Optional<Fee> fee = line.servedOn() == null
                    ? Optional.empty()
                    : schedule.find(line.payer(), line.practice(), line.procedure(), line.modifiers(), line.servedOn());
            fee.flatMap(it -> Underpayment.of(
                            it.amount(), line.units(), line.charge(), line.paid(), line.stated(), line.adjustments()))
                    .ifPresent(under -> found.add(new Found(line, under)));
        }
        return found.stream()
                .sorted(Comparator.comparing((Found each) -> each.under().by()).reversed())
                .map(each -> row(each.line(), each.under()))
                .toList();
    }

    private static Row row(Line line, Underpayment under) {
        return new Row()
                .with("claim", line.claim())
                .with("practice", line.practice())
                .with("patientControlNumber", line.number())
                .with("payer", line.payer())
                .with("procedure", line.procedure())
                .with("modifiers", String.join(" ", line.modifiers()))
                .with("units", line.units().isEmpty() ? "1" : line.units())
                .with("servedOn", line.servedOn())
                .with("charge", line.charge())
                .with("expected", under.expected())
                .with("allowed", under.allowed())
                .with("underpaidBy", under.by())
                .with("remittance", line.remittance());
    }

    private static List<Line> lines(Tx tx, String payer, String practice) throws SQLException {
        Map<String, Line> byKey = new LinkedHashMap<>();
        Sql.list(
                tx.connection(),
                """
                select c.id, c.practice_id, c.patient_control_number, c.payer_id, c.service_from, p.id as payment,
                    p.remittance_id, l.ordinal, l.procedure, l.modifiers, l.units, l.service_date, l.charge_cents, l.paid_cents,
                    l.allowed_cents, a.group_code, a.reason, a.amount_cents, a.quantity
                from claims c
                join claim_payments p on p.claim_id = c.id and p.posted
                join line_payments l on l.claim_payment_id = p.id
                left join adjustments a on a.claim_payment_id = p.id and a.line_ordinal = l.ordinal
                where c.state in ('PAID', 'PARTLY_PAID')
                    and exists (select from fees f where f.payer_id = c.payer_id and f.procedure = l.procedure)
                    and p.id = (select max(q.id) from claim_payments q
                        where q.claim_id = c.id and q.posted and q.status <> '22')
                    and (?::text is null or c.payer_id = ?) and (?::text is null or c.practice_id = ?)
                order by p.id, l.ordinal, a.ordinal""",
                row -> {
                    Line line = byKey.get(row.getString("payment") + " " + row.getInt("ordinal"));
                    if (line == null) {
                        String modifiers = row.getString("modifiers");
                        line = new Line(
                                row.getString("id"),
                                row.getString("practice_id"),
                                row.getString("patient_control_number"),
                                row.getString("payer_id"),
                                row.getString("procedure"),
                                modifiers.isBlank() ? List.of() : List.of(modifiers.split(" ")),
                                row.getString("units"),
                                day(row.getString("service_date")).orElse(Sql.date(row, "service_from")),
                                new Money(row.getLong("charge_cents")),
                                new Money(row.getLong("paid_cents")),
                                row.getObject("allowed_cents") == null ? null : new Money(row.getLong("allowed_cents")),
                                row.getString("remittance_id"),
                                new ArrayList<>());
                        byKey.put(row.getString("payment") + " " + row.getInt("ordinal"), line);
                    }
                    if (row.getString("group_code") != null) {
                        line.adjustments()
                                .add(new Adjustment(
                                        row.getString("group_code"),
                                        row.getString("reason"),
                                        new Money(row.getLong("amount_cents")),
                                        row.getString("quantity")));
                    }
                    return line;
                },
                payer,
                payer,
                practice,
                practice);
        return List.copyOf(byKey.values());
    }

    private static Optional<LocalDate> day(String sent) {
        try {
            return Optional.of(LocalDate.parse(sent, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
