package org.clearlane.transactions.t835;

import java.util.List;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;

/**
 * Is told what an 835 says while it is read. Per transaction set: {@link #opened} once, then {@link #group} and
 * {@link #claim} in the order sent, then {@link #closed} once, whatever state the file is in.
 */
public interface RemittanceListener {

    /** A payment begins: everything before the first LX. */
    void opened(RemittanceHead head);

    /** A loop 2000 begins: LX with its TS3 and TS2. Claims may also come without one. */
    default void group(ClaimGroup group) {}

    /**
     * One claim of the payment.
     *
     * @param problems what could not be read of it. Where one is an error, an amount in {@code claim} is ZERO because
     *     it could not be read, and the claim must not be posted. Each has been told to {@link #problem} already
     */
    void claim(ClaimPayment claim, List<Finding> problems);

    /** The payment ends. Called also where SE is missing; {@link SetEnd#isWhole} tells. */
    void closed(List<ProviderAdjustment> providerAdjustments, SetEnd end);

    /** Something could not be read as it should, in a set or around it. */
    void problem(Finding finding);
}
