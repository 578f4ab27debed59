package org.clearlane.custody;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Holds the bytes of one file against its interchanges and sets in the ledger, both in the order of the file, so that
 * neither has to be in memory.
 */
final class FileCount implements SetScan.Listener {

    private static final String SETS =
            """
            select i.ordinal, i.control, coalesce(i.ta1_code, '') as ta1_code, s.id as set_id, s.group_control,
                s.set_control, coalesce(s.ack, '') as ack, s.claims_total, coalesce(c.claims, 0) as claims,
                coalesce(c.cents, 0) as cents
            from interchanges i
            left join transaction_sets s on s.interchange_id = i.id
            left join (select set_id, count(*) as claims, sum(charge_cents) as cents from claims where file_id = ?
                group by set_id) c on c.set_id = s.id
            where i.file_id = ? order by i.ordinal, s.id""";

    private final Audit audit;
    private final Tally tally;
    private final String fileId;
    private final boolean unreadable;

    private ResultSet row;
    private boolean atRow;
    private boolean known;
    private int ordinal;
    private String interchangeControl = "";
    private boolean refused;

    FileCount(Audit audit, Tally tally, String fileId, boolean unreadable) {
        this.audit = audit;
        this.tally = tally;
        this.fileId = fileId;
        this.unreadable = unreadable;
    }

    void check(String key) throws SQLException, IOException {
        try (PreparedStatement statement = audit.connection().prepareStatement(SETS)) {
            statement.setFetchSize(1_000);
            statement.setString(1, fileId);
            statement.setString(2, fileId);
            try (ResultSet rows = statement.executeQuery();
                    SegmentScanner scanner = new SegmentScanner(audit.archive().open(key))) {
                row = rows;
                atRow = row.next();
                new SetScan(scanner, this).walk();
                endInterchange();
                while (atRow) {
                    standsNowhere();
                }
            }
        }
    }

    @Override
    public void interchange(String control) throws SQLException {
        endInterchange();
        interchangeControl = control;
        known = atRow && row.getString("control").strip().equals(control);
        refused = known && row.getString("ta1_code").equals("R");
        ordinal = known ? row.getInt("ordinal") : 0;
    }

    /** Sets the ledger has beyond those in the bytes. */
    private void endInterchange() throws SQLException {
        while (known && atRow && row.getInt("ordinal") == ordinal) {
            standsNowhere();
        }
    }

    private void standsNowhere() throws SQLException {
        if (row.getString("set_id") != null) {
            tally.breach(
                    "file %s: set %s with %d claims is in the ledger, not in the bytes",
                    fileId, row.getString("set_id"), row.getLong("claims"));
        }
        atRow = row.next();
    }

    @Override
    public void set(SetScan.ScannedSet scanned) throws SQLException {
        tally.checked(scanned.claims());
        if (known
                && atRow
                && row.getInt("ordinal") == ordinal
                && scanned.groupControl().equals(strip(row.getString("group_control")))
                && scanned.control().equals(strip(row.getString("set_control")))) {
            compare(scanned);
            atRow = row.next();
        } else if (scanned.claims() > 0 && !refused && !unreadable) {
            tally.breach(
                    "file %s: %d claims of set %s in interchange %s are in the bytes, not in the ledger",
                    fileId, scanned.claims(), scanned.control(), interchangeControl);
        }
    }

    private static String strip(String text) {
        return text == null ? null : text.strip();
    }

    private void compare(SetScan.ScannedSet scanned) throws SQLException {
        String setId = row.getString("set_id");
        long claims = row.getLong("claims");
        boolean refusedUnread = claims == 0 && (row.getString("ack").equals("R") || refused || unreadable);
        if (claims != scanned.claims() && !refusedUnread) {
            tally.breach(
                    "file %s, set %s: the bytes hold %d claims, the ledger %d",
                    fileId, setId, scanned.claims(), claims);
        } else if (claims > 0 && scanned.unreadableAmounts() == 0 && row.getLong("cents") != scanned.cents()) {
            tally.breach(
                    "file %s, set %s: the bytes charge %s, the claims in the ledger %s",
                    fileId, setId, Cents.text(scanned.cents()), Cents.text(row.getLong("cents")));
        }
    }
}
