package org.clearlane.bank;

import java.util.List;
import org.clearlane.model.bank.EftReceipt;

/**
 * What a bank's file holds.
 *
 * @param receipts the payments in it, in the file's order; empty when there is a problem
 * @param others what else is in it, and why that is no payment
 * @param problems why it is refused; empty when every record and every total holds
 */
public record BankReading(List<EftReceipt> receipts, List<OtherEntry> others, List<BankProblem> problems) {

    public BankReading {
        problems = List.copyOf(problems);
        receipts = problems.isEmpty() ? List.copyOf(receipts) : List.of();
        others = List.copyOf(others);
    }

    /** Whether it can be believed as a whole. */
    public boolean isGood() {
        return problems.isEmpty();
    }
}
