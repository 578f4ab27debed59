package org.clearlane.custody;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;

/** I12: work that is overdue is parked or on the worklist, where somebody sees it. */
final class NothingIsStuck implements Invariant {

    private static final Duration GRACE = Duration.ofMinutes(10);

    private static final String OVERDUE =
            """
            select o.id, o.queue, o.subject, o.available_at from outbox o
            where o.done_at is null and o.parked_at is null and o.available_at < ?
                and not exists (select from worklist w where w.subject = o.subject and w.resolved_at is null)
            order by o.id""";

    private static final String PARKED_UNSEEN =
            """
            select o.id, o.queue, o.subject from outbox o
            where o.done_at is null and o.parked_at is not null
                and not exists (select from worklist w where w.subject in (o.subject, o.id::text))
            order by o.id""";

    private static final String OPEN = "select count(*) from outbox where done_at is null and parked_at is null";

    @Override
    public String id() {
        return "I12";
    }

    @Override
    public String title() {
        return "nothing is overdue without somebody being told";
    }

    @Override
    public void check(Audit audit, Tally tally) throws SQLException, IOException {
        tally.checked(audit.number(OPEN));
        audit.each(
                OVERDUE,
                row -> tally.breach(
                        "outbox %d (%s, %s): due at %s, neither done nor parked nor on the worklist",
                        row.getLong("id"),
                        row.getString("queue"),
                        row.getString("subject"),
                        row.getTimestamp("available_at").toInstant()),
                Timestamp.from(audit.now().minus(GRACE)));
        audit.each(
                PARKED_UNSEEN,
                row -> tally.warn(
                        "outbox %d (%s, %s): it is parked, but not on the worklist",
                        row.getLong("id"), row.getString("queue"), row.getString("subject")));
    }
}
