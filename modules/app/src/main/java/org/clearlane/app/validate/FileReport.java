package org.clearlane.app.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clearlane.judgement.FileVerdict;
import org.clearlane.judgement.GroupVerdict;
import org.clearlane.judgement.InterchangeVerdict;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.judgement.SetVerdict;
import org.clearlane.transactions.t999.ClaimFinding;

/** Gathers the judgement of one file for printing. Not safe for use by several threads. */
final class FileReport implements JudgementListener {

    /** A set with its acknowledgment as it will be sent. */
    record SetReport(SetVerdict verdict, String ack, List<ClaimFinding> findings) {}

    /** A group with its acknowledgment as it will be sent. */
    record GroupReport(GroupVerdict verdict, String ack, List<SetReport> sets) {}

    /** An interchange. */
    record InterchangeReport(InterchangeVerdict verdict, List<GroupReport> groups) {}

    private final String file;
    private final List<InterchangeReport> interchanges = new ArrayList<>();
    private List<GroupReport> groups = new ArrayList<>();
    private List<SetReport> sets = new ArrayList<>();
    private FileVerdict verdict;

    FileReport(String file) {
        this.file = file;
    }

    @Override
    public boolean wantsClaims() {
        return false;
    }

    @Override
    public void setClosed(SetVerdict set) {
        List<ClaimFinding> all = new ArrayList<>(set.findings());
        all.addAll(set.editFindings());
        all.sort(Comparator.comparingInt(each -> each.finding().place().position()));
        sets.add(new SetReport(set, set.ack(), all));
    }

    @Override
    public void groupClosed(GroupVerdict group) {
        List<SetReport> own = sets;
        sets = new ArrayList<>();
        groups.add(new GroupReport(group, group.ack(), group.distrusted() ? refused(own) : own));
    }

    @Override
    public void interchangeClosed(InterchangeVerdict interchange) {
        List<GroupReport> own = groups;
        groups = new ArrayList<>();
        if (interchange.distrusted()) {
            own = own.stream()
                    .map(group -> new GroupReport(group.verdict(), "R", refused(group.sets())))
                    .toList();
        }
        interchanges.add(new InterchangeReport(interchange, own));
    }

    private static List<SetReport> refused(List<SetReport> own) {
        return own.stream()
                .map(set -> new SetReport(set.verdict(), "R", set.findings()))
                .toList();
    }

    /** The file has been judged. */
    FileReport closed(FileVerdict fileVerdict) {
        verdict = fileVerdict;
        return this;
    }

    String file() {
        return file;
    }

    FileVerdict verdict() {
        return verdict;
    }

    List<InterchangeReport> interchanges() {
        return interchanges;
    }
}
