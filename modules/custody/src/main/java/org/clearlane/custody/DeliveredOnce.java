package org.clearlane.custody;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * I5: the claims inside an interchange's bytes are its submissions, no more, no fewer, and no claim goes out twice
 * unless an operator said so. Where a simulated payer kept a journal, what it received is what we say we sent.
 *
 * <p>Holds the claims of one interchange in memory, which a batch bounds.
 */
final class DeliveredOnce implements Invariant {

    private static final String INTERCHANGES =
            "select id, payer_id, control, archive_key from outbound_interchanges order by id";

    private static final String SUBMISSIONS =
            """
            select s.claim_id, s.set_control, c.charge_cents from submissions s
            left join claims c on c.id = s.claim_id where s.outbound_id = ?""";

    private static final String SENT_TWICE =
            """
            select s.claim_id, count(*) as times, string_agg(o.id, ', ' order by o.id) as interchanges
            from submissions s join outbound_interchanges o on o.id = s.outbound_id
            where o.state in ('SENT', 'DELIVERING', 'UNKNOWN')
            group by s.claim_id
            having count(*) - 1 > (
                select count(*) from claim_events e where e.claim_id = s.claim_id and e.cause = 'operator')
            order by s.claim_id""";

    private record Submission(String setControl, Long cents) {}

    @Override
    public String id() {
        return "I5";
    }

    @Override
    public String title() {
        return "what goes to a payer is what was submitted, and goes once";
    }

    @Override
    public void check(Audit audit, Tally tally) throws SQLException, IOException {
        audit.each(INTERCHANGES, row -> {
            // Missing bytes are told by I1, once.
            if (audit.archive().has(row.getString("archive_key"))) {
                checkBytes(audit, tally, row.getString("id"), row.getString("archive_key"), row.getLong("control"));
            }
        });
        audit.each(
                SENT_TWICE,
                row -> tally.breach(
                        "claim %s went out %d times (%s) and no operator said so",
                        row.getString("claim_id"), row.getLong("times"), row.getString("interchanges")));
        new PayerJournals().check(audit, tally);
    }

    private static void checkBytes(Audit audit, Tally tally, String id, String key, long control)
            throws SQLException, IOException {
        Map<String, Submission> submitted = submissions(audit, id);
        try (SegmentScanner scanner = new SegmentScanner(audit.archive().open(key))) {
            OutboundScan scan = new OutboundScan(scanner, claim -> {
                tally.checked();
                compare(tally, id, claim, submitted.remove("clm_" + claim.d9()));
            });
            scan.walk();
            if (!scan.isa13().equals("%09d".formatted(control))) {
                tally.breach(
                        "interchange %s: ISA13 is %s in its bytes, the ledger says %09d", id, scan.isa13(), control);
            }
        }
        submitted.keySet().stream()
                .sorted()
                .forEach(claimId ->
                        tally.breach("interchange %s: claim %s is submitted in it, not in its bytes", id, claimId));
    }

    private static void compare(Tally tally, String id, OutboundScan.ScannedClaim claim, Submission submission) {
        if (claim.d9().isEmpty()) {
            tally.breach("interchange %s, set %s: a claim carries no REF*D9", id, claim.setControl());
        } else if (submission == null) {
            tally.breach(
                    "interchange %s: claim clm_%s is in its bytes, not among its submissions, or there twice",
                    id, claim.d9());
        } else if (!submission.setControl().equals(claim.setControl())) {
            tally.breach(
                    "interchange %s: claim clm_%s is in set %s, the ledger says %s",
                    id, claim.d9(), claim.setControl(), submission.setControl());
        } else if (submission.cents() != null
                && claim.cents() != null
                && !submission.cents().equals(claim.cents())) {
            tally.breach(
                    "interchange %s: claim clm_%s charges %s in the bytes, %s in the ledger",
                    id, claim.d9(), Cents.text(claim.cents()), Cents.text(submission.cents()));
        }
    }

    static Map<String, Long> chargesOf(Audit audit, String outboundId) throws SQLException, IOException {
        Map<String, Long> charges = new HashMap<>();
        submissions(audit, outboundId).forEach((claimId, submission) -> charges.put(claimId, submission.cents()));
        return charges;
    }

    private static Map<String, Submission> submissions(Audit audit, String outboundId)
            throws SQLException, IOException {
        Map<String, Submission> submitted = new HashMap<>();
        audit.each(
                SUBMISSIONS,
                row -> submitted.put(
                        row.getString("claim_id"),
                        new Submission(
                                row.getString("set_control").strip(), row.getObject("charge_cents", Long.class))),
                outboundId);
        return submitted;
    }
}
