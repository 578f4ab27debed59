package org.clearlane.edits.coding;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Passed;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** Goes through the addresses of a claim. */
abstract class AddressEdit implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        List<SegmentFact> billing = claim.billingProvider().segments();
        for (int i = 0; i < billing.size(); i++) {
            if (billing.get(i).tag() == SegmentTag.N4) {
                boolean payTo = billing.get(i).loop().equals("2010AB");
                judge(billing.get(i), payTo ? "87" : "85", payTo ? "pay-to address" : "billing provider", context, out);
            }
        }
        check(claim.subscriber().segments(), "IL", "subscriber", context, out);
        check(claim.payer().segments(), "PR", "payer", context, out);
        if (claim.patient() != null) {
            check(claim.patient().segments(), "QC", "patient", context, out);
        }
        List<OtherProvider> others = claim.otherProviders();
        for (int i = 0; i < others.size(); i++) {
            OtherProvider other = others.get(i);
            if (!other.segments().isEmpty()) {
                check(other.segments(), other.role(), ProviderWords.of(other), context, out);
            }
        }
    }

    private void check(
            List<SegmentFact> segments, String entity, String who, EditContext context, FindingCollector out) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).tag() == SegmentTag.N4) {
                judge(segments.get(i), entity, who, context, out);
            }
        }
    }

    /** Looks at N4 of this entity unless the very same was found right before. */
    private void judge(SegmentFact city, String entity, String who, EditContext context, FindingCollector out) {
        Passed passed = context.passed(this);
        if (!passed.holds(city.text(), context.today())) {
            int before = out.size();
            check(city, entity, who, context, out);
            if (out.size() == before) {
                passed.keep(city.text(), context.today());
            }
        }
    }

    /** Looks at N4 of this entity. */
    abstract void check(SegmentFact city, String entity, String who, EditContext context, FindingCollector out);

    /** Whether N404 says that the address is abroad. */
    static boolean isAbroad(SegmentFact city) {
        return city.has(4) && !city.is(4, "US");
    }
}
