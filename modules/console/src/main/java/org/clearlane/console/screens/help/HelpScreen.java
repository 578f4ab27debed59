package org.clearlane.console.screens.help;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Screen;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.people.People;

/** What states mean, which keys there are, and the switch that turns single keys off (WCAG 2.1.4). */
public final class HelpScreen implements Screen {

    private final Desk desk;

    public HelpScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/help", desk.page(null, this::show));
        routes.post("/help/keys", desk.form(null, this::keys));
    }

    private void show(Context context, Visitor visitor) {
        desk.show(
                context,
                "help/help",
                desk.frame(context, visitor, "Help", "/help"),
                Map.of("states", List.of(ClaimState.values())));
    }

    private void keys(Context context, Visitor visitor) {
        boolean on = Optional.ofNullable(context.formParam("keys")).orElse("").equals("on");
        desk.ledger().run(tx -> People.setSingleKeys(tx, visitor.personId(), on));
        desk.onTo(context, "/help", on ? "Single keys are on." : "Single keys are off.");
    }
}
