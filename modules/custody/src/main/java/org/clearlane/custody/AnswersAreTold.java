package org.clearlane.custody;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** I7: every statement of a payer is in the ledger once, matched or on the worklist; work marked done was done. */
final class AnswersAreTold implements Invariant {

    private static final List<String> KINDS = List.of("TA1", "999", "277CA", "835");
    private static final Duration LATE = Duration.ofMinutes(10);

    private static final String APPLIED = "select id, archive_key from answers where state = 'APPLIED' order by id";

    private static final String UNLISTED =
            """
            select i.answer_id, i.ordinal, i.kind from answer_items i
            where i.outcome = 'UNMATCHED' and not exists (
                select from worklist w where w.subject in (i.answer_id || ' ' || i.ordinal, i.answer_id))
            order by i.answer_id, i.ordinal""";

    private static final String UNREADABLE =
            """
            select a.id from answers a
            where a.state = 'UNREADABLE' and not exists (select from worklist w where w.subject = a.id) order by a.id""";

    private static final String UNDONE =
            """
            select coalesce(o.id, i.outbox_id) as id, coalesce(o.queue, '') as queue, o.done_at is not null as done,
                i.outbox_id is not null as in_inbox
            from outbox o full join inbox i on i.outbox_id = o.id
            where (o.done_at is not null) <> (i.outbox_id is not null) order by 1""";

    @Override
    public String id() {
        return "I7";
    }

    @Override
    public String title() {
        return "every statement of a payer is matched or on the worklist, once";
    }

    @Override
    public void check(Audit audit, Tally tally) throws SQLException, IOException {
        audit.each(APPLIED, row -> {
            // Missing bytes are told by I1, once.
            if (audit.archive().has(row.getString("archive_key"))) {
                compare(audit, tally, row.getString("id"), row.getString("archive_key"));
            }
        });
        audit.each(
                UNLISTED,
                row -> tally.breach(
                        "answer %s, statement %d (%s): it matched nothing and is not on the worklist",
                        row.getString("answer_id"), row.getInt("ordinal"), row.getString("kind")));
        audit.each(
                UNREADABLE,
                row -> tally.breach("answer %s: it is unreadable and not on the worklist", row.getString("id")));
        tally.checked(audit.number("select count(*) from outbox where done_at is not null"));
        audit.each(
                UNDONE,
                row -> tally.breach(
                        row.getBoolean("done")
                                ? "outbox %d (%s): it is marked done, but no inbox row says so"
                                : "outbox %d (%s): an inbox row says it is done, but it is not marked so",
                        row.getLong("id"),
                        row.getString("queue")));
        Instant late = audit.now().minus(LATE);
        audit.each(
                "select id, received_at from answers where state = 'RECEIVED' and received_at < ? order by id",
                row -> tally.warn(
                        "answer %s: received at %s, not applied yet",
                        row.getString("id"), row.getTimestamp("received_at").toInstant()),
                Timestamp.from(late));
    }

    private static void compare(Audit audit, Tally tally, String answerId, String key)
            throws SQLException, IOException {
        AnswerScan scan;
        try (SegmentScanner scanner = new SegmentScanner(audit.archive().open(key))) {
            scan = new AnswerScan(scanner).walk();
        }
        Map<String, Long> items = new HashMap<>();
        audit.each(
                "select kind, count(*) as items from answer_items where answer_id = ? group by kind",
                row -> items.put(row.getString("kind"), row.getLong("items")),
                answerId);
        for (String kind : KINDS) {
            long counted = scan.statements(kind);
            long kept = items.getOrDefault(kind, 0L);
            if (counted < 0) {
                tally.warn("answer %s: its %s has no levels, so its statements were not counted", answerId, kind);
                continue;
            }
            tally.checked(counted);
            if (counted != kept) {
                tally.breach(
                        "answer %s: its bytes make %d statements of kind %s, the ledger holds %d",
                        answerId, counted, kind, kept);
            }
        }
    }
}
