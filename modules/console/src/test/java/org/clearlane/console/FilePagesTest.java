package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.pipeline.intake.FileIntake;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.ApiKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OneConsole.class)
class FilePagesTest {

    private static final Pattern DISPOSITION = Pattern.compile("attachment; filename=\"([A-Za-z0-9._-]{1,110})\"");

    private final ConsoleHouse house;
    private final LedgerRows rows;

    FilePagesTest(ConsoleHouse house) {
        this.house = house;
        this.rows = new LedgerRows(house);
    }

    private String fileOf(String claim) {
        return house.ledger().transact(tx -> Sql.first(
                        tx.connection(), "select file_id from claims where id = ?", row -> row.getString(1), claim)
                .orElseThrow());
    }

    private String refusedInAudit(String subject) {
        return house.ledger()
                .transact(tx -> Sql.number(
                                tx.connection(),
                                "select count(*) from audit where subject = ? and outcome = 'REFUSED'",
                                subject)
                        + " refused");
    }

    @Test
    void showAFileAsEnvelopesWithTheVerdictOfEachAndWhatBecameOfItsClaims() throws Exception {
        String file = fileOf(rows.claim("lakeside", "TREE-1", "PAID", "northwind", 12_800));
        house.ledger().run(tx -> {
            Sql.update(tx.connection(), "update files set claims_total = 1, charge_cents = 12800 where id = ?", file);
            Sql.update(
                    tx.connection(),
                    "update interchanges set ta1_code = 'R', ta1_note = '025' where file_id = ?",
                    file);
            Sql.update(tx.connection(), "update transaction_sets set ack = 'E' where file_id = ?", file);
        });

        assertThat(house.browser("bea").get("/files/" + file).body())
                .contains(
                        "TREE-1.edi",
                        "Interchange <code>TREE-1</code>",
                        "Group <code>1</code>",
                        "Set <code>0001</code>")
                .contains("interchange refused: its control number came before", "TA1 R 025")
                .contains("accepted, with errors told", "999 E")
                .contains("1 in = 1 sent + 0 on the way + 0 held + 0 refused as claims + 0 refused with the file")
                .contains("$128.00 = $128.00 + $0.00 + $0.00 + $0.00 + $0.00", "adds up")
                .contains("/claims?in=" + file);
    }

    @Test
    void saySoWhenTheSumsDoNotAddUp() throws Exception {
        String file = fileOf(rows.claim("lakeside", "TREE-2", "PAID", "northwind", 12_800));

        assertThat(house.browser("bea").get("/files/" + file).body()).contains("does not add up");
    }

    @Test
    void tellAFileThatFailedFromAClaimThatWasRefused() throws Exception {
        String refused = fileOf(rows.claim("lakeside", "FAIL-1", "REJECTED_CLAIM", "northwind", 12_800));
        String failed = fileOf(rows.claim("lakeside", "FAIL-2", "REJECTED_FILE", "northwind", 12_800));
        house.ledger()
                .run(tx ->
                        Sql.update(tx.connection(), "update files set verdict = 'REJECTED' where id = any(?)", (Object)
                                new String[] {refused, failed}));
        Browser bea = house.browser("bea");

        assertThat(bea.get("/files/" + refused).body())
                .contains("The file is good; 1 claims in it were refused")
                .doesNotContain("The file itself failed");
        assertThat(bea.get("/files/" + failed).body())
                .contains("The file itself failed")
                .doesNotContain("The file is good");
    }

    @Test
    void lightTheElementOfAFindingOfTheFileItself() throws Exception {
        String claim = rows.claim("lakeside", "LIT-2", "PAID", "northwind", 12_800);
        String file = fileOf(claim);
        house.ledger()
                .run(tx -> Sql.update(
                        tx.connection(),
                        """
                        insert into findings (file_id, ordinal, practice_id, code, snip, severity, loop, segment, position, element,
                            component, repeat, byte_offset, ik3, ik4, ik5, value, message, mend)
                        select file_id, 2, practice_id, 'set.count', 1, 'ERROR', '', 'CLM', 0, 2, 0, 0, claim_offset, '', '', '', '',
                            'The count is wrong.', 'Count again.' from claims where id = ?""",
                        claim));

        assertThat(house.browser("bea").get("/files/" + file).body())
                .contains("CLM*LIT-2*<mark>128.00</mark>***11:B:1~", "The count is wrong.", "Count again.")
                .as("findings of claims stand with the claims")
                .doesNotContain("Diagnosis 1 is a heading");
    }

