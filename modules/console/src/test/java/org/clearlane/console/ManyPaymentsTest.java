package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import org.clearlane.pipeline.figures.MoneyFigures;
import org.clearlane.store.Sql;
import org.clearlane.store.database.DatabaseSecrets;
import org.clearlane.store.database.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hundred thousand claims and as many payments: money pages answer within 200 ms at p95 and are 100 kB at most. */
@Tag("slow")
class ManyPaymentsTest {

    private static final int ROWS = 100_000;
    private static final int TIMES = 40;

    private static final String CLAIMS =
            """
            insert into claims (id, practice_id, file_id, set_id, ordinal, patient_control_number, charge_cents, frequency,
                payer_claim_number, billing_npi, tax_id, payer_code, payer_id, test, position, provider_offset,
                provider_length, subscriber_offset, subscriber_length, claim_offset, claim_length, state, paid_cents,
                patient_cents, outbound_id, received_at, state_since)
            select 'clm_' || lpad(n::text, 16, '0'), 'lakeside', 'file_1', 'set_1', n, 'M' || n, 10000 + n % 977, '1', '',
                '2000000010', '990000001', 'payer-' || n % 20, 'payer-' || n % 20, false, 1, 0, 0, 0, 0, 0, 0,
                (array['PAID', 'PAID', 'DENIED', 'SENT', 'ACKED_999', 'HELD', 'PARTLY_PAID', 'REJECTED_CLAIM'])[1 + n % 8],
                case when n % 8 in (0, 1, 6) then 8000 else 0 end, n % 3 * 100, null,
                timestamptz '2026-09-23 00:00Z' - (n % 300) * interval '1 day',
                timestamptz '2026-09-23 00:00Z' - (n % 140) * interval '1 day'
            from generate_series(1, ?) n""";

    private static final String ANSWER =
            """
            insert into answers (id, payer_id, original_name, sha256, size_bytes, archive_key, state, received_at)
            values ('ans_1', 'payer-1', 'a', 'a', 1, 'a', 'APPLIED', now())""";

    private static final String REMITTANCES =
            """
            insert into remittances (id, answer_id, payer_id, set_control, trace, payer_tax_id, payer_name, payee_name, payee_npi,
                payee_tax_id, amount_cents, claims_cents, provider_cents, method, paid_on, state, difference_cents, received_at)
            select 'era_' || lpad(n::text, 16, '0'), 'ans_1', 'payer-' || n % 20, '1', 'T' || n, '', 'PAYER ' || n % 20, '', '',
                '', 8000, 8000, 0, 'ACH', date '2026-09-20' - n % 200, case when n % 50 = 0 then 'UNBALANCED' else 'POSTED' end, 0,
                now()
            from generate_series(1, ?) n""";

    private static final String OWN =
            """
            insert into practice_remittances (practice_id, remittance_id, payer_id, payer_name, trace, method, paid_on, state,
                difference_cents, amount_cents, own_cents, own_claims, claims_total, received_at)
            select 'lakeside', id, payer_id, payer_name, trace, method, paid_on, state, 0, amount_cents, amount_cents, 1, 1,
                received_at
            from remittances where answer_id = 'ans_1'""";

    private static final String PAYMENTS =
            """
            insert into claim_payments (id, remittance_id, ordinal, practice_id, claim_id, patient_control_number, status,
                charge_cents, paid_cents, patient_cents, patient_share_cents, payer_control_number, rendering_npi, service_from,
                contractual_cents, other_cents, decision, outcome, posted, matched_by)
            select 'pay_' || lpad(n::text, 16, '0'), 'era_' || lpad(n::text, 16, '0'), 1, 'lakeside',
                'clm_' || lpad(n::text, 16, '0'), 'M' || n, '1', 10000, 8000, 0, 0, '', '', '', 0, 0,
                case when n % 8 = 2 then 'DENIED' else 'PAID' end, 'posted', true, ''
            from generate_series(1, ?) n""";

    private static final String ADJUSTMENTS =
            """
            insert into adjustments (claim_payment_id, ordinal, line_ordinal, practice_id, group_code, reason, amount_cents, quantity)
            select 'pay_' || lpad(n::text, 16, '0'), k, 1, 'lakeside', (array['CO', 'PR'])[k], (array['45', '50', '97', '16'])[1 + n % 4],
                1000, ''
            from generate_series(1, ?) n, generate_series(1, 2) k""";

    private static final String WORK =
            """
            insert into worklist (kind, subject, practice_id, payer_id, message, amount_cents, created_at)
            select 'UNMATCHED_PAYMENT', 'era_' || lpad(n::text, 16, '0') || ' 1', 'lakeside', 'payer-1', 'not certain', 100, now()
            from generate_series(1, 5000) n""";

    @Test
    void areShownInTime() throws Exception {
        try (ConsoleHouse house = ConsoleHouse.open()) {
            house.ledger().run(tx -> {
                Sql.update(tx.connection(), CLAIMS, ROWS);
                Sql.update(tx.connection(), ANSWER);
                Sql.update(tx.connection(), REMITTANCES, ROWS);
                Sql.update(tx.connection(), OWN);
                Sql.update(tx.connection(), PAYMENTS, ROWS);
                Sql.update(tx.connection(), ADJUSTMENTS, ROWS);
                Sql.update(tx.connection(), WORK);
            });
            analyze(house);
            long begun = System.nanoTime();
            new MoneyFigures(house.ledger()).now();
            System.out.printf("figures worked out in %d ms%n", (System.nanoTime() - begun) / 1_000_000);
            String middle = "era_" + "%016d".formatted(ROWS / 2);
            for (String person : new String[] {"bea", "olga"}) {
                Browser browser = house.browser(person);
                for (String path : new String[] {
                    "/",
                    "/remittances",
                    "/remittances?after=" + middle,
                    "/remittances?state=UNBALANCED",
                    "/remittances?payer=payer-7&bank=missing",
                    "/remittances?find=80.00",
                    "/remittances?find=T77777",
                    "/remittances/" + middle,
                    "/remittances/unmatched",
                    "/reconciliation"
                }) {
                    within200Milliseconds(browser, person, path);
                }
            }
            within200Milliseconds(house.browser("bea"), "bea", "/remittances/" + middle + "/payments/1");
        }
    }

    /** What the server's own housekeeping does within minutes. */
    private static void analyze(ConsoleHouse house) throws Exception {
        String url;
        try (Connection pipeline = house.database().pipeline().getConnection()) {
            url = pipeline.getMetaData().getURL();
        }
        Role role = Role.ADMINISTRATOR;
        String password = DatabaseSecrets.in(house.folder().resolve("secrets")).passwordOf(role);
        try (Connection administrator = DriverManager.getConnection(url, role.roleName(), password);
                Statement statement = administrator.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private static void within200Milliseconds(Browser browser, String person, String path) throws Exception {
        long[] millis = new long[TIMES];
        int size = 0;
        for (int i = -5; i < TIMES; i++) {
            long begun = System.nanoTime();
            HttpResponse<String> page = browser.get(path);
            long took = (System.nanoTime() - begun) / 1_000_000;
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            size = page.body().length();
            if (i >= 0) {
                millis[i] = took;
            }
        }
        Arrays.sort(millis);
        long p95 = millis[(int) Math.ceil(TIMES * 0.95) - 1];
        System.out.printf("%-5s %-45s p95 %4d ms  %6d bytes%n", person, path, p95, size);
        assertThat(size).as(path).isLessThanOrEqualTo(100_000);
        assertThat(p95).as("p95 of %s for %s", path, person).isLessThanOrEqualTo(200);
    }
}
