package org.clearlane.custody;

import java.io.IOException;
import java.sql.SQLException;

/**
 * I2: every CLM in the bytes of a judged file is a claim in the ledger with that charge, or stands in a set, interchange
 * or file that was refused as a whole before its claims were read.
 */
final class ClaimsAreCounted implements Invariant {

    private static final String FILES =
            """
            select id, coalesce(translated_key, archive_key) as key, coalesce(verdict, '') as verdict
            from files where state = 'JUDGED' order by id""";

    /** A claim of a table that could not be written as an 837 stands in no set; it can only be refused. */
    private static final String STRAY =
            """
            select c.file_id, count(*) as claims from claims c
            left join transaction_sets s on s.id = c.set_id and s.file_id = c.file_id
            left join files f on f.id = c.file_id and f.state = 'JUDGED'
            where f.id is null or (c.set_id is not null and s.id is null)
                or (c.set_id is null
                    and (f.format = 'x12' or c.state not in ('REJECTED_CLAIM', 'REJECTED_FILE')))
            group by c.file_id order by c.file_id""";

    @Override
    public String id() {
        return "I2";
    }

    @Override
    public String title() {
        return "every CLM in the bytes is a claim in the ledger, or was refused with its set";
    }

    @Override
    public void check(Audit audit, Tally tally) throws SQLException, IOException {
        audit.each(FILES, row -> {
            String key = row.getString("key");
            // Missing bytes are told by I1, once.
            if (audit.archive().has(key)) {
                new FileCount(
                                audit,
                                tally,
                                row.getString("id"),
                                row.getString("verdict").equals("UNREADABLE"))
                        .check(key);
            }
        });
        audit.each(
                STRAY,
                row -> tally.breach(
                        "file %s: %d claims in the ledger belong to no set of a judged file",
                        row.getString("file_id"), row.getLong("claims")));
    }
}
