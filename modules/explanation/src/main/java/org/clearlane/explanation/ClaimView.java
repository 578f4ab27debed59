package org.clearlane.explanation;

import java.util.List;

/**
 * One claim as it is shown; amounts with two decimals.
 *
 * @param anchor where links lead, never made of what the payer sent
 * @param decision CLP02 in words
 * @param shares what each group of adjustments comes to, in words and dollars
 * @param adjustments those of the claim as a whole
 * @param arithmetic the balances as sums
 * @param balanced whether they all hold
 * @param next what the patient should know, one sentence
 */
public record ClaimView(
        String anchor,
        String number,
        String payerNumber,
        String patient,
        String service,
        String decision,
        String decisionMend,
        String billed,
        String allowed,
        boolean allowedStated,
        String paid,
        String patientShare,
        List<ShareView> shares,
        List<AdjustmentView> adjustments,
        List<LineView> lines,
        List<String> remarks,
        List<String> arithmetic,
        boolean balanced,
        String next) {

    /** What one group of adjustments comes to. */
    public record ShareView(String group, String words, String amount) {}
}
