package org.clearlane.console;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.clearlane.api.Door;
import org.clearlane.api.HttpServer;
import org.clearlane.console.screens.access.AccessScreen;
import org.clearlane.console.screens.access.GlassScreen;
import org.clearlane.console.screens.audit.AuditScreen;
import org.clearlane.console.screens.claims.ClaimsScreen;
import org.clearlane.console.screens.correction.CorrectionScreen;
import org.clearlane.console.screens.files.FilesScreen;
import org.clearlane.console.screens.help.HelpScreen;
import org.clearlane.console.screens.keys.KeysScreen;
import org.clearlane.console.screens.me.MeScreen;
import org.clearlane.console.screens.payers.PayersScreen;
import org.clearlane.console.screens.people.PeopleScreen;
import org.clearlane.console.screens.practices.PracticesScreen;
import org.clearlane.console.screens.proof.ProofScreen;
import org.clearlane.console.screens.queues.QueuesScreen;
import org.clearlane.console.screens.reconciliation.ReconciliationScreen;
import org.clearlane.console.screens.remittances.RemittancesScreen;
import org.clearlane.console.screens.status.StatusScreen;
import org.clearlane.console.screens.today.TodayScreen;
import org.clearlane.console.screens.webhooks.WebhooksScreen;
import org.clearlane.console.screens.worklist.BulkScreen;
import org.clearlane.console.screens.worklist.WorklistScreen;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Guard;
import org.clearlane.console.web.Screen;

/** The console: every page, each with the permission it asks for. Owns whatever path no other door owns. */
public final class ConsoleDoor implements Door {

    private final Desk desk;
    private final ConsoleMeans means;

    public ConsoleDoor(ConsoleMeans means) {
        this.means = means;
        this.desk = new Desk(means.ledger(), means.reads(), new Guard(means.signIn(), means.secure()), means.payers());
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
        if (means.secure()) {
            routes.before(context -> context.header("Strict-Transport-Security", "max-age=31536000"));
        }
        screens().forEach(screen -> screen.open(routes));
    }

    private List<Screen> screens() {
        return List.of(
                new AccessScreen(desk, means.signIn(), means.oidc()),
                new TodayScreen(desk),
                new ClaimsScreen(desk, means.archive()),
                new PracticesScreen(desk, means.practices()),
                new PeopleScreen(desk),
                new KeysScreen(desk),
                new WebhooksScreen(desk, means.webhooks()),
                new AuditScreen(desk),
                new MeScreen(desk, means.account()),
                new FilesScreen(desk, means.archive()),
                new ProofScreen(desk, means.archive()),
                new CorrectionScreen(desk, means.corrections()),
                new WorklistScreen(desk),
                new BulkScreen(desk, means.corrections().inBulk()),
                new RemittancesScreen(desk, means.money()),
                new ReconciliationScreen(desk, means.money()),
                new HelpScreen(desk),
                new PayersScreen(desk, means.routeControl()),
                new QueuesScreen(desk),
                new StatusScreen(desk),
                new GlassScreen(desk, means.signIn()));
    }
}
