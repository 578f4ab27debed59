package org.clearlane.console.screens.worklist;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.model.Money;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;
import org.clearlane.transactions.t277ca.ClaimStatusLabels;

/** Reads the worklist through a practice's eyes. */
final class WorklistReading {

    /** Rows a page. */
    static final int PAGE = 50;

    private static final int MOST_GROUPS = 100;
    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,17})-(clm_[0-9A-Z]{1,40})");

    private static final Pattern STATUS = Pattern.compile("[A-Z][0-9A-Z]{1,2}:[0-9A-Z]{1,4}(:[0-9A-Z]{1,3})?");

    /** The element of a group as people name it. */
    static final String PLACE =
            """
            case when r.element = 0 then '' else r.segment || lpad(r.element::text, 2, '0')
                || case when r.component = 0 then '' else '-' || r.component end end""";

    private static final String FROM =
            " from open_refusals r left join claim_assignments w on w.claim_id = r.claim_id and w.resolved_at is null ";

    private final Connection connection;
    private final Instant now;
    private final ClaimStatusLabels labels;

    WorklistReading(Connection connection, Instant now, ClaimStatusLabels labels) {
        this.connection = connection;
        this.now = now;
        this.labels = labels;
    }

    /** The groups, those with the most money first. */
    List<WorklistGroup> groups(WorklistQuery query) throws SQLException {
        StringBuilder ages = new StringBuilder();
        List<Object> values = new ArrayList<>();
        for (Age age : Age.values()) {
            ages.append(", count(*) filter (where r.since <= ? and r.since > ?)");
            values.add(now.minus(Duration.ofDays(age.from())));
            values.add(now.minus(Duration.ofDays(age.before())));
        }
        StringBuilder where = new StringBuilder();
        query.where(where, values, now);
        values.add(MOST_GROUPS);
        return Sql.list(
                connection,
                "select r.refused_by, r.code, r.segment, r.element, r.component, min(" + PLACE
                        + ") as place, min(r.reason) as reason, count(*) as claims, sum(r.charge_cents) as cents" + ages
                        + FROM + "where " + where
                        + " group by r.refused_by, r.code, r.segment, r.element, r.component"
                        + " order by cents desc, r.code limit ?",
                row -> new WorklistGroup(
                        RefusedBy.valueOf(row.getString("refused_by")),
                        row.getString("code"),
                        row.getString("place"),
                        reason(row),
                        row.getLong("claims"),
                        new Money(row.getLong("cents")),
                        ages(row)),
                values.toArray());
    }

    private static List<Long> ages(ResultSet row) throws SQLException {
        List<Long> ages = new ArrayList<>();
        for (int i = 0; i < Age.values().length; i++) {
            ages.add(row.getLong(10 + i));
        }
        return ages;
    }

    /** What was found in words: ours as it was said, a payer's from its codes. */
    private String reason(ResultSet row) throws SQLException {
        String said = row.getString("reason");
        if (!said.isEmpty()) {
            return said;
        }
        String code = row.getString("code");
        if (code.equals("denied")) {
            return "Decided, and nothing is paid. The reasons stand on the claim.";
        }
        List<String> sentences = Arrays.stream(code.split(" "))
                .filter(each -> STATUS.matcher(each).matches())
                .map(ClaimStatus::of)
                .map(labels::sentence)
                .distinct()
                .toList();
        return sentences.isEmpty() ? "The batch it travelled in was refused as a whole." : String.join(" ", sentences);
    }

    /** One page of claims, the longest waiting first, and one row more. */
    List<WorklistClaim> claims(WorklistQuery query) throws SQLException {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        query.where(where, values, now);
        Matcher cursor = CURSOR.matcher(query.after());
        if (cursor.matches()) {
            where.append(" and (r.since, r.claim_id) > (?, ?)");
            values.add(Instant.EPOCH.plus(Long.parseLong(cursor.group(1)), ChronoUnit.MICROS));
            values.add(cursor.group(2));
        }
        values.add(PAGE + 1);
        return Sql.list(
                connection,
                """
                select r.claim_id, c.patient_control_number, r.payer, c.service_from, c.service_to, r.charge_cents, c.state,
                    r.code, r.reason, r.since, w.person_name
                from open_refusals r join claims c on c.id = r.claim_id
                left join claim_assignments w on w.claim_id = r.claim_id and w.resolved_at is null"""
                        + " where " + where + " order by r.since, r.claim_id limit ?",
                this::claim,
                values.toArray());
    }

    private WorklistClaim claim(ResultSet row) throws SQLException {
        LocalDate from = Sql.date(row, "service_from");
        LocalDate to = Sql.date(row, "service_to");
        Instant since = Sql.instant(row, "since");
        return new WorklistClaim(
                row.getString("claim_id"),
                row.getString("patient_control_number"),
                row.getString("payer"),
                from == null ? "" : to == null || to.equals(from) ? from.toString() : from + " – " + to,
                new Money(row.getLong("charge_cents")),
                ClaimState.valueOf(row.getString("state")),
                reason(row),
                since,
                Math.max(0, Duration.between(since, now).toDays()),
                row.getString("person_name"));
    }

    /** The claims of a group, no more than this. */
    List<String> ids(WorklistQuery query, int most) throws SQLException {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        query.where(where, values, now);
        values.add(most);
        return Sql.list(
                connection,
                "select r.claim_id" + FROM + "where " + where + " order by r.claim_id limit ?",
                row -> row.getString(1),
                values.toArray());
    }

    /** Of these ids, those of claims of this practice that are on the list. */
    List<String> open(List<String> ids) throws SQLException {
        return Sql.list(
                connection,
                "select claim_id from open_refusals where closed_at is null and claim_id = any(?) order by claim_id",
                row -> row.getString(1),
                (Object) ids.toArray(String[]::new));
    }

    /** The payers open claims are for. */
    List<String> payers() throws SQLException {
        return Sql.list(
                connection,
                "select distinct payer from open_refusals where closed_at is null order by 1 limit 200",
                row -> row.getString(1));
    }

    /** What waits for somebody's word, newest first. */
    List<WaitingProposal> proposals() throws SQLException {
        return Sql.list(
                connection,
                """
                select id, proposed_by_name, proposed_at, claims_total, charge_cents from bulk_corrections
                where state = 'PROPOSED' order by id desc limit 20""",
                row -> new WaitingProposal(
                        row.getString(1),
                        row.getString(2),
                        Sql.instant(row, "proposed_at"),
                        row.getInt(4),
                        new Money(row.getLong(5))));
    }
}
