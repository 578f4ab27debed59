package org.clearlane.console;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every route of the running console, so that a page or form that somebody adds is walked by itself. What stands in braces
 * is filled with something that is there where we have it, and with nothing that is there otherwise.
 */
final class Walk {

    /** Whoever is not signed in may ask for these. */
    static final Set<String> OPEN = Set.of(
            "/sign-in", "/sign-in/code", "/enrol", "/join/{token}", "/livez", "/readyz", "/status", "/status.json");

    private static final Map<ConsoleHouse, Map<String, String>> KNOWN = new ConcurrentHashMap<>();

    private Walk() {}

    /** What is there of Lakeside, by the beginning of the template that asks for it. */
    static Map<String, String> known(ConsoleHouse house) {
        return KNOWN.computeIfAbsent(
                house,
                each -> Map.of(
                        "/claims/{id}",
                        "/claims/" + new LedgerRows(each).claim("lakeside", "WALKED", "HELD", "northwind", 12_800)));
    }

    /** Pages, as their templates. */
    static List<String> pages(ConsoleHouse house) {
        return of(house, "GET");
    }

    /** Forms, as their templates. */
    static List<String> forms(ConsoleHouse house) {
        return of(house, "POST");
    }

    private static List<String> of(ConsoleHouse house, String method) {
        return house.routes().stream()
                .filter(route -> route.startsWith(method + " "))
                .map(route -> route.substring(method.length() + 1))
                .filter(path -> !path.startsWith("/assets/") && !path.startsWith("/v1/"))
                .sorted()
                .distinct()
                .toList();
    }

    /** A path that can be asked for. */
    static String filled(ConsoleHouse house, String template) {
        // Nobody judges in this house, so a correction of a claim that is there cannot be prepared.
        String path = template.endsWith("/correct") ? template.replace("{id}", "nothing-of-that-name") : template;
        for (var each : known(house).entrySet()) {
            path = path.replace(each.getKey(), each.getValue());
        }
        return path.replaceAll("\\{[^}]+}", "nothing-of-that-name");
    }

    /** Every row of every table that a form could change, so that "nothing changed" can be said of all of them. */
    static Set<String> ledger(ConsoleHouse house) {
        known(house);
        List<String> sums = house.ledger()
                .transact(tx -> org.clearlane.store.Sql.list(
                        tx.connection(),
                        """
                        select c.relname || ' ' || (xpath('/row/sum/text()', query_to_xml(
                            format('select md5(string_agg(t::text, '','' order by t::text)) as sum from %s t', c.oid::regclass),
                            false, true, '')))[1]::text
                        from pg_class c
                        where c.relnamespace = 'clearlane'::regnamespace and c.relkind = 'r'
                            and has_table_privilege(c.oid, 'select')
                            and c.relname not in ('sessions', 'audit', 'audit_head', 'sign_in_failures')""",
                        row -> String.valueOf(row.getString(1))));
        return new TreeSet<>(sums);
    }
}
