package org.clearlane.console.screens.keys;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearlane.access.AccessAudit;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.ChosenPractice;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Screen;
import org.clearlane.store.ledger.ApiKey;
import org.clearlane.store.ledger.ApiKeys;
import org.clearlane.store.ledger.ApiKeys.Issued;
import org.clearlane.store.ledger.ApiScope;
import org.clearlane.store.people.AuditTrail.Outcome;

/** Keys with which a practice's programs use the API: made, followed by another, ended. Each is shown once. */
public final class KeysScreen implements Screen {

    private static final int PAGE = 50;

    private final Desk desk;

    public KeysScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/keys", desk.page(Permission.MANAGE_KEYS, (context, visitor) -> list(context, visitor, null)));
        routes.post("/keys", desk.form(Permission.MANAGE_KEYS, this::create));
        routes.post("/keys/{id}/rotate", desk.form(Permission.MANAGE_KEYS, this::rotate));
        routes.post("/keys/{id}/revoke", desk.form(Permission.MANAGE_KEYS, this::revoke));
    }

    private void list(Context context, Visitor visitor, String problem) {
        ChosenPractice chosen = ChosenPractice.of(desk, context, visitor);
        String after = Optional.ofNullable(context.queryParam("after")).orElse("");
        List<ApiKey> keys = chosen.id() == null
                ? List.of()
                : desk.reads()
                        .of(chosen.id(), connection -> ApiKeys.ofPractice(connection, chosen.id(), after, PAGE + 1));
        boolean more = keys.size() > PAGE;
        Map<String, Object> values = new HashMap<>();
        values.put("problem", problem);
        values.put("chosen", chosen);
        values.put("keys", more ? keys.subList(0, PAGE) : keys);
        values.put(
                "next",
                more ? chosen.address("/keys?after=" + keys.get(PAGE - 1).id()) : null);
        values.put("now", desk.ledger().clock().instant());
        values.put("label", form(context, "label"));
        desk.show(context, "keys/list", desk.frame(context, visitor, "Keys", "/keys"), values);
    }

    private void create(Context context, Visitor visitor) {
        ChosenPractice chosen = ChosenPractice.of(desk, context, visitor);
        Set<ApiScope> scopes = context.formParams("scopes").stream()
                .flatMap(code -> ApiScope.of(code).stream())
                .collect(Collectors.toSet());
        String ends = form(context, "ends");
        Optional<Instant> end = day(desk.frame(context, visitor, "", ""), ends);
        String objection = chosen.id() == null
                ? "Choose a practice."
                : form(context, "label").isBlank()
                                || form(context, "label").strip().length() > 100
                        ? "Say in at most 100 characters which program the key is for."
                        : scopes.isEmpty()
                                ? "Choose at least one thing the key may do."
                                : !ends.isEmpty()
                                                && end.filter(each -> each.isAfter(desk.ledger()
                                                                .clock()
                                                                .instant()))
                                                        .isEmpty()
                                        ? "Choose a last day that is still to come, or none."
                                        : null;
        if (objection != null) {
            list(context.status(422), visitor, objection);
            return;
        }
        Issued issued = desk.ledger().transact(tx -> {
            Issued made = ApiKeys.issue(
                    tx,
                    new ApiKeys.Wish(
                            chosen.id(), form(context, "label"), scopes, end.orElse(null), visitor.personId()));
            AccessAudit.write(
                    tx,
                    visitor,
                    chosen.id(),
                    "key.create",
                    made.key().id(),
                    Outcome.DONE,
                    String.join(" ", made.key().scopeCodes()));
            return made;
        });
        secret(context, visitor, chosen, issued, null);
    }

    /** The end of the day that was chosen, by the clocks of the page. */
    private static Optional<Instant> day(org.clearlane.console.web.Frame frame, String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(frame.zone())
                            .toInstant());
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private void rotate(Context context, Visitor visitor) {
        ChosenPractice chosen = ChosenPractice.of(desk, context, visitor);
        Optional<ApiKey> key = key(context, visitor, chosen);
        if (key.isEmpty()) {
            return;
        }
        Optional<Issued> issued = desk.ledger().transact(tx -> {
            Optional<Issued> made = ApiKeys.rotate(
                    tx, key.get().id(), ApiKeys.OVERLAP, key.get().expiresAt(), visitor.personId());
            if (made.isPresent()) {
                AccessAudit.write(
                        tx,
                        visitor,
                        chosen.id(),
                        "key.rotate",
                        key.get().id(),
                        Outcome.DONE,
                        "followed by " + made.get().key().id());
            }
            return made;
        });
        if (issued.isEmpty()) {
            list(
                    context.status(409),
                    visitor,
                    "That key has ended, or another follows it already. End one of the two first.");
        } else {
            secret(context, visitor, chosen, issued.get(), key.get());
        }
    }

    private void revoke(Context context, Visitor visitor) {
        ChosenPractice chosen = ChosenPractice.of(desk, context, visitor);
        Optional<ApiKey> key = key(context, visitor, chosen);
        if (key.isEmpty()) {
            return;
        }
        boolean ended = desk.ledger().transact(tx -> {
            boolean done = ApiKeys.revoke(tx, key.get().id(), visitor.personId());
            if (done) {
                AccessAudit.write(
                        tx, visitor, chosen.id(), "key.revoke", key.get().id(), Outcome.DONE, "");
            }
            return done;
        });
        desk.onTo(
                context,
                chosen.address("/keys"),
                ended ? "The key opens nothing any more." : "That key had ended already.");
    }

    /** The key of the address, if it is this practice's; else it is said that nothing is here. */
    private Optional<ApiKey> key(Context context, Visitor visitor, ChosenPractice chosen) {
        String id = context.pathParam("id");
        Optional<ApiKey> key = chosen.id() == null
                ? Optional.empty()
                : desk.reads().of(chosen.id(), connection -> ApiKeys.find(connection, chosen.id(), id));
        if (key.isEmpty()) {
            desk.nothingHere(context, visitor, id);
        }
        return key;
    }

    private void secret(Context context, Visitor visitor, ChosenPractice chosen, Issued issued, ApiKey before) {
        Map<String, Object> values = new HashMap<>();
        values.put("chosen", chosen);
        values.put("issued", issued);
        values.put("before", before);
        values.put("overlap", desk.ledger().clock().instant().plus(ApiKeys.OVERLAP));
        desk.show(context, "keys/secret", desk.frame(context, visitor, "A new key", "/keys"), values);
    }

    /** The scopes one can choose. */
    public static List<ApiScope> scopes() {
        return Arrays.asList(ApiScope.values());
    }

    private static String form(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }
}
