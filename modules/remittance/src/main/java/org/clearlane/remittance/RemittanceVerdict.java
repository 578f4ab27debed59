package org.clearlane.remittance;

import java.util.List;
import org.clearlane.model.Money;

/**
 * Whether a whole 835 balances.
 *
 * @param balanced whether every binding balance holds
 * @param transaction Σ CLP04 − Σ PLB = BPR02
 * @param summaries TS305 against the claims of each loop 2000 that has one, the first
 *     {@value RemittanceBalance#MOST_BROKEN_KEPT}
 * @param broken the balances that do not hold, the transaction's own first, at most
 *     {@value RemittanceBalance#MOST_BROKEN_KEPT} and one
 * @param brokenCount how many do not hold
 * @param claims how many claims there are
 * @param lines how many service lines there are
 * @param paid Σ CLP04
 */
public record RemittanceVerdict(
        boolean balanced,
        BalanceProof transaction,
        List<BalanceProof> summaries,
        List<BalanceProof> broken,
        long brokenCount,
        long claims,
        long lines,
        Money paid) {

    public RemittanceVerdict {
        summaries = List.copyOf(summaries);
        broken = List.copyOf(broken);
    }
}
