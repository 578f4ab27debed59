package org.clearlane.custody;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A held payment that somebody let count: custody tells of it, and breaks where it is not what was held, by a word on record. */
class AcceptedMoneyTest extends TamperedLedger {

    /** era_2, held for being off by 2.00, counts as era_3. */
    private void accept() throws Exception {
        tamper(
                """
                insert into remittances (id, answer_id, payer_id, set_control, trace, payer_tax_id, payer_name, payee_name,
                    payee_npi, payee_tax_id, amount_cents, claims_cents, provider_cents, method, state, difference_cents,
                    received_at, accepted_from)
                select 'era_3', answer_id, payer_id, set_control, trace, payer_tax_id, payer_name, payee_name, payee_npi,
                    payee_tax_id, amount_cents, claims_cents, provider_cents, method, 'POSTED', difference_cents, received_at,
                    'era_2' from remittances where id = 'era_2'""");
        tamper(
                """
                insert into claim_payments (id, remittance_id, ordinal, practice_id, claim_id, patient_control_number, status,
                    charge_cents, paid_cents, patient_cents, patient_share_cents, payer_control_number, rendering_npi,
                    service_from, contractual_cents, other_cents, outcome, posted, matched_by)
                select 'pay_3', 'era_3', ordinal, practice_id, claim_id, patient_control_number, status, charge_cents,
                    paid_cents, patient_cents, patient_share_cents, payer_control_number, rendering_npi, service_from,
                    contractual_cents, other_cents, 'posted', true, matched_by from claim_payments where id = 'pay_2'""");
        tamper(
                """
                insert into line_payments (claim_payment_id, ordinal, practice_id, qualifier, procedure, modifiers, charge_cents,
                    paid_cents, units, service_date, line_control_number, remarks)
                select 'pay_3', ordinal, practice_id, qualifier, procedure, modifiers, charge_cents, paid_cents, units,
                    service_date, line_control_number, remarks from line_payments where claim_payment_id = 'pay_2'""");
        tamper(
                """
                insert into adjustments (claim_payment_id, ordinal, line_ordinal, practice_id, group_code, reason, amount_cents,
                    quantity)
                select 'pay_3', ordinal, line_ordinal, practice_id, group_code, reason, amount_cents, quantity
                from adjustments where claim_payment_id = 'pay_2'""");
        tamper(
                """
                insert into remittance_parts (remittance_id, part, practice_id, amount_cents, claims_cents, provider_cents)
                values ('era_3', 'lakeside', 'lakeside', 900, 900, 0), ('era_3', 'unallocated', null, -200, 0, 0)""");
        tamper("update claims set paid_cents = 900 where id = '%s'".formatted(SmallLedger.claim(4)));
        tamper("update remittances set state = 'ACCEPTED', counts_as = 'era_3' where id = 'era_2'");
        tamper(
                """
                insert into remittance_events (remittance_id, at, kind, actor, reason, detail) values
                    ('era_2', now(), 'ACCEPTED', 'usr_1', 'a letter', ''),
                    ('era_3', now(), 'UNBALANCED_ALLOWED', 'usr_1', 'a letter', '')""");
    }

    @Test
    void holdsAndIsToldAsLongAsItStands() throws Exception {
        accept();

        CustodyReport report = check();

        InvariantResult money = report.invariants().get(7);
        assertThat(money.breaches()).isEmpty();
        assertThat(money.warnings())
                .containsExactly(
                        "remittance era_3 counts although it is off by 2.00: it was held as era_2, and usr_1 accepted it");
    }

    @Test
    void isBrokenWithoutAWordOnRecord() throws Exception {
        accept();
        tamper("delete from remittance_events where remittance_id = 'era_2'");

        breaksOnly("I8", "remittance era_2", "counts as era_3");
    }

    @Test
    void isBrokenWhereAnotherDifferenceCounts() throws Exception {
        accept();
        tamper("update remittances set difference_cents = 300 where id = 'era_3'");

        breaksOnly("I8", "remittance era_2", "not the same money");
    }

    @Test
    void isBrokenWhereNothingCountsForIt() throws Exception {
        tamper("update remittances set state = 'ACCEPTED', counts_as = 'era_1' where id = 'era_2'");

        breaksOnly("I8", "remittance era_2", "counts as era_1");
    }
}
