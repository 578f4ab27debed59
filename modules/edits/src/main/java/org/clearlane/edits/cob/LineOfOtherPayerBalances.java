package org.clearlane.edits.cob;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.LineAdjudication;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** The charge of a line is SVD02 and all CAS behind it, for every payer: 837 2430. */
final class LineOfOtherPayerBalances implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            for (LineAdjudication each : line.adjudications()) {
                Long adjusted = OtherPayers.sum(each.adjustments());
                boolean whole = each.decision().element(6).isEmpty() && adjusted != null;
                if (whole
                        && each.paid() != null
                        && line.charge() != null
                        && each.paid().cents() + adjusted != line.charge().cents()
                        && !isSplit(line, each)) {
                    out.report(
                            each.decision().place(2),
                            each.paid().toString(),
                            "PR",
                            line.number(),
                            new Money(each.paid().cents() + adjusted),
                            line.charge());
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.SVD.bit();
    }

    /** A payer may decide a line in parts: then only all its decisions together are the charge. */
    private static boolean isSplit(ServiceLine line, LineAdjudication decision) {
        int count = 0;
        for (LineAdjudication each : line.adjudications()) {
            count += each.payerId().equals(decision.payerId()) ? 1 : 0;
        }
        return count > 1;
    }
}
