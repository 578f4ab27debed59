package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearlane.store.Sql;
import org.clearlane.store.people.AuditTrail;
import org.clearlane.store.people.AuditTrail.Deed;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneConsole.class)
class AuditPagesTest {

    private static final String EVIL = "<script>alert(1)</script>\"'&";

    private final ConsoleHouse house;

    AuditPagesTest(ConsoleHouse house) {
        this.house = house;
    }

    private void deed(String practice, String action, String subject, Outcome outcome, String detail) {
        String bea = house.personId("bea");
        house.ledger()
                .run(tx -> AuditTrail.write(
                        tx, new Deed(bea, "BILLER", practice, action, subject, outcome, detail, "192.0.2.9")));
    }

    @Test
    void showWhoDidWhatToWhomAndFindIt() throws Exception {
        deed("lakeside", "claim.see", "clm_audit1", Outcome.SEEN, EVIL);
        deed("lakeside", "claim.release", "clm_audit2", Outcome.DONE, "");
        Browser ada = house.browser("ada");
        assertThat(ada.get("/audit?subject=clm_audit1").body())
                .contains("claim.see", "Zzbea", "192.0.2.9", "&lt;script&gt;", "Unbroken")
                .doesNotContain("<script>alert", "clm_audit2");
        assertThat(ada.get("/audit?person=bea@example.org&action=claim&outcome=DONE")
                        .body())
                .contains("clm_audit2")
                .doesNotContain("clm_audit1");
        assertThat(ada.get("/audit?person=nobody@example.org").body()).contains("No entry fits");
        assertThat(ada.get("/audit?from=2020-01-01&to=2020-01-02").body()).contains("No entry fits");
        assertThat(ada.get("/audit?after=junk&outcome=junk&from=junk").statusCode())
                .isEqualTo(200);
    }

    @Test
    void pageByKey() throws Exception {
        for (int i = 0; i < 60; i++) {
            deed("lakeside", "page.test", "clm_page", Outcome.SEEN, "n" + i + ".");
        }
        Browser ada = house.browser("ada");
        String first = ada.get("/audit?action=page.test").body();
        assertThat(first).contains(">n59.<", ">n10.<").doesNotContain(">n9.<");
        java.util.regex.Matcher next = java.util.regex.Pattern.compile("href=\"(/audit[^\"]*after=[^\"]*)\"")
                .matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(ada.get(next.group(1).replace("&amp;", "&")).body())
                .contains(">n9.<")
                .doesNotContain(">n10.<");
    }

    @Test
    void showAnAdministratorTheOwnPracticesEntriesOnly() throws Exception {
        deed("lakeside", "own.test", "clm_ours", Outcome.SEEN, "");
        deed("harbor", "own.test", "clm_theirs", Outcome.SEEN, "");
        deed(null, "own.test", "clm_nobodys", Outcome.SEEN, "");
        Browser pat = house.browser("pat");
        for (String path : new String[] {"/audit?action=own.test", "/audit.csv?action=own.test"}) {
            assertThat(pat.get(path).body()).as(path).contains("clm_ours").doesNotContain("clm_theirs", "clm_nobodys");
        }
        assertThat(pat.get("/audit?subject=clm_theirs").body()).contains("No entry fits");
        assertThat(house.browser("bea").get("/audit").statusCode()).isEqualTo(403);
        assertThat(house.browser("bea").get("/audit.csv").statusCode()).isEqualTo(403);
    }

    @Test
    void writeCsvThatASpreadsheetDoesNotRunAndRememberThatItWasTaken() throws Exception {
        deed("lakeside", "csv.test", "=HYPERLINK(1)", Outcome.SEEN, "");
        assertThat(house.browser("ada").get("/audit.csv?action=csv.test").body())
                .contains("'=HYPERLINK(1)")
                .doesNotContain(",=");
        String ada = house.personId("ada");
        assertThat(house.ledger()
                        .<Long>transact(tx -> Sql.number(
                                tx.connection(),
                                "select count(*) from audit where action = 'audit.export' and actor = ?",
                                ada)))
                .isPositive();
    }

    @Test
    void computeTheWholeChainAgainOnDemand() throws Exception {
        assertThat(house.browser("ada").submit("/audit/check").body())
                .contains("entries were computed again", "audit.check");
    }

    @Test
    void showPracticesByCountsToOperatorsAndTheOwnSetUpToAnAdministrator() throws Exception {
        assertThat(house.browser("olga").get("/practices").body())
                .contains("Lakeside Family", "Harbor Pediatrics", "Charges in 30 days");
        assertThat(house.browser("olga").get("/practices/harbor").body()).contains("mailbox/harbor", "UTC");
        Browser pat = house.browser("pat");
        assertThat(pat.get("/practices").body())
                .contains("<h1>Lakeside Family", "America/Chicago", "inbox/lakeside")
                .doesNotContain("Harbor");
        assertThat(pat.get("/practices/harbor").statusCode()).isEqualTo(404);
        assertThat(house.browser("bea").get("/practices/lakeside").statusCode()).isEqualTo(403);
        assertThat(house.browser("ada").get("/practices/lakeside").statusCode()).isEqualTo(200);
    }
}
