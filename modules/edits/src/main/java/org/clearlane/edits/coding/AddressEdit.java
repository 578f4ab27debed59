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
        Passed passed = context.passed(this);
        List<SegmentFact> billing = claim.billingProvider().segments();
        for (int i = 0; i < billing.size(); i++) {
            if (billing.get(i).tag() == SegmentTag.N4) {
                boolean payTo = billing.get(i).loop().equals("2010AB");
                check(
                        billing.get(i),
                        payTo ? "87" : "85",
                        payTo ? "pay-to address" : "billing provider",
                        passed,
                        context,
                        out);
            }
        }
        check(claim.subscriber().segments(), "IL", "subscriber", passed, context, out);
        check(claim.payer().segments(), "PR", "payer", passed, context, out);
        if (claim.patient() != null) {
            check(claim.patient().segments(), "QC", "patient", passed, context, out);
        }
        List<OtherProvider> others = claim.otherProviders();
        for (int i = 0; i < others.size(); i++) {
            OtherProvider other = others.get(i);
            if (!other.segments().isEmpty()) {
                check(other, passed, context, out);
            }
        }
    }

    private void check(OtherProvider other, Passed passed, EditContext context, FindingCollector out) {
        for (int i = 0; i < other.segments().size(); i++) {
            SegmentFact each = other.segments().get(i);
            if (each.tag() == SegmentTag.N4) {
                check(each, other.role(), ProviderWords.of(other), passed, context, out);
            }
        }
    }

    private void check(
            List<SegmentFact> segments,
            String entity,
            String who,
            Passed passed,
            EditContext context,
            FindingCollector out) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).tag() == SegmentTag.N4) {
                check(segments.get(i), entity, who, passed, context, out);
            }
        }
    }

    private void check(
            SegmentFact city, String entity, String who, Passed passed, EditContext context, FindingCollector out) {
        if (passed.holds(city.text(), context.today())) {
            return;
        }
        int before = out.size();
        check(city, entity, who, context, out);
        if (out.size() == before) {
            passed.keep(city.text(), context.today());
        }
    }

    /** Looks at N4 of this entity. */
    abstract void check(SegmentFact city, String entity, String who, EditContext context, FindingCollector out);

    /** Whether N404 says that the address is abroad. */
    static boolean isAbroad(SegmentFact city) {
        return city.has(4) && !city.is(4, "US");
    }
}