    @Test
    void areFoundByPartOfTheirNameWhichNeverStandsInAnAddress() throws Exception {
        rows.claim("lakeside", "Miller-March", "PAID", "northwind", 12_800);
        rows.claim("lakeside", "Other-April", "PAID", "northwind", 12_800);
        Browser bea = house.browser("bea");

        HttpResponse<String> found = bea.submit("/files/find", "name", "miller", "way", "IN");
        assertThat(found.body()).contains("Miller-March.edi").doesNotContain("Other-April.edi");
        assertThat(found.uri().toString()).contains("s=srch_", "way=IN").doesNotContain("miller");
        assertThat(house.browser("two")
                        .get(found.uri().getPath() + "?" + found.uri().getQuery())
                        .body())
                .as("a search is its person's alone")
                .doesNotContain("value=\"miller\"");
    }

    @Test
    void arePagedWithoutLosingOrRepeatingAny() throws Exception {
        for (int i = 0; i < 60; i++) {
            rows.claim("harbor", "PAGE-" + i, "PAID", "northwind", 100);
        }
        Browser hal = house.browser("hal");
        String page = hal.get("/files?way=IN").body();
        java.util.List<String> names = new java.util.ArrayList<>();
        for (int turn = 0; turn < 5; turn++) {
            Matcher name = Pattern.compile("PAGE-[0-9]+\\.edi").matcher(page);
            while (name.find()) {
                names.add(name.group());
            }
            Matcher next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(page);
            if (!next.find()) {
                break;
            }
            page = hal.get(next.group(1).replace("&amp;", "&")).body();
        }
        assertThat(names)
                .doesNotHaveDuplicates()
                .hasSize(60)
                .startsWith("PAGE-59.edi")
                .endsWith("PAGE-0.edi");
    }

    @Test
    void showAPracticeTheInterchangeItsClaimsTravelledInAndNothingOfTheOthers() throws Exception {
        String ours = rows.claim("lakeside", "BATCH-1", "SENT", "northwind", 12_800);
        String theirs = rows.claim("harbor", "BATCH-2", "DENIED", "northwind", 99_900);
        String batch = rows.batch("northwind", 4711, ours, theirs);
        String alone = rows.batch("northwind", 4712, rows.claim("harbor", "BATCH-3", "SENT", "northwind", 5_000));
        Browser bea = house.browser("bea");

        String page = bea.get("/files/" + batch).body();
        assertThat(page)
                .contains("Interchange 000004711 to northwind", "Your claims in it", "$128.00", "1 = 1 sent")
                .doesNotContain("999.00", "1,127.00", "BATCH-2", "Denied");
        assertThat(bea.get("/files?way=OUT").body()).contains(batch).doesNotContain(alone, "999.00");
        assertThat(bea.get("/files/" + alone).statusCode()).isEqualTo(404);
        assertThat(refusedInAudit(alone)).isEqualTo("1 refused");
        assertThat(bea.get("/claims?in=" + batch).body()).contains("BATCH-1").doesNotContain("BATCH-2");
        assertThat(house.browser("olga").get("/files/" + batch).body()).contains("$1127.00", "2 = 1");
    }

