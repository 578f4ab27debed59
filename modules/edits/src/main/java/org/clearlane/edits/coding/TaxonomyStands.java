package org.clearlane.edits.coding;

import java.util.List;
import java.util.Set;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.edits.codes.CodeStanding;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.claim.SegmentFact;

/** PRV03 of every provider: what the taxonomy says of it. */
final class TaxonomyStands implements Edit {

    private final Set<CodeStanding> bad;

    /** Reports codes of these standings. */
    TaxonomyStands(CodeStanding... bad) {
        this.bad = Set.of(bad);
    }

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        check(claim.billingProvider().specialty(), "85", "billing provider", context, out);
        List<OtherProvider> others = claim.otherProviders();
        for (int i = 0; i < others.size(); i++) {
            OtherProvider other = others.get(i);
            if (!other.segments().isEmpty()) {
                check(other.specialty(), other.role(), ProviderWords.of(other), context, out);
            }
        }
    }

    private void check(SegmentFact specialty, String role, String who, EditContext context, FindingCollector out) {
        if (specialty == null || !specialty.is(2, "PXC") || !specialty.has(3)) {
            return;
        }
        String code = specialty.element(3);
        CodeStanding standing = context.codes().listing(CodeSet.TAXONOMY).standing(code, context.codeDay());
        if (standing != CodeStanding.VALID && bad.contains(standing)) {
            out.report(specialty.place(3), code, role, who);
        }
    }
}
