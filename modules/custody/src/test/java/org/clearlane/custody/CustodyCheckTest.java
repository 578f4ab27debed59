package org.clearlane.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check as a whole: what a clean ledger yields, and how it is told. */
class CustodyCheckTest extends TamperedLedger {

    @Test
    void aCleanLedgerHoldsEveryInvariant() throws Exception {
        tamper(TrailTest.DEED);
        CustodyReport report = check();

        assertThat(report.invariants().stream().flatMap(result -> result.breaches().stream()))
                .isEmpty();
        assertThat(report.ok()).isTrue();
        assertThat(report.invariants().stream().map(InvariantResult::id))
                .containsExactly("I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I12");
        assertThat(report.invariants())
                .allSatisfy(
                        result -> assertThat(result.checked()).as(result.id()).isPositive());
        // 1 and 4 sent; 2 rejected; 3 held; 5 queued and 6 batched.
        assertThat(report.claims()).isEqualTo(new CustodySum(6, 2, 1, 1, 2));
        assertThat(report.charges()).isEqualTo(new CustodySum(28575, 14000, 5050, 2525, 7000));
    }

    @Test
    void writesTheReportAsJsonAndText() throws Exception {
        CustodyReport report = check();

        assertThat(report.toJson())
                .startsWith("{\"ok\":true,\"claims\":{\"in\":6,\"sent\":2,\"rejected\":1,\"held\":1,\"inFlight\":2},"
                        + "\"charges\":{\"in\":\"285.75\",\"sent\":\"140.00\",\"rejected\":\"50.50\","
                        + "\"held\":\"25.25\",\"inFlight\":\"70.00\"},"
                        + "\"invariants\":[{\"id\":\"I1\",\"ok\":true,\"checked\":12,\"breaches\":[]},");
        assertThat(report.toText().lines())
                .contains("custody: in = sent + rejected + held + in flight: 6 = 2 + 1 + 1 + 2 claims, "
                        + "$285.75 = $140.00 + $50.50 + $25.25 + $70.00: every invariant holds");
    }

    @Test
    void leavesTheConnectionAsItWas() throws Exception {
        try (Connection auditor = auditor()) {
            new CustodyCheck(auditor, folder().resolve("archive"), null, List.of(), NOON).run();

            assertThat(auditor.getAutoCommit()).isTrue();
            assertThat(auditor.isReadOnly()).isFalse();
            assertThat(auditor.getSchema()).isEqualTo("public");
        }
    }

    @Test
    void listsFiftyBreachesAndCountsTheRest() throws Exception {
        tamper(
                """
                insert into claim_events (claim_id, practice_id, at, from_state, to_state, cause, actor, evidence)
                select 'clm_gone' || n, 'sunrise', now(), 'RECEIVED', 'QUEUED', 'judged', 'clearlane', 'file_A'
                from generate_series(1, 60) n""");

        InvariantResult oneState = check().invariants().get(2);

        assertThat(oneState.breaches()).hasSize(50);
        assertThat(oneState.breachCount()).isEqualTo(60);
    }
}
