package org.clearlane.console.screens.remittances;

import java.time.Instant;
import java.util.List;
import org.clearlane.model.Money;

/**
 * Money that fits nowhere yet.
 *
 * @param items some of them, newest first
 * @param next the address of those that follow, or null
 * @param carried balances that payers carried over or took back outside claims
 */
public record UnmatchedMoney(List<Item> items, String next, List<Carried> carried) {

    public UnmatchedMoney {
        items = List.copyOf(items);
        carried = List.copyOf(carried);
    }

    /**
     * One thing.
     *
     * @param words what it is
     * @param todo what to do about it
     * @param path where it can be read, or null
     */
    public record Item(
            long id,
            String words,
            String todo,
            String message,
            String payer,
            Instant since,
            long days,
            Money amount,
            String path) {}

    /** What provider adjustments of one payer for one reason come to, where they name no claim; positive was taken off. */
    public record Carried(String payer, String reason, String words, String mend, long times, Money amount) {}
}
