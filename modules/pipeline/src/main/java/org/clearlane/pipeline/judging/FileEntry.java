package org.clearlane.pipeline.judging;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearlane.formats.LeftOutClaim;
import org.clearlane.formats.Translation;
import org.clearlane.judgement.Acknowledgements;
import org.clearlane.judgement.ClaimCounts;
import org.clearlane.judgement.GroupFacts;
import org.clearlane.judgement.GroupVerdict;
import org.clearlane.judgement.House;
import org.clearlane.judgement.InterchangeFacts;
import org.clearlane.judgement.InterchangeVerdict;
import org.clearlane.judgement.JudgedClaim;
import org.clearlane.judgement.JudgementListener;
import org.clearlane.judgement.Outcome;
import org.clearlane.judgement.SetFacts;
import org.clearlane.judgement.SetVerdict;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.ledger.ClaimEntry;
import org.clearlane.store.ledger.ClaimPerson;
import org.clearlane.store.ledger.ClaimRepairs;
import org.clearlane.store.ledger.FileLedger;
import org.clearlane.store.ledger.FileLedger.ReceivedFile;
import org.clearlane.store.ledger.JudgedBy;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.NewClaim;
import org.clearlane.store.ledger.Worklist;
import org.clearlane.transactions.t999.ClaimFinding;
import org.clearlane.transactions.ta1.Ta1;
import org.clearlane.x12.Delimiters;

/**
 * Writes a judgement down while it is made: interchanges, sets, claims and findings into the ledger, answers through
 * {@link Acknowledgements}. It adds what only the ledger knows: that a claim, or an interchange, came before. Not safe for
 * use by several threads.
 */
final class FileEntry implements JudgementListener, AutoCloseable {

    private static final String DUPLICATE_CONTROL = "025";

    private final Tx tx;
    private final ReceivedFile file;
    private final Profiles profiles;
    private final Answers answers;
    private final Translation translation;
    private final ProblemsOfWritten problemsOfWritten;
    private final ClaimEntry entry;
    private final Acknowledgements acknowledgements;
    private final Map<JudgedClaim, String> ids = new IdentityHashMap<>();
    private final Set<Finding> written = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> setsOfGroup = new ArrayList<>();

    private int ordinal;
    private String interchangeId;
    private String groupControl = "";
    private String setId;
    private int setNumber;
    private ClaimCounts total = ClaimCounts.NONE;

    FileEntry(Tx tx, ReceivedFile file, Profiles profiles, Answers answers, Translation translation, JudgedBy by)
            throws SQLException {
        this.tx = tx;
        this.file = file;
        this.profiles = profiles;
        this.answers = answers;
        this.translation = translation;
        this.problemsOfWritten = translation == null ? null : new ProblemsOfWritten(translation);
        this.entry = new ClaimEntry(tx, file.practiceId(), file.id(), by);
        this.acknowledgements = new Acknowledgements(
                answers.streams(),
                answers.numbers(),
                new House(answers.us().name(), answers.us().id()),
                Clock.fixed(tx.now(), ZoneOffset.UTC),
                claim -> ids.get(claim).substring("clm_".length()),
                Path.of(System.getProperty("java.io.tmpdir")));
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws SQLException, IOException;
    }

    private static void ledger(Writing writing) throws IOException {
        try {
            writing.run();
        } catch (SQLException e) {
            throw Ledger.refused(e);
        }
    }

    @Override
    public void interchangeOpened(InterchangeFacts interchange) throws IOException {
        interchangeId = tx.ids().next("int_");
        ledger(() -> FileLedger.interchange(
                tx,
                interchangeId,
                file,
                interchange.number(),
                interchange.senderId(),
                interchange.receiverId(),
                interchange.control(),
                interchange.usage(),
                bytes(interchange.delimiters())));
        acknowledgements.interchangeOpened(interchange);
    }

    private static byte[] bytes(Delimiters separators) {
        return new byte[] {separators.element(), separators.component(), separators.repetition(), separators.segment()};
    }

    @Override
    public void groupOpened(GroupFacts group) {
        groupControl = group.control();
        setsOfGroup.clear();
        acknowledgements.groupOpened(group);
    }

    @Override
    public void setOpened(SetFacts set) throws IOException {
        setId = tx.ids().next("set_");
        setNumber = set.number();
        setsOfGroup.add(setId);
        written.clear();
        ledger(() ->
                FileLedger.set(tx, setId, interchangeId, file, groupControl, set.version(), set.control(), set.kind()));
        acknowledgements.setOpened(set);
    }

    @Override
    public void claims(List<JudgedClaim> slice) throws IOException {
        if (translation != null) {
            problemsOfWritten.claims(slice);
        }
        ids.clear();
        Map<String, String> keys = new LinkedHashMap<>();
        Map<String, JudgedClaim> byId = new LinkedHashMap<>();
        for (JudgedClaim judged : slice) {
            String id = tx.ids().next("clm_");
            ids.put(judged, id);
            byId.put(id, judged);
            String key = ClaimKey.of(judged.claim(), ServicePeriod.of(judged.claim()));
            if (judged.outcome() != Outcome.REJECTED && key != null) {
                keys.put(id, key);
            }
        }
        ledger(() -> entry.reserve(keys).forEach((id, first) -> byId.get(id)
                .addFinding(DuplicateClaim.of(byId.get(id).claim(), first))));
        acknowledgements.claims(slice);
        ledger(() -> {
            entry.add(
                    setId,
                    byId.entrySet().stream()
                            .map(each -> ClaimRow.of(each.getKey(), ++ordinal, each.getValue(), profiles))
                            .toList());
            List<ClaimPerson> people = new ArrayList<>();
            byId.forEach((id, judged) -> ClaimPeople.add(id, judged.claim(), people));
            entry.addPeople(people);
            byId.forEach((id, judged) -> judged.findings()
                    .forEach(finding -> find(finding, judged.claim().patientControlNumber(), id)));
            for (Map.Entry<String, JudgedClaim> each : byId.entrySet()) {
                ClaimRepairs.enter(
                        tx, file.practiceId(), each.getKey(), each.getValue().repairs());
            }
        });
    }

