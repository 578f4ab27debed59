package org.clearlane.custody;

import java.util.List;

/** Writes a report as JSON. */
final class ReportJson {

    private final StringBuilder out = new StringBuilder();

    String of(CustodyReport report) {
        out.append("{\"ok\":").append(report.ok());
        out.append(",\"claims\":");
        CustodySum claims = report.claims();
        sum(
                Long.toString(claims.in()),
                Long.toString(claims.sent()),
                Long.toString(claims.rejected()),
                Long.toString(claims.held()),
                Long.toString(claims.inFlight()));
        out.append(",\"charges\":");
        CustodySum charges = report.charges();
        sum(
                amount(charges.in()),
                amount(charges.sent()),
                amount(charges.rejected()),
                amount(charges.held()),
                amount(charges.inFlight()));
        out.append(",\"invariants\":[");
        for (int i = 0; i < report.invariants().size(); i++) {
            out.append(i == 0 ? "" : ",");
            invariant(report.invariants().get(i));
        }
        return out.append("]}").toString();
    }

    private void sum(String in, String sent, String rejected, String held, String inFlight) {
        out.append("{\"in\":").append(in);
        out.append(",\"sent\":").append(sent);
        out.append(",\"rejected\":").append(rejected);
        out.append(",\"held\":").append(held);
        out.append(",\"inFlight\":").append(inFlight).append('}');
    }

    private static String amount(long cents) {
        return '"' + Cents.text(cents) + '"';
    }

    private void invariant(InvariantResult result) {
        out.append("{\"id\":");
        text(result.id());
        out.append(",\"ok\":").append(result.ok());
        out.append(",\"checked\":").append(result.checked());
        out.append(",\"breaches\":");
        list(result.breaches());
        if (result.breachCount() > result.breaches().size()) {
            out.append(",\"breachCount\":").append(result.breachCount());
        }
        if (!result.warnings().isEmpty()) {
            out.append(",\"warnings\":");
            list(result.warnings());
        }
        out.append('}');
    }

    private void list(List<String> texts) {
        out.append('[');
        for (int i = 0; i < texts.size(); i++) {
            out.append(i == 0 ? "" : ",");
            text(texts.get(i));
        }
        out.append(']');
    }

    private void text(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7e) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
