package org.clearlane.transactions.t835;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimDetail;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.Contact;
import org.clearlane.model.remittance.Fact;
import org.clearlane.model.remittance.KeptSegment;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.model.remittance.NamedParty;
import org.clearlane.x12.Segment;

/** Gathers loop 2100 with its loops 2110. */
final class ClaimBuilder {

    /** A real claim has at most 999 lines of some thirty segments; a longer one is told and not kept in memory. */
    static final int MOST_SEGMENTS = 50_000;

    private static final int AMT = Segment.tag("AMT");
    private static final int CAS = Segment.tag("CAS");
    private static final int DTM = Segment.tag("DTM");
    private static final int LQ = Segment.tag("LQ");
    private static final int MIA = Segment.tag("MIA");
    private static final int MOA = Segment.tag("MOA");
    private static final int NM1 = Segment.tag("NM1");
    private static final int PER = Segment.tag("PER");
    private static final int QTY = Segment.tag("QTY");
    private static final int REF = Segment.tag("REF");
    private static final int SVC = Segment.tag("SVC");

    private static final String LOOP = "2100";

    private final List<Finding> problems = new ArrayList<>(0);
    private final List<String> segments = new ArrayList<>(24);
    private boolean tooLong;

    private final String[] clp = new String[14];
    private final Money charge;
    private final Money paid;
    private final Money patientResponsibility;
    private String renderingNpi = "";
    private String serviceFrom = "";
    private String earliestLineDate = "";
    private final List<Adjustment> adjustments = new ArrayList<>(2);
    private final List<NamedParty> parties = new ArrayList<>(2);
    private final List<Fact> inpatient = new ArrayList<>(0);
    private final List<Fact> outpatient = new ArrayList<>(0);
    private final List<Fact> references = new ArrayList<>(1);
    private final List<Fact> dates = new ArrayList<>(2);
    private final List<Contact> contacts = new ArrayList<>(0);
    private final List<Fact> amounts = new ArrayList<>(1);
    private final List<Fact> quantities = new ArrayList<>(0);
    private final List<KeptSegment> rest = new ArrayList<>(0);
    private final List<LinePayment> lines = new ArrayList<>();
    private LineBuilder line;

    ClaimBuilder(Segment segment, int position) {
        segments.add(segment.toString());
        Place place = RemittanceFindings.at(LOOP, segment, position);
        for (int element = 1; element < clp.length; element++) {
            clp[element] = segment.element(element);
        }
        charge = Amounts.required(segment, 3, place, problems);
        paid = Amounts.required(segment, 4, place, problems);
        patientResponsibility = Amounts.optional(segment, 5, place, problems);
        boolean further = segment.has(10) || Facts.goesBeyond(segment, 13) || !problems.isEmpty();
        Facts.keepIf(further, LOOP, segment, position, rest);
    }

    void add(Segment segment, int position) {
        if (segments.size() >= MOST_SEGMENTS) {
            if (!tooLong) {
                problems.add(RemittanceFindings.claimTooLong(RemittanceFindings.at(LOOP, segment, position)));
            }
            tooLong = true;
            return;
        }
        segments.add(segment.toString());
        int tag = segment.tag();
        if (tag == SVC) {
            endLine();
            line = new LineBuilder(segment, position, problems);
        } else if (tag == CAS) {
            adjust(segment, position);
        } else if (tag == NM1) {
            party(segment, position);
        } else if (tag == MIA) {
            Facts.byDesignator(segment, 1, inpatient);
        } else if (tag == MOA) {
            Facts.byDesignator(segment, 1, outpatient);
        } else if (tag == PER) {
            contacts.add(Facts.contact(segment));
            Facts.keepIf(Facts.goesBeyond(segment, 8), LOOP, segment, position, rest);
        } else if (line == null) {
            ofClaim(tag, segment, position);
        } else {
            ofLine(tag, segment, position);
        }
    }

    private void ofClaim(int tag, Segment segment, int position) {
        boolean known = tag == REF || tag == DTM || tag == AMT || tag == QTY;
        if (tag == REF) {
            references.add(Facts.pair(segment));
        } else if (tag == DTM) {
            if (segment.elementEquals(1, "232") || (serviceFrom.isEmpty() && segment.elementEquals(1, "472"))) {
                serviceFrom = segment.element(2);
            }
            dates.add(Facts.pair(segment));
        } else if (tag == AMT) {
            amounts.add(Facts.pair(segment));
        } else if (tag == QTY) {
            quantities.add(Facts.pair(segment));
        }
        Facts.keepIf(!known || Facts.goesBeyond(segment, 2), LOOP, segment, position, rest);
    }

    private void ofLine(int tag, Segment segment, int position) {
        if (tag == REF) {
            line.reference(segment, position);
        } else if (tag == DTM) {
            line.date(segment, position);
        } else if (tag == LQ) {
            line.remark(segment, position);
        } else if (tag == AMT || tag == QTY) {
            (tag == AMT ? line.amounts : line.quantities).add(Facts.pair(segment));
            Facts.keepIf(Facts.goesBeyond(segment, 2), "2110", segment, position, line.rest);
        } else {
            Facts.keepIf(true, "2110", segment, position, line.rest);
        }
    }

    private void party(Segment nm1, int position) {
        if (nm1.elementEquals(1, "82") && nm1.elementEquals(8, "XX")) {
            renderingNpi = nm1.element(9);
        }
        parties.add(Facts.party(nm1));
        Facts.keepIf(nm1.has(6) || Facts.goesBeyond(nm1, 9), LOOP, nm1, position, rest);
    }

    /** CAS02-CAS04 and up to five further triplets; more are read too. */
    private void adjust(Segment cas, int position) {
        Place place = RemittanceFindings.at(line == null ? LOOP : "2110", cas, position);
        List<Adjustment> into = line == null ? adjustments : line.adjustments;
        int before = problems.size();
        String group = cas.element(1);
        for (int at = 2; at <= cas.elementCount(); at += 3) {
            if (!cas.has(at) && !cas.has(at + 1) && !cas.has(at + 2)) {
                continue;
            }
            Money amount = Amounts.required(cas, at + 1, place, problems);
            into.add(new Adjustment(group, cas.element(at), amount, cas.element(at + 2)));
        }
        boolean unread = problems.size() > before || cas.elementCount() < 2;
        Facts.keepIf(unread, place.loop(), cas, position, line == null ? rest : line.rest);
    }

    private void endLine() {
        if (line == null) {
            return;
        }
        String date = line.serviceDate();
        if (!date.isEmpty() && (earliestLineDate.isEmpty() || date.compareTo(earliestLineDate) < 0)) {
            earliestLineDate = date;
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
                clp[1],
                clp[2],
                charge,
                paid,
                patientResponsibility,
                clp[6],
                clp[7],
                renderingNpi,
                serviceFrom.isEmpty() ? earliestLineDate : serviceFrom,
                adjustments,
                lines,
                segments,
                new ClaimDetail(
                        clp[8],
                        clp[9],
                        clp[11],
                        clp[12],
                        clp[13],
                        parties,
                        inpatient,
                        outpatient,
                        references,
                        dates,
                        contacts,
                        amounts,
                        quantities,
                        rest));
    }
}
