package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearlane.model.Money;
import org.clearlane.store.ledger.CustodyChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneConsole.class)
class TodayPageTest {

    private final ConsoleHouse house;

    TodayPageTest(ConsoleHouse house) {
        this.house = house;
    }

    @Test
    void leadsToHeldRemittancesAndToMoneyThatFitsNowhere() throws Exception {
        new Payer835("TD1").claim("TODAY-NOBODY", "1", 2_000).post(house);
        new Payer835("TD2").claim("TODAY-NOBODY", "1", 3_000).off(7).post(house);

        for (String person : new String[] {"bea", "olga"}) {
            assertThat(house.browser(person).get("/").body())
                    .as(person)
                    .containsPattern("href=\"/remittances\\?state=UNBALANCED\">\\d+ remittances? held, not counted yet")
                    .containsPattern("href=\"/remittances/unmatched\">\\d+ payments? unmatched")
                    .doesNotContain("TODAY-NOBODY");
        }
    }

    @Test
    void saysWhenCustodyWasCheckedLastAndWhetherItHolds() throws Exception {
        keep(true, 0);
        assertThat(house.browser("bea").get("/").body())
                .contains("Custody was last checked", "every invariant holds", "1 warnings");
        keep(false, 3);
        assertThat(house.browser("olga").get("/").body()).contains("<span class=\"state bad\">3 breaches</span>");
    }

    @Test
    void showsAPracticeTheWayToEachPayerAndItsOwnClaimsThatWait() throws Exception {
        new LedgerRows(house).claim("lakeside", "TODAY-2", "QUEUED", "cedar-point", 4_567);
        new LedgerRows(house).claim("harbor", "TODAY-3", "QUEUED", "cedar-point", 999_999);

        String lakeside = house.browser("bea").get("/").body();
        assertThat(lakeside).contains("Cedar Point", "Northwind Health").doesNotContain("href=\"/payers/", "9999.99");
        assertThat(house.browser("olga").get("/").body()).contains("href=\"/payers/cedar-point\"");
    }

    private void keep(boolean holds, long breaches) {
        house.ledger()
                .run(tx -> CustodyChecks.keep(
                        tx, new CustodyChecks.Kept(null, holds, 11, breaches, 1, 6, new Money(1_000))));
    }

    @Test
    void addsUpEveryClaimInOneBar() throws Exception {
        new LedgerRows(house).claim("lakeside", "TODAY-1", "HELD", "northwind", 12_345);

        assertThat(house.browser("bea").get("/").body())
                .contains("<svg class=\"flow\"", "role=\"img\"", "adds up")
                .doesNotContain("does not add up");
    }
}
