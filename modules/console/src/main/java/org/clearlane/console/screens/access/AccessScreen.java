package org.clearlane.console.screens.access;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clearlane.access.Links;
import org.clearlane.access.OidcSignIn;
import org.clearlane.access.SignIn;
import org.clearlane.access.SignIn.Halfway;
import org.clearlane.access.SignIn.Result;
import org.clearlane.access.TimeCodes;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.QrPicture;
import org.clearlane.console.web.Screen;
import org.clearlane.store.people.Invitations.Invitation;
import org.clearlane.store.people.Invitations.Purpose;

/** Signing in and out, joining, choosing a second factor, choosing whose data to see. */
public final class AccessScreen implements Screen {

    private static final String HOUSE = "Clearlane";

    private final Desk desk;
    private final SignIn door;
    private final OidcSignIn oidc;
    private final Links links;

    /** @param oidc the door that an identity provider opens, or null when there is none */
    public AccessScreen(Desk desk, SignIn door, OidcSignIn oidc) {
        this.desk = desk;
        this.door = door;
        this.oidc = oidc;
        this.links = new Links(desk.ledger(), door.practicesSignInLocally());
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/sign-in", context -> askForPassword(context, null, ""));
        routes.post("/sign-in", ours(this::password));
        if (oidc != null) {
            routes.get("/sign-in/oidc", this::toProvider);
            routes.get("/sign-in/oidc/back", this::fromProvider);
        }
        routes.get("/sign-in/code", context -> askForCode(context, null));
        routes.post("/sign-in/code", ours(this::code));
        routes.get("/enrol", context -> askToEnrol(context, null));
        routes.post("/enrol", ours(this::enrol));
        routes.get("/join/{token}", context -> askToJoin(context, null, "", ""));
        routes.post("/join/{token}", ours(this::join));
        routes.post("/sign-out", desk.form(null, this::signOut));
        routes.post("/practice", desk.form(null, this::workFor));
        routes.post("/theme", desk.form(null, this::theme));
    }

    /** Before there is a session there is no token; the browser's word that the form is ours has to do. */
    private io.javalin.http.Handler ours(io.javalin.http.Handler form) {
        return context -> {
            if (desk.guard().fromOurPages(context)) {
                form.handle(context);
            } else {
                desk.refuse(context, 403, "That form is not ours", "Open the page again and send it from there.");
            }
        };
    }

    private void askForPassword(Context context, String problem, String email) {
        Map<String, Object> values = new HashMap<>();
        values.put("problem", problem);
        values.put("email", email);
        values.put("provider", oidc == null ? null : oidc.label());
        values.put("practicesToo", door.practicesSignInLocally());
        desk.show(context, "access/signIn", desk.frame(context, null, "Sign in", ""), values);
    }

    private void password(Context context) {
        String email = form(context, "email");
        Result result =
                door.password(email, form(context, "password"), desk.guard().address(context));
        switch (result) {
            case Result.Begun begun -> goOn(context, begun);
            case Result.Refused refused -> askForPassword(context.status(401), refused.why(), email);
            case Result.Later later -> askForPassword(context.status(429), waiting(context, later.after()), email);
        }
    }

    private void toProvider(Context context) {
        Optional<OidcSignIn.Start> start = oidc.start();
        if (start.isEmpty()) {
            askForPassword(
                    context.status(503),
                    oidc.label() + " does not answer. Try again in a minute, or tell an operator.",
                    "");
            return;
        }
        desk.guard().keepErrand(context, start.get().cookie());
        context.redirect(start.get().to().toString());
    }

    private void fromProvider(Context context) {
        String errand = desk.guard().errand(context);
        desk.guard().keepErrand(context, null);
        Result result = oidc.finish(
                errand,
                query(context, "state"),
                query(context, "code"),
                desk.guard().address(context));
        switch (result) {
            case Result.Begun begun -> goOn(context, begun);
            case Result.Refused refused -> askForPassword(context.status(401), refused.why(), "");
            case Result.Later later -> askForPassword(context.status(429), waiting(context, later.after()), "");
        }
    }

    private static String query(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }

    private void goOn(Context context, Result.Begun begun) {
        desk.guard().keep(context, begun.cookie());
        desk.onTo(
                context,
                switch (begun.next()) {
                    case CODE -> "/sign-in/code";
                    case ENROL -> "/enrol";
                    case IN -> "/";
                },
                null);
    }

