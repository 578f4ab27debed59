package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.app.journey.Canaries.PLANTED;
import static org.clearlane.app.journey.ClaimFile.LAKESIDE;
import static org.clearlane.app.journey.ClaimFile.NORTHWIND;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.access.Links;
import org.clearlane.access.Role;
import org.clearlane.access.SignIn;
import org.clearlane.access.SignIn.Result;
import org.clearlane.access.Staff;
import org.clearlane.access.TimeCodes;
import org.clearlane.access.Visitor;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.AnswerLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Attack A-13: a mark is planted in everything that tells of a patient or a person, by every door, in good input and bad; then it is
 * looked for in every log line down to DEBUG with its thread, context and exception, in metrics, in the audit trail, in what
 * is kept of work that failed, and in problems of the API.
 */
@ExtendWith(OneHouse.class)
class CanaryJourneyTest {

    private static final String PASSWORD = "three tall pine trees";
    private static final Pattern TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final House house;
    private final Canaries log;
    private final HttpClient client = HttpClient.newHttpClient();

    CanaryJourneyTest(House house, Canaries log) {
        this.house = house;
        this.log = log;
    }

    @Test
    void isFoundNowhereButWhereItBelongs() throws Exception {
        long heard = log.heard();
        ClaimFile good = planted(ClaimFile.of("CAN", 3, NORTHWIND));
        assertThat(good.text()).contains(PLANTED + "LAST", PLANTED + "ID", PLANTED + "NOTE", PLANTED + "STREET");
        String id = house.dropAndAwaitJudged(good);
        claimsThatAreRefused();
        filesThatFail();
        remittancesThatAreBroken();
        programsThatMayNotCome();
        peopleWhoLookAndGuess(id);
        house.awaitQuiet();

        assertThat(house.look().texts("select verdict from files where id = ?", id))
                .doesNotContain("UNREADABLE");
        assertThat(log.heard()).as("lines that were heard").isGreaterThan(heard + 20);
        assertThat(log.caught()).as("log lines with a mark").isEmpty();
        house.service().metrics().forget();
        assertThat(house.service().metrics().scrape()).doesNotContainIgnoringCase(PLANTED);
        assertThat(house.problems()).as("problems of the API").noneMatch(CanaryJourneyTest::marked);
        assertThat(house.look().texts("select a::text from audit a"))
                .as("the trail")
                .isNotEmpty()
                .noneMatch(CanaryJourneyTest::marked);
        assertThat(house.look().texts("select coalesce(problem, '') from outbox"))
                .as("work that failed")
                .noneMatch(CanaryJourneyTest::marked);
        assertThat(house.look().texts("select coalesce(detail, '') from claim_events"))
                .as("history")
                .noneMatch(CanaryJourneyTest::marked);
        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
                .as("threads")
                .noneMatch(CanaryJourneyTest::marked);
    }

    private static boolean marked(String text) {
        return text.toUpperCase(java.util.Locale.ROOT).contains(PLANTED);
    }

    /** Names, member numbers, streets and notes. */
    private static ClaimFile planted(ClaimFile file) {
        return file.with(file.text()
                .replaceAll(
                        "NM1\\*IL\\*1\\*[^*]*\\*[^*]*\\*([^~]*)\\*MI\\*[^~]*~",
                        "NM1*IL*1*" + PLANTED + "LAST*" + PLANTED + "FIRST*$1*MI*" + PLANTED + "ID~")
                .replaceAll("(NM1\\*IL[^~]*~)N3\\*[^~]*~", "$1N3*1 " + PLANTED + "STREET~")
                .replaceAll("(CLM\\*[^~]*~(?:(?:DTP|REF|PWK|AMT)[^~]*~)*)", "$1NTE*ADD*" + PLANTED + "NOTE~"));
    }

    private void claimsThatAreRefused() throws Exception {
        ClaimFile file = planted(ClaimFile.of("CANREF", 3, NORTHWIND));
        house.dropAndAwaitJudged(file.with(file.text()
                .replaceAll("CLM\\*([^*]*)\\*[^*]*\\*", "CLM*$1*1.11*")
                .replaceAll("HI\\*ABK:[^*~]*", "HI*ABK:" + PLANTED + "DX")
                .replaceAll("DMG\\*D8\\*[0-9]*", "DMG*D8*" + PLANTED + "DOB")));
    }

