package org.clearlane.model.remittance;

/**
 * Is told the amounts of an 835 and nothing else, in cents and in the order sent: for adding up without making a value
 * of every claim. Per payment: {@link #payment} first, {@link #ended} last.
 */
public interface SumListener {

    /** BPR02, negative for a debit. */
    void payment(long cents);

    /**
     * A loop 2000 begins.
     *
     * @param summed whether it has a TS3
     * @param charge TS305
     */
    void group(boolean summed, long charge);

    /** CLP03 and CLP04. The claim goes on to the next claim, group, provider adjustment or end. */
    void claim(long charge, long paid);

    /** SVC02 and SVC03 of the claim at hand. */
    void line(long charge, long paid);

    /** One amount of a CAS, of the line at hand or, before the first, of the claim. */
    void adjusted(long cents);

    /** One amount of a PLB. */
    void providerAdjusted(long cents);

    /**
     * The payment ends.
     *
     * @param readable whether every amount could be read, the payment is named by BPR and TRN, and its SE was there
     */
    void ended(boolean readable);

    /**
     * The file ends.
     *
     * @param whole whether nothing is missing behind the last payment, as far as anybody can tell: each interchange has
     *     its IEA
     */
    void fileEnded(boolean whole);
}
