package org.clearlane.app.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clearlane.judgement.ClaimCounts;
import org.clearlane.judgement.FileVerdict.Verdict;
import org.clearlane.judgement.GroupVerdict;
import org.clearlane.judgement.InterchangeVerdict;
import org.clearlane.judgement.JudgedClaim;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.judgement.SetVerdict;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.transactions.t999.ClaimFinding;

/**
 * Gathers the judgement of one file for printing. Bounded: of a file with more sets or findings than anybody reads, the
 * rest is counted, and sets nothing is wrong with go first. Not safe for use by several threads.
 */
final class FileReport implements JudgementListener {

    /** Findings that are shown of one file. */
    static final int MOST_FINDINGS = 20_000;
    /** Sets and interchanges that are shown although nothing is wrong with them. */
    static final int MOST_CLEAN = 10_000;
    /** Sets and interchanges that are shown at all. */
    static final int MOST_SHOWN = 50_000;

    /**
     * A set with its acknowledgment as it will be sent.
     *
     * @param more findings that are not shown
     */
    record SetReport(
            String control,
            String kind,
            String guide,
            String ack,
            long claims,
            Money charges,
            List<ClaimFinding> findings,
            long more) {

        boolean isClean() {
            return ack.equals("A") && findings.isEmpty() && more == 0;
        }

        SetReport refused() {
            return new SetReport(control, kind, guide, "R", claims, charges, findings, more);
        }
    }

    /**
     * A group with its acknowledgment as it will be sent.
     *
     * @param setsNotShown sets beyond those that are shown
     */
    record GroupReport(
            String control,
            String functionalId,
            String version,
            String ack,
            List<Finding> findings,
            List<SetReport> sets,
            long setsNotShown) {

        boolean isClean() {
            return ack.equals("A") && findings.isEmpty() && sets.stream().allMatch(SetReport::isClean);
        }

        GroupReport refused() {
            List<SetReport> all = sets.stream().map(SetReport::refused).toList();
            return new GroupReport(control, functionalId, version, "R", findings, all, setsNotShown);
        }
    }

    /** An interchange. */
    record InterchangeReport(InterchangeVerdict verdict, List<GroupReport> groups) {

        boolean isClean() {
            return verdict.ta1().ackCode().equals("A")
                    && verdict.findings().isEmpty()
                    && groups.stream().allMatch(GroupReport::isClean);
        }
    }

    private final CellPlaces cells;
    private final PayerQuestion payer;
    private final List<InterchangeReport> interchanges = new ArrayList<>();
    private List<GroupReport> groups = new ArrayList<>();
    private List<SetReport> sets = new ArrayList<>();
    private List<ClaimFinding> answers = new ArrayList<>();
    private long answerCount;
    private int findingsShown;
    private int setsShown;
    private long setsNotShown;
    private long interchangesNotShown;

    /**
     * @param cells says where in a table something stands; {@link CellPlaces#NONE} for X12
     * @param payer whom claims are meant to go to; null when nobody asked
     */
    FileReport(CellPlaces cells, PayerQuestion payer) {
        this.cells = cells;
        this.payer = payer;
    }

    @Override
    public void claims(List<JudgedClaim> slice) {
        if (payer == null) {
            return;
        }
        for (JudgedClaim judged : slice) {
            payer.answer(judged).ifPresent(finding -> answered(finding, judged));
        }
    }

    private void answered(Finding finding, JudgedClaim judged) {
        answerCount++;
        if (findingsShown + answers.size() < MOST_FINDINGS) {
            answers.add(new ClaimFinding(finding, judged.claim().patientControlNumber()));
        }
    }

    @Override
    public void setClosed(SetVerdict set) {
        List<ClaimFinding> all = new ArrayList<>(set.findings());
        all.addAll(set.editFindings());
        all.addAll(answers);
        long count = set.findingCount() + answerCount;
        answers = new ArrayList<>();
        answerCount = 0;
        all.sort(Comparator.comparingInt(each -> each.finding().place().position()));
        List<ClaimFinding> shown = all.stream()
                .limit(MOST_FINDINGS - findingsShown)
                .map(each -> inTable(set.facts().number(), each))
                .toList();
        findingsShown += shown.size();
        SetReport report = new SetReport(
                set.facts().control(),
                set.facts().kind(),
                set.facts().version(),
                set.ack(),
                set.claims().total(),
                set.claims().totalCharge(),
                shown,
                count - shown.size());
        if (setsShown >= (report.isClean() ? MOST_CLEAN : MOST_SHOWN)) {
            setsNotShown++;
        } else {
            setsShown++;
            sets.add(report);
        }
    }

    private ClaimFinding inTable(int setNumber, ClaimFinding found) {
        Finding finding = found.finding();
        return finding.cell() != null
                ? found
                : new ClaimFinding(finding.at(cells.cellOf(setNumber, finding.place())), found.patientControlNumber());
    }

    @Override
    public void groupClosed(GroupVerdict group) {
        GroupReport report = new GroupReport(
                group.facts().control(),
                group.facts().functionalId(),
                group.facts().version(),
                group.ack(),
                group.findings(),
                sets,
                setsNotShown);
        sets = new ArrayList<>();
        setsNotShown = 0;
        groups.add(group.distrusted() ? report.refused() : report);
    }

    @Override
    public void interchangeClosed(InterchangeVerdict interchange) {
        List<GroupReport> own = groups;
        groups = new ArrayList<>();
        if (interchange.distrusted()) {
            own = own.stream().map(GroupReport::refused).toList();
        }
        InterchangeReport report = new InterchangeReport(interchange, own);
        if (interchanges.size() >= (report.isClean() ? MOST_CLEAN : MOST_SHOWN)) {
            interchangesNotShown++;
        } else {
            interchanges.add(report);
        }
    }

    /** The judgement is over. */
    JudgedFile judged(Verdict verdict, ClaimCounts claims, List<Finding> ofFile) {
        List<ClaimFinding> findings =
                ofFile.stream().map(each -> new ClaimFinding(each, "")).toList();
        return new JudgedFile(verdict, claims, "", findings, 0, interchanges, interchangesNotShown);
    }
}
