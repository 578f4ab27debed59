package org.clearlane.custody;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** I9: a claim belongs to one practice all the way, and a test claim never travels with real ones. */
final class PlacesAgree implements Invariant {

    /** Each query yields what disagrees: what it is, its practice, what it belongs to and whose that is. */
    private static final String OTHER_PRACTICE =
            """
            select 'interchange' as kind, i.id, i.practice_id, 'file ' || f.id as owner, f.practice_id as owners
            from interchanges i join files f on f.id = i.file_id where i.practice_id <> f.practice_id
            union all
            select 'set', s.id, s.practice_id, 'file ' || f.id, f.practice_id
            from transaction_sets s join files f on f.id = s.file_id where s.practice_id <> f.practice_id
            union all
            select 'claim', c.id, c.practice_id, 'file ' || f.id, f.practice_id
            from claims c join files f on f.id = c.file_id where c.practice_id <> f.practice_id
            union all
            select 'event ' || e.seq || ' of claim', e.claim_id, e.practice_id, 'claim ' || c.id, c.practice_id
            from claim_events e join claims c on c.id = e.claim_id where e.practice_id <> c.practice_id
            union all
            select 'submission of claim', s.claim_id, s.practice_id, 'claim ' || c.id, c.practice_id
            from submissions s join claims c on c.id = s.claim_id where s.practice_id <> c.practice_id
            union all
            select 'finding ' || n.ordinal || ' of file', n.file_id, n.practice_id, 'file ' || f.id, f.practice_id
            from findings n join files f on f.id = n.file_id where n.practice_id <> f.practice_id
            union all
            select 'statement ' || i.ordinal || ' of answer', i.answer_id, i.practice_id, 'claim ' || c.id, c.practice_id
            from answer_items i join claims c on c.id = i.claim_id where i.practice_id is distinct from c.practice_id
            union all
            select 'claim payment', p.id, p.practice_id, 'claim ' || c.id, c.practice_id
            from claim_payments p join claims c on c.id = p.claim_id where p.practice_id is distinct from c.practice_id
            union all
            select 'delivery', d.id, d.practice_id, 'file ' || f.id, f.practice_id
            from deliveries d join files f on f.id = d.file_id where d.practice_id <> f.practice_id
            order by 1, 2""";

    private static final String OTHER_USAGE =
            """
            select c.id, c.test, 'interchange ' || i.id as place, i.usage
            from claims c
            join transaction_sets s on s.id = c.set_id
            join interchanges i on i.id = s.interchange_id
            where (i.usage = 'T') <> c.test
            union all
            select c.id, c.test, 'interchange ' || o.id, o.usage
            from submissions s join claims c on c.id = s.claim_id join outbound_interchanges o on o.id = s.outbound_id
            where (o.usage = 'T') <> c.test
            order by 1, 3""";

    private static final String OTHER_PAYER =
            """
            select c.id, c.payer_id, o.id as outbound_id, o.payer_id as outbound_payer
            from claims c join outbound_interchanges o on o.id = c.outbound_id
            where c.payer_id is distinct from o.payer_id and c.state not in ('HELD', 'QUEUED') order by c.id""";

    @Override
    public String id() {
        return "I9";
    }

    @Override
    public String title() {
        return "a claim belongs to one practice all the way, and test never meets production";
    }

    @Override
    public void check(Audit audit, Tally tally) throws SQLException, IOException {
        tally.checked(audit.number("select count(*) from claims"));
        audit.each(
                OTHER_PRACTICE,
                row -> tally.breach(
                        "%s %s is of practice %s, %s of practice %s",
                        row.getString("kind"),
                        row.getString("id"),
                        row.getString("practice_id"),
                        row.getString("owner"),
                        row.getString("owners")));
        audit.each(
                OTHER_USAGE,
                row -> tally.breach(
                        "claim %s is a %s claim, %s has usage %s",
                        row.getString("id"),
                        row.getBoolean("test") ? "test" : "production",
                        row.getString("place"),
                        row.getString("usage")));
        audit.each(
                OTHER_PAYER,
                row -> tally.breach(
                        "claim %s is for payer %s, its interchange %s goes to %s",
                        row.getString("id"),
                        row.getString("payer_id"),
                        row.getString("outbound_id"),
                        row.getString("outbound_payer")));
        audit.each("select id, archive_key, usage from outbound_interchanges order by id", row -> {
            if (audit.archive().has(row.getString("archive_key"))) {
                tally.checked();
                compareUsage(audit, tally, row.getString("id"), row.getString("archive_key"), row.getString("usage"));
            }
        });
        if (audit.mailboxes() != null && Files.isDirectory(audit.mailboxes())) {
            checkMailboxes(audit, tally);
        }
    }

    private static void compareUsage(Audit audit, Tally tally, String id, String key, String usage) throws IOException {
        try (SegmentScanner scanner = new SegmentScanner(audit.archive().open(key))) {
            if (scanner.next() && !scanner.element(15).equals(usage)) {
                tally.breach(
                        "interchange %s: ISA15 is %s in its bytes, the ledger says %s", id, scanner.element(15), usage);
            }
        }
    }

    /** A file in a practice's mailbox that carries the name of another practice's delivery. */
    private static void checkMailboxes(Audit audit, Tally tally) throws SQLException, IOException {
        try (DirectoryStream<Path> practices = Files.newDirectoryStream(audit.mailboxes(), Files::isDirectory)) {
            for (Path mailbox : practices) {
                String practice = mailbox.getFileName().toString();
                try (DirectoryStream<Path> files = Files.newDirectoryStream(mailbox, Files::isRegularFile)) {
                    for (Path file : files) {
                        audit.each(
                                "select id, practice_id from deliveries where name = ? and practice_id <> ?",
                                row -> tally.breach(
                                        "delivery %s of practice %s lies in the mailbox of %s",
                                        row.getString("id"), row.getString("practice_id"), practice),
                                file.getFileName().toString(),
                                practice);
                    }
                }
            }
        }
    }
}
