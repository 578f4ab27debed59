package org.clearlane.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Partitions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see and do what, asked of the database's own catalogue, so that a new table cannot be forgotten. */
@ExtendWith(LedgerServer.class)
class RowSecurityTest {

    /** Tables and partitions of the ledger, without the migrations' own book-keeping. */
    private static final String TABLES =
            """
            select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relowner,
                c.relname = 'practices' or exists (
                    select from pg_attribute a
                    where a.attrelid = c.oid and a.attname = 'practice_id' and not a.attisdropped) as of_practices,
                exists (
                    select from pg_policy p
                    where p.polrelid = c.oid and p.polcmd = 'r' and 'clearlane_api'::regrole = any(p.polroles)
                        and pg_get_expr(p.polqual, p.polrelid) like '%current_setting(''clearlane.practice''%'
                ) as shown_by_practice
            from pg_class c
            where c.relnamespace = 'clearlane'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
                and c.relname <> 'flyway_schema_history'""";

    /** What happened and what was found stays as it was written, for the pipeline too. */
    private static final List<String> APPEND_ONLY = List.of(
            "claim_events",
            "findings",
            "answer_items",
            "submissions",
            "claim_payments",
            "line_payments",
            "adjustments",
            "provider_adjustments",
            "remittance_parts",
            "remittance_keys",
            "file_repeats",
            "answer_repeats",
            "inbox",
            "audit",
            "claim_notes",
            "editions",
            "edit_switches",
            "claim_repairs",
            "claim_repair_choices",
            "remittance_balances",
            "remittance_events",
            "bank_files",
            "eft_events",
            "secondary_claims",
            "outbound_parts",
            "claim_people",
            "route_events",
            "payer_errors",
            "custody_checks",
            "bulk_correction_claims");

    /** Names of patients and what people searched for: no page over all practices can read them, whatever it asks. */
    private static final Set<String> NOT_THE_AUDITORS = Set.of("claim_people", "kept_searches");

    private static Ledgers ledgers;
    private static RowsOfTwoPractices rows;

    @BeforeAll
    static void fillEveryTable(Ledgers empty) throws SQLException {
        ledgers = empty;
        ledgers.ledger().run(Partitions::ensure);
        try (Connection administrator = ledgers.as(Role.ADMINISTRATOR)) {
            rows = RowsOfTwoPractices.in(administrator);
        }
    }

    @Test
    void isForcedOnEveryTableAndPartitionThatKnowsAPractice() throws SQLException {
        assertThat(tables("of_practices and not (relrowsecurity and relforcerowsecurity)"))
                .isEmpty();
        assertThat(tables("of_practices and not shown_by_practice")).isEmpty();
        assertThat(tables("of_practices"))
                .contains("practices", "claims", "claims_other", "claims_202609", "findings_202610", "worklist");
    }

    @Test
    void coversWhateverTheApiMayRead() throws SQLException {
        assertThat(tables("not relforcerowsecurity and has_table_privilege('clearlane_api', oid, 'select')"))
                .isEmpty();
        assertThat(rows.readableByTheApi()).contains("practices", "files", "claims", "claim_events", "findings");
    }

    @ParameterizedTest
    @EnumSource(names = {"PIPELINE", "API", "AUDITOR"})
    void isNotSidesteppedByARoleThatWorks(Role role) throws SQLException {
        assertThat(names(
                        """
                        select rolname from pg_roles
                        where rolname = ? and not rolsuper and not rolbypassrls and not rolcreaterole and not rolcreatedb
                            and not rolreplication""",
                        role.roleName()))
                .containsExactly(role.roleName());
        assertThat(tables("relowner = ?::regrole", role.roleName())).isEmpty();
        assertThat(names(
                        """
                        select g.rolname from pg_auth_members m join pg_roles g on g.oid = m.roleid
                        where m.member = ?::regrole""",
                        role.roleName()))
                .as("roles it is a member of")
                .isEmpty();
        assertThat(names(
                        "select current_database() where has_schema_privilege(?, 'clearlane', 'create')",
                        role.roleName()))
                .isEmpty();
    }

