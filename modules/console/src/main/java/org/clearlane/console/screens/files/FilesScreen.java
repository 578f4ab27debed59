package org.clearlane.console.screens.files;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.access.AccessAudit;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Downloads;
import org.clearlane.console.web.Frame;
import org.clearlane.console.web.Screen;
import org.clearlane.store.Sql;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.clearlane.store.people.KeptSearches;

/**
 * Files whichever way they went. A practice's people see their own; people of the clearinghouse see all of them by id, size,
 * kind and verdict, without the names practices gave them and without what stands in them.
 */
public final class FilesScreen implements Screen {

    private static final String SCREEN = "files";

    private final Desk desk;
    private final Archive archive;

    public FilesScreen(Desk desk, Archive archive) {
        this.desk = desk;
        this.archive = archive;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/files", desk.page(null, this::list));
        routes.post("/files/find", desk.form(Permission.SEE_CLAIMS, this::find));
        routes.get("/files/{id}", desk.page(null, this::show));
        routes.get("/files/{id}/original", desk.page(Permission.DOWNLOAD_FILES, this::original));
        routes.get("/files/{id}/translated", desk.page(Permission.DOWNLOAD_FILES, this::translated));
        routes.get("/mailbox/{id}", desk.page(Permission.DOWNLOAD_FILES, this::delivery));
    }

    private static boolean worksForAPractice(Visitor visitor) {
        return visitor.may(Permission.SEE_CLAIMS);
    }

    private static String practiceOf(Visitor visitor) {
        return visitor.practiceId() == null ? "" : visitor.practiceId();
    }

    private void list(Context context, Visitor visitor) {
        FileQuery query = FileQuery.of(context);
        Frame frame = desk.frame(context, visitor, "Files", "/files");
        boolean one = worksForAPractice(visitor);
        Map<String, Object> values = new HashMap<>();
        List<FileRow> rows = one
                ? desk.reads().of(practiceOf(visitor), connection -> {
                    String words = KeptSearches.words(connection, query.words(), visitor.personId())
                            .orElse("");
                    values.put("name", words);
                    return query.read(connection, true, words, frame.zone(), FileQuery.PAGE + 1);
                })
                : desk.reads().flows(connection -> query.read(connection, false, "", frame.zone(), FileQuery.PAGE + 1));
        values.putIfAbsent("name", "");
        boolean more = rows.size() > FileQuery.PAGE;
        values.put("rows", more ? rows.subList(0, FileQuery.PAGE) : rows);
        values.put("next", more ? query.address(rows.get(FileQuery.PAGE - 1).id()) : null);
        values.put("query", query);
        values.put("one", one);
        desk.show(context, "files/list", frame, values);
    }

    /** The filters come as a form: the name of a file may be that of a patient and must not stand in an address. */
    private void find(Context context, Visitor visitor) {
        String name = Optional.ofNullable(context.formParam("name")).orElse("").strip();
        String kept = name.isEmpty() || visitor.practiceId() == null
                ? ""
                : desk.ledger()
                        .transact(tx -> KeptSearches.keep(tx, visitor.practiceId(), visitor.personId(), SCREEN, name));
        desk.onTo(context, FileQuery.ofForm(context, kept).address(""), null);
    }

    private void show(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        if (id.startsWith(FileRow.Direction.OUT.prefix())) {
            showBatch(context, visitor, id);
            return;
        }
        boolean readable = worksForAPractice(visitor) || visitor.glassPracticeId() != null;
        Optional<FilePage> page = readable
                ? desk.reads()
                        .of(
                                Optional.ofNullable(visitor.readablePractice()).orElse(""),
                                connection -> new FileReading(connection, archive, true).read(id))
                : Optional.empty();
        boolean whole = page.isPresent();
        if (!whole && visitor.may(Permission.SEE_FLOWS)) {
            page = desk.reads().flows(connection -> new FileReading(connection, archive, false).read(id));
        }
        if (page.isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        String practice = page.get().practice();
        desk.ledger()
                .run(tx -> AccessAudit.write(
                        tx,
                        visitor,
                        practice,
                        "file.see",
                        id,
                        Outcome.SEEN,
                        whole ? "" : "without health information"));
        Map<String, Object> values = new HashMap<>();
        values.put("file", page.get());
        values.put("whole", whole);
        values.put("mayDownload", whole && visitor.may(Permission.DOWNLOAD_FILES));
        desk.show(context, "files/file", desk.frame(context, visitor, "File", "/files"), values);
    }

    private void showBatch(Context context, Visitor visitor, String id) {
        boolean one = worksForAPractice(visitor);
        Optional<BatchPage> page = one
                ? desk.reads().of(practiceOf(visitor), connection -> new BatchReading(connection).read(id))
                : desk.reads().flows(connection -> new BatchReading(connection).read(id));
        if (page.isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        desk.ledger().run(tx -> AccessAudit.write(tx, visitor, "file.see", id, Outcome.SEEN, ""));
        Map<String, Object> values = new HashMap<>();
        values.put("batch", page.get());
        values.put("told", desk.reads().flows(connection -> BatchReading.told(connection, id)));
        values.put("one", one);
        desk.show(context, "files/batch", desk.frame(context, visitor, "Interchange", "/files"), values);
    }

    // --- bytes ---

    /** Where bytes lie and what they may be called. */
    private record Bytes(String archiveKey, String name) {}

    private void original(Context context, Visitor visitor) {
        download(
                context,
                visitor,
                "select archive_key, original_name as name from files where id = ?",
                "file.download",
                "");
    }

    private void translated(Context context, Visitor visitor) {
        download(
                context,
                visitor,
                "select translated_key as archive_key, original_name as name from files where id = ? and translated_key is not null",
                "file.download",
                ".837");
    }

    private void delivery(Context context, Visitor visitor) {
        download(context, visitor, "select archive_key, name from deliveries where id = ?", "mailbox.download", "");
    }

    private void download(Context context, Visitor visitor, String select, String action, String suffix) {
        String id = context.pathParam("id");
        Optional<Bytes> bytes = desk.reads()
                .of(
                        practiceOf(visitor),
                        connection -> Sql.first(
                                connection,
                                select,
                                row -> new Bytes(row.getString("archive_key"), row.getString("name")),
                                id));
        if (bytes.isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        desk.ledger().run(tx -> AccessAudit.write(tx, visitor, action, id, Outcome.SEEN, suffix));
        Downloads.send(
                context,
                bytes.get().name(),
                suffix,
                id,
                archive.open(bytes.get().archiveKey()));
    }
}
