package org.clearlane.edits.coding;

import java.util.List;
import java.util.Set;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Passed;
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
        Passed passed = context.passed(this);
        int day = context.codeDay();
        SegmentFact own = claim.billingProvider().specialty();
        if (isDoubtful(own, passed, day, context)) {
            out.report(own.place(3), own.element(3), "85", "billing provider");
        }
        List<OtherProvider> others = claim.otherProviders();
        for (int i = 0; i < others.size(); i++) {
            OtherProvider other = others.get(i);
            SegmentFact specialty = other.segments().isEmpty() ? null : other.specialty();
            if (isDoubtful(specialty, passed, day, context)) {
                out.report(specialty.place(3), specialty.element(3), other.role(), ProviderWords.of(other));
            }
        }
    }

    private boolean isDoubtful(SegmentFact specialty, Passed passed, int day, EditContext context) {
        if (specialty == null || passed.holds(specialty.text(), day) || !specialty.is(2, "PXC") || !specialty.has(3)) {
            return false;
        }
        CodeStanding standing = context.codes().listing(CodeSet.TAXONOMY).standing(specialty.element(3), day);
        if (standing != CodeStanding.VALID && bad.contains(standing)) {
            return true;
        }
        passed.keep(specialty.text(), day);
        return false;
    }
}
