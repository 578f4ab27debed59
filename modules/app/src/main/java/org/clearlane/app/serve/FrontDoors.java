package org.clearlane.app.serve;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.clearlane.access.OidcSignIn;
import org.clearlane.access.SignIn;
import org.clearlane.access.oidc.IdentityProvider;
import org.clearlane.access.oidc.OidcSettings;
import org.clearlane.api.ApiDoor;
import org.clearlane.api.Door;
import org.clearlane.api.PracticeView;
import org.clearlane.console.ConsoleDoor;
import org.clearlane.console.ConsoleMeans;
import org.clearlane.console.web.Reads;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.pipeline.ClearinghouseIdentity;
import org.clearlane.pipeline.correction.Corrections;
import org.clearlane.pipeline.intake.FileIntake;
import org.clearlane.pipeline.judging.Edition;
import org.clearlane.pipeline.judging.Rehearsal;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.database.Database;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.telemetry.Metrics;
import org.clearlane.telemetry.MetricsDoor;

/** The doors of the HTTP server: programs of practices come in by one, people by the other. */
final class FrontDoors {

    private final Ledger ledger;
    private final Database database;
    private final Archive archive;
    private final Profiles profiles;
    private final ServiceConfig config;

    FrontDoors(Ledger ledger, Database database, Archive archive, Profiles profiles, ServiceConfig config) {
        this.ledger = ledger;
        this.database = database;
        this.archive = archive;
        this.profiles = profiles;
        this.config = config;
    }

    /** All of them; the last one owns whatever no other does. */
    List<Door> open(FileIntake intake, SignIn signIn, Supplier<Edition> editions, Metrics metrics) {
        return List.of(new MetricsDoor(metrics, secret(config.metricsTokenEnv())), api(intake), console(intake, signIn, editions));
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

    private ApiDoor api(FileIntake intake) {
        return new ApiDoor(ledger, intake, archive, new PracticeView(database.api()), config.largestFileBytes());
    }

    private ConsoleDoor console(FileIntake intake, SignIn signIn, Supplier<Edition> editions) {
        return new ConsoleDoor(new ConsoleMeans(
                ledger,
                archive,
                new Reads(database.api(), database.auditor()),
                signIn,
                oidc(signIn),
                profiles.payers().stream().map(PayerProfile::id).sorted().toList(),
                new Corrections(
                        ledger,
                        archive,
                        intake,
                        new Rehearsal(editions, profiles),
                        profiles,
                        new ClearinghouseIdentity(config.name(), config.id(), config.contact(), config.phone())),
                config.publicUrl() != null && config.publicUrl().startsWith("https:")));
    }
}
