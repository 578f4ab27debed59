package org.clearlane.console.screens.files;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.console.screens.claims.ClaimPage.RawSegment;
import org.clearlane.console.screens.claims.RawClaim;
import org.clearlane.console.screens.files.FilePage.Answer;
import org.clearlane.console.screens.files.FilePage.Finding;
import org.clearlane.console.screens.files.FilePage.Group;
import org.clearlane.console.screens.files.FilePage.Interchange;
import org.clearlane.console.screens.files.FilePage.Repeat;
import org.clearlane.console.screens.files.FilePage.StateSum;
import org.clearlane.console.screens.files.FilePage.Sum;
import org.clearlane.model.Failure;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;
import org.clearlane.store.archive.Archive;

/** Reads one file whole, through the connection's eyes. */
public final class FileReading {

    /** Interchanges a page shows. */
    static final int MOST_INTERCHANGES = 50;

    private static final int MOST_SETS = 150;
    private static final int MOST_FINDINGS = 50;
    private static final int MOST_ANSWERS = 100;
    private static final int LONGEST_SEGMENT = 2_000;

    private final Connection connection;
    private final Archive archive;
    private final boolean whole;

    /**
     * A reading.
     *
     * @param archive the bytes, for segments that findings stand in
     * @param whole whether names and values may be told; else ids, counts and codes only
     */
    public FileReading(Connection connection, Archive archive, boolean whole) {
        this.connection = connection;
        this.archive = archive;
        this.whole = whole;
    }

    /** A file as the ledger has it; the name only where it may be told. */
    private record Head(String archiveKey, String translatedKey) {}

    public Optional<FilePage> read(String id) throws SQLException {
        Map<String, List<StateSum>> bySet = sums(id);
        List<StateSum> sums = new ArrayList<>();
        for (ClaimState state : ClaimState.values()) {
            Sum sum = bySet.values().stream()
                    .flatMap(List::stream)
                    .filter(each -> each.state() == state)
                    .map(StateSum::sum)
                    .reduce(Sum.NONE, Sum::plus);
            if (sum.claims() > 0) {
                sums.add(new StateSum(state, sum));
            }
        }
        return Sql.first(
                connection,
                "select id, practice_id, " + (whole ? "original_name" : "null as original_name")
                        + """
                        , door, coalesce(format, '') as format, sha256, size_bytes, coalesce(verdict, state) as verdict,
                        problem, received_at, judged_at, archive_key, translated_key, claims_total, charge_cents
                        from files where id = ?""",
                row -> page(row, sums, bySet),
                id);
    }

    private FilePage page(ResultSet row, List<StateSum> sums, Map<String, List<StateSum>> bySet) throws SQLException {
        String id = row.getString("id");
        Head head = new Head(row.getString("archive_key"), row.getString("translated_key"));
        List<SetRow> sets = sets(id, bySet);
        long allSets = sets.size() < MOST_SETS
                ? sets.size()
                : Sql.number(connection, "select count(*) from transaction_sets where file_id = ?", id);
        return new FilePage(
                id,
                row.getString("practice_id"),
                row.getString("original_name"),
                row.getString("door"),
                row.getString("format"),
                row.getString("sha256"),
                row.getLong("size_bytes"),
                row.getString("verdict"),
                row.getString("problem"),
                Sql.instant(row, "received_at"),
                Sql.instant(row, "judged_at"),
                head.translatedKey() != null,
                new Sum(row.getLong("claims_total"), new Money(row.getLong("charge_cents"))),
                repeats(id),
                interchanges(id, row.getString("practice_id"), sets),
                allSets - sets.size(),
                sums,
                findings(id, head),
                answers(id));
    }

    private Map<String, List<StateSum>> sums(String id) throws SQLException {
        Map<String, List<StateSum>> bySet = new HashMap<>();
        Sql.list(
                connection,
                """
                select coalesce(set_id, '') as set_id, state, count(*), sum(charge_cents) from claims where file_id = ?
                group by 1, 2""",
                row -> bySet.computeIfAbsent(row.getString(1), unused -> new ArrayList<>())
                        .add(new StateSum(
                                ClaimState.valueOf(row.getString(2)),
                                new Sum(row.getLong(3), new Money(row.getLong(4))))),
                id);
        return bySet;
    }

    private record SetRow(String interchangeId, String groupControl, String version, FilePage.Set set) {}

    private List<SetRow> sets(String id, Map<String, List<StateSum>> bySet) throws SQLException {
        return Sql.list(
                connection,
                """
                select id, interchange_id, group_control, version, set_control, kind, bht03, ack, claims_total, charge_cents
                from transaction_sets where file_id = ? order by id limit ?""",
                row -> new SetRow(
                        row.getString("interchange_id"),
                        row.getString("group_control"),
                        row.getString("version"),
                        new FilePage.Set(
                                row.getString("id"),
                                row.getString("set_control"),
                                row.getString("kind"),
                                row.getString("bht03"),
                                row.getString("ack"),
                                new Sum(row.getLong("claims_total"), new Money(row.getLong("charge_cents"))),
                                bySet.getOrDefault(row.getString("id"), List.of()))),
                id,
                MOST_SETS);
    }

