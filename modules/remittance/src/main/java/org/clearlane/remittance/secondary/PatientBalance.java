package org.clearlane.remittance.secondary;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;

/**
 * What a patient owes of one claim, with the words for it. The last payer that decided says what is the patient's; what
 * earlier ones left to the patient was for that payer. While a second payer has not answered, nothing is asked of the patient.
 *
 * @param owed the patient's share less what the claim says was paid at the visit; never less than nothing
 * @param settled whether it is final as far as anybody knows now
 * @param explanation sentences a patient can read, in order
 */
public record PatientBalance(Money owed, boolean settled, List<String> explanation) {

    public PatientBalance {
        explanation = List.copyOf(explanation);
    }

    /**
     * What one payer decided, all its payments and reversals of the claim added up.
     *
     * @param payer its name
     * @param decided whether it has decided; else the amounts are nothing
     * @param writtenOff Σ CO adjustments
     */
    public record PayerShare(String payer, boolean decided, Money paid, Money patientShare, Money writtenOff) {}

    /**
     * Works it out.
     *
     * @param charge CLM02
     * @param paidAtVisit AMT*F5 of the claim
     * @param payers in the order in which they were asked
     */
    public static PatientBalance of(Money charge, Money paidAtVisit, List<PayerShare> payers) {
        List<String> words = new ArrayList<>();
        words.add("The practice charged " + charge + ".");
        Money share = Money.ZERO;
        String open = null;
        boolean any = false;
        for (PayerShare payer : payers) {
            if (!payer.decided()) {
                open = payer.payer();
                words.add(payer.payer() + " has the claim and has not decided yet.");
                continue;
            }
            any = true;
            share = payer.patientShare();
            words.add(payer.payer() + " paid " + payer.paid() + "."
                    + (payer.writtenOff().isZero()
                            ? ""
                            : " Its contract lets " + payer.writtenOff() + " not be charged to you.")
                    + " It leaves " + share + " to you.");
        }
        if (open != null || !any) {
            words.add("Please wait: what you owe is known when every payer has decided.");
            return new PatientBalance(Money.ZERO, false, words);
        }
        Money owed = share.minus(paidAtVisit);
        if (!paidAtVisit.isZero()) {
            words.add("You have paid " + paidAtVisit + " at the visit.");
        }
        if (owed.isNegative()) {
            words.add("You have paid " + owed.negated() + " more than you owe; the practice owes it to you.");
        } else {
            words.add(owed.isZero() ? "You owe nothing." : "You owe " + owed + ".");
        }
        return new PatientBalance(owed.isNegative() ? Money.ZERO : owed, true, words);
    }
}
