package org.clearlane.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.ClaimPayment;
import org.junit.jupiter.api.Test;

/**
 * The rules of posting as a table. {@code claim} puts a claim into the ledger; {@code 835} is a remittance of one claim
 * with a trace of its own, or the trace given, and what {@code plb} says beside it; {@code allowed} where the payer's
 * profile lets it count unbalanced; behind {@code =>} stands what must come of it, and behind a comma the
 * state of the claim after it.
 */
class PostingTableTest {

    @Test
    void paidAsAgreed() {
        run(
                """
                claim  C1  billed 200.00
                835    C1  paid 150.00   L1 120.00 CO-45 20.00 PR-1 10.00 paid 90.00   L2 80.00 CO-45 20.00 paid 60.00   => posted, PAID
                claim  C2  billed 100.00
                835    C2  paid 100.00   L1 100.00 paid 100.00                                                        => posted, PAID
                claim  C3  billed 100.00
                835    C3  paid  70.00   CO-104 10.00   L1 100.00 CO-45 20.00 paid 80.00                               => posted, PAID
                claim  C4  billed 100.00
                835    C4  paid  80.00   CO-45 20.00                                                                  => posted, PAID
                """);
    }

    @Test
    void settledWithoutMoneyIsPaid() {
        run(
                """
                claim  C1  billed 150.00
                835    C1  paid 0.00     L1 150.00 CO-45 40.00 PR-1 110.00 paid 0.00    => posted, PAID
                claim  C2  billed 80.00
                835    C2  paid 0.00     L1 80.00 OA-23 80.00 paid 0.00                 => posted, PAID
                claim  C3  billed 80.00
                835    C3  paid 0.00     L1 80.00 CO-24 80.00 paid 0.00                 => posted, PAID
                """);
    }

    @Test
    void refusedInPartIsPartlyPaid() {
        run(
                """
                claim  C1  billed 200.00
                835    C1  paid  90.00   L1 120.00 CO-45 30.00 paid 90.00   L2 80.00 CO-197 80.00 paid 0.00   => posted, PARTLY_PAID
                claim  C2  billed 200.00
                835    C2  paid   0.00   L1 120.00 PR-1 120.00 paid 0.00    L2 80.00 PR-204 80.00 paid 0.00   => posted, PARTLY_PAID
                claim  C3  billed 100.00
                835    C3  paid  40.00   L1 100.00 CO-119 60.00 paid 40.00                                    => posted, PARTLY_PAID
                """);
    }

    @Test
    void refusedWhollyIsDenied() {
        run(
                """
                claim  C1  billed 95.00
                835    C1  status 4  paid 0.00   L1 95.00 CO-16 95.00 paid 0.00                                  => posted, DENIED
                claim  C2  billed 60.00
                835    C2  paid 0.00   L1 60.00 PR-96 60.00 paid 0.00                                            => posted, DENIED
                claim  C3  billed 60.00
                835    C3  paid 0.00   OA-18 60.00                                                               => posted, DENIED
                claim  C4  billed 60.00
                835    C4  paid 0.00   L1 40.00 CO-29 40.00 paid 0.00   L2 20.00 CO-45 5.00 CO-29 15.00 paid 0.00 => posted, DENIED
                """);
    }

    @Test
    void whatDecidesNothingLeavesTheStateAlone() {
        run(
                """
                claim  C1  billed 60.00
                835    C1  status 23  paid 0.00   OA-B11 60.00   => posted, PAYER_ACCEPTED
                835    C1  status 25  paid 50.00  CO-101 10.00   => posted, PAYER_ACCEPTED
                """);
    }

