package org.clearlane.console.screens.access;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clearlane.access.Permission;
import org.clearlane.access.SignIn;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Frame.PracticeName;
import org.clearlane.console.web.Screen;
import org.clearlane.store.Sql;

/** An operator asks to see one practice's health information, and says why (45 CFR 164.312(a)(2)(ii)). */
public final class GlassScreen implements Screen {

    private final Desk desk;
    private final SignIn door;

    public GlassScreen(Desk desk, SignIn door) {
        this.desk = desk;
        this.door = door;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/glass", desk.page(Permission.BREAK_GLASS, (context, visitor) -> ask(context, visitor, null, "")));
        routes.post("/glass", desk.form(Permission.BREAK_GLASS, this::take));
    }

    private void ask(Context context, Visitor visitor, String problem, String reason) {
        Map<String, Object> values = new HashMap<>();
        values.put("problem", problem);
        values.put("reason", reason);
        values.put(
                "practices",
                desk.reads()
                        .flows(connection -> Sql.list(
                                connection,
                                "select id, name, time_zone from practices order by name",
                                PracticeName::of)));
        desk.show(context, "access/glass", desk.frame(context, visitor, "Break the glass", ""), values);
    }

    private void take(Context context, Visitor visitor) {
        String practice = Optional.ofNullable(context.formParam("practice")).orElse("");
        String reason = Optional.ofNullable(context.formParam("reason")).orElse("");
        boolean known = desk.reads()
                .flows(connection ->
                        Sql.number(connection, "select count(*) from practices where id = ?", practice) == 1);
        Optional<String> objection =
                known ? door.objectionToGlass(visitor, reason) : Optional.of("Choose one of the practices.");
        if (objection.isPresent()) {
            ask(context.status(422), visitor, objection.get(), reason);
        } else {
            desk.guard().keep(context, door.renewed(visitor));
            door.breakGlass(visitor, practice, reason);
            desk.onTo(
                    context,
                    "/claims",
                    "For an hour you see the claims of " + practice + ". The practice can read that you did, and why.");
        }
    }
}
