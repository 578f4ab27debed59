package org.clearlane.custody;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each tampering with answers and money breaks I7 or I8 alone, and the breach names the row. */
class WayBackTest extends TamperedLedger {

    @Test
    void i7NamesTheAnswerWithAStatementTheLedgerLacks() throws Exception {
        tamper("delete from answer_items where answer_id = 'ans_3' and ordinal = 1");

        breaksOnly("I7", "answer ans_3", "2 statements of kind 277CA, the ledger holds 1");
    }

    @Test
    void i7NamesTheUnmatchedStatementNobodyIsToldOf() throws Exception {
        tamper("delete from worklist where subject = 'ans_3 2'");

        breaksOnly("I7", "answer ans_3, statement 2", "not on the worklist");
    }

    @Test
    void i7NamesTheWorkThatIsDoneByNoInbox() throws Exception {
        tamper("delete from inbox where outbox_id = 1");

        breaksOnly("I7", "outbox 1", "no inbox row");
    }

    @Test
    void i7WarnsOfAnAnswerThatWaits() throws Exception {
        tamper(
                """
                insert into answers (id, payer_id, original_name, sha256, size_bytes, archive_key, state, received_at)
                select 'ans_9', 'other', '9', sha256, size_bytes, archive_key, 'RECEIVED',
                    timestamptz '2026-03-02T11:00:00Z' from answers where id = 'ans_1'""");

        CustodyReport report = check();

        assertThat(report.ok()).isTrue();
        assertThat(report.invariants().get(6).warnings())
                .containsExactly("answer ans_9: received at 2026-03-02T11:00:00Z, not applied yet");
    }

    @Test
    void i8NamesTheClaimPaymentThatDoesNotBalance() throws Exception {
        tamper(
                "update adjustments set amount_cents = 999, line_ordinal = null where claim_payment_id = 'pay_1' and ordinal = 2");

        breaksOnly("I8", "claim payment pay_1", "80.01", "80.00");
    }

    @Test
    void i8NamesTheLineThatDoesNotBalance() throws Exception {
        tamper("update adjustments set line_ordinal = null where claim_payment_id = 'pay_1' and ordinal = 2");

        breaksOnly("I8", "claim payment pay_1, line 1", "90.00", "80.00");
    }

    @Test
    void i8NamesTheRemittanceWhosePartsDoNotAddUp() throws Exception {
        tamper("update remittance_parts set amount_cents = 7499 where remittance_id = 'era_1'");

        breaksOnly("I8", "remittance era_1", "74.99", "75.00");
    }

    @Test
    void i8NamesTheRemittanceThatIsNotWhatThePayerSent() throws Exception {
        tamper("update remittances set amount_cents = 7600, provider_cents = 400 where id = 'era_1'");
        tamper("update provider_adjustments set amount_cents = 400 where remittance_id = 'era_1'");
        tamper("update remittance_parts set amount_cents = 7600, provider_cents = 400 where remittance_id = 'era_1'");

        breaksOnly("I8", "remittance era_1", "amount of 76.00, its bytes 75.00");
    }

    @Test
    void i8NamesTheUnbalancedRemittanceThatCounts() throws Exception {
        tamper("update claim_payments set posted = true where id = 'pay_2'");
        tamper("update claims set paid_cents = 900 where id = '%s'".formatted(SmallLedger.claim(4)));

        breaksOnly("I8", "remittance era_2 is UNBALANCED", "1 of its claim payments are posted");
    }

    @Test
    void i8NamesTheClaimThatSaysItWasPaidOtherwise() throws Exception {
        tamper("update claims set paid_cents = 8001 where id = '%s'".formatted(SmallLedger.claim(1)));

        breaksOnly("I8", SmallLedger.claim(1), "80.01", "80.00");
    }

    @Test
    void i8NamesThePaymentPostedTwice() throws Exception {
        tamper(
                """
                insert into remittances select 'era_0', answer_id, 'acme', set_control, trace, payer_tax_id, payer_name,
                    payee_name, payee_npi, payee_tax_id, amount_cents, claims_cents, provider_cents, method, paid_on,
                    'POSTED', 0, null, null, received_at from remittances where id = 'era_1'""");

        breaksOnly("I8", "payer acme", "posted 2 times (era_0, era_1)");
    }

    @Test
    void i8NamesTheAdjustmentThatThePayerSentAndTheLedgerLost() throws Exception {
        tamper("update adjustments set amount_cents = 0 where claim_payment_id = 'pay_1' and ordinal = 2");
        tamper("update adjustments set amount_cents = 2500 where claim_payment_id = 'pay_1' and ordinal = 1");
        tamper("update claim_payments set charge_cents = 10500 where id = 'pay_1'");
        tamper("update line_payments set charge_cents = 10500 where claim_payment_id = 'pay_1'");

        breaksOnly("I8", "remittance era_1", "adjustments of 25.00, its bytes 20.00");
    }

    @Test
    void i8NamesTheClaimWhoseLinesArePaidOtherwise() throws Exception {
        tamper(
                """
                insert into line_payments (claim_payment_id, ordinal, practice_id, qualifier, procedure, modifiers,
                    charge_cents, paid_cents, units, service_date, line_control_number, remarks) values
                    ('pay_1', 2, 'sunrise', 'HC', '99214', '', 100, 100, '', '', '', '')""");

        breaksOnly("I8", "claim payment pay_1", "81.00", "80.00");
    }

    @Test
    void i8LetsAnUnbalancedRemittanceCountOnlyWhereAnEventSaysWhoDecided() throws Exception {
        tamper("update remittances set difference_cents = 100 where id = 'era_1'");
        breaksOnly("I8", "remittance era_1", "off by 1.00");

        tamper(
                """
                insert into remittance_events (remittance_id, at, kind, actor, reason, detail)
                values ('era_1', '2026-03-02T12:00:00Z', 'UNBALANCED_ALLOWED', 'R. Roe', 'rounding', '')""");
        assertThat(check().ok()).isTrue();
    }

    @Test
    void i8NamesTheClaimThatCountsTwiceInTheSameWords() throws Exception {
        tamper("update claim_payments set print = 'p' where id = 'pay_1'");
        tamper(
                """
                insert into claim_payments (id, remittance_id, ordinal, practice_id, claim_id, patient_control_number, status,
                    charge_cents, paid_cents, patient_cents, patient_share_cents, payer_control_number, rendering_npi,
                    service_from, contractual_cents, other_cents, outcome, posted, matched_by, print)
                select 'pay_0', remittance_id, 9, practice_id, claim_id, patient_control_number, status, 0, 0,
                    patient_cents, patient_share_cents, payer_control_number, rendering_npi, service_from,
                    contractual_cents, other_cents, outcome, posted, matched_by, print
                from claim_payments where id = 'pay_1'""");

        breaksOnly("I8", "counts 2 times (pay_0, pay_1)");
    }
}
