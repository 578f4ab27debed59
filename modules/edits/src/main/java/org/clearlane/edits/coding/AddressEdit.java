package org.clearlane.edits.coding;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Address;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.claim.SegmentFact;

/** Goes through the addresses of a claim. */
abstract class AddressEdit implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        check(claim.billingProvider().address(), "85", "billing provider", context, out);
        check(claim.billingProvider().payToAddress(), "87", "pay-to address", context, out);
        check(claim.subscriber().address(), "IL", "subscriber", context, out);
        check(claim.payer().address(), "PR", "payer", context, out);
        if (claim.patient() != null) {
            check(claim.patient().address(), "QC", "patient", context, out);
        }
        List<OtherProvider> others = claim.otherProviders();
        for (int i = 0; i < others.size(); i++) {
            OtherProvider other = others.get(i);
            if (!other.segments().isEmpty()) {
                check(other.address(), other.role(), ProviderWords.of(other), context, out);
            }
        }
    }

    private void check(Address address, String entity, String who, EditContext context, FindingCollector out) {
        SegmentFact city = address.city();
        if (city != null) {
            check(city, entity, who, context, out);
        }
    }

    /** Looks at N4 of this entity. */
    abstract void check(SegmentFact city, String entity, String who, EditContext context, FindingCollector out);

    /** Whether N404 says that the address is abroad. */
    static boolean isAbroad(SegmentFact city) {
        return city.has(4) && !city.is(4, "US");
    }
}
