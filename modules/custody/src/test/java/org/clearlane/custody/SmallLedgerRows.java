package org.clearlane.custody;

/** The rows of {@link SmallLedger}; names in braces stand for archive keys, claim ids and the time. */
final class SmallLedgerRows {

    private SmallLedgerRows() {}

    static final String SQL =
            """
            insert into practices (id, name) values ('sunrise', 'Sunrise'), ('lakeside', 'Lakeside');

            insert into files (id, practice_id, door, original_name, arrival, sha256, size_bytes, archive_key,
                translated_key, translated_sha256, state, verdict, claims_total, claims_accepted, claims_rejected,
                claims_held, charge_cents, received_at) values
                ('file_A', 'sunrise', 'folder', 'a.edi', 'a', {A}, {Asize}, {A}, null, null, 'JUDGED', 'PARTIAL',
                    3, 1, 1, 1, 17575, {now}),
                ('file_B', 'lakeside', 'api', 'b.csv', 'b', {B}, {Bsize}, {B}, {TB}, {TB}, 'JUDGED', 'ACCEPTED',
                    3, 3, 0, 0, 11000, {now}),
                ('file_C', 'lakeside', 'api', 'c.txt', 'c', {C}, {Csize}, {C}, null, null, 'JUDGED', 'UNREADABLE',
                    0, 0, 0, 0, 0, {now});

            insert into interchanges (id, file_id, practice_id, ordinal, sender, receiver, control, usage, separators,
                ta1_code) values
                ('isa_A', 'file_A', 'sunrise', 1, 'ZZ:SUNRISE', 'ZZ:CLEARLANE', '000000077', 'P', '*:^~', 'A'),
                ('isa_B', 'file_B', 'lakeside', 1, 'ZZ:SUNRISE', 'ZZ:CLEARLANE', '000000001', 'P', '*:^~', 'A');

            insert into transaction_sets (id, interchange_id, file_id, practice_id, group_control, version, set_control,
                bht03, bht06, kind, ack, claims_total, claims_accepted, charge_cents) values
                ('set_A1', 'isa_A', 'file_A', 'sunrise', '7', '005010X222A1', '0001', 'B1', 'CH', '837P', 'E', 3, 1, 17575),
                ('set_A2', 'isa_A', 'file_A', 'sunrise', '7', '005010X222A1', '0002', 'B2', 'CH', '837P', 'R', 1, 0, 99900),
                ('set_B1', 'isa_B', 'file_B', 'lakeside', '1', '005010X222A1', '0001', '', 'CH', '837P', 'A', 3, 3, 11000);

            insert into claims (id, practice_id, file_id, set_id, ordinal, patient_control_number, charge_cents,
                frequency, payer_claim_number, billing_npi, tax_id, payer_code, payer_id, test, position,
                provider_offset, provider_length, subscriber_offset, subscriber_length, claim_offset, claim_length,
                state, hold_reason, outbound_id, paid_cents, received_at, state_since) values
                ({clm1}, 'sunrise', 'file_A', 'set_A1', 1, 'PCN1', 10000, '1', '', '', '', 'A', 'acme', false, 5,
                    0, 0, 0, 0, 0, 0, 'PAID', null, 'ich_1', 8000, {now}, {now}),
                ({clm2}, 'sunrise', 'file_A', 'set_A1', 2, 'PCN2', 5050, '1', '', '', '', 'A', 'acme', false, 7,
                    0, 0, 0, 0, 0, 0, 'REJECTED_CLAIM', null, null, 0, {now}, {now}),
                ({clm3}, 'sunrise', 'file_A', 'set_A1', 3, 'PCN3', 2525, '1', '', '', '', 'X', null, false, 8,
                    0, 0, 0, 0, 0, 0, 'HELD', 'no such payer', null, 0, {now}, {now}),
                ({clm4}, 'lakeside', 'file_B', 'set_B1', 1, 'L4', 4000, '1', '', '', '', 'A', 'acme', false, 2,
                    0, 0, 0, 0, 0, 0, 'ACKED_999', null, 'ich_1', 0, {now}, {now}),
                ({clm5}, 'lakeside', 'file_B', 'set_B1', 2, 'L5', 6000, '1', '', '', '', 'A', 'acme', false, 3,
                    0, 0, 0, 0, 0, 0, 'QUEUED', null, null, 0, {now}, {now}),
                ({clm6}, 'lakeside', 'file_B', 'set_B1', 3, 'L6', 1000, '1', '', '', '', 'A', 'acme', false, 4,
                    0, 0, 0, 0, 0, 0, 'BATCHED', null, 'ich_2', 0, {now}, {now});

            insert into claim_events (claim_id, practice_id, at, from_state, to_state, cause, actor, evidence) values
                ({clm1}, 'sunrise', {now}, 'RECEIVED', 'QUEUED', 'judged', 'clearlane', 'file_A'),
                ({clm1}, 'sunrise', {now}, 'QUEUED', 'BATCHED', 'batched', 'clearlane', 'ich_1'),
                ({clm1}, 'sunrise', {now}, 'BATCHED', 'SENT', 'sent', 'clearlane', 'ich_1'),
                ({clm1}, 'sunrise', {now}, 'SENT', 'ACKED_999', '999', 'acme', 'ans_2'),
                ({clm1}, 'sunrise', {now}, 'ACKED_999', 'ACKED_999', '277CA', 'acme', 'ans_3'),
                ({clm1}, 'sunrise', {now}, 'ACKED_999', 'PAYER_ACCEPTED', '277CA', 'acme', 'ans_3'),
                ({clm1}, 'sunrise', {now}, 'PAYER_ACCEPTED', 'PAID', '835', 'acme', 'era_1'),
                ({clm2}, 'sunrise', {now}, 'RECEIVED', 'REJECTED_CLAIM', 'judged', 'clearlane', 'file_A'),
                ({clm3}, 'sunrise', {now}, 'RECEIVED', 'HELD', 'judged', 'clearlane', 'file_A'),
                ({clm4}, 'lakeside', {now}, 'RECEIVED', 'QUEUED', 'judged', 'clearlane', 'file_B'),
                ({clm4}, 'lakeside', {now}, 'QUEUED', 'BATCHED', 'batched', 'clearlane', 'ich_1'),
                ({clm4}, 'lakeside', {now}, 'BATCHED', 'UNKNOWN_OUTCOME', 'sending', 'clearlane', 'ich_1'),
                ({clm4}, 'lakeside', {now}, 'UNKNOWN_OUTCOME', 'SENT', 'sent', 'clearlane', 'ich_1'),
                ({clm4}, 'lakeside', {now}, 'SENT', 'ACKED_999', '999', 'acme', 'ans_2'),
                ({clm5}, 'lakeside', {now}, 'RECEIVED', 'QUEUED', 'judged', 'clearlane', 'file_B'),
                ({clm6}, 'lakeside', {now}, 'RECEIVED', 'QUEUED', 'judged', 'clearlane', 'file_B'),
                ({clm6}, 'lakeside', {now}, 'QUEUED', 'BATCHED', 'batched', 'clearlane', 'ich_2');

            insert into control_numbers (partner, kind, last) values ('acme', 'ISA13', 2), ('acme', 'GS06', 2),
                ('practice sunrise', 'ISA13', 9);

            insert into outbound_interchanges (id, payer_id, control, group_control, usage, name, payload_id,
                archive_key, sha256, size_bytes, claims_total, charge_cents, state, created_at, sent_at) values
                ('ich_1', 'acme', 1, 1, 'P', 'acme_1.837', gen_random_uuid(), {O1}, {O1}, {O1size}, 2, 14000, 'SENT',
                    {now}, {now}),
                ('ich_2', 'acme', 2, 2, 'P', 'acme_2.837', gen_random_uuid(), {O2}, {O2}, {O2size}, 1, 1000, 'STORED',
                    {now}, null);

            insert into outbound_sets (outbound_id, set_control, bht03, claims_total, charge_cents, ack) values
                ('ich_1', '0001', 'ich_1-1', 2, 14000, 'A'), ('ich_2', '0001', 'ich_2-1', 1, 1000, null);

            insert into submissions (claim_id, outbound_id, practice_id, set_control, position) values
                ({clm1}, 'ich_1', 'sunrise', '0001', 5), ({clm4}, 'ich_1', 'lakeside', '0001', 10),
                ({clm6}, 'ich_2', 'lakeside', '0001', 2);

            insert into answers (id, payer_id, original_name, sha256, size_bytes, archive_key, kinds, state,
                received_at, applied_at) values
                ('ans_1', 'acme', '1', {TA1}, {TA1size}, {TA1}, 'TA1', 'APPLIED', {now}, {now}),
                ('ans_2', 'acme', '2', {999}, {999size}, {999}, '999', 'APPLIED', {now}, {now}),
                ('ans_3', 'acme', '3', {277}, {277size}, {277}, '277CA', 'APPLIED', {now}, {now}),
                ('ans_4', 'acme', '4', {835}, {835size}, {835}, '835', 'APPLIED', {now}, {now});

            insert into answer_items (answer_id, ordinal, kind, reference, statement, outcome, claim_id, outbound_id,
                practice_id) values
                ('ans_1', 1, 'TA1', 'ISA13 000000001', 'A 000', 'APPLIED', null, 'ich_1', null),
                ('ans_2', 1, '999', 'GS06 1 ST02 0001', 'A', 'APPLIED', null, 'ich_1', null),
                ('ans_3', 1, '277CA', 'PCN1', 'A2:20:PR', 'APPLIED', {clm1}, 'ich_1', 'sunrise'),
                ('ans_3', 2, '277CA', 'NOBODY', 'A2:20:PR', 'UNMATCHED', null, null, null),
                ('ans_4', 1, '835', 'PCN1', '1 80.00', 'APPLIED', {clm1}, null, 'sunrise'),
                ('ans_4', 2, '835', 'L4', '1 9.00', 'KNOWN', {clm4}, null, 'lakeside');

            insert into remittances (id, answer_id, payer_id, set_control, trace, payer_tax_id, payer_name, payee_name,
                payee_npi, payee_tax_id, amount_cents, claims_cents, provider_cents, method, state, difference_cents,
                received_at) values
                ('era_1', 'ans_4', 'acme', '0001', 'CHECK1', '1999999999', 'Acme', 'Sunrise', '1234567893', '', 7500,
                    8000, 500, 'ACH', 'POSTED', 0, {now}),
                ('era_2', 'ans_4', 'acme', '0002', 'CHECK2', '1999999999', 'Acme', 'Sunrise', '1234567893', '', 700,
                    900, 0, 'ACH', 'UNBALANCED', 200, {now});

            insert into claim_payments (id, remittance_id, ordinal, practice_id, claim_id, patient_control_number, status,
                charge_cents, paid_cents, patient_cents, patient_share_cents, payer_control_number, rendering_npi,
                service_from, contractual_cents, other_cents, outcome, posted, matched_by) values
                ('pay_1', 'era_1', 1, 'sunrise', {clm1}, 'PCN1', '1', 10000, 8000, 1000, 1000, 'ICN1', '', '', 1000, 0,
                    'posted', true, 'number'),
                ('pay_2', 'era_2', 1, 'lakeside', {clm4}, 'L4', '1', 4000, 900, 0, 0, 'ICN2', '', '', 0, 0,
                    'unbalanced', false, 'number');

            insert into line_payments (claim_payment_id, ordinal, practice_id, qualifier, procedure, modifiers,
                charge_cents, paid_cents, units, service_date, line_control_number, remarks) values
                ('pay_1', 1, 'sunrise', 'HC', '99213', '', 10000, 8000, '', '', '', '');

            insert into adjustments (claim_payment_id, ordinal, line_ordinal, practice_id, group_code, reason,
                amount_cents, quantity) values
                ('pay_1', 1, 1, 'sunrise', 'CO', '45', 1000, ''), ('pay_1', 2, 1, 'sunrise', 'PR', '1', 1000, '');

            insert into provider_adjustments (remittance_id, ordinal, practice_id, provider_id, fiscal_period, reason,
                identifier, amount_cents) values ('era_1', 1, 'sunrise', '1234567893', '20261231', 'WO', 'REF', 500);

            insert into remittance_parts (remittance_id, part, practice_id, amount_cents, claims_cents, provider_cents)
                values ('era_1', 'sunrise', 'sunrise', 7500, 8000, 500);

            insert into deliveries (id, practice_id, kind, name, archive_key, sha256, size_bytes, file_id, created_at,
                delivered_at) values ('dlv_1', 'sunrise', '999', '1.999.x12', {D1}, {D1}, 18, 'file_A', {now}, {now});

            insert into worklist (kind, subject, payer_id, message, created_at) values
                ('UNMATCHED_ANSWER', 'ans_3 2', 'acme', 'a claim nobody knows', {now}),
                ('FAILED_WORK', 'late_but_known', 'acme', 'somebody is told', {now});

            insert into outbox (id, queue, subject, created_at, available_at, done_at) overriding system value values
                (1, 'inbound.file.judge', 'file_A', {now}, {now}, {now}),
                (2, 'inbound.file.judge', 'file_X', {now}, timestamptz {now} - interval '1 minute', null),
                (3, 'inbound.answer.apply', 'late_but_known', {now}, timestamptz {now} - interval '1 day', null);
            insert into inbox (outbox_id, done_at) values (1, {now});
            """;
}
