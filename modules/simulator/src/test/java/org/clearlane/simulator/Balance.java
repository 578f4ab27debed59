package org.clearlane.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

/** The three balances of an 835, worked out from its text alone. */
final class Balance {

    private final Answer answer;
    private BigDecimal payment = BigDecimal.ZERO;
    private BigDecimal claimsPaid = BigDecimal.ZERO;
    private BigDecimal providerAdjustments = BigDecimal.ZERO;
    private String[] claim;
    private BigDecimal claimAdjusted = BigDecimal.ZERO;
    private BigDecimal patientShare = BigDecimal.ZERO;
    private String[] line;
    private BigDecimal lineAdjusted = BigDecimal.ZERO;

    private Balance(Answer answer) {
        this.answer = answer;
    }

    static void holdsIn(Answer answer) {
        new Balance(answer).check();
    }

    private void check() {
        int sets = 0;
        for (String[] segment : answer.segments()) {
            switch (segment[0]) {
                case "BPR" -> payment = Answer.amount(segment, 2);
                case "CLP" -> {
                    endClaim();
                    claim = segment;
                    claimsPaid = claimsPaid.add(Answer.amount(segment, 4));
                }
                case "SVC" -> {
                    endLine();
                    line = segment;
                }
                case "CAS" -> adjust(segment);
                case "PLB" -> {
                    endClaim();
                    for (int i = 4; i < segment.length; i += 2) {
                        providerAdjustments = providerAdjustments.add(Answer.amount(segment, i));
                    }
                }
                case "SE" -> {
                    endClaim();
                    assertThat(claimsPaid.subtract(providerAdjustments))
                            .as("transaction")
                            .isEqualByComparingTo(payment);
                    assertThat(payment).isNotNegative();
                    claimsPaid = BigDecimal.ZERO;
                    providerAdjustments = BigDecimal.ZERO;
                    sets++;
                }
                default -> {}
            }
        }
        assertThat(sets).isPositive();
    }

    private void adjust(String[] cas) {
        for (int i = 3; i < cas.length; i += 3) {
            BigDecimal amount = Answer.amount(cas, i);
            claimAdjusted = claimAdjusted.add(amount);
            if (cas[1].equals("PR")) {
                patientShare = patientShare.add(amount);
            }
            if (line != null) {
                lineAdjusted = lineAdjusted.add(amount);
            }
        }
    }

    private void endLine() {
        if (line != null) {
            assertThat(Answer.amount(line, 2).subtract(lineAdjusted))
                    .as("line")
                    .isEqualByComparingTo(Answer.amount(line, 3));
        }
        line = null;
        lineAdjusted = BigDecimal.ZERO;
    }

    private void endClaim() {
        endLine();
        if (claim != null) {
            assertThat(Answer.amount(claim, 3).subtract(claimAdjusted))
                    .as("claim")
                    .isEqualByComparingTo(Answer.amount(claim, 4));
            if (!claim[2].equals("22")) {
                assertThat(Answer.amount(claim, 5)).as("patient").isEqualByComparingTo(patientShare);
            }
        }
        claim = null;
        claimAdjusted = BigDecimal.ZERO;
        patientShare = BigDecimal.ZERO;
    }
}
