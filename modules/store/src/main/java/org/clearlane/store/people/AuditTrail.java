package org.clearlane.store.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/**
 * Who did or saw what, as a chain: the hash of each row covers the row before it, so a row that somebody changed or took
 * out is found by whoever computes the chain again (invariant I10). Written in the transaction of the deed itself: what
 * did not happen leaves no row, what happened cannot be without one.
 */
public final class AuditTrail {

    /** What became of it. */
    public enum Outcome {
        DONE,
        SEEN,
        REFUSED
    }

    /**
     * One deed.
     *
     * @param actor the person's or key's identifier, or the name of a command
     * @param role in which it was done
     * @param practiceId whose data it was about, or null
     * @param action a verb of our own list, such as {@code claim.release}
     * @param subject the identifier of what it was done to
     * @param detail in words, without health information
     * @param address where the request came from, or empty
     */
    public record Deed(
            String actor,
            String role,
            String practiceId,
            String action,
            String subject,
            Outcome outcome,
            String detail,
            String address) {}

    private record Head(long seq, String hash) {}

    private record Link(long seq, Instant at, Deed deed, String hash) {}

    /** Entries read at a time. */
    private static final int LINKS = 5_000;

    private AuditTrail() {}

    /** Writes a deed as the next link of the chain. Writers take turns at one row until they commit. */
    public static void write(Tx tx, Deed deed) throws SQLException {
        write(tx, List.of(deed));
    }

    /** Writes deeds as the next links of the chain, in this order. */
    public static void write(Tx tx, List<Deed> deeds) throws SQLException {
        Head head = Sql.first(
                        tx.connection(),
                        "select seq, hash from audit_head for update",
                        row -> new Head(row.getLong("seq"), row.getString("hash")))
                .orElseThrow(() -> new IllegalStateException("the audit trail has no head"));
        for (Deed deed : deeds) {
            head = link(tx, head, deed);
        }
        Sql.update(tx.connection(), "update audit_head set seq = ?, hash = ?", head.seq(), head.hash());
    }

    private static Head link(Tx tx, Head head, Deed deed) throws SQLException {
        Instant at = tx.now().truncatedTo(ChronoUnit.MICROS);
        Deed kept = new Deed(
                Sql.storable(deed.actor()),
                deed.role(),
                deed.practiceId(),
                deed.action(),
                Sql.storable(deed.subject()),
                deed.outcome(),
                Sql.storable(deed.detail()),
                Sql.storable(deed.address()));
        long seq = head.seq() + 1;
        String hash = hash(head.hash(), seq, at, kept);
        Sql.update(
                tx.connection(),
                """
                insert into audit (seq, at, actor, role, practice_id, action, subject, outcome, detail, address, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                seq,
                at,
                kept.actor(),
                kept.role(),
                kept.practiceId(),
                kept.action(),
                kept.subject(),
                kept.outcome(),
                kept.detail(),
                kept.address(),
                hash);
        return new Head(seq, hash);
    }

    /**
     * Computes the chain again.
     *
     * @param from the first entry to look at; the one before it is believed
     * @return the number of the first entry that does not fit, or empty when all do
     */
    public static OptionalLong firstBroken(Connection connection, long from) throws SQLException {
        long seq = Math.max(0, from - 1);
        String before = seq == 0 ? "" : hashOf(connection, seq);
        while (before != null) {
            List<Link> links = Sql.list(
                    connection,
                    """
                    select seq, at, actor, role, practice_id, action, subject, outcome, detail, address, hash from audit
                    where seq > ? order by seq limit ?""",
                    AuditTrail::link,
                    seq,
                    LINKS);
            for (Link link : links) {
                seq++;
                if (link.seq() != seq || !link.hash().equals(hash(before, seq, link.at(), link.deed()))) {
                    return OptionalLong.of(seq);
                }
                before = link.hash();
            }
            if (links.size() < LINKS) {
                long last = Sql.number(connection, "select seq from audit_head");
                return last > seq ? OptionalLong.of(seq + 1) : OptionalLong.empty();
            }
        }
        return OptionalLong.of(seq);
    }

    private static String hashOf(Connection connection, long seq) throws SQLException {
        return Sql.first(connection, "select hash from audit where seq = ?", row -> row.getString(1), seq)
                .orElse(null);
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("seq"),
                Sql.instant(row, "at"),
                new Deed(
                        row.getString("actor"),
                        row.getString("role"),
                        row.getString("practice_id"),
                        row.getString("action"),
                        row.getString("subject"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("detail"),
                        row.getString("address")),
                row.getString("hash"));
    }

    /**
     * SHA-256 over the hash before and every column, each with its length in front, so that no two rows read alike. The
     * time counts in microseconds, as the database keeps it.
     */
    private static String hash(String before, long seq, Instant at, Deed deed) {
        StringBuilder text = new StringBuilder();
        field(text, before);
        field(text, Long.toString(seq));
        field(text, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
        field(text, deed.actor());
        field(text, deed.role());
        field(text, deed.practiceId() == null ? "" : deed.practiceId());
        field(text, deed.action());
        field(text, deed.subject());
        field(text, deed.outcome().name());
        field(text, deed.detail());
        field(text, deed.address());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void field(StringBuilder text, String value) {
        text.append(value.length()).append(':').append(value);
    }
}
