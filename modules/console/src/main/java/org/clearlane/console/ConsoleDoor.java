package org.clearlane.console;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.clearlane.access.SignIn;
import org.clearlane.api.Door;
import org.clearlane.api.HttpServer;
import org.clearlane.console.screens.access.AccessScreen;
import org.clearlane.console.screens.access.GlassScreen;
import org.clearlane.console.screens.claims.ClaimsScreen;
import org.clearlane.console.screens.help.HelpScreen;
import org.clearlane.console.screens.today.TodayScreen;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Guard;
import org.clearlane.console.web.Reads;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger;

/** The console: every page, each with the permission it asks for. Owns whatever path no other door owns. */
public final class ConsoleDoor implements Door {

    private final Desk desk;
    private final SignIn signIn;
    private final Archive archive;

    /**
     * The door.
     *
     * @param payers those that are set up here, by id
     * @param secure whether people reach us by HTTPS
     */
    public ConsoleDoor(
            Ledger ledger, Archive archive, Reads reads, SignIn signIn, List<String> payers, boolean secure) {
        this.signIn = signIn;
        this.archive = archive;
        this.desk = new Desk(ledger, reads, new Guard(signIn, secure), payers);
        desk.behind(this);
    }

    @Override
    public boolean owns(String path) {
        return true;
    }

    @Override
    public void refuse(Context context, int status, String name, String title, String detail) {
        desk.refuse(context, status, title, detail);
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/assets/{hash}/{name}", context -> {
            if (!desk.assets().serve(context)) {
                HttpServer.nothingHere(this, context);
            }
        });
        new AccessScreen(desk, signIn).open(routes);
        new TodayScreen(desk).open(routes);
        new ClaimsScreen(desk, archive).open(routes);
        new HelpScreen(desk).open(routes);
        new GlassScreen(desk, signIn).open(routes);
    }
}
