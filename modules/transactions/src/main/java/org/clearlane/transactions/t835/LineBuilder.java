package org.clearlane.transactions.t835;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.Fact;
import org.clearlane.model.remittance.KeptSegment;
import org.clearlane.model.remittance.LineDetail;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.model.remittance.Procedure;
import org.clearlane.x12.Segment;

/** Gathers loop 2110. */
final class LineBuilder {

    private static final String LOOP = "2110";

    private final Procedure procedure;
    private final Money charge;
    private final Money paid;
    private final String revenueCode;
    private final String units;
    private final Procedure submitted;
    private final String submittedUnits;
    private String serviceDate = "";
    private String controlNumber = "";
    private final List<String> remarkCodes = new ArrayList<>(0);
    final List<Adjustment> adjustments = new ArrayList<>(2);
    final List<Fact> references = new ArrayList<>(1);
    final List<Fact> dates = new ArrayList<>(1);
    final List<Fact> amounts = new ArrayList<>(1);
    final List<Fact> quantities = new ArrayList<>(0);
    private final List<Fact> remarks = new ArrayList<>(0);
    final List<KeptSegment> rest = new ArrayList<>(0);

    LineBuilder(Segment svc, int position, List<Finding> problems) {
        Place place = RemittanceFindings.at(LOOP, svc, position);
        int before = problems.size();
        procedure = Facts.procedure(svc, 1);
        charge = Amounts.required(svc, 2, place, problems);
        paid = Amounts.optional(svc, 3, place, problems);
        revenueCode = svc.element(4);
        units = svc.element(5);
        submitted = Facts.procedure(svc, 6);
        submittedUnits = svc.element(7);
        boolean further = problems.size() > before
                || Facts.goesBeyond(svc, 7)
                || !svc.component(1, 8).isEmpty()
                || !svc.component(6, 8).isEmpty();
        Facts.keepIf(further, LOOP, svc, position, rest);
    }

    void reference(Segment ref, int position) {
        if (ref.elementEquals(1, "6R")) {
            controlNumber = ref.element(2);
        }
        references.add(Facts.pair(ref));
        Facts.keepIf(Facts.goesBeyond(ref, 2), LOOP, ref, position, rest);
    }

    void date(Segment dtm, int position) {
        if (dtm.elementEquals(1, "472") || (serviceDate.isEmpty() && dtm.elementEquals(1, "150"))) {
            serviceDate = dtm.element(2);
        }
        dates.add(Facts.pair(dtm));
        Facts.keepIf(Facts.goesBeyond(dtm, 2), LOOP, dtm, position, rest);
    }

    void remark(Segment lq, int position) {
        if (lq.elementEquals(1, "HE")) {
            remarkCodes.add(lq.element(2));
        }
        remarks.add(Facts.pair(lq));
        Facts.keepIf(Facts.goesBeyond(lq, 2), LOOP, lq, position, rest);
    }

    String serviceDate() {
        return serviceDate;
    }

    LinePayment build() {
        return new LinePayment(
                procedure.qualifier(),
                procedure.code(),
                procedure.modifiers(),
                charge,
                paid,
                units,
                serviceDate,
                controlNumber,
                adjustments,
                remarkCodes,
                submitted.code(),
                new LineDetail(
                        revenueCode,
                        procedure.description(),
                        submitted,
                        submittedUnits,
                        references,
                        dates,
                        amounts,
                        quantities,
                        remarks,
                        rest));
    }
}