    @Test
    void showOperatorsAndAuditorsEveryFileButNoNameAndNoValue() throws Exception {
        String file = fileOf(rows.claim("lakeside", "Doe-Jane", "REJECTED_CLAIM", "northwind", 12_800));
        for (String name : new String[] {"olga", "ada"}) {
            Browser browser = house.browser(name);
            String list = browser.get("/files").body();
            String page = browser.get("/files/" + file).body();
            assertThat(list).as(name).contains(file, "lakeside").doesNotContain("Doe-Jane", "name=\"name\"");
            assertThat(page)
                    .as(name)
                    .contains(file, "1 refused as claims")
                    .doesNotContain("Doe-Jane.edi", "heading", "/claims?in=", "/original");
            assertThat(browser.get("/files/" + file + "/original").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void belongToTheirPracticeAlone() throws Exception {
        String file = fileOf(rows.claim("harbor", "ALIEN-1", "PAID", "northwind", 12_800));
        String delivery = rows.delivery("harbor", file, "999", "a secret answer");
        Browser bea = house.browser("bea");

        assertThat(bea.get("/files/" + file).statusCode()).isEqualTo(404);
        assertThat(bea.get("/files/" + file + "/original").statusCode()).isEqualTo(404);
        assertThat(bea.get("/files/" + file + "/translated").statusCode()).isEqualTo(404);
        assertThat(bea.get("/mailbox/" + delivery).statusCode()).isEqualTo(404);
        assertThat(refusedInAudit(file)).isEqualTo("3 refused");
        assertThat(refusedInAudit(delivery)).isEqualTo("1 refused");
        HttpResponse<String> answer = house.browser("hal").get("/mailbox/" + delivery);
        assertThat(answer.body()).isEqualTo("a secret answer");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "../../etc/passwd, ../../etc/passwd, etc_passwd",
                "..\\..\\windows\\win.ini, ..\\..\\windows\\win.ini, windows_._win.ini|windows_win.ini",
                "a%00b.edi, a␀b.edi, a_b.edi",
                "a%0D%0ASet-Cookie:x=1.edi, a␍␊Set-Cookie:x=1.edi, a_Set-Cookie_x_1.edi",
                "claims%E2%80%AEfdp.exe, claims[U+202E]fdp.exe, claims_fdp.exe",
                "CON, CON, file_CON",
                "con.txt, con.txt, file_con.txt",
                "%22%3Bfilename=evil.html, \";filename=evil.html, filename_evil.html",
                "<script>alert(1)</script>.edi, &lt;script&gt;alert(1)&lt;/script&gt;.edi, script_alert_1_script_.edi",
            })
    void keepOddNamesAsDataAndHandTheBytesOutUnderSafeOnes(String sent, String shown, String safe) throws Exception {
        String encoded = sent.contains("%") ? sent : URLEncoder.encode(sent, StandardCharsets.UTF_8);
        String bytes = "not X12 at all " + UUID.randomUUID();
        String file = encoded.contains("%00")
                ? byFolder(URLDecoder.decode(encoded, StandardCharsets.UTF_8), bytes)
                : handIn(encoded, bytes);
        Browser bea = house.browser("bea");

        assertThat(bea.get("/files/" + file).body()).contains("<dd class=\"foreign\">" + shown + "</dd>");
        HttpResponse<String> kept = bea.get("/files/" + file + "/original");
        assertThat(kept.body()).isEqualTo(bytes);
        assertThat(kept.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(kept.headers().map()).doesNotContainKey("set-cookie");
        Matcher name = DISPOSITION.matcher(
                kept.headers().firstValue("Content-Disposition").orElseThrow());
        assertThat(name.matches()).isTrue();
        assertThat(safe.split("\\|")).contains(name.group(1));
        assertThat(house.archive().path(sha(file)).getFileName().toString()).matches("[0-9a-f]{64}");
    }

    @Test
    void showANameOfThreeHundredCharactersWholeAndCutItWhereThereIsNoRoom() throws Exception {
        String bytes = "not X12 at all " + UUID.randomUUID();
        String file = byFolder("n".repeat(300) + ".edi", bytes);
        Browser bea = house.browser("bea");

        assertThat(bea.get("/files/" + file).body()).contains("n".repeat(300) + ".edi");
        assertThat(bea.get("/files").body()).contains("n".repeat(47) + "…").doesNotContain("n".repeat(48));
        assertThat(bea.get("/files/" + file + "/original").headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + "n".repeat(100) + "\"");
    }

    @Test
    void leadToAProofOfFilingThatIsThePracticesOwnAndStandsInTheTrail() throws Exception {
        String claim = rows.claim("lakeside", "PROOF-1", "SENT", "northwind", 12_800);
        Browser bea = house.browser("bea");

        assertThat(bea.get("/claims/" + claim).body())
                .contains("/claims/" + claim + "/proof.pdf", "/files/" + fileOf(claim));
        assertThat(bea.get("/claims/" + claim + "/proof.pdf").body()).startsWith("%PDF-");
        assertThat(house.browser("hal").get("/claims/" + claim + "/proof.pdf").statusCode())
                .isEqualTo(404);
        assertThat(house.ledger()
                        .<Long>transact(tx -> Sql.number(
                                tx.connection(),
                                "select count(*) from audit where action = 'claim.proof' and subject = ?",
                                claim)))
                .isEqualTo(1);
    }

    @Test
    void nameTheOriginalOfADuplicate() throws Exception {
        String bytes = "not X12 at all " + UUID.randomUUID();
        String first = handIn("first.edi", bytes);

        assertThat(handIn("second.edi", bytes)).isEqualTo(first);
        assertThat(house.browser("bea").get("/files/" + first).body())
                .contains("The same bytes came again", "second.edi", "This is the first file, <code>" + first);
    }

    private String sha(String file) {
        return house.ledger().transact(tx -> Sql.first(
                        tx.connection(), "select sha256 from files where id = ?", row -> row.getString(1), file)
                .orElseThrow());
    }

    /** As the folder's door does: it refuses no name, where the API refuses the oddest ones before anything is kept. */
    private String byFolder(String name, String bytes) {
        return new FileIntake(house.ledger(), house.archive(), 1_000_000)
                .take(
                        "lakeside",
                        "folder",
                        name,
                        UUID.randomUUID().toString(),
                        new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)))
                .fileId();
    }

    /** As a practice's program does. */
    private String handIn(String encodedName, String bytes) throws Exception {
        String key = house.ledger().transact(tx -> ApiKeys.create(tx, "lakeside"));
        return handIn(house.address(), key, encodedName, bytes);
    }

    private static String handIn(String root, String key, String encodedName, String bytes) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(root + "/v1/files?name=" + encodedName))
                                .header("Authorization", "Bearer " + key)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(HttpRequest.BodyPublishers.ofString(bytes))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        Matcher id = Pattern.compile("\"id\" ?: ?\"(file_[^\"]+)\"").matcher(answer.body());
        assertThat(id.find()).as(answer.body()).isTrue();
        return id.group(1);
    }
}
