package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.pipeline.figures.MoneyFigures;
import org.clearlane.store.Sql;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The figures of one payer that only this test has claims for, worked out beside the program from what it wrote. */
@ExtendWith(OwnConsole.class)
class ReconciliationPagesTest {

    private static final String PAYER = "recon-mutual";

    private static final long PAID = 10_000;
    private static final long CONTRACT = 2_000;
    private static final long COPAY = 1_050;
    private static final long DENIED = 5_000;
    private static final long CORRECTED = 7_000;
    private static final long FIRST_CUT = 2_500;
    private static final long SECOND_CUT = 1_000;
    private static final long OPEN = 3_000;
    private static final long REFUSED = 2_000;
    private static final long OF_HARBOR = 1_111;

    private static final LocalDate PAID_ON = LocalDate.of(2026, 9, 20);
    private static final int FAST = 10;
    private static final int SLOW = 19;

    private final ConsoleHouse house;

    ReconciliationPagesTest(ConsoleHouse house) {
        this.house = house;
    }

    @BeforeAll
    static void letClaimsMeetTheirFates(ConsoleHouse house) {
        LedgerRows rows = new LedgerRows(house);
        String fast = rows.sent("lakeside", "RC-1", PAYER, PAID);
        rows.sent("lakeside", "RC-2", PAYER, DENIED);
        String slow = rows.sent("lakeside", "RC-3", PAYER, CORRECTED);
        String open = rows.sent("lakeside", "RC-4", PAYER, OPEN);
        rows.claim("lakeside", "RC-5", "REJECTED_CLAIM", PAYER, REFUSED);
        rows.sent("harbor", "RC-6", PAYER, OF_HARBOR);
        receivedOn(house, fast, PAID_ON.minusDays(FAST));
        receivedOn(house, slow, PAID_ON.minusDays(SLOW));
        house.ledger()
                .run(tx -> Sql.update(
                        tx.connection(),
                        "update claims set state_since = ?::timestamptz - interval '45 days' where id = ?",
                        tx.now(),
                        open));
        new Payer835("RC1")
                .from(PAYER)
                .claim("RC-1", "1", PAID, "CO-45:" + CONTRACT, "PR-3:" + COPAY)
                .claim("RC-2", "4", DENIED, "CO-50:" + DENIED)
                .claim("RC-3", "1", CORRECTED, "CO-45:" + FIRST_CUT)
                .post(house);
        new Payer835("RC2")
                .from(PAYER)
                .claim("RC-3", "22", -CORRECTED, "CO-45:-" + FIRST_CUT)
                .claim("RC-3", "1", CORRECTED, "CO-45:" + SECOND_CUT)
                .post(house);
        assertThat(new MoneyFigures(house.ledger()).now()).isTrue();
    }

    private static void receivedOn(ConsoleHouse house, String claim, LocalDate day) {
        house.ledger()
                .run(tx -> Sql.update(
                        tx.connection(),
                        "update claims set received_at = ? where id = ?",
                        day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                        claim));
    }

    /** The row of this payer in a table, as CSV. */
    private List<String> row(String person, String table) throws Exception {
        return house.browser(person)
                .get("/reconciliation/" + table + ".csv")
                .body()
                .lines()
                .filter(line -> line.startsWith(PAYER + ","))
                .toList();
    }

    private static String cells(Object... cells) {
        StringBuilder row = new StringBuilder(PAYER);
        for (Object cell : cells) {
            row.append(',').append(cell);
        }
        return row.toString();
    }

    private static Money money(long cents) {
        return new Money(cents);
    }

    @Test
    void addUpToThePaidCent() throws Exception {
        long charge = PAID + DENIED + CORRECTED + OPEN + REFUSED;
        long decided = PAID + DENIED + CORRECTED;
        long contract = CONTRACT + DENIED + SECOND_CUT;
        long paid = decided - contract - COPAY;

        assertThat(row("bea", "sums"))
                .containsExactly(cells(
                        5,
                        money(charge),
                        1,
                        1,
                        money(OPEN),
                        3,
                        money(decided),
                        money(contract),
                        money(0),
                        money(0),
                        money(COPAY),
                        money(0),
                        money(paid),
                        money(paid + COPAY),
                        money(0)));
    }

    @Test
    void sayHowOldIsWhatIsOpen() throws Exception {
        assertThat(row("bea", "ages"))
                .containsExactly(
                        cells("0–30 days", 0, money(0)),
                        cells("31–60 days", 1, money(OPEN)),
                        cells("61–90 days", 0, money(0)),
                        cells("more than 90 days", 0, money(0)));
    }

    @Test
    void sayHowLongThePayerTakes() throws Exception {
        // Two claims were paid something: half of them within the faster one's days, nine of ten within the slower
        // one's.
        assertThat(row("bea", "days")).containsExactly(cells(2, FAST, SLOW));
    }

    @Test
    void sayHowOftenThePayerDeniesAndPaysAtFirstPass() throws Exception {
        // Three decided, one of them denied; of these and the refused one, one was paid and never touched again.
        assertThat(row("bea", "rates")).containsExactly(cells("2026-09", 3, 1, "33.3%", 1, 1, "25.0%"));
    }

    @Test
    void sayWhatPatientsOwe() throws Exception {
        assertThat(row("bea", "patients")).containsExactly(cells(1, money(COPAY)));
    }

    @Test
    void sayForWhichReasonMoneyWasRefused() throws Exception {
        List<String> reasons = house.browser("bea")
                .get("/reconciliation/reasons.csv")
                .body()
                .lines()
                .toList();

        assertThat(reasons)
                .anySatisfy(row -> assertThat(row).startsWith("CO-50,").contains("1," + money(DENIED)));
        assertThat(reasons).as("what the contract takes off is not refused").noneMatch(row -> row.startsWith("CO-45,"));
    }

    @Test
    void showAPracticeItsOwnAndPeopleOfTheHouseTheSumOfAll() throws Exception {
        long own = PAID + DENIED + CORRECTED + OPEN + REFUSED;

        assertThat(row("hal", "sums")).singleElement().asString().startsWith(cells(1, money(OF_HARBOR)));
        assertThat(row("olga", "sums")).singleElement().asString().startsWith(cells(6, money(own + OF_HARBOR)));
        assertThat(row("ada", "sums")).isEqualTo(row("olga", "sums"));
        assertThat(house.browser("olga").get("/reconciliation").body()).doesNotContain("RC-1", "ZZTEST");
    }

    @Test
    void drawTheFiguresOfTheTableAndLeadToTheClaims() throws Exception {
        String page = house.browser("bea").get("/reconciliation").body();

        assertThat(page)
                .contains(
                        "role=\"img\" aria-labelledby=\"age-title age-desc\"",
                        "<title id=\"day-title\">Median days to pay by payer</title>",
                        "<text class=\"chart-label\"",
                        FAST + " days</text>",
                        "href=\"/claims?payer=" + PAYER + "\"",
                        "✓ adds up")
                .doesNotContain(" style=", "<script>");
        assertThat(page.length()).isLessThan(100_000);
        assertThat(house.browser("bea").get("/reconciliation/nothing.csv").statusCode())
                .isEqualTo(404);
    }

    @Test
    void countNothingTwiceWhenTheyAreWorkedOutAgain() throws Exception {
        List<String> before = row("bea", "sums");
        house.clock().move(java.time.Duration.ofMinutes(2));

        new MoneyFigures(house.ledger()).round();

        assertThat(row("bea", "sums")).isEqualTo(before);
    }
}
