package org.clearlane.judgement;

import java.util.Map;
import org.clearlane.edits.PartnerEdits;
import org.clearlane.guide.Guides;

/**
 * What holds for some claims only (SNIP 7): the rules of payers and practices, and the guides as payers narrow them.
 * Immutable, safe for use by several threads.
 *
 * @param edits rules of payers and practices
 * @param guides by the payer's short name, for those that narrow a guide
 */
public record Partners(PartnerEdits edits, Map<String, Guides> guides) {

    /** Nobody demands anything beyond guide and catalogue. */
    public static final Partners NONE = new Partners(PartnerEdits.NONE, Map.of());

    public Partners {
        guides = Map.copyOf(guides);
    }
}
