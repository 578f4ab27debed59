package org.clearlane.transactions.t837;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.Fact;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.x12.Delimiters;

/**
 * What another payer decided, as segments of an 837: CAS, AMT and MOA of loop 2320, and loop 2430 of a line
 * (005010X222A1). The amounts are those of the 835, to the cent.
 */
final class OtherPayerDecision {

    private static final int TRIPLETS_A_CAS = 6;
    private static final int MOST_CAS = 5;
    private static final int MOA_ELEMENTS = 9;

    private final SegmentTexts texts;
    private final String component;
    private final ClaimPayment payment;
    private final String payerCode;
    private final String date;

    /** @param decidedOn BPR16 */
    OtherPayerDecision(Delimiters delimiters, ClaimPayment payment, String payerCode, LocalDate decidedOn) {
        this.texts = new SegmentTexts(delimiters);
        this.component = String.valueOf((char) delimiters.component());
        this.payment = payment;
        this.payerCode = payerCode;
        this.date = DateTimeFormatter.BASIC_ISO_DATE.format(decidedOn);
    }

    /** Whether lines carry the decision; else the claim as a whole does. */
    boolean isByLine() {
        return !payment.lines().isEmpty();
    }

    /** More kinds of adjustments than five CAS hold, at claim level or in a line. */
    boolean isTooMuch() {
        return cas(payment.adjustments()).size() > MOST_CAS
                || payment.lines().stream().anyMatch(line -> cas(line.adjustments()).size() > MOST_CAS);
    }

    /** Behind SBR of loop 2320: CAS and AMT. OI follows, then {@link #remarks}. */
    List<String> amounts() {
        List<String> all = new ArrayList<>(cas(payment.adjustments()));
        all.add(texts.make("AMT", "D", payment.paid().toX12()));
        if (!isByLine()) {
            all.add(texts.make("AMT", "EAF", patient(payment.adjustments()).toX12()));
        }
        return all;
    }

    /** MOA, where the payer sent one. */
    List<String> remarks() {
        if (payment.detail().outpatient().isEmpty()) {
            return List.of();
        }
        String[] elements = new String[MOA_ELEMENTS + 1];
        elements[0] = "MOA";
        for (int i = 1; i <= MOA_ELEMENTS; i++) {
            elements[i] = Fact.first(payment.detail().outpatient(), "MOA0" + i);
        }
        return List.of(texts.make(elements));
    }

    /** In loop 2330B: the day of the decision where no line says it, and the payer's number of the claim. */
    List<String> payerFacts() {
        List<String> all = new ArrayList<>();
        if (!isByLine()) {
            all.add(decidedOn());
        }
        if (!payment.payerControlNumber().isEmpty()) {
            all.add(texts.make("REF", "F8", payment.payerControlNumber()));
        }
        return all;
    }

    private String decidedOn() {
        return texts.make("DTP", "573", "D8", date);
    }

    /** Loop 2430 of one line. */
    List<String> line(LinePayment line) {
        List<String> procedure = new ArrayList<>(List.of(line.qualifier(), line.procedure()));
        procedure.addAll(line.modifiers());
        List<String> all = new ArrayList<>();
        all.add(texts.make(
                "SVD",
                payerCode,
                line.paid().toX12(),
                String.join(component, procedure),
                "",
                line.units().isEmpty() ? "1" : line.units()));
        all.addAll(cas(line.adjustments()));
        all.add(decidedOn());
        all.add(texts.make("AMT", "EAF", patient(line.adjustments()).toX12()));
        return all;
    }

    private static Money patient(List<Adjustment> adjustments) {
        Money sum = Money.ZERO;
        for (Adjustment adjustment : adjustments) {
            sum = adjustment.group().equals("PR") ? sum.plus(adjustment.amount()) : sum;
        }
        return sum.isNegative() ? Money.ZERO : sum;
    }

    /** A CAS for each group, six reasons at the most in each. */
    private List<String> cas(List<Adjustment> adjustments) {
        Map<String, List<Adjustment>> groups = new LinkedHashMap<>();
        for (Adjustment adjustment : adjustments) {
            groups.computeIfAbsent(adjustment.group(), unused -> new ArrayList<>()).add(adjustment);
        }
        List<String> all = new ArrayList<>();
        groups.forEach((group, members) -> {
            for (int from = 0; from < members.size(); from += TRIPLETS_A_CAS) {
                List<String> elements = new ArrayList<>(List.of("CAS", group));
                members.subList(from, Math.min(members.size(), from + TRIPLETS_A_CAS))
                        .forEach(each -> elements.addAll(List.of(
                                each.reason(), each.amount().toX12(), each.quantity())));
                all.add(texts.make(elements.toArray(String[]::new)));
            }
        });
        return all;
    }
}
