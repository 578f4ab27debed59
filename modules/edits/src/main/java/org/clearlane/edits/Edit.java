package org.clearlane.edits;

import org.clearlane.model.claim.Claim;

/**
 * One rule about a claim. What it says, how gravely, and since when stands in the catalogue; the class only decides
 * where the rule is broken. Stateless, so one object serves all threads.
 */
@FunctionalInterface
public interface Edit {

    /**
     * Looks at the claim and reports every place where it breaks this rule. What another rule or structure already
     * says (an amount that could not be read, say) is passed over in silence.
     */
    void examine(Claim claim, EditContext context, FindingCollector out);
}