    @Test
    void sameRemittanceAgainChangesNothing() {
        run(
                """
                claim  C1  billed 200.00
                835    C1  trace T1  paid 150.00   L1 200.00 CO-45 50.00 paid 150.00   => posted, PAID
                835    C1  trace T1  paid 150.00   L1 200.00 CO-45 50.00 paid 150.00   => duplicate_remittance, PAID
                835    C1  trace T1  paid 150.00   L1 200.00 CO-50 50.00 paid 150.00   => duplicate_with_other_content, PAID
                claim  C2  billed 80.00
                835    C2  trace T2  paid 0.00     L1 80.00 PR-1 80.00 paid 0.00       => posted, PAID
                claim  C3  billed 90.00
                835    C3  trace T2  paid 0.00     L1 90.00 PR-1 90.00 paid 0.00       => posted, PAID
                835    C3  trace T2  paid 0.00     L1 90.00 PR-1 90.00 paid 0.00       => duplicate_remittance, PAID
                """);
    }

    @Test
    void whatDoesNotBalanceIsHeldWhole() {
        run(
                """
                claim  C1  billed 200.00
                835    C1  paid 149.00            L1 120.00 CO-45 20.00 PR-1 10.00 paid 90.00  L2 80.00 CO-45 20.00 paid 60.00 => out_of_balance_by 1.00, PAYER_ACCEPTED
                835    C1  paid 150.00 of 150.01  L1 120.00 CO-45 20.00 PR-1 10.00 paid 90.00  L2 80.00 CO-45 20.00 paid 60.00 => out_of_balance_by 0.01, PAYER_ACCEPTED
                835    C1  paid 150.00            L1 120.00 CO-45 20.00 PR-1 10.00 paid 91.00  L2 80.00 CO-45 20.00 paid 59.00 => out_of_balance_by 1.00, PAYER_ACCEPTED
                835    C1  paid 150.00            L1 120.00 CO-45 20.00 PR-1 10.00 paid 90.00  L2 80.00 CO-45 20.00 paid 60.00 => posted, PAID
                """);
    }

    @Test
    void reversalAndCorrection() {
        run(
                """
                claim  C1  billed 200.00
                835    C1             paid  150.00   L1  200.00 CO-45  50.00 paid  150.00             => posted, PAID
                835    C1  status 22  paid -150.00   L1 -200.00 CO-45 -50.00 paid -150.00             => reversal_posted, REVERSED
                835    C1             paid  120.00   L1  200.00 CO-45  50.00 PR-1 30.00 paid 120.00   => correction_posted, PAID
                """);
    }

    @Test
    void correctionThatOvertakesItsReversal() {
        run(
                """
                claim  C1  billed 200.00
                835    C1             paid  150.00   L1  200.00 CO-45  50.00 paid  150.00             => posted, PAID
                835    C1             paid    0.00   L1  200.00 CO-197 200.00 paid 0.00               => correction_posted, PAID
                835    C1  status 22  paid -150.00   L1 -200.00 CO-45 -50.00 paid -150.00             => reversal_posted, DENIED
                """);
    }

    @Test
    void reversalThatOvertakesItsPayment() {
        run(
                """
                claim  C1  billed 200.00
                835    C1  status 22  paid -150.00   L1 -200.00 CO-45 -50.00 paid -150.00   => reversal_posted, REVERSED
                835    C1             paid  150.00   L1  200.00 CO-45  50.00 paid  150.00   => posted, REVERSED
                835    C1             paid  120.00   L1  200.00 CO-45  80.00 paid  120.00   => correction_posted, PAID
                """);
    }

    @Test
    void secondPayerIsNoCorrection() {
        run(
                """
                claim  C1  billed 200.00
                835    C1            paid 100.00   L1 200.00 CO-45 50.00 PR-2 50.00 paid 100.00   => posted, PAID
                835    C1  status 2  paid  50.00   L1 200.00 OA-23 150.00 paid 50.00              => posted, PAID
                """);
    }

    @Test
    void voidTakesEverythingBackAndPutsNothingInItsPlace() {
        run(
                """
                claim  C1  billed 200.00
                835    C1             paid  150.00   L1  200.00 CO-45  50.00 paid  150.00   => posted, PAID
                835    C1  status 22  paid -150.00   L1 -200.00 CO-45 -50.00 paid -150.00   => reversal_posted, REVERSED
                """);
    }

