package org.clearlane.console.screens.files;

import java.time.Instant;
import java.util.List;
import org.clearlane.console.screens.files.FilePage.StateSum;
import org.clearlane.console.screens.files.FilePage.Sum;
import org.clearlane.model.Money;
import org.clearlane.transactions.AckWords;

/**
 * An interchange that went to a payer, as one practice may see it, or as a whole without any patient.
 *
 * @param total this practice's claims in it; all practices' for those who see flows
 * @param ta1Code the payer's TA104, or null
 */
public record BatchPage(
        String id,
        String payer,
        String kind,
        long control,
        long groupControl,
        String usage,
        String name,
        String sha256,
        long size,
        String state,
        Instant createdAt,
        Instant sentAt,
        String ta1Code,
        String ta1Note,
        Sum total,
        List<BatchSet> sets,
        List<StateSum> sums) {

    public BatchPage {
        sets = List.copyOf(sets);
        sums = List.copyOf(sums);
    }

    /** One of its sets; {@code ack} is the payer's IK501, or null. */
    public record BatchSet(String control, String bht03, String ack) {

        public String answer() {
            return ack == null ? "no 999 yet" : AckWords.ack(ack);
        }
    }

    /** What the payer said of the envelope. */
    public record Told(Instant at, String kind, String reference, String statement, String answerId) {}

    public String ta1() {
        return ta1Code == null ? "no TA1 yet" : AckWords.ta1(ta1Code, ta1Note);
    }

    public String words() {
        return FileWords.of(state);
    }

    public String colour() {
        return FileWords.colour(state);
    }

    /** Whether every claim that went in is in one of the states shown. */
    public boolean addsUp() {
        return total.equals(sums.stream().map(StateSum::sum).reduce(new Sum(0, Money.ZERO), Sum::plus));
    }
}
