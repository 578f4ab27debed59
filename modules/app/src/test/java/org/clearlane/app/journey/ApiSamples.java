package org.clearlane.app.journey;

import static org.clearlane.app.journey.ClaimFile.LAKESIDE;
import static org.clearlane.app.journey.ClaimFile.NORTHWIND;
import static org.clearlane.app.journey.ClaimFile.SUMMIT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.ApiKeys;
import org.clearlane.store.ledger.ApiScope;
import org.clearlane.store.webhooks.WebhookDeliveries;
import org.clearlane.store.webhooks.WebhookTable;
import org.clearlane.store.webhooks.WebhookType;

/** Something of every kind that the API shows, for each of two practices, made by the whole journey. */
final class ApiSamples {

    private static ApiSamples made;

    private final House house;
    private final Map<String, Map<String, String>> ids;
    private final Map<String, String> webhooks = new HashMap<>();
    /** A claim of Lakeside that was refused by us, with findings. */
    final String refused;

    private ApiSamples(House house) throws Exception {
        this.house = house;
        ClaimFile lakeside = ClaimFile.of("APIPAID", 3, NORTHWIND);
        ClaimFile summit = ClaimFile.ofSummit("APIPAID", 2, NORTHWIND);
        ClaimFile turnedDown = ClaimFile.of("APIREJ", 1, NORTHWIND);
        ClaimFile faulty = faulty("APIBAD");
        String ours = house.dropAndAwaitJudged(lakeside);
        String theirs = house.dropAndAwaitJudged(summit);
        house.dropAndAwaitJudged(turnedDown);
        String bad = house.dropAndAwaitJudged(faulty);
        unmatched();
        house.awaitStates(ours, "PAID");
        house.awaitStates(theirs, "PAID");
        house.awaitQuiet();
        refused = house.look()
                .texts("select id from claims where file_id = ? and state = 'REJECTED_CLAIM'", bad)
                .getFirst();
        ids = Map.of(LAKESIDE, idsOf(LAKESIDE, ours), SUMMIT, idsOf(SUMMIT, theirs));
    }

    static synchronized ApiSamples of(House house) throws Exception {
        if (made == null || made.house != house) {
            made = new ApiSamples(house);
        }
        return made;
    }

    /** A file of two claims, one of which has a service date that is no day. */
    static ClaimFile faulty(String prefix) {
        ClaimFile good = ClaimFile.of(prefix, 2, NORTHWIND);
        return good.with(good.text().replaceFirst("DTP\\*472\\*D8\\*\\d{8}", "DTP*472*D8*20260231"));
    }

    private void unmatched() {
        String remittance =
                """
                ISA*00*          *00*          *ZZ*NWH01          *ZZ*CLEARLANE      *260925*0600*^*00501*000000993*0*P*:~
                GS*HP*NWH01*CLEARLANE*20260925*0600*1*X*005010X221A1~ST*835*0001~
                BPR*I*60*C*ACH************20260925~TRN*1*APISAMPLE*1999999999~N1*PR*NORTHWIND~
                N1*PE*LAKESIDE*XX*2000000010~LX*1~CLP*NOBODY-3*1*80*60**12*ICN9~NM1*QC*1*ZZTEST*JANE~
                SVC*HC:99213*80*60~CAS*CO*45*20~SE*11*0001~GE*1*1~IEA*1*000000993~
                """
                        .replace("\n", "");
        house.ledger()
                .run(tx -> AnswerLedger.enter(
                        tx,
                        "northwind",
                        "api-sample.835",
                        new Archive(house.archive())
                                .keep(
                                        new ByteArrayInputStream(remittance.getBytes(StandardCharsets.ISO_8859_1)),
                                        10_000)));
    }

    private Map<String, String> idsOf(String practice, String file) {
        return Map.of(
                "files", file,
                "claims", only("select id from claims where file_id = ? order by id limit 1", file),
                "remittances",
                        only(
                                """
                                select p.remittance_id from claim_payments p join claims c on c.id = p.claim_id
                                where c.file_id = ? and p.posted order by 1 limit 1""",
                                file),
                "mailbox", only("select id from deliveries where practice_id = ? order by id limit 1", practice));
    }

    private String only(String sql, String value) {
        return house.look().texts(sql, value).getFirst();
    }

    /** An id of a practice that goes into this path; a kind of thing nobody made a sample of is a mistake of the tests. */
    String id(String practice, String path) {
        String kind = path.split("/")[2];
        if (kind.equals("payers")) {
            return "northwind";
        }
        if (kind.equals("webhooks")) {
            return webhook(practice);
        }
        String id = ids.get(practice).get(kind);
        if (id == null) {
            throw new AssertionError("there is no sample of " + kind + ": make one in ApiSamples");
        }
        return id;
    }

    /** A webhook with a delivery, switched off so that nobody is called; a new one when the last one was deleted. */
    private String webhook(String practice) {
        return house.ledger().transact(tx -> {
            String known = webhooks.get(practice);
            if (known != null
                    && WebhookTable.of(tx.connection(), practice, known).isPresent()) {
                return known;
            }
            String id = WebhookTable.add(
                    tx, practice, "https://hooks.example.org/samples", "a sample", List.of("claim.paid"));
            WebhookDeliveries.only(tx, id, practice, WebhookType.TEST);
            WebhookTable.disable(tx, id, "a sample");
            webhooks.put(practice, id);
            return id;
        });
    }

    /** The path of an operation with ids of this practice in it. */
    String path(String practice, String path) {
        String id = path.contains("{id}") ? id(practice, path) : "";
        return delivery(practice, path.replace("{id}", id));
    }

    /** The same where the first id stands in it already. */
    String delivery(String practice, String path) {
        return path.contains("{delivery}")
                ? path.replace(
                        "{delivery}",
                        only(
                                "select id::text from webhook_deliveries where endpoint_id = ? order by id limit 1",
                                webhook(practice)))
                : path;
    }

    /** A body with which an operation does what it is for; null where it has none. */
    static byte[] body(String method, String operation) throws IOException {
        return switch (operation) {
            case "files.create", "validate" ->
                ClaimFile.of("APICON", 1, NORTHWIND).bytes();
            case "translate" ->
                Files.readAllBytes(
                        JourneyConfig.ROOT.resolve("samples/demo/files/harbor-pediatrics/claims-20260924.csv"));
            case "webhooks.create" ->
                "{\"url\":\"https://hooks.example.org/made\",\"types\":[\"era.unbalanced\"]}"
                        .getBytes(StandardCharsets.UTF_8);
            case "webhooks.change" -> "{\"description\":\"changed\"}".getBytes(StandardCharsets.UTF_8);
            case "webhooks.resend" -> "{\"since\":\"2026-01-01T00:00:00Z\"}".getBytes(StandardCharsets.UTF_8);
            default -> method.equals("GET") || method.equals("DELETE") ? null : new byte[0];
        };
    }

    /** Whether things of this kind belong to a practice at all: payers are everybody's. */
    static boolean isOwned(String path) {
        return !path.startsWith("/v1/payers/");
    }

    /** A new key that may do this. */
    String key(String practice, Set<ApiScope> scopes) {
        return house.ledger()
                .transact(tx -> ApiKeys.issue(tx, new ApiKeys.Wish(practice, "test", scopes, null, "test")))
                .secret();
    }

    /** A new key that may do everything. */
    String key(String practice) {
        return key(practice, EnumSet.allOf(ApiScope.class));
    }

    /** The scopes there are. */
    static List<ApiScope> scopes() {
        return List.of(ApiScope.values());
    }
}
