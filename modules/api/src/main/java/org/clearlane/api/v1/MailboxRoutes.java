package org.clearlane.api.v1;

import static org.clearlane.store.ledger.ApiScope.MAILBOX_READ;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.api.ApiCall;
import org.clearlane.api.ApiMeans;
import org.clearlane.api.ApiPart;
import org.clearlane.api.ApiRoute;
import org.clearlane.api.PracticeView;
import org.clearlane.store.archive.Archive;

/** Answers, as they lie in the practice's mailbox: TA1, 999, 277CA, 835, explanations, notices. */
public final class MailboxRoutes implements ApiPart {

    private final PracticeView view;
    private final Archive archive;

    public MailboxRoutes(ApiMeans means) {
        this.view = means.view();
        this.archive = means.archive();
    }

    @Override
    public String document() {
        return "mailbox.yaml";
    }

    @Override
    public List<ApiRoute> routes() {
        return List.of(
                ApiRoute.get("/v1/mailbox", "mailbox.list", MAILBOX_READ, this::list),
                ApiRoute.get("/v1/mailbox/{id}", "mailbox.fetch", MAILBOX_READ, this::fetch));
    }

    private void list(ApiCall call) {
        call.page(
                view.list(
                        call.practiceId(),
                        """
                        select id, kind, name, sha256, size_bytes as size, file_id as file, created_at from deliveries
                        where (? = '' or kind = ?) and (? = '' or id > ?) order by id limit ?""",
                        call.query("kind"),
                        call.query("kind"),
                        call.after(),
                        call.after(),
                        call.limit() + 1),
                "id");
    }

    private void fetch(ApiCall call) {
        Optional<Map<String, Object>> item = view.first(
                call.practiceId(),
                "select archive_key, sha256, size_bytes as size from deliveries where id = ?",
                call.id());
        if (item.isEmpty()) {
            call.nothing();
            return;
        }
        call.saw(call.id(), "as it is");
        String tag = "\"" + item.get().get("sha256") + "\"";
        call.context().header("ETag", tag).contentType("application/octet-stream");
        if (tag.equals(call.context().header("If-None-Match"))) {
            call.context().status(304);
        } else {
            call.context().result(archive.open((String) item.get().get("archiveKey")));
        }
    }
}
