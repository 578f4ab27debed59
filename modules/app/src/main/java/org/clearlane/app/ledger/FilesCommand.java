package org.clearlane.app.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.app.Main;
import org.clearlane.console.screens.files.FilePage;
import org.clearlane.console.screens.files.FileQuery;
import org.clearlane.console.screens.files.FileReading;
import org.clearlane.console.screens.files.FileRow;
import org.clearlane.console.screens.files.FileWords;
import org.clearlane.console.web.ForeignText;
import org.clearlane.model.directory.Practice;
import org.clearlane.store.Sql;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Files whichever way they went, by our numbers. */
@Command(
        name = "files",
        description = {
            "Lists files: handed in (file_…), sent to payers (ich_…), put into mailboxes (dlv_…); shows one with its envelopes and what",
            "became of its claims; writes the bytes of one into a file of yours. The names practices gave are told by show alone."
        },
        footer = {
            "Examples:",
            "  clearlane files list --way in --limit 20",
            "  clearlane files show file_01M379G1V836N4ZS",
            "  clearlane files download dlv_01M379G1V836N4ZT --to answer.x12"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class FilesCommand {

    @Mixin
    private LedgerAccess access;

    @Command(name = "list", description = "Lists files, newest first.", mixinStandardHelpOptions = true)
    Integer list(
            @Option(
                            names = "--way",
                            paramLabel = "in|out|back",
                            description = "only these: handed in, to payers, to mailboxes")
                    String way,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "at most (default: ${DEFAULT-VALUE})")
                    int limit,
            @Option(names = "--json", description = "for programs") boolean json)
            throws JsonProcessingException {
        FileRow.Direction direction = null;
        for (FileRow.Direction each : FileRow.Direction.values()) {
            direction = each.name().equalsIgnoreCase(way) ? each : direction;
        }
        if (way != null && direction == null) {
            System.err.println("clearlane files: --way is in, out or back");
            return Main.USAGE;
        }
        FileQuery query = FileQuery.newest(direction);
        List<FileRow> rows = access.with(
                ledger -> ledger.transact(tx -> query.read(tx.connection(), false, "", Practice.UTC, limit)));
        if (json) {
            System.out.println(json(rows.stream().map(FilesCommand::asMap).toList()));
            return 0;
        }
        rows.forEach(row -> System.out.println("%s  %-14s %-6s %-26s %8s claims %14s %12d bytes  %s"
                .formatted(
                        row.id(),
                        row.practice() == null ? "" : row.practice(),
                        row.kind(),
                        row.words(),
                        row.claims() == null ? "" : row.claims(),
                        row.charge() == null ? "" : row.charge(),
                        row.size(),
                        row.at())));
        return 0;
    }

    @Command(
            name = "show",
            description =
                    "Shows one file that was handed in: its envelopes, the verdict of each, what became of its claims.",
            mixinStandardHelpOptions = true)
    Integer show(
            @Parameters(paramLabel = "ID", description = "file_…") String id,
            @Option(names = "--json", description = "for programs") boolean json)
            throws JsonProcessingException {
        Optional<FilePage> page = access.with(
                (ledger, archive) -> ledger.transact(tx -> new FileReading(tx.connection(), archive, true).read(id)));
        if (page.isEmpty()) {
            return missing(id);
        }
        System.out.println(json ? json(asMap(page.get())) : text(page.get()));
        return 0;
    }

    @Command(
            name = "download",
            description =
                    "Writes the bytes of a file, an interchange or an answer, as they are. Nothing is overwritten.",
            mixinStandardHelpOptions = true)
    Integer download(
            @Parameters(paramLabel = "ID", description = "file_…, ich_… or dlv_…") String id,
            @Option(
                            names = "--to",
                            paramLabel = "FILE",
                            required = true,
                            description = "where to; must not be there yet")
                    Path to,
            @Option(names = "--json", description = "for programs") boolean json)
            throws IOException {
        if (Files.exists(to)) {
            System.err.println("clearlane files: " + to + " is there already; name another file");
            return Main.USAGE;
        }
        Optional<String> key = access.with(ledger -> ledger.transact(tx -> Sql.first(
                tx.connection(),
                """
                select archive_key from files where id = ? union all select archive_key from outbound_interchanges where id = ?
                union all select archive_key from deliveries where id = ?""",
                row -> row.getString(1),
                id,
                id,
                id)));
        if (key.isEmpty()) {
            return missing(id);
        }
        try (InputStream bytes = access.archive().open(key.get())) {
            Files.copy(bytes, to);
        }
        if (json) {
            System.out.println(json(Map.of("id", id, "to", to.toString(), "size", Files.size(to))));
        } else {
            System.err.println(id + " is in " + to + ", " + Files.size(to) + " bytes");
        }
        return 0;
    }

    private static Integer missing(String id) {
        System.err.println("clearlane files: there is no file " + id + "; clearlane files list shows those there are");
        return Main.USAGE;
    }

    private static Map<String, Object> asMap(FileRow row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", row.id());
        map.put("practice", row.practice());
        map.put("way", row.direction().name());
        map.put("kind", row.kind());
        map.put("verdict", row.verdict());
        map.put("claims", row.claims());
        map.put("charge", row.charge() == null ? null : row.charge().toString());
        map.put("size", row.size());
        map.put("at", row.at().toString());
        map.put("answers", row.about());
        return map;
    }

    private static Map<String, Object> asMap(FilePage file) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", file.id());
        map.put("practice", file.practice());
        map.put("name", file.name());
        map.put("format", file.format());
        map.put("sha256", file.sha256());
        map.put("size", file.size());
        map.put("verdict", file.verdict());
        map.put("failed", file.failed());
        map.put("problem", file.problem());
        map.put("receivedAt", file.receivedAt().toString());
        map.put("claims", file.total().claims());
        map.put("charge", file.total().charge().toString());
        map.put("addsUp", file.addsUp());
        Map<String, Object> states = new LinkedHashMap<>();
        file.sums()
                .forEach(each -> states.put(
                        each.state().name(),
                        Map.of(
                                "claims",
                                each.sum().claims(),
                                "charge",
                                each.sum().charge().toString())));
        map.put("states", states);
        map.put("repeats", file.repeats().size());
        map.put(
                "answers",
                file.answers().stream()
                        .map(answer -> Map.of("id", answer.id(), "kind", answer.kind(), "name", answer.name()))
                        .toList());
        return map;
    }

    private static String text(FilePage file) {
        List<String> lines = new ArrayList<>();
        lines.add("%s  %s  %s".formatted(file.id(), file.practice(), ForeignText.visible(file.name())));
        lines.add("%s%s, received %s"
                .formatted(
                        FileWords.of(file.verdict()),
                        file.problem() == null ? "" : ": " + file.problem(),
                        file.receivedAt()));
        lines.add("%d claims in, %s: %s"
                .formatted(
                        file.total().claims(), file.total().charge(), file.addsUp() ? "adds up" : "does not add up"));
        file.sums()
                .forEach(each -> lines.add("  %-16s %8d %14s"
                        .formatted(each.state(), each.sum().claims(), each.sum().charge())));
        for (FilePage.Interchange interchange : file.interchanges()) {
            lines.add("interchange %s: %s".formatted(interchange.control(), interchange.answer()));
            interchange.groups().forEach(group -> {
                lines.add("  group %s %s".formatted(group.control(), group.version()));
                group.sets()
                        .forEach(set -> lines.add("    set %s %s: %s, %d claims %s"
                                .formatted(
                                        set.control(),
                                        set.kind(),
                                        set.answer(),
                                        set.total().claims(),
                                        set.total().charge())));
            });
        }
        file.findings().forEach(finding -> lines.add((finding.error() ? "error: " : "warning: ") + finding.message()));
        file.answers()
                .forEach(answer -> lines.add("answer %s  %s  %s".formatted(answer.id(), answer.kind(), answer.name())));
        return String.join("\n", lines);
    }

    private static String json(Object value) throws JsonProcessingException {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    }
}
