package org.clearlane.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * I10: the trail of what people did is as it was written. Every row's hash covers the row before it, and the head names the
 * last one: a row that was changed, taken out or put in is found.
 */
final class TrailIsAChain implements Invariant {

    private static final String ROWS =
            """
            select seq, at, actor, role, coalesce(practice_id, '') as practice, action, subject, outcome, detail, address, hash
            from audit order by seq""";

    private static final String HEAD = "select seq, hash from audit_head";

    @Override
    public String id() {
        return "I10";
    }

    @Override
    public String title() {
        return "the trail of what people did is an unbroken chain";
    }

    @Override
    public void check(Audit audit, Tally tally) throws SQLException, IOException {
        long[] last = {0};
        String[] hash = {""};
        audit.each(ROWS, row -> {
            tally.checked();
            long seq = row.getLong("seq");
            if (seq != last[0] + 1) {
                tally.breach(
                        "audit row %d: it stands behind row %d, and something between them is missing", seq, last[0]);
            } else if (!row.getString("hash").equals(expected(hash[0], row))) {
                tally.breach("audit row %d: its hash does not fit what it says, or the row before it", seq);
            }
            last[0] = seq;
            hash[0] = row.getString("hash");
        });
        audit.each(HEAD, row -> {
            if (row.getLong("seq") != last[0] || !row.getString("hash").equals(hash[0])) {
                tally.breach(
                        "audit row %d: the head says the trail ends there, it ends with row %d",
                        row.getLong("seq"), last[0]);
            }
        });
    }

    private static String expected(String before, ResultSet row) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {
            before,
            Long.toString(row.getLong("seq")),
            Long.toString(micros),
            row.getString("actor"),
            row.getString("role"),
            row.getString("practice"),
            row.getString("action"),
            row.getString("subject"),
            row.getString("outcome"),
            row.getString("detail"),
            row.getString("address")
        }) {
            text.append(part.length()).append(':').append(part);
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
