package org.clearlane.api.v1;

import static org.clearlane.store.ledger.ApiScope.CLAIMS_READ;
import static org.clearlane.store.ledger.ApiScope.FILES_READ;
import static org.clearlane.store.ledger.ApiScope.FILES_WRITE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.api.ApiCall;
import org.clearlane.api.ApiMeans;
import org.clearlane.api.ApiPart;
import org.clearlane.api.ApiRoute;
import org.clearlane.api.PracticeView;
import org.clearlane.store.Sql;

/** Files handed in: taking them, and what became of them. */
public final class FileRoutes implements ApiPart {

    private static final String FILE =
            """
            select id, original_name as name, door, format, sha256, size_bytes as size, state, verdict,
                claims_total, claims_accepted, claims_rejected, claims_held, charge_cents, problem, received_at, judged_at
            from files""";

    private final PracticeView view;
    private final FileUpload upload;

    public FileRoutes(ApiMeans means) {
        this.view = means.view();
        this.upload = new FileUpload(means);
    }

    @Override
    public String document() {
        return "files.yaml";
    }

    @Override
    public List<ApiRoute> routes() {
        return List.of(
                ApiRoute.post("/v1/files", "files.create", FILES_WRITE, upload::take),
                ApiRoute.get("/v1/files", "files.list", FILES_READ, this::list),
                ApiRoute.get("/v1/files/{id}", "files.read", FILES_READ, call -> call.one(file(call))),
                ApiRoute.get("/v1/files/{id}/findings", "files.findings", FILES_READ, this::findings),
                ApiRoute.get("/v1/files/{id}/claims", "files.claims", CLAIMS_READ, this::claims));
    }

    private void list(ApiCall call) {
        call.page(
                view.list(
                        call.practiceId(),
                        FILE
                                + """
                                 where (? = '' or state = ?) and (? = '' or verdict = ?) and (? = '' or id < ?)
                                order by id desc limit ?""",
                        call.query("state"),
                        call.query("state"),
                        call.query("verdict"),
                        call.query("verdict"),
                        call.after(),
                        call.after(),
                        call.limit() + 1),
                "id");
    }

    private Optional<Map<String, Object>> file(ApiCall call) {
        return view.as(call.practiceId(), connection -> {
            Optional<Map<String, Object>> file =
                    Sql.first(connection, FILE + " where id = ?", PracticeView::row, call.id());
            if (file.isPresent()) {
                file.get()
                        .put(
                                "answers",
                                Sql.list(
                                        connection,
                                        "select id, kind, name, sha256, size_bytes as size, created_at from deliveries"
                                                + " where file_id = ? order by id limit 100",
                                        PracticeView::row,
                                        call.id()));
            }
            return file;
        });
    }

    private boolean isThere(ApiCall call) {
        return view.first(call.practiceId(), "select id from files where id = ?", call.id())
                .isPresent();
    }

    private void findings(ApiCall call) {
        if (!isThere(call)) {
            call.nothing();
            return;
        }
        call.page(
                view.list(
                        call.practiceId(),
                        "select claim_id as claim, " + Findings.COLUMNS
                                + " from findings where file_id = ? and ordinal > ? order by ordinal limit ?",
                        call.id(),
                        (int) Math.min(Integer.MAX_VALUE, call.afterNumber()),
                        call.limit() + 1),
                "_ordinal");
    }

    private void claims(ApiCall call) {
        if (!isThere(call)) {
            call.nothing();
            return;
        }
        call.page(
                view.list(
                        call.practiceId(),
                        ClaimRoutes.CLAIM.replace("select ", "select ordinal as _ordinal, ")
                                + " where file_id = ? and ordinal > ? order by ordinal limit ?",
                        call.id(),
                        (int) Math.min(Integer.MAX_VALUE, call.afterNumber()),
                        call.limit() + 1),
                "_ordinal");
    }
}
