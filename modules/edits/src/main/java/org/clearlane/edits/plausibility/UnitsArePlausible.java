package org.clearlane.edits.plausibility;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.UnitLimits;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/**
 * Units stay within the limit NCCI has for the procedure: of a line, or of all lines with this procedure on a day, as
 * the limit says. A line over several days may have the limit of each.
 */
final class UnitsArePlausible implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        List<ServiceLine> lines = claim.lines();
        for (int i = 0; i < lines.size(); i++) {
            ServiceLine line = lines.get(i);
            UnitLimits limits = Units.limits(claim, i, context);
            int most = limits.units(line.procedure());
            if (most > 0) {
                long units = limits.isByLine(line.procedure()) ? Units.of(line) : ofDay(claim, i, context);
                if (units > most * Units.days(i, context)) {
                    out.report(line.quantityPlace(), line.quantity(), "", line.number(), most);
                }
            }
        }
    }

    /** Units of this line and those before it with the same procedure, day and provider; each line counts once. */
    private static long ofDay(Claim claim, int index, EditContext context) {
        List<ServiceLine> lines = claim.lines();
        ServiceLine line = lines.get(index);
        long sum = 0;
        for (int i = 0; i <= index; i++) {
            ServiceLine each = lines.get(i);
            if (each.procedure().equals(line.procedure())
                    && context.codeDay(i) == context.codeDay(index)
                    && LineProvider.isSame(claim, each.number(), line.number())) {
                sum += Math.max(0, Units.of(each));
            }
        }
        return sum;
    }
}
