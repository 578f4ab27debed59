package org.clearlane.app.money;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearlane.app.money.Printing.Row;
import org.clearlane.model.Money;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.profiles.Profiles;
import org.clearlane.remittance.AdjustmentKind;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.AdjustmentLabels.Kind;
import org.clearlane.remittance.AdjustmentLabels.Label;
import org.clearlane.remittance.denial.CoreScenario;
import org.clearlane.remittance.denial.CoreScenarios;
import org.clearlane.remittance.denial.DenialDeadline;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Every refused amount of claims that stand denied or paid in part, by the decision that counts now. */
final class DenialView {

    static final List<String> COLUMNS = List.of(
            "claim",
            "practice",
            "patientControlNumber",
            "payer",
            "procedure",
            "code",
            "reason",
            "remarks",
            "scenario",
            "amount",
            "decidedOn",
            "ageDays",
            "deadline",
            "mend");
    static final List<String> SUMMARY = List.of("key", "refusals", "claims", "amount", "oldestDays");

    private final AdjustmentLabels labels;
    private final CoreScenarios scenarios;
    private final Profiles profiles;
    private final LocalDate today;

    DenialView(AdjustmentLabels labels, CoreScenarios scenarios, Profiles profiles, LocalDate today) {
        this.labels = labels;
        this.scenarios = scenarios;
        this.profiles = profiles;
        this.today = today;
    }

    /** One refused amount as the ledger has it. */
    private record Refusal(
            String claim,
            String practice,
            String number,
            String payer,
            String procedure,
            Adjustment adjustment,
            List<String> remarks,
            LocalDate servedOn,
            LocalDate decidedOn) {}

    /** Those of this payer and practice, or of all where null; soonest deadline first, then most money. */
    List<Row> list(Tx tx, String payer, String practice) throws SQLException {
        return Sql.list(
                        tx.connection(),
                        """
                        select c.id, c.practice_id, c.patient_control_number, c.payer_id, coalesce(l.procedure, '') as procedure,
                            a.group_code, a.reason, a.amount_cents, a.quantity, p.remarks as claim_remarks,
                            coalesce(l.remarks, '') as line_remarks, c.service_from, r.paid_on, r.received_at
                        from claims c
                        join claim_payments p on p.claim_id = c.id and p.posted
                        join remittances r on r.id = p.remittance_id
                        join adjustments a on a.claim_payment_id = p.id
                        left join line_payments l on l.claim_payment_id = p.id and l.ordinal = a.line_ordinal
                        where c.state in ('DENIED', 'PARTLY_PAID')
                            and p.id = (select max(q.id) from claim_payments q
                                where q.claim_id = c.id and q.posted and q.status <> '22')
                            and (?::text is null or c.payer_id = ?) and (?::text is null or c.practice_id = ?)
                        order by c.id, a.ordinal""",
                        DenialView::read,
                        payer,
                        payer,
                        practice,
                        practice)
                .stream()
                .filter(refusal -> AdjustmentKind.of(refusal.adjustment()) == AdjustmentKind.REFUSED
                        && refusal.adjustment().amount().cents() > 0)
                .sorted(java.util.Comparator.comparing((Refusal refusal) ->
                                deadline(refusal).next(today).orElse(LocalDate.MAX))
                        .thenComparing(refusal -> -refusal.adjustment().amount().cents()))
                .map(this::row)
                .toList();
    }

    private static Refusal read(ResultSet row) throws SQLException {
        LocalDate paidOn = Sql.date(row, "paid_on");
        return new Refusal(
                row.getString("id"),
                row.getString("practice_id"),
                row.getString("patient_control_number"),
                row.getString("payer_id"),
                row.getString("procedure"),
                new Adjustment(
                        row.getString("group_code"),
                        row.getString("reason"),
                        new Money(row.getLong("amount_cents")),
                        row.getString("quantity")),
                Stream.of(row.getString("line_remarks"), row.getString("claim_remarks"))
                        .flatMap(remarks -> Stream.of(remarks.split(" ")))
                        .filter(remark -> !remark.isBlank())
                        .distinct()
                        .toList(),
                Sql.date(row, "service_from"),
                paidOn == null
                        ? Sql.instant(row, "received_at").atZone(ZoneOffset.UTC).toLocalDate()
                        : paidOn);
    }

    private DenialDeadline deadline(Refusal refusal) {
        PayerProfile.Deadlines days =
                profiles.payer(refusal.payer()).map(PayerProfile::deadlines).orElse(PayerProfile.Deadlines.NONE);
        return DenialDeadline.of(refusal.decidedOn(), refusal.servedOn(), days.appealDays(), days.filingDays());
    }

    private Row row(Refusal refusal) {
        String reason = refusal.adjustment().reason();
        Optional<CoreScenario> scenario = scenarios.of(reason);
        String mend = labels.find(Kind.CARC, reason)
                .map(Label::mend)
                .filter(words -> !words.isEmpty())
                .or(() -> scenario.map(CoreScenario::mend))
                .orElse("Ask the payer what it needs.");
        return new Row()
                .with("claim", refusal.claim())
                .with("practice", refusal.practice())
                .with("patientControlNumber", refusal.number())
                .with("payer", refusal.payer())
                .with("procedure", refusal.procedure())
                .with("code", refusal.adjustment().code())
                .with("reason", labels.text(refusal.adjustment()))
                .with("remarks", String.join(" ", refusal.remarks()))
                .with(
                        "scenario",
                        scenario.map(it -> it.number() + " " + it.inWords()).orElse("none"))
                .with("amount", refusal.adjustment().amount())
                .with("decidedOn", refusal.decidedOn())
                .with("ageDays", ChronoUnit.DAYS.between(refusal.decidedOn(), today))
                .with("deadline", deadline(refusal).inWords(today))
                .with("mend", mend);
    }

    /** What they come to by one of their columns, most money first. */
    static List<Row> summary(List<Row> rows, String column) {
        Map<Object, List<Row>> groups = rows.stream()
                .collect(
                        Collectors.groupingBy(row -> row.cells().get(column), LinkedHashMap::new, Collectors.toList()));
        record Group(Object key, List<Row> rows, Money amount) {}
        List<Group> sums = new ArrayList<>();
        groups.forEach((key, group) -> {
            Money sum = Money.ZERO;
            for (Row row : group) {
                sum = sum.plus(Money.of((String) row.cells().get("amount")));
            }
            sums.add(new Group(key, group, sum));
        });
        return sums.stream()
                .sorted(java.util.Comparator.comparing(Group::amount).reversed())
                .map(group -> new Row()
                        .with("key", group.key())
                        .with("refusals", group.rows().size())
                        .with(
                                "claims",
                                group.rows().stream()
                                        .map(row -> row.cells().get("claim"))
                                        .distinct()
                                        .count())
                        .with("amount", group.amount())
                        .with(
                                "oldestDays",
                                group.rows().stream()
                                        .mapToLong(row -> (Long) row.cells().get("ageDays"))
                                        .max()
                                        .orElse(0)))
                .toList();
    }
}
