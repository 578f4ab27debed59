package org.clearlane.app.keys;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearlane.app.Main;
import org.clearlane.app.Told;
import org.clearlane.app.ledger.LedgerAccess;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.ApiKey;
import org.clearlane.store.ledger.ApiKeys;
import org.clearlane.store.ledger.ApiScope;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.people.AuditTrail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Keys for the API. */
@Command(
        name = "keys",
        description = "Makes, lists, rotates and revokes the keys with which a practice's programs use the API.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  clearlane keys create lakeside-family --label \"nightly upload\" --scopes files:write,mailbox:read --days 365",
            "  clearlane keys rotate key_01M… --overlap-hours 24"
        })
public final class KeysCommand {

    @Mixin
    private LedgerAccess access;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "for programs")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Command(
            name = "create",
            description = "Makes a key and prints it, the only time it can be seen.",
            mixinStandardHelpOptions = true)
    Integer create(
            @Parameters(paramLabel = "PRACTICE", description = "the practice's id") String practice,
            @Option(names = "--label", paramLabel = "TEXT", defaultValue = "", description = "what you call it")
                    String label,
            @Option(
                            names = "--scopes",
                            paramLabel = "SCOPE",
                            split = ",",
                            description =
                                    "what it may do: files:write, files:read, claims:read, money:read, mailbox:read,"
                                            + " payers:read, validate, webhooks:manage (default: everything)")
                    List<String> scopes,
            @Option(names = "--days", paramLabel = "N", description = "ends by itself in N days (default: never)")
                    Integer days) {
        Set<ApiScope> wanted = scopes(scopes);
        Duration life = positive("--days", days, Duration.ofDays(1));
        String actor = System.getProperty("user.name");
        return access.with(ledger -> {
            boolean known = ledger.transact(tx ->
                    Sql.number(tx.connection(), "select count(*) from practices where id = ? and active", practice)
                            == 1);
            if (!known) {
                System.err.println("clearlane keys: there is no practice " + practice
                        + "; describe it in config/practices and start the service once");
                return Main.USAGE;
            }
            ApiKeys.Issued issued = ledger.transact(tx -> {
                Instant ends = life == null ? null : tx.now().plus(life);
                ApiKeys.Issued made = ApiKeys.issue(tx, new ApiKeys.Wish(practice, label, wanted, ends, actor));
                keep(
                        tx,
                        actor,
                        practice,
                        "key.create",
                        made.key().id(),
                        String.join(" ", made.key().scopeCodes()));
                return made;
            });
            print(issued);
            return 0;
        });
    }

    @Command(
            name = "list",
            description = "Lists keys, newest first; secrets are not kept and cannot be shown.",
            mixinStandardHelpOptions = true)
    Integer list() {
        List<ApiKey> keys = access.with(ledger -> ledger.transact(tx -> ApiKeys.all(tx.connection())));
        if (json) {
            System.out.println(Told.json(keys.stream().map(KeysCommand::asMap).toList()));
        } else {
            Instant now = Clock.systemUTC().instant();
            keys.forEach(key -> System.out.println("%s  %-20s %-12s %-10s made %s  %s%s"
                    .formatted(
                            key.id(),
                            key.practiceId(),
                            key.prefix(),
                            state(key, now),
                            key.createdAt(),
                            String.join(",", key.scopeCodes()),
                            key.label().isEmpty() ? "" : "  " + key.label().replaceAll("\\p{Cntrl}", "?"))));
        }
        return 0;
    }

    @Command(
            name = "rotate",
            description = {
                "Makes the successor of a key and prints it; the old key lives on for a while, so that programs can change over.",
                "No more than two of a family live at a time."
            },
            mixinStandardHelpOptions = true)
    Integer rotate(
            @Parameters(paramLabel = "KEY-ID", description = "as listed") String id,
            @Option(
                            names = "--overlap-hours",
                            paramLabel = "N",
                            defaultValue = "24",
                            description = "how long the old key lives on, at most (default: ${DEFAULT-VALUE})")
                    Integer hours,
            @Option(names = "--days", paramLabel = "N", description = "the new key ends by itself in N days")
                    Integer days) {
        Duration overlap = positive("--overlap-hours", hours, Duration.ofHours(1));
        Duration life = positive("--days", days, Duration.ofDays(1));
        String actor = System.getProperty("user.name");
        return access.with(ledger -> {
            Optional<ApiKeys.Issued> issued = ledger.transact(tx -> {
                Instant ends = life == null ? null : tx.now().plus(life);
                Optional<ApiKeys.Issued> made = ApiKeys.rotate(tx, id, overlap, ends, actor);
                if (made.isPresent()) {
                    ApiKey key = made.get().key();
                    keep(tx, actor, key.practiceId(), "key.rotate", id, "followed by " + key.id());
                }
                return made;
            });
            if (issued.isEmpty()) {
                System.err.println(
                        "clearlane keys: " + id + " is not alive, or has a successor that is; see clearlane keys list");
                return Main.USAGE;
            }
            print(issued.get());
            return 0;
        });
    }

    @Command(name = "revoke", description = "Ends a key's life at once.", mixinStandardHelpOptions = true)
    Integer revoke(@Parameters(paramLabel = "KEY-ID", description = "as listed") String id) {
        String actor = System.getProperty("user.name");
        return access.with(ledger -> {
            boolean ended = ledger.transact(tx -> {
                Optional<ApiKey> key = ApiKeys.find(tx.connection(), id);
                boolean done = ApiKeys.revoke(tx, id, actor);
                if (done) {
                    keep(tx, actor, key.orElseThrow().practiceId(), "key.revoke", id, "");
                }
                return done;
            });
            if (!ended) {
                System.err.println("clearlane keys: there is no live key " + id);
                return Main.USAGE;
            }
            Told.outcome(json, id, "revoked", id + " opens nothing any more");
            return 0;
        });
    }

    private static void keep(Tx tx, String actor, String practice, String action, String key, String detail)
            throws SQLException {
        AuditTrail.write(
                tx,
                new AuditTrail.Deed(
                        "command:" + actor, "COMMAND", practice, action, key, AuditTrail.Outcome.DONE, detail, ""));
    }

    private void print(ApiKeys.Issued issued) {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>(asMap(issued.key()));
            all.put("secret", issued.secret());
            System.out.println(Told.json(all));
        } else {
            System.out.println(issued.secret());
        }
    }

    private static Map<String, Object> asMap(ApiKey key) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", key.id());
        map.put("practice", key.practiceId());
        map.put("prefix", key.prefix());
        map.put("label", key.label());
        map.put("scopes", key.scopeCodes());
        map.put("madeBy", key.madeBy());
        map.put("createdAt", text(key.createdAt()));
        map.put("expiresAt", text(key.expiresAt()));
        map.put("revokedAt", text(key.revokedAt()));
        map.put("lastUsedAt", text(key.lastUsedAt()));
        return map;
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    private static String state(ApiKey key, Instant now) {
        return key.isLive(now) ? "live" : key.revokedAt() != null ? "revoked" : "expired";
    }

    private Set<ApiScope> scopes(List<String> named) {
        if (named == null) {
            return EnumSet.allOf(ApiScope.class);
        }
        return named.stream()
                .map(each -> ApiScope.of(each.strip())
                        .orElseThrow(() -> usage("there is no scope " + each + "; there are "
                                + Arrays.stream(ApiScope.values())
                                        .map(ApiScope::code)
                                        .collect(Collectors.joining(", ")))))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ApiScope.class)));
    }

    private Duration positive(String option, Integer number, Duration unit) {
        if (number != null && (number < 1 || number > 3_650)) {
            throw usage(option + " is a number from 1 to 3650");
        }
        return number == null ? null : unit.multipliedBy(number);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