    private void find(Finding finding, String patientControlNumber, String claimId) {
        written.add(finding);
        Finding told = translation == null || finding.cell() != null
                ? finding
                : finding.at(translation.provenance().cellOf(setNumber, finding.place()));
        answers.add(patientControlNumber, told);
        entry.add(told, claimId, setId);
    }

    @Override
    public void setClosed(SetVerdict set) throws IOException {
        acknowledgements.setClosed(set);
        for (ClaimFinding found : set.findings()) {
            if (!written.contains(found.finding())) {
                find(found.finding(), found.patientControlNumber(), null);
            }
        }
        ClaimCounts claims = set.claims();
        ledger(() -> {
            if (set.distrusted()) {
                entry.refuseSet(setId);
            }
            if (set.facts().isNotForwarded()) {
                Worklist.put(
                        tx,
                        Worklist.Kind.SET_NOT_FORWARDED,
                        setId,
                        file.practiceId(),
                        null,
                        "A %s was handed in (%s). It was judged and answered, but only claims are sent on."
                                .formatted(set.facts().kind(), file.id()),
                        null);
            }
            FileLedger.setJudged(
                    tx,
                    setId,
                    set.facts().header().bht03(),
                    set.facts().header().bht06(),
                    set.ack(),
                    Math.toIntExact(claims.total()),
                    Math.toIntExact(claims.accepted()),
                    claims.totalCharge());
        });
    }

    @Override
    public void groupClosed(GroupVerdict group) throws IOException {
        acknowledgements.groupClosed(group);
        group.findings().forEach(finding -> find(finding, "", null));
        if (group.distrusted()) {
            for (String each : setsOfGroup) {
                ledger(() -> entry.refuseSet(each));
            }
        }
    }

    @Override
    public void interchangeClosed(InterchangeVerdict verdict) throws IOException {
        InterchangeVerdict decided = verdict;
        boolean takesAny = verdict.claims().accepted() + verdict.claims().held() > 0;
        boolean known = takesAny && !verdict.distrusted() && !reserveControl(verdict.facts());
        if (known) {
            Ta1 ta1 = verdict.ta1();
            decided = new InterchangeVerdict(
                    verdict.facts(),
                    new Ta1(ta1.control(), ta1.date(), ta1.time(), "R", DUPLICATE_CONTROL),
                    verdict.findings(),
                    verdict.claims().allRejected());
        }
        acknowledgements.interchangeClosed(decided);
        decided.findings().forEach(finding -> find(finding, "", null));
        if (known) {
            find(DuplicateClaim.ofInterchange(), "", null);
        }
        InterchangeVerdict closed = decided;
        ledger(() -> {
            if (closed.distrusted()) {
                entry.refuseAll();
            }
            entry.enterAll();
            FileLedger.interchangeAnswered(
                    tx, interchangeId, closed.ta1().ackCode(), closed.ta1().noteCode());
        });
        total = total.plus(closed.distrusted() ? closed.claims().allRejected() : closed.claims());
    }

    private boolean reserveControl(InterchangeFacts interchange) throws IOException {
        boolean[] reserved = {false};
        ledger(() -> reserved[0] = FileLedger.reserveControl(
                tx, file.practiceId(), interchange.senderId(), interchange.control(), interchangeId));
        return reserved[0];
    }

    /** Ends the file: what is wrong with it as a whole, and claims of a table that never became X12. */
    void finish(List<Finding> ofFile) throws SQLException {
        ofFile.forEach(finding -> {
            answers.add("", finding);
            entry.add(finding, null, null);
        });
        if (translation != null) {
            leftOut();
        }
        entry.enterAll();
    }

    private void leftOut() throws SQLException {
        for (Finding problem : translation.problems()) {
            if (!ProblemsOfWritten.isOfWritten(problem)) {
                answers.add("", problem);
                entry.add(problem, null, null);
            }
        }
        List<NewClaim> rows = new ArrayList<>();
        for (LeftOutClaim claim : translation.leftOut()) {
            rows.add(ClaimRow.leftOut(tx.ids().next("clm_"), ++ordinal, claim));
            Money charge = claim.charge() == null ? Money.ZERO : claim.charge();
            total = total.with(Outcome.REJECTED, charge);
        }
        entry.add(null, rows);
    }

    FileLedger.Outcome outcome(String format) {
        long taken = total.accepted() + total.held();
        String verdict = total.rejected() == 0 && taken > 0 ? "ACCEPTED" : taken > 0 ? "PARTIAL" : "REJECTED";
        return new FileLedger.Outcome(
                verdict,
                format,
                Math.toIntExact(total.total()),
                Math.toIntExact(total.accepted()),
                Math.toIntExact(total.rejected()),
                Math.toIntExact(total.held()),
                total.totalCharge(),
                null);
    }

    @Override
    public void nothingFound() throws IOException {
        acknowledgements.nothingFound();
    }

    @Override
    public void close() throws IOException {
        acknowledgements.close();
    }
}