    private List<Interchange> interchanges(String id, String practice, List<SetRow> sets) throws SQLException {
        return Sql.list(
                connection,
                """
                select id, sender, receiver, control, usage, ta1_code, ta1_note from interchanges
                where file_id = ? order by ordinal limit ?""",
                row -> new Interchange(
                        row.getString("id"),
                        row.getString("sender").strip(),
                        row.getString("receiver").strip(),
                        row.getString("control"),
                        row.getString("usage"),
                        row.getString("ta1_code"),
                        row.getString("ta1_note"),
                        "025".equals(row.getString("ta1_note"))
                                ? first(
                                        practice,
                                        row.getString("sender"),
                                        row.getString("control"),
                                        row.getString("id"))
                                : null,
                        groups(row.getString("id"), sets)),
                id,
                MOST_INTERCHANGES);
    }

    /** The file in which this control number came first. */
    private String first(String practice, String sender, String control, String id) throws SQLException {
        return Sql.first(
                        connection,
                        """
                        select file_id from interchanges where practice_id = ? and sender = ? and control = ? and id < ?
                        order by id limit 1""",
                        row -> row.getString(1),
                        practice,
                        sender,
                        control,
                        id)
                .orElse(null);
    }

    private static List<Group> groups(String interchangeId, List<SetRow> sets) {
        Map<String, List<FilePage.Set>> byGroup = new LinkedHashMap<>();
        for (SetRow row : sets) {
            if (row.interchangeId().equals(interchangeId)) {
                byGroup.computeIfAbsent(row.groupControl() + "\t" + row.version(), unused -> new ArrayList<>())
                        .add(row.set());
            }
        }
        return byGroup.entrySet().stream()
                .map(each -> new Group(
                        each.getKey().split("\t", -1)[0], each.getKey().split("\t", -1)[1], each.getValue()))
                .toList();
    }

    private List<Repeat> repeats(String id) throws SQLException {
        return Sql.list(
                connection,
                "select received_at, door, " + (whole ? "original_name" : "'' as original_name")
                        + " from file_repeats where file_id = ? order by id desc limit 20",
                row -> new Repeat(
                        Sql.instant(row, "received_at"), row.getString("door"), row.getString("original_name")),
                id);
    }

    private List<Answer> answers(String id) throws SQLException {
        return Sql.list(
                connection,
                """
                select id, kind, name, size_bytes, sha256, created_at, delivered_at from deliveries
                where file_id = ? order by id limit ?""",
                row -> new Answer(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getLong("size_bytes"),
                        row.getString("sha256"),
                        Sql.instant(row, "created_at"),
                        Sql.instant(row, "delivered_at")),
                id,
                MOST_ANSWERS);
    }

    private List<Finding> findings(String id, Head head) throws SQLException {
        if (!whole) {
            return Sql.list(
                    connection,
                    """
                    select code, bool_or(severity = 'ERROR') as error, count(*) as times from findings
                    where file_id = ? and claim_id is null group by code order by code limit ?""",
                    row -> new Finding(
                            row.getString("code"),
                            row.getBoolean("error"),
                            row.getString("code") + ", " + row.getLong("times") + " times",
                            "",
                            "",
                            null),
                    id,
                    MOST_FINDINGS);
        }
        return Sql.list(
                connection,
                """
                select f.code, f.severity, f.loop, f.segment, f.position, f.element, f.component, f.byte_offset, f.message,
                    f.mend, f.source_row, f.source_column,
                    coalesce((select i.separators from transaction_sets s join interchanges i on i.id = s.interchange_id
                            where s.id = f.set_id),
                        (select i.separators from interchanges i where i.file_id = f.file_id order by i.ordinal limit 1))
                        as separators
                from findings f where f.file_id = ? and f.claim_id is null order by f.ordinal limit ?""",
                row -> new Finding(
                        row.getString("code"),
                        row.getString("severity").equals("ERROR"),
                        row.getString("message"),
                        row.getString("mend"),
                        place(row),
                        segment(row, head)),
                id,
                MOST_FINDINGS);
    }

    private static String place(ResultSet row) throws SQLException {
        if (row.getObject("source_row") != null) {
            String column = row.getString("source_column");
            return "row " + row.getInt("source_row")
                    + (column == null || column.isEmpty() ? "" : ", column “" + column + "”");
        }
        int element = row.getInt("element");
        int component = row.getInt("component");
        String segment = row.getString("segment");
        String loop = row.getString("loop");
        return (loop.isEmpty() ? "" : "loop " + loop + ", ")
                + (segment.isEmpty() ? "the file as a whole" : segment)
                + (element == 0 ? "" : "%02d".formatted(element))
                + (component == 0 ? "" : "-" + component)
                + (row.getInt("position") == 0 ? "" : ", segment " + row.getInt("position") + " of the set");
    }

    /** The segment a finding points at, with its element lit; null where it points at none. */
    private RawSegment segment(ResultSet row, Head head) throws SQLException {
        byte[] separators = row.getBytes("separators");
        long offset = row.getLong("byte_offset");
        String tag = row.getString("segment");
        if (separators == null || tag.isEmpty() || offset < 0) {
            return null;
        }
        try (Archive.KeptBytes bytes =
                archive.read(head.translatedKey() == null ? head.archiveKey() : head.translatedKey())) {
            byte[] found = bytes.atMost(offset, LONGEST_SEGMENT);
            // A finding without a place of its own has offset 0; what stands there must be the segment it names.
            if (!new String(found, 0, Math.min(found.length, tag.length()), java.nio.charset.StandardCharsets.US_ASCII)
                    .equals(tag)) {
                return null;
            }
            return RawClaim.lit(
                    found,
                    0,
                    separators[3],
                    separators[0],
                    separators[1],
                    row.getInt("element"),
                    row.getInt("component"));
        } catch (Failure gone) {
            return null;
        }
    }
}
