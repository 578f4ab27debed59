package org.clearlane.custody;

/** Writes a report as a table for people. */
final class ReportText {

    private final StringBuilder out = new StringBuilder();

    String of(CustodyReport report) {
        line("%-4s %-7s %12s  %s", "id", "holds", "checked", "what must hold");
        for (InvariantResult result : report.invariants()) {
            line("%-4s %-7s %12d  %s", result.id(), result.ok() ? "yes" : "BROKEN", result.checked(), result.title());
            result.breaches().forEach(breach -> line("       ! %s", breach));
            if (result.breachCount() > result.breaches().size()) {
                line(
                        "       ! and %d more",
                        result.breachCount() - result.breaches().size());
            }
            result.warnings().forEach(warning -> line("       ? %s", warning));
        }
        line("");
        line("%-8s %16s %16s %16s %16s %16s", "", "in", "sent", "rejected", "held", "in flight");
        CustodySum claims = report.claims();
        line(
                "%-8s %16d %16d %16d %16d %16d",
                "claims", claims.in(), claims.sent(), claims.rejected(), claims.held(), claims.inFlight());
        CustodySum charges = report.charges();
        line(
                "%-8s %16s %16s %16s %16s %16s",
                "charges",
                Cents.text(charges.in()),
                Cents.text(charges.sent()),
                Cents.text(charges.rejected()),
                Cents.text(charges.held()),
                Cents.text(charges.inFlight()));
        line("");
        line(
                "custody: in = sent + rejected + held + in flight: %d = %d + %d + %d + %d claims, "
                        + "$%s = $%s + $%s + $%s + $%s: %s",
                claims.in(),
                claims.sent(),
                claims.rejected(),
                claims.held(),
                claims.inFlight(),
                Cents.text(charges.in()),
                Cents.text(charges.sent()),
                Cents.text(charges.rejected()),
                Cents.text(charges.held()),
                Cents.text(charges.inFlight()),
                report.ok() ? "every invariant holds" : "BROKEN");
        return out.toString();
    }

    private void line(String format, Object... arguments) {
        out.append(format.formatted(arguments)).append('\n');
    }
}
