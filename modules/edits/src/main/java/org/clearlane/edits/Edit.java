package org.clearlane.edits;

import org.clearlane.model.claim.Claim;

/**
 * One rule about a claim. What it says, how gravely, of which kinds of claim and since when stands in the catalogue; the
 * class only decides where the rule is broken. Stateless, so one object serves all threads.
 */
@FunctionalInterface
public interface Edit {

    /**
     * Looks at the claim and reports every place where it breaks this rule. What another rule or structure already
     * says (an amount that could not be read, say) is passed over in silence.
     */
    void examine(Claim claim, EditContext context, FindingCollector out);

    /**
     * The {@link org.clearlane.model.claim.SegmentTag#bit bits} of segments of which a claim must have every one before
     * this rule can be broken; 0 when it always may. A claim without them is not shown to it, which is what keeps many
     * edits cheap.
     */
    default long needs() {
        return 0;
    }
}
