package org.clearlane.console.screens.me;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clearlane.access.Account;
import org.clearlane.access.TimeCodes;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.QrPicture;
import org.clearlane.console.web.Screen;

/** What somebody changes about themselves: password, second factor, where they are signed in, single keys. */
public final class MeScreen implements Screen {

    private final Desk desk;
    private final Account account;

    public MeScreen(Desk desk, Account account) {
        this.desk = desk;
        this.account = account;
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/me", desk.page(null, (context, visitor) -> show(context, visitor, null)));
        routes.post("/me/password", desk.form(null, this::password));
        routes.post("/me/second-factor", desk.form(null, this::secondFactor));
        routes.get("/me/second-factor", desk.page(null, (context, visitor) -> device(context, visitor, null)));
        routes.post("/me/second-factor/prove", desk.form(null, this::prove));
        routes.post("/me/sign-out-elsewhere", desk.form(null, this::signOutElsewhere));
    }

    private void show(Context context, Visitor visitor, String problem) {
        Map<String, Object> values = new HashMap<>();
        values.put("problem", problem);
        values.put("sessions", account.sessions(visitor));
        desk.show(context, "me/me", desk.frame(context, visitor, "Your account", "/me"), values);
    }

    private void password(Context context, Visitor visitor) {
        String wanted = form(context, "wanted");
        Optional<String> objection = wanted.equals(form(context, "again"))
                ? account.changePassword(visitor, form(context, "current"), wanted)
                : Optional.of("The two new passwords are not the same.");
        if (objection.isPresent()) {
            show(context.status(422), visitor, objection.get());
        } else {
            desk.onTo(context, "/me", "Your password is changed, and you are signed out everywhere else.");
        }
    }

    private void secondFactor(Context context, Visitor visitor) {
        Account.Offer offer = account.offerSecondFactor(visitor, form(context, "current"));
        if (offer.objection() != null) {
            show(context.status(422), visitor, offer.objection());
        } else {
            desk.onTo(context, "/me/second-factor", null);
        }
    }

    private void device(Context context, Visitor visitor, String problem) {
        Optional<byte[]> secret = account.offered(visitor);
        if (secret.isEmpty()) {
            context.redirect("/me");
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("problem", problem);
        values.put("picture", QrPicture.of(TimeCodes.uri(secret.get(), "Clearlane", visitor.email())));
        values.put("secret", TimeCodes.written(secret.get()));
        desk.show(context, "me/device", desk.frame(context, visitor, "A new device", "/me"), values);
    }

    private void prove(Context context, Visitor visitor) {
        Optional<String> objection = account.proveSecondFactor(visitor, form(context, "code"));
        if (objection.isPresent()) {
            device(context.status(422), visitor, objection.get());
        } else {
            desk.onTo(context, "/me", "The new device counts from now on; the old one does not.");
        }
    }

    private void signOutElsewhere(Context context, Visitor visitor) {
        int ended = account.signOutElsewhere(visitor);
        desk.onTo(context, "/me", ended == 1 ? "One other session has ended." : ended + " other sessions have ended.");
    }

    private static String form(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }
}
