package org.clearlane.custody;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The part of I8 that goes back to the bytes: a remittance that counts is the 835 the payer sent, to the cent. */
final class PaymentBytes {

    private static final String ANSWERS =
            """
            select a.id, a.archive_key from answers a
            where a.state = 'APPLIED' and exists (select from remittances r where r.answer_id = a.id) order by a.id""";

    /** One row for each payment sent: where a held one was let count, the one as which it counts. */
    private static final String REMITTANCES =
            """
            select r.id, r.set_control, r.state, r.amount_cents, r.claims_cents, r.provider_cents,
                coalesce((select sum(l.paid_cents) from line_payments l join claim_payments c on c.id = l.claim_payment_id
                    where c.remittance_id = r.id), 0) as lines,
                coalesce((select sum(a.amount_cents) from adjustments a join claim_payments c on c.id = a.claim_payment_id
                    where c.remittance_id = r.id), 0) as adjusted
            from remittances b join remittances r on r.id = coalesce(
                (select a.id from remittances a where a.accepted_from = b.id), b.id)
            where b.answer_id = ? and b.accepted_from is null order by b.id""";

    private record Kept(
            String id,
            String control,
            boolean counts,
            long amount,
            long claims,
            long lines,
            long adjusted,
            long provider) {}

    void check(Audit audit, Tally tally) throws SQLException, IOException {
        audit.each(ANSWERS, row -> {
            // Missing bytes are told by I1, once.
            if (audit.archive().has(row.getString("archive_key"))) {
                compare(audit, tally, row.getString("id"), row.getString("archive_key"));
            }
        });
    }

    private static void compare(Audit audit, Tally tally, String answerId, String key)
            throws SQLException, IOException {
        List<Kept> kept = new ArrayList<>();
        audit.each(
                REMITTANCES,
                row -> kept.add(new Kept(
                        row.getString("id"),
                        row.getString("set_control").strip(),
                        row.getString("state").equals("POSTED"),
                        row.getLong("amount_cents"),
                        row.getLong("claims_cents"),
                        row.getLong("lines"),
                        row.getLong("adjusted"),
                        row.getLong("provider_cents"))),
                answerId);
        List<AnswerScan.Payment> sent;
        try (SegmentScanner scanner = new SegmentScanner(audit.archive().open(key))) {
            sent = new AnswerScan(scanner).walk().payments();
        }
        if (sent.size() != kept.size()) {
            tally.breach(
                    "answer %s: its bytes hold %d payments, the ledger %d remittances",
                    answerId, sent.size(), kept.size());
            return;
        }
        for (int i = 0; i < sent.size(); i++) {
            if (kept.get(i).counts()) {
                tally.checked();
                compare(tally, kept.get(i), sent.get(i));
            }
        }
    }

    private static void compare(Tally tally, Kept kept, AnswerScan.Payment sent) {
        if (!kept.control().equals(sent.control())) {
            tally.breach("remittance %s: it is set %s, its bytes say %s", kept.id(), kept.control(), sent.control());
            return;
        }
        boolean takenBack = sent.debit() && sent.amount() != null && sent.amount() == -kept.amount();
        if (!takenBack) {
            expect(tally, kept.id(), "amount", kept.amount(), sent.amount());
        }
        expect(tally, kept.id(), "claims", kept.claims(), sent.claims());
        expect(tally, kept.id(), "lines", kept.lines(), sent.lines());
        expect(tally, kept.id(), "adjustments", kept.adjusted(), sent.adjusted());
        expect(tally, kept.id(), "provider adjustments", kept.provider(), sent.provider());
    }

    private static void expect(Tally tally, String id, String what, long kept, Long sent) {
        if (sent == null || sent != kept) {
            tally.breach(
                    "remittance %s: the ledger has %s of %s, its bytes %s",
                    id, what, Cents.text(kept), sent == null ? "cannot be read" : Cents.text(sent));
        }
    }
}
