package org.clearlane.app.validate;

import java.io.PrintWriter;
import java.util.List;
import org.clearlane.judgement.ClaimCounts;
import org.clearlane.judgement.FileVerdict;
import org.clearlane.judgement.InterchangeFacts;
import org.clearlane.judgement.SetVerdict;
import org.clearlane.model.finding.Finding;
import picocli.CommandLine.Help.Ansi;

/** The report as people read it. */
final class TextReport {

    private final PrintWriter out;
    private final Ansi ansi;

    TextReport(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    void print(FileReport report) {
        ClaimCounts claims = report.verdict().claims();
        out.println(report.file() + ": " + inColour(report.verdict().verdict()) + ", "
                + (claims.total() == 1 ? "1 claim" : claims.total() + " claims") + ", " + claims.accepted()
                + " accepted, " + claims.rejected() + " rejected");
        findings(report.verdict().findings(), "  ");
        for (FileReport.InterchangeReport interchange : report.interchanges()) {
            InterchangeFacts facts = interchange.verdict().facts();
            out.println("  interchange " + facts.control() + " from " + facts.senderQualifier() + ":"
                    + facts.senderId() + " to " + facts.receiverQualifier() + ":" + facts.receiverId() + ": TA1 "
                    + interchange.verdict().ta1().ackCode() + " "
                    + interchange.verdict().ta1().noteCode());
            findings(interchange.verdict().findings(), "    ");
            interchange.groups().forEach(this::group);
        }
        out.flush();
    }

    private void group(FileReport.GroupReport group) {
        out.println("    group " + group.verdict().facts().control() + ", "
                + group.verdict().facts().functionalId() + " "
                + group.verdict().facts().version() + ": 999 " + group.ack());
        findings(group.verdict().findings(), "      ");
        for (FileReport.SetReport set : group.sets()) {
            SetVerdict verdict = set.verdict();
            out.println("      set " + verdict.facts().control() + ", "
                    + verdict.facts().kind() + ": " + set.ack()
                    + ", " + verdict.claims().total() + " claims, charges "
                    + verdict.claims().totalCharge());
            set.findings().forEach(each -> finding(each.finding(), each.patientControlNumber(), "        "));
            long more = verdict.findingCount() - set.findings().size();
            if (more > 0) {
                out.println("        and " + more + " more");
            }
        }
    }

    private void findings(List<Finding> findings, String indent) {
        findings.forEach(each -> finding(each, "", indent));
    }

    private void finding(Finding finding, String claim, String indent) {
        String word = finding.isError() ? ansi.string("@|red error|@  ") : ansi.string("@|yellow warning|@");
        String place = finding.place().inWords();
        out.println(indent + word + " " + (claim.isEmpty() ? "" : "claim " + claim + (place.isEmpty() ? "" : ", "))
                + place + " [" + finding.code() + ", SNIP " + finding.snip() + "]");
        out.println(indent + "        " + finding.message());
        out.println(indent + "        " + finding.mend());
    }

    private String inColour(FileVerdict.Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> ansi.string("@|green accepted|@");
            case PARTIAL -> ansi.string("@|yellow partial|@");
            case REJECTED -> ansi.string("@|red rejected|@");
            case UNREADABLE -> ansi.string("@|red unreadable|@");
        };
    }
}