    @Test
    void showsTheApiNothingWhileNoPracticeIsNamed() throws SQLException {
        try (Connection api = ledgers.as(Role.API)) {
            for (String table : rows.readableByTheApi()) {
                assertThat(Sql.number(api, "select count(*) from " + table))
                        .as(table)
                        .isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lakeside", "harbor"})
    void showsTheApiTheRowsOfThePracticeThatIsNamedAndNoOthers(String practice) throws SQLException {
        try (Connection api = ledgers.database().api().getConnection()) {
            Sql.first(api, "select set_config('clearlane.practice', ?, true)", row -> null, practice);
            for (String table : rows.readableByTheApi()) {
                String key = table.equals("practices") ? "id" : "practice_id";

                assertThat(Sql.list(api, "select distinct " + key + " from " + table, row -> row.getString(1)))
                        .as(table)
                        .containsExactly(practice);
            }
            api.rollback();
        }
    }

    @Test
    void forgetsThePracticeWithTheTransaction() throws SQLException {
        try (Connection api = ledgers.as(Role.API)) {
            api.setAutoCommit(false);
            Sql.first(api, "select set_config('clearlane.practice', ?, true)", row -> null, "lakeside");
            assertThat(Sql.number(api, "select count(*) from claims")).isPositive();
            api.commit();

            assertThat(Sql.number(api, "select count(*) from claims")).isZero();
        }
    }

    @Test
    void showsEvenTheOwnerNothing() throws SQLException {
        try (Connection owner = ledgers.as(Role.OWNER)) {
            for (String table : rows.ofPractices()) {
                assertThat(Sql.number(owner, "select count(*) from " + table))
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void showsThePipelineAndTheAuditorEveryRow() throws SQLException {
        for (Role role : List.of(Role.PIPELINE, Role.AUDITOR)) {
            try (Connection connection = ledgers.as(role)) {
                for (String table : rows.ofPractices()) {
                    if (role == Role.AUDITOR && NOT_THE_AUDITORS.contains(table)) {
                        continue;
                    }
                    String key = table.equals("practices") ? "id" : "practice_id";

                    assertThat(Sql.list(
                                    connection, "select distinct " + key + " from " + table, row -> row.getString(1)))
                            .as(role + " " + table)
                            .containsExactlyInAnyOrder("lakeside", "harbor");
                }
            }
        }
    }

    @Test
    void keepsNamesOfPatientsFromTheAuditor() throws SQLException {
        try (Connection auditor = ledgers.as(Role.AUDITOR)) {
            for (String table : NOT_THE_AUDITORS) {
                assertThatThrownBy(() -> Sql.number(auditor, "select count(*) from " + table))
                        .as(table)
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                                .isEqualTo("42501"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"API", "AUDITOR"})
    void letsReadersWriteNothing(Role role) throws SQLException {
        assertThat(tables(
                        "has_table_privilege(?, oid, 'insert, update, delete, truncate, references, trigger')"
                                + " or has_any_column_privilege(?, oid, 'insert, update')",
                        role.roleName(),
                        role.roleName()))
                .isEmpty();
        assertThat(names(
                        """
                        select p.proname from pg_proc p where p.pronamespace = 'clearlane'::regnamespace
                            and has_function_privilege(?, p.oid, 'execute')""",
                        role.roleName()))
                .as("functions it may call")
                .isEmpty();
        try (Connection connection = ledgers.as(role)) {
            assertForbidden(connection, "insert into practices (id, name) values ('x', 'x')");
            assertForbidden(connection, "update claims set charge_cents = 0");
            assertForbidden(connection, "delete from claim_events");
            assertForbidden(connection, "truncate worklist");
        }
    }

    @Test
    void letsThePipelineAddToTheHistoryButNotChangeIt() throws SQLException {
        Set<String> changeable = tables("has_table_privilege('clearlane_pipeline', oid, 'update, delete, truncate')"
                + " or has_any_column_privilege('clearlane_pipeline', oid, 'update')");
        for (String table : APPEND_ONLY) {
            assertThat(changeable).noneMatch(name -> name.matches(table + "(_other|_[0-9]{6})?"));
        }
        try (Connection pipeline = ledgers.as(Role.PIPELINE)) {
            for (String table : APPEND_ONLY) {
                assertForbidden(pipeline, "delete from " + table);
            }
            assertForbidden(pipeline, "update claim_events set to_state = 'PAID'");
            assertForbidden(pipeline, "update claim_events_other set to_state = 'PAID'");
            assertForbidden(pipeline, "update findings set message = ''");
            assertForbidden(pipeline, "update findings_other set message = ''");
        }
    }

    @Test
    void letsThePipelineDeleteNothingOfClaimsAndMoney() throws SQLException {
        assertThat(tables("has_table_privilege('clearlane_pipeline', oid, 'delete, truncate')"))
                .containsExactlyInAnyOrder(
                        "claim_keys",
                        "claim_tally_rows",
                        "kept_searches",
                        "leases",
                        "people_practices",
                        "sign_in_failures",
                        "webhook_attempts",
                        "webhook_deliveries",
                        "webhook_events",
                        "webhook_secrets");
    }

    @Test
    void letsNobodyMakePartitionsOfANameThatIsNone() throws SQLException {
        try (Connection pipeline = ledgers.as(Role.PIPELINE)) {
            assertThatThrownBy(() -> Sql.first(
                            pipeline,
                            "select ensure_month_partitions(?, ?, ?)",
                            row -> null,
                            "202609; drop table claims",
                            "0",
                            "1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("not a month");
        }
    }

    private static void assertForbidden(Connection connection, String sql) {
        assertThatThrownBy(() -> Sql.update(connection, sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    private static Set<String> tables(String condition, Object... values) throws SQLException {
        return names("select name from (" + TABLES + ") t where " + condition, values);
    }

    private static Set<String> names(String sql, Object... values) throws SQLException {
        try (Connection administrator = ledgers.as(Role.ADMINISTRATOR)) {
            return new TreeSet<>(Sql.list(administrator, sql, row -> row.getString(1), values));
        }
    }
}
