package org.clearlane.console.screens.today;

import java.util.List;
import org.clearlane.console.screens.payers.PayerLights;
import org.clearlane.model.Money;

/**
 * What the first page shows, of one practice or of all.
 *
 * @param flow in = sent + rejected + held + in flight
 * @param needs what waits for somebody
 * @param payers where claims go and what is known of the way there
 */
public record Today(Flow flow, List<Need> needs, List<PayerLights.Light> payers) {

    public Today {
        needs = List.copyOf(needs);
        payers = List.copyOf(payers);
    }

    /** A number of claims and their charges. */
    public record Sum(long claims, Money charge) {}

    /** Every claim of the ledger counts in exactly one of the last four. */
    public record Flow(Sum in, Sum sent, Sum rejected, Sum held, Sum moving, Money paid, long paidClaims) {

        /** Where a part of the bar begins, in thousandths of its width. */
        public long upTo(long claims) {
            return in.claims() == 0 ? 0 : claims * 1000 / in.claims();
        }

        /** Whether the four parts add up, to the claim and to the cent. */
        public boolean addsUp() {
            return in.claims() == sent.claims() + rejected.claims() + held.claims() + moving.claims()
                    && in.charge()
                            .equals(sent.charge()
                                    .plus(rejected.charge())
                                    .plus(held.charge())
                                    .plus(moving.charge()));
        }
    }

    /**
     * Something that waits for somebody.
     *
     * @param words what it is
     * @param count how many
     * @param charge what they are worth together
     * @param path where to mend it; null where only a command can, {@code clearlane worklist}
     */
    public record Need(String words, long count, Money charge, String path) {

        /** How many, of what: one claim, two claims. */
        public String text() {
            return count + " " + (count == 1 ? words.replaceFirst("^(claim|payment|remittance)s ", "$1 ") : words);
        }
    }
}