    @Test
    void denialThatIsReopened() {
        run(
                """
                claim  C1  billed 95.00
                835    C1  status 4   paid  0.00   L1  95.00 CO-16  95.00 paid  0.00              => posted, DENIED
                835    C1  status 22  paid  0.00   L1 -95.00 CO-16 -95.00 paid  0.00              => reversal_posted, REVERSED
                835    C1             paid 70.00   L1  95.00 CO-45  20.00 PR-3 5.00 paid 70.00    => correction_posted, PAID
                """);
    }

    @Test
    void forwardedClaimIsPaidByWhoForwardsIt() {
        run(
                """
                claim  C1  billed 100.00
                835    C1  status 19  paid 60.00   L1 100.00 CO-45 20.00 PR-2 20.00 paid 60.00   => posted, PAID
                835    C1  status 2   paid 20.00   L1 100.00 OA-23 80.00 paid 20.00              => posted, PAID
                claim  C2  billed 100.00
                835    C2  status 20  paid 60.00   L1 100.00 OA-23 40.00 paid 60.00              => posted, PAID
                claim  C3  billed 100.00
                835    C3  status 21  paid 0.00    L1 100.00 PR-1 100.00 paid 0.00               => posted, PAID
                claim  C4  billed 100.00
                835    C4  status 23  paid 0.00    OA-B11 100.00                                 => posted, PAYER_ACCEPTED
                835    C4             paid 80.00   L1 100.00 CO-45 20.00 paid 80.00              => posted, PAID
                """);
    }

    @Test
    void moneyOutsideClaimsEntersThePaymentWithTheOtherSign() {
        run(
                """
                claim  C1  billed 100.00
                835    C1  paid 80.00 of 81.25  plb L6 -1.25               L1 100.00 CO-45 20.00 paid 80.00   => posted, PAID
                claim  C2  billed 100.00
                835    C2  paid 80.00 of 50.00  plb WO:OLD1 30.00          L1 100.00 CO-45 20.00 paid 80.00   => posted, PAID
                claim  C3  billed 100.00
                835    C3  paid 80.00 of 0.00   plb FB:E1 100.00 plb CS -20.00  L1 100.00 CO-45 20.00 paid 80.00   => posted, PAID
                claim  C4  billed 100.00
                835    C4  paid 80.00 of 77.00  plb 72 1.00 plb AH 1.50 plb IR 0.50  L1 100.00 CO-45 20.00 paid 80.00   => posted, PAID
                claim  C5  billed 100.00
                835    C5  paid 80.00 of 81.25  plb L6 1.25                L1 100.00 CO-45 20.00 paid 80.00   => out_of_balance_by 2.50, PAYER_ACCEPTED
                """);
    }

    @Test
    void whatIsTakenBackNowIsRecoveredByALaterRemittance() {
        run(
                """
                claim  C1  billed 200.00
                835    C1             paid  150.00            L1  200.00 CO-45  50.00 paid  150.00                       => posted, PAID
                835    C1  status 22  paid -150.00 of 0.00    plb FB:E7 -150.00  L1 -200.00 CO-45 -50.00 paid -150.00    => reversal_posted, REVERSED
                claim  C2  billed 300.00
                835    C2             paid  250.00 of 100.00  plb FB:E7 150.00   L1  300.00 CO-45 50.00 paid 250.00      => posted, PAID
                """);
    }

    @Test
    void sameClaimsUnderAnotherTraceAreHeld() {
        run(
                """
                claim  C1  billed 200.00
                835    C1             trace T1  paid  150.00   L1  200.00 CO-45  50.00 paid  150.00   => posted, PAID
                835    C1             trace T2  paid  150.00   L1  200.00 CO-45  50.00 paid  150.00   => duplicate_under_other_trace, PAID
                835    C1  status 22  trace T3  paid -150.00   L1 -200.00 CO-45 -50.00 paid -150.00   => reversal_posted, REVERSED
                835    C1  status 22  trace T4  paid -150.00   L1 -200.00 CO-45 -50.00 paid -150.00   => duplicate_under_other_trace, REVERSED
                """);
    }