    private void filesThatFail() throws Exception {
        String broken = planted(ClaimFile.of("CANBRK", 2, NORTHWIND)).text();
        house.drop(LAKESIDE, "cut.edi", broken.substring(0, broken.length() / 2).getBytes(StandardCharsets.US_ASCII));
        house.drop(LAKESIDE, "odd.edi", (broken.replace("SE*", PLANTED + "*")).getBytes(StandardCharsets.US_ASCII));
        house.drop(
                LAKESIDE,
                "words.edi",
                (PLANTED + "LAST, " + PLANTED + "FIRST\n").repeat(9).getBytes(StandardCharsets.US_ASCII));
        house.drop(
                LAKESIDE,
                "table.csv",
                ("patient,dob\n" + PLANTED + "LAST," + PLANTED + "DOB\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(house.post(LAKESIDE, "can-1", ("ISA*" + PLANTED).getBytes(StandardCharsets.US_ASCII))
                        .statusCode())
                .isEqualTo(202);
    }

    private void remittancesThatAreBroken() {
        String remittance =
                """
                ISA*00*          *00*          *ZZ*NWH01          *ZZ*CLEARLANE      *260925*0600*^*00501*000000992*0*P*:~
                GS*HP*NWH01*CLEARLANE*20260925*0600*1*X*005010X221A1~ST*835*0001~
                BPR*I*%s*C*ACH************20260925~TRN*1*QXCANARYTRN%s*1999999999~N1*PR*NORTHWIND~
                N1*PE*LAKESIDE*XX*2000000010~LX*1~CLP*QXCANARYPCN*1*90*70**12*QXCANARYICN~NM1*QC*1*QXCANARYLAST*QXCANARYFIRST****MI*QXCANARYID~
                SVC*HC:99213*90*70~CAS*CO*45*20~SE*11*0001~GE*1*1~IEA*1*000000992~
                """
                        .replace("\n", "");
        enter("unmatched.835", remittance.formatted("70", "1"));
        enter("unbalanced.835", remittance.formatted("71", "2"));
        enter("cut.835", remittance.formatted("70", "3").substring(0, 300));
    }

    private void enter(String name, String text) {
        house.ledger()
                .run(tx -> AnswerLedger.enter(
                        tx,
                        "northwind",
                        name,
                        new Archive(house.archive())
                                .keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), 100_000)));
    }

    private void programsThatMayNotCome() throws Exception {
        house.ask(
                "POST",
                "/v1/files",
                PLANTED.getBytes(StandardCharsets.US_ASCII),
                "Authorization",
                "Bearer clk_" + PLANTED,
                "Idempotency-Key",
                PLANTED);
        String key = "Bearer " + house.key(LAKESIDE);
        house.ask(
                "GET",
                "/v1/claims?patientControlNumber=" + PLANTED,
                null,
                "Authorization",
                key,
                "User-Agent",
                PLANTED,
                "traceparent",
                PLANTED);
        house.ask("GET", "/v1/claims?after=" + PLANTED + "&limit=" + PLANTED, null, "Authorization", key);
        house.ask(
                "POST",
                "/v1/files",
                "{}".getBytes(StandardCharsets.US_ASCII),
                "Authorization",
                key,
                "Idempotency-Key",
                PLANTED + "\"'",
                "Content-Type",
                "application/json; x=" + PLANTED);
    }

    private void peopleWhoLookAndGuess(String fileId) throws Exception {
        page("POST", "/sign-in", "", "email=" + PLANTED + "%40example.org&password=" + PLANTED);
        page("POST", "/join/" + PLANTED, "", "password=" + PLANTED);
        page("GET", "/claims?q=" + PLANTED, "", null);
        String cookie = biller();
        String claim = house.look()
                .texts("select id from claims where file_id = ? order by id", fileId)
                .getFirst();
        Matcher token =
                TOKEN.matcher(page("GET", "/claims/" + claim, cookie, null).body());
        assertThat(token.find()).as("the biller sees the claim").isTrue();
        String form = "form=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        for (String query : List.of("q", "number", "patient", "name", "find", "state", "payer", "from", "after")) {
            page("GET", "/claims?" + query + "=" + PLANTED, cookie, null);
            page("GET", "/files?" + query + "=" + PLANTED, cookie, null);
        }
        assertThat(page("POST", "/claims/" + claim + "/note", cookie, form + "&note=" + PLANTED + "NOTE")
                        .statusCode())
                .isLessThan(400);
        page("POST", "/claims/" + claim + "/hold", cookie, form + "&reason=" + PLANTED + "WHY");
        page("POST", "/files/find", cookie, form + "&find=" + PLANTED + "&q=" + PLANTED + "&name=" + PLANTED);
        page("POST", "/practice", cookie, form + "&practice=" + PLANTED);
        page("PUT", "/claims/" + claim, cookie, PLANTED);
    }

    private HttpResponse<String> page(String method, String path, String cookie, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(house.at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", "clearlane=" + cookie)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("User-Agent", PLANTED)
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sets the house up and lets in a biller of Lakeside; returns their cookie. */
    private String biller() {
        SignIn door = house.service().signIn();
        Links links = new Links(house.ledger());
        Result.Begun first = (Result.Begun)
                links.setUp(links.setUpLink().orElseThrow(), "olga@example.org", "Olga", PASSWORD, "127.0.0.1");
        Visitor olga = door.visitor(enrolled(door, first), "127.0.0.1").orElseThrow();
        String link = new Staff(house.ledger())
                .invite(olga, "bea@example.org", "Bea", Role.BILLER, List.of(LAKESIDE))
                .token();
        return enrolled(door, (Result.Begun) links.join(link, PASSWORD, "127.0.0.1"));
    }

    private static String enrolled(SignIn door, Result.Begun half) {
        byte[] secret = door.offerSecret(half.cookie()).orElseThrow();
        return ((Result.Begun) door.enrol(half.cookie(), TimeCodes.codeAt(secret, Instant.now()), "127.0.0.1"))
                .cookie();
    }
}
