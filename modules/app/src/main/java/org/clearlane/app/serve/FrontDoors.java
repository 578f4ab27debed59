package org.clearlane.app.serve;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.clearlane.access.Account;
import org.clearlane.access.OidcSignIn;
import org.clearlane.access.SecretBox;
import org.clearlane.access.SignIn;
import org.clearlane.access.oidc.IdentityProvider;
import org.clearlane.access.oidc.OidcSettings;
import org.clearlane.api.ApiDoor;
import org.clearlane.api.ApiMeans;
import org.clearlane.api.Door;
import org.clearlane.api.PracticeView;
import org.clearlane.api.v1.WebhookRoutes;
import org.clearlane.app.judging.JudgementParts;
import org.clearlane.console.ConsoleDoor;
import org.clearlane.console.ConsoleMeans;
import org.clearlane.console.web.MoneyMeans;
import org.clearlane.console.web.Reads;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.pipeline.ClearinghouseIdentity;
import org.clearlane.pipeline.correction.Corrections;
import org.clearlane.pipeline.dispatch.RouteControl;
import org.clearlane.pipeline.intake.FileIntake;
import org.clearlane.pipeline.judging.Edition;
import org.clearlane.pipeline.judging.FileRehearsal;
import org.clearlane.pipeline.judging.Rehearsal;
import org.clearlane.pipeline.posting.AcceptRemittance;
import org.clearlane.pipeline.posting.PostRemittances;
import org.clearlane.pipeline.posting.PracticeParts;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.database.Database;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.telemetry.Metrics;
import org.clearlane.telemetry.MetricsDoor;
import org.clearlane.webhooks.AddressGuard;
import org.clearlane.webhooks.WebhookEndpoints;

/** The doors of the HTTP server: programs of practices come in by one, people by the other. */
final class FrontDoors {

    private final Ledger ledger;
    private final Database database;
    private final Archive archive;
    private final Profiles profiles;
    private final ServiceConfig config;
    private final JudgementParts judgement;

    FrontDoors(
            Ledger ledger,
            Database database,
            Archive archive,
            Profiles profiles,
            ServiceConfig config,
            JudgementParts judgement) {
        this.ledger = ledger;
        this.database = database;
        this.archive = archive;
        this.profiles = profiles;
        this.config = config;
        this.judgement = judgement;
    }

    /**
     * What runs inside and is reached from outside.
     *
     * @param intake takes files in
     * @param signIn lets people in
     * @param box seals secrets
     * @param editions what files are judged by now
     * @param routeControl starts and stops payers' routes
     * @param metrics what is told to whoever is on call
     */
    record Inside(
            FileIntake intake,
            SignIn signIn,
            SecretBox box,
            Supplier<Edition> editions,
            RouteControl routeControl,
            Metrics metrics) {}

    /** All of them; the last one owns whatever no other does. */
    List<Door> open(Inside inside) {
        WebhookEndpoints webhooks =
                new WebhookEndpoints(ledger, inside.box(), new AddressGuard(config.webhooksAllow()));
        return List.of(
                new MetricsDoor(inside.metrics(), secret(config.metricsTokenEnv())),
                api(inside, webhooks),
                console(inside, webhooks));
    }

    /** What an environment variable that the configuration names holds; null when it names none. */
    private static String secret(String variable) {
        String value = variable == null ? null : System.getenv(variable);
        if (variable != null && (value == null || value.isBlank())) {
            throw new Failure(FailureCode.CONFIGURATION, "application.yaml names " + variable + ", which is not set");
        }
        return value;
    }

    /** The door of the identity provider; null when none is configured. */
    private OidcSignIn oidc(SignIn signIn) {
        OidcSettings settings = config.oidc();
        return settings == null
                ? null
                : signIn.by(new IdentityProvider(
                        settings,
                        secret(settings.clientSecretEnv()),
                        URI.create(config.publicUrl() + "/sign-in/oidc/back")));
    }

    private ApiDoor api(Inside inside, WebhookEndpoints webhooks) {
        FileRehearsal rehearsal =
                new FileRehearsal(inside.editions(), judgement.formats(), profiles, us(), ledger.clock());
        PracticeView view = new PracticeView(database.api());
        return new ApiDoor(
                new ApiMeans(
                        ledger,
                        archive,
                        view,
                        inside.intake(),
                        rehearsal,
                        profiles.payers(),
                        judgement.adjustmentLabels(),
                        ApiMeans.Limits.usual(config.largestFileBytes())),
                List.of(new WebhookRoutes(webhooks, view)));
    }

    private ConsoleDoor console(Inside inside, WebhookEndpoints webhooks) {
        return new ConsoleDoor(new ConsoleMeans(
                ledger,
                archive,
                new Reads(database.api(), database.auditor()),
                inside.signIn(),
                oidc(inside.signIn()),
                money(),
                profiles.payers().stream().map(PayerProfile::id).sorted().toList(),
                profiles.practices(),
                new Account(ledger, inside.box()),
                webhooks,
                new Corrections(
                        ledger, archive, inside.intake(), new Rehearsal(inside.editions(), profiles), profiles, us()),
                inside.routeControl(),
                config.publicUrl() != null && config.publicUrl().startsWith("https:")));
    }

    private ClearinghouseIdentity us() {
        return new ClearinghouseIdentity(config.name(), config.id(), config.contact(), config.phone());
    }

    private MoneyMeans money() {
        PostRemittances posting = new PostRemittances(
                profiles, archive, new PracticeParts(profiles, archive, judgement.adjustmentLabels(), config.id()));
        return new MoneyMeans(judgement.adjustmentLabels(), archive, new AcceptRemittance(profiles, archive, posting));
    }
}
