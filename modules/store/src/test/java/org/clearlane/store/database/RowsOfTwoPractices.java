package org.clearlane.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.clearlane.store.Sql;

/**
 * A row of each of two practices in every table that knows a practice, made from the catalogue: a table added later is
 * filled without a word from here. Values mean nothing; references are not looked at.
 *
 * @param ofPractices every table with a practice
 * @param readableByTheApi those of them that the API may read
 */
record RowsOfTwoPractices(List<String> ofPractices, List<String> readableByTheApi) {

    private record Column(String name, String type, String allowed) {}

    static RowsOfTwoPractices in(Connection administrator) throws SQLException {
        // Foreign keys are triggers, and do not fire for a replica.
        Sql.update(administrator, "set session_replication_role = replica");
        List<String> tables = Sql.list(
                administrator,
                """
                select c.relname from pg_class c
                where c.relnamespace = 'clearlane'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'practice_id')
                order by c.relname""",
                row -> row.getString(1));
        for (String table : tables) {
            insert(administrator, table, "lakeside", 1);
            insert(administrator, table, "harbor", 2);
        }
        List<String> all = new ArrayList<>(tables);
        all.add("practices");
        List<String> readable = new ArrayList<>();
        for (String table : all) {
            if (Sql.number(
                            administrator,
                            "select count(*) where has_table_privilege('clearlane_api', ?::regclass, 'select')",
                            "clearlane." + table)
                    == 1) {
                readable.add(table);
            }
        }
        return new RowsOfTwoPractices(all, readable);
    }

    private static void insert(Connection administrator, String table, String practice, int number)
            throws SQLException {
        List<Column> columns = Sql.list(
                administrator,
                """
                select a.attname, format_type(a.atttypid, null), (
                    select (regexp_match(pg_get_constraintdef(k.oid), '''([^'']+)'''))[1] from pg_constraint k
                    where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum])
                from pg_attribute a
                where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
                order by a.attnum""",
                row -> new Column(row.getString(1), row.getString(2), row.getString(3)),
                "clearlane." + table);
        StringJoiner names = new StringJoiner(", ");
        StringJoiner values = new StringJoiner(", ");
        for (Column column : columns) {
            names.add(column.name());
            values.add(column.name().equals("practice_id") ? "'" + practice + "'" : value(column, number));
        }
        Sql.update(administrator, "insert into clearlane." + table + " (" + names + ") values (" + values + ")");
    }

    private static String value(Column column, int number) {
        if (column.allowed() != null) {
            return "'" + column.allowed() + "'";
        }
        return switch (column.type()) {
            case "text" -> "'" + column.name() + " " + number + "'";
            case "bigint", "integer" -> Integer.toString(number);
            case "boolean" -> "true";
            case "date" -> "date '2026-09-23'";
            case "timestamp with time zone" -> "timestamptz '2026-09-23 14:00Z'";
            case "bytea" -> "'\\x2a3a5e7e'";
            case "text[]" -> "array['" + column.name() + " " + number + "']";
            case "uuid" -> "gen_random_uuid()";
            default -> throw new IllegalStateException("no value known for a column of type " + column.type());
        };
    }
}