    private static String waiting(Context context, Duration after) {
        long seconds = Math.max(1, after.toSeconds());
        context.header("Retry-After", Long.toString(seconds));
        long minutes = (seconds + 59) / 60;
        return "There were too many attempts. Try again in " + minutes + (minutes == 1 ? " minute." : " minutes.");
    }

    private void askForCode(Context context, String problem) {
        Map<String, Object> values = new HashMap<>();
        values.put("problem", problem);
        desk.show(context, "access/code", desk.frame(context, null, "Your code", ""), values);
    }

    private void code(Context context) {
        Result result = door.code(
                desk.guard().cookie(context),
                form(context, "code"),
                desk.guard().address(context));
        switch (result) {
            case Result.Begun begun -> goOn(context, begun);
            case Result.Refused refused -> askForCode(context.status(401), refused.why());
            case Result.Later later -> askForCode(context.status(429), waiting(context, later.after()));
        }
    }

    private void askToEnrol(Context context, String problem) {
        String cookie = desk.guard().cookie(context);
        Optional<Halfway> half = door.halfway(cookie);
        Optional<byte[]> secret = door.offerSecret(cookie);
        if (half.isEmpty() || secret.isEmpty()) {
            context.redirect("/sign-in");
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("problem", problem);
        values.put(
                "picture",
                QrPicture.of(
                        TimeCodes.uri(secret.get(), HOUSE, half.get().person().email())));
        values.put("secret", TimeCodes.written(secret.get()));
        desk.show(context, "access/enrol", desk.frame(context, null, "Second factor", ""), values);
    }

    private void enrol(Context context) {
        Result result = door.enrol(
                desk.guard().cookie(context),
                form(context, "code"),
                desk.guard().address(context));
        switch (result) {
            case Result.Begun begun -> goOn(context, begun);
            case Result.Refused refused -> askToEnrol(context.status(401), refused.why());
            case Result.Later later -> askToEnrol(context.status(429), waiting(context, later.after()));
        }
    }

    private void askToJoin(Context context, String problem, String email, String name) {
        Optional<Duration> wait = links.wait(desk.guard().address(context));
        if (wait.isPresent()) {
            desk.refuse(context, 429, "Too many attempts", waiting(context, wait.get()));
            return;
        }
        Optional<Invitation> link = links.invitation(context.pathParam("token"));
        if (link.isEmpty()) {
            links.noteGuess(desk.guard().address(context));
            desk.refuse(
                    context,
                    410,
                    "This link does not work any more",
                    "It was used already, or it is older than a day. Ask whoever sent it for a new one; the first operator"
                            + " gets one when the service starts.");
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("problem", problem);
        values.put("token", context.pathParam("token"));
        values.put("setUp", link.get().purpose() == Purpose.SET_UP);
        values.put("email", email);
        values.put("name", name);
        desk.show(context, "access/join", desk.frame(context, null, "Welcome", ""), values);
    }

    private void join(Context context) {
        String token = context.pathParam("token");
        Optional<Invitation> link = links.invitation(token);
        if (link.isEmpty() || links.wait(desk.guard().address(context)).isPresent()) {
            askToJoin(context, null, "", "");
            return;
        }
        boolean setUp = link.get().purpose() == Purpose.SET_UP;
        String email = form(context, "email");
        String name = form(context, "name");
        Result result = setUp
                ? links.setUp(
                        token,
                        email,
                        name,
                        form(context, "password"),
                        desk.guard().address(context))
                : links.join(token, form(context, "password"), desk.guard().address(context));
        switch (result) {
            case Result.Begun begun -> goOn(context, begun);
            case Result.Refused refused -> askToJoin(context.status(422), refused.why(), email, name);
            case Result.Later later -> askToJoin(context.status(429), waiting(context, later.after()), email, name);
        }
    }

    private void signOut(Context context, Visitor visitor) {
        door.out(visitor);
        desk.guard().forget(context);
        desk.onTo(context, "/sign-in", null);
    }

    private void workFor(Context context, Visitor visitor) {
        String practice = form(context, "practice");
        if (visitor.practices().contains(practice)) {
            desk.guard().keep(context, door.renewed(visitor));
            door.workFor(visitor, practice);
            desk.onTo(context, "/", null);
        } else {
            desk.nothingHere(context, visitor, "practice");
        }
    }

    private void theme(Context context, Visitor visitor) {
        desk.guard().keepTheme(context, form(context, "theme"));
        desk.onTo(context, "/", null);
    }

    private static String form(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }
}
