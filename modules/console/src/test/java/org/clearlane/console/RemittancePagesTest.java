package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneConsole.class)
class RemittancePagesTest {

    private static final String EVIL = "<script>alert(1)</script>\"'&";

    private final ConsoleHouse house;
    private final LedgerRows rows;

    RemittancePagesTest(ConsoleHouse house) {
        this.house = house;
        this.rows = new LedgerRows(house);
    }

    private String sent(String practice, String number, long cents) {
        return rows.sent(practice, number, "northwind", cents);
    }

    private static String dollars(long cents) {
        return new Money(cents).toString();
    }

    @Test
    void leadFromTheListToOneClaimsAdjustmentsInWordsAndToTheExplanation() throws Exception {
        sent("lakeside", "RP-1", 20_000);
        Payer835 sent = new Payer835("RP1").claim("RP-1", "1", 20_000, "CO-45:4500", "PR-1:2550");
        String id = sent.post(house);
        Browser bea = house.browser("bea");

        assertThat(bea.get("/remittances").body())
                .contains("href=\"/remittances/" + id + "\">RP1</a>", "<td class=\"number\">" + dollars(sent.amount()));
        String page = bea.get("/remittances/" + id).body();
        assertThat(page)
                .contains(
                        "200.00 − 70.50 = 129.50",
                        "Σ paid of claims 129.50 − PLB 0.00 = BPR02 129.50",
                        "✓ adds up",
                        "href=\"/remittances/" + id + "/payments/1\"")
                .doesNotContain("✗");
        assertThat(bea.get("/remittances/" + id + "/payments/1").body())
                .contains(
                        "CO-45",
                        HouseMeans.labels().text(org.clearlane.remittance.AdjustmentLabels.Kind.GROUP, "PR"),
                        "charge 200.00 − adjustments 70.50 = paid 129.50",
                        "Line 1: 99213");
        HttpResponse<String> explanation = bea.get("/remittances/" + id + "/explanation");
        assertThat(explanation.body()).contains("Explanation of payment", "RP-1", "129.50");
        assertThat(explanation.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("style-src 'sha256-")
                .doesNotContain("unsafe");
        assertThat(bea.get("/remittances/" + id + "/explanation.pdf").body()).startsWith("%PDF-");
        assertThat(trail("remittance.explanation", id)).isEqualTo(2);
        assertThat(trail("remittance.payment.see", id)).isEqualTo(1);
    }

    private long trail(String action, String subject) {
        return house.ledger()
                .transact(tx -> Sql.number(
                        tx.connection(),
                        "select count(*) from audit where action = ? and subject = ? and practice_id = 'lakeside'",
                        action,
                        subject));
    }

    @Test
    void showAReversalBesideItsCorrectionWithTheirSigns() throws Exception {
        sent("lakeside", "REV-1", 10_000);
        String first =
                new Payer835("REV1").claim("REV-1", "1", 10_000, "CO-45:2000").post(house);
        Payer835 second = new Payer835("REV2")
                .claim("REV-1", "22", -10_000, "CO-45:-2000")
                .claim("REV-1", "1", 10_000, "CO-45:2500");
        String id = second.post(house);
        Browser bea = house.browser("bea");

        assertThat(second.amount()).isEqualTo(-500);
        assertThat(bea.get("/remittances/" + id).body())
                .contains(
                        "-100.00 − -20.00 = -80.00",
                        "together with: pays 80.00",
                        "together with: takes back -80.00",
                        "<td class=\"number\">-5.00</td>");
        assertThat(bea.get("/remittances/" + first + "/payments/1").body())
                .contains("Paid in all", "<td class=\"number\">75.00</td></tr></tfoot>");
    }

    @Test
    void sayWhyAHeldOneIsHeldAndLetAnAdministratorAcceptItByTypingTheDifference() throws Exception {
        sent("lakeside", "HE-1", 10_000);
        String id = new Payer835("HE1")
                .claim("HE-1", "1", 10_000, "CO-45:2000")
                .off(137)
                .post(house);
        Browser pat = house.browser("pat");

        assertThat(house.browser("bea").get("/remittances/" + id).body())
                .contains("Held: does not add up", "✗ off by $-1.37", "80.00 − PLB 0.00 ≠ BPR02 81.37")
                .doesNotContain("Accept with this difference");
        assertThat(pat.get("/remittances/" + id).body()).contains("Accept with this difference");
        assertThat(pat.submit("/remittances/" + id + "/accept", "difference", "1.36", "reason", "a letter")
                        .body())
                .contains("The difference of this remittance is not 1.36");
        assertThat(pat.submit("/remittances/" + id + "/accept", "difference", "nothing", "reason", "a letter")
                        .body())
                .contains("Type the difference as an amount");
        HttpResponse<String> accepted =
                pat.submit("/remittances/" + id + "/accept", "difference", "$1.37", "reason", "a letter of " + EVIL);
        assertThat(accepted.body())
                .contains("Counts with a difference", "held before", "a letter of &lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(accepted.uri().getPath()).isNotEqualTo("/remittances/" + id);
        assertThat(pat.get("/remittances/" + id).body()).contains("Accepted, counts as another");
        assertThat(house.browser("bea").get("/claims?find=HE-1").body()).contains("80.00", "Paid");
        assertThat(trail("remittance.accept", id)).isEqualTo(2);
    }

    @Test
    void letABillerAcceptNothing() throws Exception {
        sent("lakeside", "NO-1", 10_000);
        String id = new Payer835("NO1").claim("NO-1", "1", 10_000).off(100).post(house);

        assertThat(house.browser("bea")
                        .submit("/remittances/" + id + "/accept", "difference", "1.00", "reason", "because")
                        .statusCode())
                .isEqualTo(403);
        assertThat(house.browser("ada")
                        .submit("/remittances/" + id + "/accept", "difference", "1.00", "reason", "because")
                        .statusCode())
                .isEqualTo(403);
        assertThat(house.browser("olga")
                        .submit("/remittances/" + id + "/accept", "difference", "1.00", "reason", "because")
                        .body())
                .contains("It counts now");
    }

    @Test
    void showAPracticeItsOwnPartAndTheOthersAsOneSumWithoutNames() throws Exception {
        sent("lakeside", "SP-1", 10_000);
        sent("harbor", "SP-2", 6_000);
        Payer835 both = new Payer835("SP1").claim("SP-1", "1", 10_000).claim("SP-2", "1", 6_000, "CO-45:1000");
        String id = both.post(house);

        assertThat(house.browser("bea").get("/remittances/" + id).body())
                .contains(
                        "your practice",
                        "other practices, or nobody we know",
                        dollars(10_000),
                        dollars(5_000),
                        "✓ the whole payment")
                .doesNotContain("SP-2", "Harbor");
        assertThat(house.browser("hal").get("/remittances/" + id).body())
                .contains("SP-2", "60.00 − 10.00 = 50.00")
                .doesNotContain("SP-1", "Lakeside");
        assertThat(house.browser("hal")
                        .get("/remittances/" + id + "/payments/1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(house.browser("olga").get("/remittances/" + id).body())
                .contains("Lakeside Family", "Harbor Pediatrics", dollars(both.amount()))
                .doesNotContain("SP-1", "SP-2", "ZZTEST");
    }

    @Test
    void areNotThereForAnotherPracticeAndTheTrailKeepsThatItAsked() throws Exception {
        sent("lakeside", "OWN-1", 10_000);
        String id = new Payer835("OWN1").claim("OWN-1", "1", 10_000).post(house);
        Browser hal = house.browser("hal");

        for (String path : new String[] {"", "/payments/1", "/explanation", "/explanation.pdf"}) {
            assertThat(hal.get("/remittances/" + id + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(hal.get("/remittances").body()).doesNotContain(id);
        assertThat(hal.get("/remittances.csv").body()).doesNotContain(id);
        long refused = house.ledger()
                .transact(tx -> Sql.number(
                        tx.connection(), "select count(*) from audit where subject = ? and outcome = 'REFUSED'", id));
        assertThat(refused).isEqualTo(4);
    }

    @Test
    void showPeopleOfTheHouseNoClaim() throws Exception {
        sent("lakeside", "PHI-1", 10_000);
        String id = new Payer835("PHI1")
                .claim("PHI-1", "1", 10_000)
                .outside("WO:PHI-1", 300)
                .post(house);
        Browser olga = house.browser("olga");

        assertThat(olga.get("/remittances/" + id).body())
                .contains("broken glass", "taken off $3.00")
                .doesNotContain("PHI-1", "ZZTEST");
        assertThat(olga.get("/remittances/" + id + "/payments/1").uri().getPath())
                .isEqualTo("/glass");
        assertThat(house.browser("ada")
                        .get("/remittances/" + id + "/explanation")
                        .statusCode())
                .isEqualTo(403);
        assertThat(house.browser("ada").get("/remittances/" + id).statusCode()).isEqualTo(200);
        olga.submit("/glass", "practice", "lakeside", "reason", "a biller asked about it");
        assertThat(olga.get("/remittances/" + id).body()).contains("PHI-1");
    }

    @Test
    void escapeWhatAPayerCallsItself() throws Exception {
        sent("lakeside", "XSS-1", 10_000);
        String id = new Payer835("XSS1").named(EVIL).claim("XSS-1", "1", 10_000).post(house);
        Browser bea = house.browser("bea");

        for (String path : new String[] {
            "/remittances",
            "/remittances/" + id,
            "/remittances/" + id + "/payments/1",
            "/remittances/" + id + "/explanation"
        }) {
            assertThat(bea.get(path).body())
                    .as(path)
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert");
        }
    }

    @Test
    void writeCsvThatASpreadsheetDoesNotRun() throws Exception {
        sent("lakeside", "CSV-1", 10_000);
        new Payer835("CSV1").named("=HYPERLINK(1)").claim("CSV-1", "1", 10_000).post(house);

        assertThat(house.browser("bea").get("/remittances.csv?find=CSV1").body())
                .contains("'=HYPERLINK(1)", "100.00")
                .doesNotContain(",=");
    }

    @Test
    void findByTraceStateAndAmountAndPageByKey() throws Exception {
        sent("lakeside", "FI-1", 76_543);
        new Payer835("FI1").claim("FI-1", "1", 76_543).post(house);
        Browser bea = house.browser("bea");

        assertThat(bea.get("/remittances?find=FI1").body()).contains(">FI1</a>");
        assertThat(bea.get("/remittances?find=765.43&payer=northwind&state=POSTED")
                        .body())
                .contains(">FI1</a>");
        assertThat(bea.get("/remittances?find=FI1&state=UNBALANCED").body())
                .contains("No remittance fits")
                .doesNotContain(">FI1</a>");
        assertThat(bea.get("/remittances?find=FI1&after=era_0").body()).contains("No remittance fits");
    }

    @Test
    void sayWhatToDoAboutMoneyThatFitsNowhere() throws Exception {
        String id = new Payer835("UM1").claim("NOBODYS-1", "1", 4_321).post(house);
        String held = new Payer835("UM2").claim("NOBODYS-2", "1", 1_000).off(11).post(house);
        Browser bea = house.browser("bea");

        assertThat(bea.get("/remittances/unmatched").body())
                .contains(
                        "<td class=\"number\">43.21</td>",
                        "href=\"/remittances/" + id + "\"",
                        "href=\"/remittances/" + held + "\"",
                        "Find whose it is by the payer",
                        "Ask the payer for a corrected 835")
                .doesNotContain("NOBODYS-1");
        assertThat(house.browser("hal").get("/remittances/unmatched").body()).doesNotContain(id, held);
    }
}
