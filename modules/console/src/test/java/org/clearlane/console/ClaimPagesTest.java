package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.clearlane.store.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneConsole.class)
class ClaimPagesTest {

    private static final String EVIL = "<script>alert(1)</script>\"'&";

    private final ConsoleHouse house;
    private final LedgerRows rows;

    ClaimPagesTest(ConsoleHouse house) {
        this.house = house;
        this.rows = new LedgerRows(house);
    }

    @Test
    void findAClaimByItsNumberItsIdAndItsAmount() throws Exception {
        String id = rows.claim("lakeside", "FIND-1", "PAID", "northwind", 12_345);
        rows.claim("lakeside", "FIND-2", "PAID", "northwind", 54_321);
        Browser bea = house.browser("bea");

        for (String find : new String[] {"FIND-1", id, "123.45", "$123.45"}) {
            assertThat(bea.get("/claims?find="
                                    + java.net.URLEncoder.encode(find, java.nio.charset.StandardCharsets.UTF_8))
                            .body())
                    .as(find)
                    .contains(">FIND-1</a>")
                    .doesNotContain("FIND-2</a>");
        }
    }

    @Test
    void lightTheElementThatIsWrongBesideThePlainSentence() throws Exception {
        String id = rows.claim("lakeside", "LIT-1", "REJECTED_CLAIM", "northwind", 12_800);

        assertThat(house.browser("bea").get("/claims/" + id).body())
                .contains(
                        "Diagnosis 1 is a heading and needs more digits.",
                        "Send the most specific code below it.",
                        "HI*ABK:<mark>G35</mark>~",
                        "loop 2300, HI01-2");
    }

    @Test
    void showNobodyAClaimOfAnotherPracticeAndRememberThatSomebodyAsked() throws Exception {
        String id = rows.claim("harbor", "SECRET-1", "HELD", "northwind", 12_800);
        Browser bea = house.browser("bea");

        assertThat(bea.get("/claims/" + id).statusCode()).isEqualTo(404);
        assertThat(bea.submit("/claims/" + id + "/note", "note", "I was here").statusCode())
                .isEqualTo(404);
        assertThat(bea.submit("/claims/" + id + "/release", "payer", "northwind")
                        .statusCode())
                .isEqualTo(404);
        assertThat(bea.get("/claims").body()).doesNotContain("SECRET-1");
        long refused = house.ledger()
                .transact(tx -> Sql.number(
                        tx.connection(), "select count(*) from audit where subject = ? and outcome = 'REFUSED'", id));
        assertThat(refused).isEqualTo(3);
        assertThat(house.browser("hal").get("/claims/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void letAHeldClaimGoToAPayerOnce() throws Exception {
        String id = rows.claim("lakeside", "HELD-1", "HELD", "nobody", 12_800);
        Browser bea = house.browser("bea");

        assertThat(bea.submit("/claims/" + id + "/release", "payer", "no-such-payer")
                        .body())
                .contains("Choose one of the payers");
        assertThat(bea.submit("/claims/" + id + "/release", "payer", "northwind")
                        .body())
                .contains("goes out with the next batch for northwind", "Waiting for the payer");
        assertThat(bea.submit("/claims/" + id + "/release", "payer", "cedar-point")
                        .body())
                .contains("no longer possible");
        assertThat(bea.submit("/claims/" + id + "/hold").body()).contains("held until somebody releases it");
    }

    @Test
    void keepANoteAndShowItHarmlessly() throws Exception {
        String id = rows.claim("lakeside", EVIL, "PAID", "northwind", 12_800);
        Browser bea = house.browser("bea");

        HttpResponse<String> page = bea.submit("/claims/" + id + "/note", "note", "Called them. " + EVIL);
        assertThat(page.body()).contains("Called them. &lt;script&gt;").doesNotContain("<script>alert");
        assertThat(bea.get("/claims").body()).doesNotContain("<script>alert");
        assertThat(bea.submit("/claims/" + id + "/note", "note", "x".repeat(2_001))
                        .body())
                .contains("Nothing was kept");
    }

    @Test
    void makeAClaimTheWorkOfAColleagueAndOfNobodyElse() throws Exception {
        String id = rows.claim("lakeside", "WORK-1", "DENIED", "northwind", 12_800);
        Browser bea = house.browser("bea");
        String pat = house.personId("pat");
        String hal = house.personId("hal");

        assertThat(bea.submit("/claims/" + id + "/assign", "person", pat).body())
                .contains("work of Zzpat");
        assertThat(bea.submit("/claims/" + id + "/assign", "person", hal).statusCode())
                .isEqualTo(404);
        assertThat(bea.get("/claims?find=WORK-1").body()).contains("Zzpat");
    }

    @Test
    void writeCsvThatASpreadsheetDoesNotRun() throws Exception {
        rows.claim("lakeside", "=HYPERLINK(1)", "PAID", "northwind", 12_800);

        assertThat(house.browser("bea").get("/claims.csv?find=%3DHYPERLINK(1)").body())
                .contains("'=HYPERLINK(1)", "128.00")
                .doesNotContain(",=");
    }

    @Test
    void areBehindGlassForAnOperatorAndClosedForAnAuditor() throws Exception {
        String id = rows.claim("lakeside", "GLASS-1", "PAID", "northwind", 12_800);
        Browser olga = house.browser("olga");

        assertThat(olga.get("/claims/" + id).uri().getPath()).isEqualTo("/glass");
        assertThat(house.browser("ada").get("/claims/" + id).statusCode()).isEqualTo(403);
        assertThat(olga.submit("/glass", "practice", "lakeside", "reason", "because")
                        .statusCode())
                .isEqualTo(422);
        olga.submit("/glass", "practice", "lakeside", "reason", "their claim stops the queue");
        assertThat(olga.get("/claims/" + id).body()).contains("GLASS-1", "Glass broken for lakeside");
        assertThat(olga.submit("/claims/" + id + "/note", "note", "hello").statusCode())
                .as("seeing is not working")
                .isEqualTo(403);
        List<String> trail = house.ledger()
                .transact(tx -> Sql.list(
                        tx.connection(),
                        "select action from audit where practice_id = 'lakeside' and actor = ? order by seq",
                        row -> row.getString(1),
                        house.personId("olga")));
        assertThat(trail).contains("glass.break", "claim.see");
    }
}
