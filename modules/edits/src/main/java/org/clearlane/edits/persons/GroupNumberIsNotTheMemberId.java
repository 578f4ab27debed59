package org.clearlane.edits.persons;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;

/** Group number and member number are two numbers: 837 2000B SBR03 and 2010BA NM109. */
final class GroupNumberIsNotTheMemberId implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        String group = claim.subscriber().groupNumber();
        if (!group.isEmpty() && group.equals(claim.subscriber().memberId())) {
            out.report(Places.coverage(claim, 3), group, "IL");
        }
    }
}