    @Test
    void sameClaimInARemittanceThatSaysMoreIsHeldAlone() {
        run(
                """
                claim  C1  billed 200.00
                835    C1             paid  150.00            L1  200.00 CO-45  50.00 paid  150.00                  => posted, PAID
                835    C1             paid  150.00 of 151.00  plb L6 -1.00  L1 200.00 CO-45 50.00 paid 150.00       => duplicate_claim_payment, PAID
                835    C1  status 22  paid -150.00            L1 -200.00 CO-45 -50.00 paid -150.00                  => reversal_posted, REVERSED
                835    C1  status 22  paid -150.00 of 0.00    plb FB -150.00  L1 -200.00 CO-45 -50.00 paid -150.00  => duplicate_claim_payment, REVERSED
                """);
    }

    @Test
    void whatDoesNotBalanceCountsWhereSomebodyDecidedSo() {
        run(
                """
                claim  C1  billed 200.00
                835    C1           paid 150.00 of 150.01  L1 200.00 CO-45 50.00 paid 150.00   => out_of_balance_by 0.01, PAYER_ACCEPTED
                835    C1  allowed  paid 150.00 of 150.01  L1 200.00 CO-45 50.00 paid 150.00   => posted, PAID
                claim  C2  billed 200.00
                835    C2  allowed  paid 150.00            L1 200.00 CO-45 49.00 paid 150.00   => posted, PAID
                """);
    }

    @Test
    void adjustmentsOfTheClaimMayMakeItsLinesDiffer() {
        run(
                """
                claim  C1  billed 100.00
                835    C1  paid 70.00  CO-104 10.00   L1 100.00 CO-45 20.00 paid 80.00   => posted, PAID
                claim  C2  billed 100.00
                835    C2  paid 70.00                 L1 100.00 CO-45 20.00 paid 80.00   => out_of_balance_by 10.00, PAYER_ACCEPTED
                """);
    }

    @Test
    void whatIsNotCertainIsNotPosted() {
        run(
                """
                claim  C1  billed 200.00
                835    C9  paid 150.00  L1 200.00 CO-45 50.00 paid 150.00   => unmatched
                claim  C2  billed 100.00
                claim  C2  billed 100.00
                835    C2  paid 100.00  L1 100.00 paid 100.00               => unmatched
                claim  C3  billed 100.00  QUEUED
                835    C3  paid 100.00  L1 100.00 paid 100.00               => unmatched
                claim  C4  billed 100.00  PAYER_REJECTED
                835    C4  paid 100.00  L1 100.00 paid 100.00               => posted, PAID
                """);
    }

    private static void run(String table) {
        Books books = new Books();
        List<String> rows = table.lines().toList();
        for (int i = 0; i < rows.size(); i++) {
            String row = rows.get(i).strip();
            if (row.startsWith("claim ")) {
                books.claim(row);
            } else {
                String[] sides = row.split("=>");
                String expected = sides[1].strip();
                String outcome = books.post(sides[0].strip());
                assertThat(expected.contains(",") ? outcome : outcome.replaceAll(",.*", ""))
                        .as("row %d: %s", i + 1, row)
                        .isEqualTo(expected);
            }
        }
    }

    /** The table itself must not be read wrongly, or its rows would prove nothing. */
    @Test
    void rowIsReadAsItIsWritten() {
        Matcher at = Books.matched(
                Books.REMITTANCE,
                "835  C1  status 22  trace T9  paid -9.00 of -8.00  CO-104 1.00  L1 -20.00 CO-45 -5.00 PR-1 -5.00 paid -10.00");

        ClaimPayment payment = Books.payment(at);

        assertThat(payment.status()).isEqualTo("22");
        assertThat(payment.paid()).isEqualTo(Money.of("-9"));
        assertThat(payment.adjustments()).isEqualTo(Arrays.asList(Payments.adjustment("CO-104 1.00")));
        assertThat(payment.lines()).hasSize(1);
        assertThat(payment.lines().getFirst().charge()).isEqualTo(Money.of("-20"));
        assertThat(payment.lines().getFirst().adjustments())
                .containsExactly(Payments.adjustment("CO-45 -5.00"), Payments.adjustment("PR-1 -5.00"));
    }
}
