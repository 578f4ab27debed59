package org.clearlane.custody;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * I6: the control numbers of our interchanges run on for each payer without gap or reuse, and the counts in every
 * envelope are right.
 */
final class ControlNumbersRunOn implements Invariant {

    /** Numbers begin again behind 999999999; what is counted here is how many were taken before. */
    private static final String GAPS =
            """
            select payer_id, id, kind, number, before from (
                select payer_id, id, kind, number,
                    lag(number, 1, 0::bigint) over (partition by payer_id, kind order by number, id) as before
                from (
                    select payer_id, id, 'interchange' as kind, control_round * 999999999::bigint + control as number
                    from outbound_interchanges
                    union all
                    select payer_id, id, 'group', group_round * 999999999::bigint + group_control
                    from outbound_interchanges) taken) numbered
            where number <> before + 1 order by payer_id, kind, number""";

    private static final String INTERCHANGES =
            "select id, archive_key, group_control from outbound_interchanges order by id";

    /** The counters are looked at by what their names say; partners of other kinds have no interchanges here. */
    private static final String COUNTERS =
            """
            select n.partner, n.kind, n.last,
                case when n.kind ~* 'isa|interchange' then max(o.control_round * 999999999::bigint + o.control)
                    else max(o.group_round * 999999999::bigint + o.group_control) end as used
            from control_numbers n
            join outbound_interchanges o on o.payer_id = n.partner
            where n.kind ~* 'isa|interchange|gs|group'
            group by n.partner, n.kind, n.last order by n.partner, n.kind""";

    @Override
    public String id() {
        return "I6";
    }

    @Override
    public String title() {
        return "control numbers run on without gap or reuse, and envelopes count right";
    }

    @Override
    public void check(Audit audit, Tally tally) throws SQLException, IOException {
        audit.each(GAPS, row -> {
            long number = row.getLong("number");
            long before = row.getLong("before");
            if (number == before) {
                tally.breach(
                        "payer %s: %s control number %d is used more than once, last by %s",
                        row.getString("payer_id"), row.getString("kind"), number, row.getString("id"));
            } else {
                tally.breach(
                        "payer %s: %s control numbers %d to %d are missing before %s",
                        row.getString("payer_id"), row.getString("kind"), before + 1, number - 1, row.getString("id"));
            }
        });
        audit.each(COUNTERS, row -> {
            if (row.getLong("last") != row.getLong("used")) {
                tally.breach(
                        "payer %s: the counter %s stands at %d, the last interchange used %d",
                        row.getString("partner"), row.getString("kind"), row.getLong("last"), row.getLong("used"));
            }
        });
        audit.each(INTERCHANGES, row -> {
            // Missing bytes are told by I1, once.
            if (audit.archive().has(row.getString("archive_key"))) {
                tally.checked();
                checkBytes(
                        audit,
                        tally,
                        row.getString("id"),
                        row.getString("archive_key"),
                        row.getString("group_control"));
            }
        });
    }

    private static void checkBytes(Audit audit, Tally tally, String id, String key, String groupControl)
            throws SQLException, IOException {
        Set<String> stored = new HashSet<>();
        audit.each(
                "select set_control from outbound_sets where outbound_id = ?",
                row -> stored.add(row.getString(1).strip()),
                id);
        try (SegmentScanner scanner = new SegmentScanner(audit.archive().open(key))) {
            OutboundScan scan = new OutboundScan(scanner, claim -> {});
            scan.walk();
            scan.faults().forEach(fault -> tally.breach("interchange %s: %s", id, fault));
            if (!scan.gs06().equals(groupControl)) {
                tally.breach(
                        "interchange %s: GS06 is %s in its bytes, the ledger says %s", id, scan.gs06(), groupControl);
            }
            if (!scan.setControls().equals(stored)) {
                tally.breach(
                        "interchange %s: its bytes hold the sets %s, the ledger says %s",
                        id, String.join(" ", scan.setControls()), String.join(" ", new TreeSet<>(stored)));
            }
        }
    }
}
