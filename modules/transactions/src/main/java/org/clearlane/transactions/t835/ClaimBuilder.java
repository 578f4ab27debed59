package org.clearlane.transactions.t835;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.x12.Segment;

/** Gathers loop 2100 with its loops 2110. */
final class ClaimBuilder {

    /** A real claim has at most 999 lines of some thirty segments; a longer one is told and not kept in memory. */
    static final int MOST_SEGMENTS = 50_000;

    private static final int CAS = 'C' << 16 | 'A' << 8 | 'S';
    private static final int DTM = 'D' << 16 | 'T' << 8 | 'M';
    private static final int LQ = 'L' << 8 | 'Q';
    private static final int NM1 = 'N' << 16 | 'M' << 8 | '1';
    private static final int REF = 'R' << 16 | 'E' << 8 | 'F';
    private static final int SVC = 'S' << 16 | 'V' << 8 | 'C';

    private final List<Finding> problems = new ArrayList<>(0);
    private final List<String> segments = new ArrayList<>(24);
    private boolean tooLong;

    private final String patientControlNumber;
    private final String status;
    private final Money charge;
    private final Money paid;
    private final Money patientResponsibility;
    private final String filingIndicator;
    private final String payerControlNumber;
    private String renderingNpi = "";
    private String serviceFrom = "";
    private String earliestLineDate = "";
    private final List<Adjustment> adjustments = new ArrayList<>(2);
    private final List<LinePayment> lines = new ArrayList<>();
    private LineBuilder line;

    ClaimBuilder(Segment clp, int position) {
        segments.add(clp.toString());
        Place place = RemittanceFindings.at("2100", clp, position);
        patientControlNumber = clp.element(1);
        status = clp.element(2);
        charge = Amounts.required(clp, 3, place, problems);
        paid = Amounts.required(clp, 4, place, problems);
        patientResponsibility = Amounts.optional(clp, 5, place, problems);
        filingIndicator = clp.element(6);
        payerControlNumber = clp.element(7);
    }

    void add(Segment segment, int position) {
        if (segments.size() >= MOST_SEGMENTS) {
            if (!tooLong) {
                problems.add(RemittanceFindings.claimTooLong(RemittanceFindings.at("2100", segment, position)));
            }
            tooLong = true;
            return;
        }
        segments.add(segment.toString());
        switch (segment.tag()) {
            case SVC -> {
                endLine();
                line = new LineBuilder(segment, RemittanceFindings.at("2110", segment, position), problems);
            }
            case CAS ->
                adjust(
                        segment,
                        RemittanceFindings.at(line == null ? "2100" : "2110", segment, position),
                        line == null ? adjustments : line.adjustments);
            case DTM -> date(segment);
            case NM1 -> {
                if (segment.elementEquals(1, "82") && segment.elementEquals(8, "XX")) {
                    renderingNpi = segment.element(9);
                }
            }
            case REF -> {
                if (line != null && segment.elementEquals(1, "6R")) {
                    line.controlNumber = segment.element(2);
                }
            }
            case LQ -> {
                if (line != null && segment.elementEquals(1, "HE")) {
                    line.remarks.add(segment.element(2));
                }
            }
            default -> {}
        }
    }

    private void date(Segment dtm) {
        if (line == null) {
            if (dtm.elementEquals(1, "232") || (serviceFrom.isEmpty() && dtm.elementEquals(1, "472"))) {
                serviceFrom = dtm.element(2);
            }
            return;
        }
        boolean service = dtm.elementEquals(1, "472");
        if (service || (line.serviceDate.isEmpty() && dtm.elementEquals(1, "150"))) {
            line.serviceDate = dtm.element(2);
        }
    }

    /** CAS02-CAS04 and up to five further triplets; more are read too. */
    private void adjust(Segment cas, Place place, List<Adjustment> into) {
        String group = cas.element(1);
        for (int at = 2; at <= cas.elementCount(); at += 3) {
            if (!cas.has(at) && !cas.has(at + 1)) {
                continue;
            }
            Money amount = Amounts.required(cas, at + 1, place, problems);
            into.add(new Adjustment(group, cas.element(at), amount, cas.element(at + 2)));
        }
    }

    private void endLine() {
        if (line == null) {
            return;
        }
        if (!line.serviceDate.isEmpty()
                && (earliestLineDate.isEmpty() || line.serviceDate.compareTo(earliestLineDate) < 0)) {
            earliestLineDate = line.serviceDate;
        }
        lines.add(line.build());
        line = null;
    }

    List<Finding> problems() {
        return problems;
    }

    ClaimPayment build() {
        endLine();
        return new ClaimPayment(
                patientControlNumber,
                status,
                charge,
                paid,
                patientResponsibility,
                filingIndicator,
                payerControlNumber,
                renderingNpi,
                serviceFrom.isEmpty() ? earliestLineDate : serviceFrom,
                adjustments,
                lines,
                segments);
    }

    /** Loop 2110 while it is being read. */
    private static final class LineBuilder {

        private final String qualifier;
        private final String procedure;
        private final List<String> modifiers = new ArrayList<>(1);
        private final Money charge;
        private final Money paid;
        private final String units;
        private final String submittedProcedure;
        private String serviceDate = "";
        private String controlNumber = "";
        private final List<Adjustment> adjustments = new ArrayList<>(2);
        private final List<String> remarks = new ArrayList<>(0);

        LineBuilder(Segment svc, Place place, List<Finding> problems) {
            qualifier = svc.component(1, 1);
            procedure = svc.component(1, 2);
            for (int part = 3; part <= 6; part++) {
                String modifier = svc.component(1, part);
                if (!modifier.isEmpty()) {
                    modifiers.add(modifier);
                }
            }
            charge = Amounts.required(svc, 2, place, problems);
            paid = Amounts.optional(svc, 3, place, problems);
            units = svc.element(5);
            submittedProcedure = svc.component(6, 2);
        }

        LinePayment build() {
            return new LinePayment(
                    qualifier,
                    procedure,
                    modifiers,
                    charge,
                    paid,
                    units,
                    serviceDate,
                    controlNumber,
                    adjustments,
                    remarks,
                    submittedProcedure);
        }
    }
}
