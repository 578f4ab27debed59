package org.clearlane.transactions.t277ca;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.ReferenceFact;
import org.clearlane.x12.Segment;

/** The one claim at hand of a 277 (2100D to 2220D), gathered segment by segment. */
final class ClaimStatusDraft {

    /** Lines kept for one claim, references kept for one claim: many times what guides allow. */
    private static final int MOST_LINES = 1_000;

    private static final int MOST_REFERENCES = 1_000;

    private String last = "";
    private String first = "";
    private String memberId = "";

    private boolean open;
    private boolean weakTrace;
    private String number = "";
    private int position;
    private String payerClaimNumber = "";
    private String houseClaimNumber = "";
    private String billType = "";
    private DateFact serviceDate;
    private final List<StatusEntry> statuses = new ArrayList<>();
    private final List<ReferenceFact> references = new ArrayList<>();
    private final List<LineStatus> lines = new ArrayList<>();
    /** The lines' statuses where the claim has none of its own. */
    private final List<StatusEntry> allLineStatuses = new ArrayList<>();

    private boolean inLine;
    private String procedure = "";
    private List<String> modifiers = List.of();
    private Money lineCharge;
    private String lineControlNumber = "";
    private String prescription = "";
    private DateFact lineDate;
    private final List<StatusEntry> lineStatuses = new ArrayList<>();

    void clearPatient() {
        last = "";
        first = "";
        memberId = "";
    }

    void patient(Segment s) {
        last = s.element(3);
        first = s.element(4);
        memberId = s.element(9);
    }

    boolean isOpen() {
        return open;
    }

    /**
     * Whether this TRN begins another claim of the same patient. TRN*1 does so only where no claim has begun: it names
     * the sender's batch, and some send it beside TRN*2.
     */
    boolean isAnotherTrace(Segment trn) {
        return open && !(weakTrace && statuses.isEmpty()) && !trn.elementEquals(1, "1");
    }

    void trace(Segment trn, int at) {
        boolean weak = trn.elementEquals(1, "1");
        if (open && weak) {
            return;
        }
        begin(at);
        weakTrace = weak;
        number = trn.element(2);
    }

    private void begin(int at) {
        if (!open) {
            open = true;
            position = at;
        }
    }

    void status(Segment stc, int at) {
        begin(at);
        ClaimStatusSetReader.addStatuses(stc, inLine ? lineStatuses : statuses);
    }

    void fact(Segment s, int at) {
        switch (s.id()) {
            case "REF" -> reference(s, at);
            case "DTP" -> {
                if (s.elementEquals(1, "472")) {
                    DateFact date = new DateFact(s.element(1), s.element(2), s.element(3), at);
                    if (inLine) {
                        lineDate = date;
                    } else {
                        serviceDate = date;
                    }
                }
            }
            case "SVC" -> {
                begin(at);
                endLine(InformationSource.OTHER);
                inLine = true;
                procedure = s.component(1, 2);
                modifiers = modifiersOf(s);
                lineCharge = Money.parse(s.element(2)).orElse(null);
            }
            default -> {}
        }
    }

    private static List<String> modifiersOf(Segment svc) {
        List<String> present = new ArrayList<>();
        for (int c = 3; c <= 6; c++) {
            String modifier = svc.component(1, c);
            if (!modifier.isEmpty()) {
                present.add(modifier);
            }
        }
        return present;
    }

    private void reference(Segment s, int at) {
        String qualifier = s.element(1);
        String value = s.element(2);
        if (inLine) {
            switch (qualifier) {
                case "FJ" -> lineControlNumber = value;
                case "XZ" -> prescription = value;
                default -> {}
            }
            return;
        }
        if (references.size() < MOST_REFERENCES) {
            references.add(new ReferenceFact(qualifier, value, at));
        }
        switch (qualifier) {
            case "1K" -> payerClaimNumber = value;
            case "D9" -> houseClaimNumber = value;
            case "BLT" -> billType = value;
            default -> {}
        }
    }

    private void endLine(InformationSource source) {
        if (!inLine) {
            return;
        }
        inLine = false;
        if (lines.size() < MOST_LINES) {
            lines.add(new LineStatus(
                    procedure,
                    modifiers,
                    lineCharge,
                    lineControlNumber,
                    prescription,
                    lineDate,
                    lineStatuses,
                    ClaimAnswer.of(lineStatuses, source)));
            if (allLineStatuses.size() < ClaimStatusSetReader.MOST_STATUSES) {
                allLineStatuses.addAll(lineStatuses);
            }
        }
        lineControlNumber = "";
        prescription = "";
        lineDate = null;
        lineStatuses.clear();
    }

    ClaimStatusAnswer finish(ProviderStatus provider, InformationSource source) {
        endLine(source);
        List<StatusEntry> deciding = statuses.isEmpty() ? allLineStatuses : statuses;
        ClaimStatusAnswer answer = new ClaimStatusAnswer(
                number,
                statuses,
                ClaimAnswer.of(deciding, source),
                statuses.isEmpty() ? null : statuses.getFirst().amount(),
                payerClaimNumber,
                houseClaimNumber,
                billType,
                serviceDate,
                last,
                first,
                memberId,
                provider,
                references,
                lines,
                position);
        open = false;
        weakTrace = false;
        number = "";
        payerClaimNumber = "";
        houseClaimNumber = "";
        billType = "";
        serviceDate = null;
        statuses.clear();
        references.clear();
        lines.clear();
        allLineStatuses.clear();
        return answer;
    }
}
