package org.clearlane.judgement;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.clearlane.model.claim.RepairKind;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.directory.Practice;

/**
 * How a file is judged.
 *
 * @param maxSnip the highest WEDI SNIP type looked at, 1 to 7
 * @param practice who handed it in: its sender id and billing NPIs are checked; null when nobody is known
 * @param payers where claims may go; null when that is not to be decided
 * @param sliceSize how many claims are handed to the listener at a time
 * @param repairs the mends of form that are made in claims
 */
public record JudgeOptions(
        int maxSnip, Practice practice, Collection<PayerProfile> payers, int sliceSize, Set<RepairKind> repairs) {

    /** Hundreds of claims travel through the house together. */
    public static final int USUAL_SLICE = 500;

    public JudgeOptions {
        if (maxSnip < 1 || maxSnip > 7) {
            throw new IllegalArgumentException("a SNIP type is 1 to 7");
        }
        if (sliceSize < 1) {
            throw new IllegalArgumentException("a slice holds at least one claim");
        }
        payers = payers == null ? null : List.copyOf(payers);
        repairs = Set.copyOf(repairs);
    }

    /** With the mends the practice wants, if there is one. */
    public JudgeOptions(int maxSnip, Practice practice, Collection<PayerProfile> payers, int sliceSize) {
        this(maxSnip, practice, payers, sliceSize, practice == null ? Set.of() : practice.repairs());
    }

    /** Judging without knowing whose file it is or where it goes. */
    public static JudgeOptions offline(int maxSnip) {
        return new JudgeOptions(maxSnip, null, null, USUAL_SLICE);
    }
}
