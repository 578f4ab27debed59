package org.clearlane.console;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearlane.api.ApiDoor;
import org.clearlane.api.ApiMeans;
import org.clearlane.api.PracticeView;
import org.clearlane.console.web.MoneyMeans;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.directory.Practice;
import org.clearlane.pipeline.ClearinghouseIdentity;
import org.clearlane.pipeline.correction.Corrections;
import org.clearlane.pipeline.dispatch.PayerConnectionsInUse;
import org.clearlane.pipeline.dispatch.RouteControl;
import org.clearlane.pipeline.intake.FileIntake;
import org.clearlane.pipeline.judging.Rehearsal;
import org.clearlane.pipeline.posting.AcceptRemittance;
import org.clearlane.pipeline.posting.PostRemittances;
import org.clearlane.pipeline.posting.PracticeParts;
import org.clearlane.profiles.Profiles;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.PayerRoutes;

/** What the console of {@link ConsoleHouse} works with. */
record HouseMeans(Ledger ledger, Archive archive) {

    /** What hands claims in once more; nobody judges in this house, so its forms are tried where a whole service runs. */
    Corrections corrections() {
        Profiles profiles = profiles();
        return new Corrections(
                ledger,
                archive,
                new FileIntake(ledger, archive, 1_000_000),
                new Rehearsal(
                        () -> {
                            throw new IllegalStateException("nobody judges here");
                        },
                        profiles),
                profiles,
                new ClearinghouseIdentity("CLEARLANE", "CLEARLANE", "CLAIMS DESK", "5550100100"));
    }

    RouteControl routeControl(ToldPayer payer) {
        List<PayerProfile> payers =
                List.of(payer("northwind", "Northwind Health"), payer("cedar-point", "Cedar Point"));
        ledger.run(tx -> PayerRoutes.know(tx, payers));
        return new RouteControl(
                ledger,
                new PayerConnectionsInUse(
                        payers.stream().collect(Collectors.toMap(PayerProfile::id, each -> each)), unused -> payer));
    }

    private static PayerProfile payer(String id, String name) {
        return new PayerProfile(
                id,
                name,
                Set.of(id),
                new PayerProfile.Envelope("ZZ", "US", "ZZ", id, "US", id, name, id, "*:^~", false, 'P'),
                new PayerProfile.Batch(Duration.ofSeconds(60), 5_000),
                new PayerProfile.Retry(8, Duration.ofSeconds(2), Duration.ofMinutes(5)),
                new PayerProfile.ConnectionSettings("folder", Duration.ofSeconds(30), Map.of()));
    }

    /** The API without its judge. */
    ApiDoor api(PracticeView view) {
        return new ApiDoor(new ApiMeans(
                ledger,
                archive,
                view,
                new FileIntake(ledger, archive, 1_000_000),
                null,
                List.of(),
                labels(),
                ApiMeans.Limits.usual(1_000_000)));
    }

    /** Who is who in remittances: claims of {@link LedgerRows} are of one billing provider, who is Lakeside. */
    static Profiles profiles() {
        return Profiles.of(
                List.of(
                        new Practice(
                                "lakeside", "Lakeside Family", Set.of("L"), Set.of("2000000010"), Set.of("990000001")),
                        new Practice("harbor", "Harbor Pediatrics", Set.of("H"), Set.of("2000000218"), Set.of())),
                List.of());
    }

    static AdjustmentLabels labels() {
        Path table = Path.of(System.getProperty("clearlane.root"), "config/codesets/adjustment-labels.tsv");
        try (Reader reader = Files.newBufferedReader(table)) {
            return AdjustmentLabels.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PostRemittances posting() {
        return new PostRemittances(profiles(), archive, new PracticeParts(profiles(), archive, labels(), "CLEARLANE"));
    }

    MoneyMeans money() {
        return new MoneyMeans(labels(), archive, new AcceptRemittance(profiles(), archive, posting()));
    }
}
