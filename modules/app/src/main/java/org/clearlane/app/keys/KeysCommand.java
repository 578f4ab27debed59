package org.clearlane.app.keys;

import org.clearlane.app.Main;
import org.clearlane.app.ledger.LedgerAccess;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.ApiKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Keys for the API. */
@Command(
        name = "keys",
        description = "Makes and revokes the keys with which a practice's programs use the API.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class KeysCommand {

    @Mixin
    private LedgerAccess access;

    @Command(
            name = "create",
            description = "Makes a key and prints it, the only time it can be seen.",
            mixinStandardHelpOptions = true)
    Integer create(@Parameters(paramLabel = "PRACTICE", description = "the practice's id") String practice) {
        return access.with(ledger -> {
            boolean known = ledger.transact(tx ->
                    Sql.number(tx.connection(), "select count(*) from practices where id = ? and active", practice)
                            == 1);
            if (!known) {
                System.err.println("clearlane keys: there is no practice " + practice
                        + "; describe it in config/practices and start the service once");
                return Main.USAGE;
            }
            System.out.println(ledger.transact(tx -> ApiKeys.create(tx, practice)));
            return 0;
        });
    }

    @Command(
            name = "list",
            description = "Lists keys by id; secrets are not kept and cannot be shown.",
            mixinStandardHelpOptions = true)
    Integer list() {
        return access.with(ledger -> {
            ledger.transact(tx -> Sql.list(
                            tx.connection(),
                            "select id, practice_id, created_at, revoked_at from api_keys order by id",
                            row -> row.getString(1) + "  " + row.getString(2) + "  made "
                                    + row.getTimestamp(3).toInstant()
                                    + (row.getTimestamp(4) == null ? "" : "  revoked")))
                    .forEach(System.out::println);
            return 0;
        });
    }

    @Command(name = "revoke", description = "Ends a key's life at once.", mixinStandardHelpOptions = true)
    Integer revoke(@Parameters(paramLabel = "KEY-ID", description = "as listed") String id) {
        return access.with(ledger -> {
            if (!ledger.transact(tx -> ApiKeys.revoke(tx, id))) {
                System.err.println("clearlane keys: there is no live key " + id);
                return Main.USAGE;
            }
            return 0;
        });
    }
}
