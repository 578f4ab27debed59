package org.clearlane.store.webhooks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** The endpoints of practices and the secrets that sign what goes there. Rules about them stand in module webhooks. */
public final class WebhookTable {

    private WebhookTable() {}

    /** A practice's endpoints, in the order they were made. */
    public static List<WebhookEndpoint> all(Connection connection, String practiceId) throws SQLException {
        return Sql.list(
                connection,
                "select * from webhook_endpoints where deleted_at is null and practice_id = ? order by id limit 100",
                WebhookTable::endpoint,
                practiceId);
    }

    /** One endpoint, if it is this practice's. */
    public static Optional<WebhookEndpoint> of(Connection connection, String practiceId, String id)
            throws SQLException {
        return Sql.first(
                connection,
                "select * from webhook_endpoints where deleted_at is null and practice_id = ? and id = ?",
                WebhookTable::endpoint,
                practiceId,
                id);
    }

    /** Adds an endpoint and returns its id. */
    public static String add(Tx tx, String practiceId, String url, String description, List<String> types)
            throws SQLException {
        String id = tx.ids().next("whe_");
        Sql.update(
                tx.connection(),
                """
                insert into webhook_endpoints (id, practice_id, url, description, types, created_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                id,
                practiceId,
                url,
                description,
                types.toArray(String[]::new),
                tx.now(),
                tx.now());
        return id;
    }

    /** Changes where and what of. */
    public static void change(Tx tx, String id, String url, String description, List<String> types)
            throws SQLException {
        Sql.update(
                tx.connection(),
                "update webhook_endpoints set url = ?, description = ?, types = ?, changed_at = ? where id = ?",
                url,
                description,
                types.toArray(String[]::new),
                tx.now(),
                id);
    }

    /** Nothing is sent any more; why stands beside it. What waits goes on waiting. */
    public static boolean disable(Tx tx, String id, String why) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        """
                        update webhook_endpoints set disabled_at = ?, disabled_why = ?, changed_at = ?
                        where id = ? and disabled_at is null and deleted_at is null""",
                        tx.now(),
                        why,
                        tx.now(),
                        id)
                == 1;
    }

    /** It is sent to again; what waits is due at once, each with a fresh schedule. */
    public static void enable(Tx tx, String id) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                update webhook_endpoints set disabled_at = null, disabled_why = null, quiet_until = null, changed_at = ?
                where id = ?""",
                tx.now(),
                id);
        Sql.update(
                tx.connection(),
                "update webhook_deliveries set tries = 0, due_at = ? where endpoint_id = ? and state = 'WAITING'",
                tx.now(),
                id);
    }

    /** It is gone; the record of what was sent stays for its time, its secrets do not. */
    public static void delete(Tx tx, String id) throws SQLException {
        Sql.update(
                tx.connection(),
                "update webhook_endpoints set deleted_at = ?, changed_at = ? where id = ?",
                tx.now(),
                tx.now(),
                id);
        Sql.update(tx.connection(), "delete from webhook_secrets where endpoint_id = ?", id);
    }

    /** The receiver wants quiet until then. */
    public static void quiet(Tx tx, String id, Instant until) throws SQLException {
        Sql.update(tx.connection(), "update webhook_endpoints set quiet_until = ? where id = ?", until, id);
    }

    // --- secrets ---

    /** Adds a secret; those before it end then, or have ended. */
    public static void secret(Tx tx, String endpointId, byte[] sealed, Instant othersEnd) throws SQLException {
        Sql.update(
                tx.connection(),
                "delete from webhook_secrets where endpoint_id = ? and ends_at is not null",
                endpointId);
        int others = Sql.update(
                tx.connection(), "update webhook_secrets set ends_at = ? where endpoint_id = ?", othersEnd, endpointId);
        Sql.update(
                tx.connection(),
                "insert into webhook_secrets (endpoint_id, sealed, created_at) values (?, ?, ?)",
                endpointId,
                sealed,
                tx.now());
        Sql.update(
                tx.connection(),
                "update webhook_endpoints set earlier_until = ?, changed_at = ? where id = ?",
                others == 0 ? null : othersEnd,
                tx.now(),
                endpointId);
    }

    /** Ends the earlier secret of a rotation now; false when there is none. */
    public static boolean endEarlier(Tx tx, String endpointId) throws SQLException {
        Sql.update(tx.connection(), "update webhook_endpoints set earlier_until = null where id = ?", endpointId);
        return Sql.update(
                        tx.connection(),
                        "delete from webhook_secrets where endpoint_id = ? and ends_at is not null",
                        endpointId)
                > 0;
    }

    /** Those that sign now, the newest first. */
    public static List<byte[]> secrets(Tx tx, String endpointId) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select sealed from webhook_secrets where endpoint_id = ? and (ends_at is null or ends_at > ?)
                order by ends_at nulls first""",
                row -> row.getBytes(1),
                endpointId,
                tx.now());
    }

    private static WebhookEndpoint endpoint(ResultSet row) throws SQLException {
        return new WebhookEndpoint(
                row.getString("id"),
                row.getString("practice_id"),
                row.getString("url"),
                row.getString("description"),
                List.of((String[]) row.getArray("types").getArray()),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "changed_at"),
                Sql.instant(row, "earlier_until"),
                Sql.instant(row, "quiet_until"),
                Sql.instant(row, "disabled_at"),
                row.getString("disabled_why"));
    }
}
