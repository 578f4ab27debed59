package org.clearlane.app.validate;

import java.io.PrintWriter;
import java.util.List;
import org.clearlane.app.validate.FileReport.GroupReport;
import org.clearlane.app.validate.FileReport.InterchangeReport;
import org.clearlane.app.validate.FileReport.SetReport;
import org.clearlane.judgement.FileVerdict.Verdict;
import org.clearlane.judgement.InterchangeFacts;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.SourceCell;
import org.clearlane.transactions.t999.ClaimFinding;
import picocli.CommandLine.Help.Ansi;

/**
 * The report as people read it. Of a table it shows rows and columns, and nothing of the X12 that was made of it on the
 * way.
 */
final class TextReport {

    private final PrintWriter out;
    private final Ansi ansi;

    TextReport(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    void print(String file, JudgedFile judged) {
        out.println(file + ": " + inColour(judged.verdict()) + counts(judged));
        if (judged.isTable()) {
            out.println("  a table, read as " + judged.format());
        }
        findings(judged.findings(), "  ");
        more(judged.moreFindings(), "  ");
        for (InterchangeReport interchange : judged.interchanges()) {
            if (judged.isTable()) {
                interchange.groups().forEach(group -> group.sets().forEach(set -> findingsOf(set, "  ")));
            } else {
                interchange(interchange);
            }
        }
        if (judged.interchangesNotShown() > 0) {
            out.println("  and " + judged.interchangesNotShown() + " more interchanges");
        }
        out.flush();
    }

    private static String counts(JudgedFile judged) {
        if (judged.verdict() == Verdict.UNREADABLE && judged.claims().total() == 0) {
            return "";
        }
        long held = judged.claims().held();
        return ", " + counted(judged.claims().total(), "claim") + ", " + judged.accepted() + " accepted"
                + (held > 0 ? " (" + held + " would be held)" : "") + ", "
                + judged.claims().rejected() + " rejected";
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private void interchange(InterchangeReport report) {
        InterchangeFacts facts = report.verdict().facts();
        out.println("  interchange " + facts.control() + " from " + facts.senderQualifier() + ":" + facts.senderId()
                + " to " + facts.receiverQualifier() + ":" + facts.receiverId() + ": TA1 "
                + report.verdict().ta1().ackCode() + " "
                + report.verdict().ta1().noteCode());
        report.verdict().findings().forEach(each -> finding(each, "", "    "));
        report.groups().forEach(this::group);
    }

    private void group(GroupReport group) {
        out.println("    group " + group.control() + ", " + group.functionalId() + " " + group.version() + ": 999 "
                + group.ack());
        group.findings().forEach(each -> finding(each, "", "      "));
        for (SetReport set : group.sets()) {
            out.println("      set " + set.control() + ", " + set.kind() + ": " + set.ack() + ", "
                    + counted(set.claims(), "claim") + ", charges " + set.charges());
            findingsOf(set, "        ");
        }
        if (group.setsNotShown() > 0) {
            out.println("      and " + counted(group.setsNotShown(), "more set"));
        }
    }

    private void findingsOf(SetReport set, String indent) {
        findings(set.findings(), indent);
        more(set.more(), indent);
    }

    private void findings(List<ClaimFinding> findings, String indent) {
        findings.forEach(each -> finding(each.finding(), each.patientControlNumber(), indent));
    }

    private void more(long more, String indent) {
        if (more > 0) {
            out.println(indent + "and " + counted(more, "more finding"));
        }
    }

    private void finding(Finding finding, String claim, String indent) {
        String word = finding.isError() ? ansi.string("@|red error|@  ") : ansi.string("@|yellow warning|@");
        String place = finding.cell() == null ? finding.place().inWords() : inWords(finding.cell());
        String where = claim.isEmpty() ? place : "claim " + claim + (place.isEmpty() ? "" : ", " + place);
        out.println(indent + word + " " + where + (where.isEmpty() ? "" : " ") + "[" + finding.code() + ", SNIP "
                + finding.snip() + "]");
        out.println(indent + "        " + finding.message());
        if (finding.code().startsWith("repair.")) {
            out.println(indent + "        " + finding.value());
        }
        if (!finding.mend().isEmpty()) {
            out.println(indent + "        " + finding.mend());
        }
    }

    private static String inWords(SourceCell cell) {
        return "row " + cell.row() + (cell.column().isEmpty() ? "" : ", column " + cell.column());
    }

    private String inColour(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> ansi.string("@|green accepted|@");
            case PARTIAL -> ansi.string("@|yellow partial|@");
            case REJECTED -> ansi.string("@|red rejected|@");
            case UNREADABLE -> ansi.string("@|red unreadable|@");
        };
    }
}
