package org.clearlane.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearlane.simulator.AdjustedLine.Adjustment;
import org.clearlane.x12.X12Writer;

/** The 835 (005010X221A1) to one payee. Balances by construction: what does not is a bug and stops here. */
final class Remittance implements Envelope.SetBody {

    static final String VERSION = "005010X221A1";

    private static final Set<String> FILING_CODES = Set.of(
            "12", "13", "14", "15", "16", "17", "AM", "CH", "DS", "HM", "LM", "MA", "MB", "MC", "OF", "TV", "VA", "WC",
            "ZZ");
    private static final int PAIRS_IN_A_PLB = 6;

    private final Envelope envelope;
    private final List<AdjudicatedClaim> claims;
    private final String trace;
    private final String received;
    private final ReceivedProvider payee;
    private final List<ProviderAdjustment> plb = new ArrayList<>();
    private final long paymentCents;

    private record ProviderAdjustment(String reason, String identifier, long cents) {}

    /**
     * @param claims of one payee, at least one
     * @param trace TRN02
     * @param received the day the claims came in, eight digits
     */
    Remittance(Envelope envelope, List<AdjudicatedClaim> claims, String trace, String received) {
        this.envelope = envelope;
        this.claims = claims;
        this.trace = trace;
        this.received = received;
        this.payee = claims.getFirst().claim().provider();
        long total = 0;
        for (AdjudicatedClaim claim : claims) {
            total += claim.paidCents();
            if (claim.plb() != null) {
                total -= claim.plb().cents();
                plb.add(new ProviderAdjustment(
                        claim.plb().reason(),
                        claim.payerClaimNumber(),
                        claim.plb().cents()));
            }
        }
        if (total < 0) {
            // Nobody can be paid less than nothing: the rest is carried forward to a later remittance.
            plb.add(new ProviderAdjustment("FB", trace, total));
            total = 0;
        }
        paymentCents = total;
    }

    @Override
    public void write(X12Writer writer) throws IOException {
        header(writer);
        long charges = claims.stream().mapToLong(AdjudicatedClaim::chargeCents).sum();
        String facility = claims.getFirst().claim().facility();
        writer.segment("LX", "1");
        writer.segment(
                "TS3",
                payee.npi(),
                facility.isEmpty() ? "11" : facility,
                yearEnd(),
                Integer.toString(claims.size()),
                Cents.text(charges));
        for (AdjudicatedClaim claim : claims) {
            claim(writer, claim);
        }
        providerAdjustments(writer);
    }

    private String yearEnd() {
        return envelope.day().substring(0, 4) + "1231";
    }

    private void header(X12Writer writer) throws IOException {
        PayerSettings payer = envelope.payer();
        String originator = "1" + payer.taxId();
        if (paymentCents == 0) {
            writer.segment("BPR", "H", "0", "C", "NON", "", "", "", "", "", "", "", "", "", "", "", envelope.day());
        } else {
            writer.segment(
                    "BPR",
                    "I",
                    Cents.text(paymentCents),
                    "C",
                    "ACH",
                    "CCP",
                    "01",
                    "999999992",
                    "DA",
                    "123456",
                    originator,
                    "",
                    "01",
                    "999988880",
                    "DA",
                    "98765",
                    envelope.day());
        }
        writer.segment("TRN", "1", trace, originator);
        writer.segment("REF", "EV", envelope.to().sender());
        writer.segment("DTM", "405", envelope.day());
        writer.segment("N1", "PR", payer.name());
        writer.segment("N3", "1 SIMULATION WAY");
        writer.segment("N4", "SPRINGFIELD", "IL", "627010001");
        writer.segment("REF", "2U", payer.payerId());
        writer.segment("PER", "BL", "PROVIDER SERVICES", "TE", "5555550100");
        String name = (payee.party().last() + " " + payee.party().first()).strip();
        boolean byNpi = !payee.npi().isEmpty();
        writer.segment(
                "N1", "PE", name.isEmpty() ? "PAYEE" : name, byNpi ? "XX" : "FI", byNpi ? payee.npi() : payee.taxId());
        if (!payee.street().isEmpty()) {
            writer.segment("N3", payee.street());
        }
        if (!payee.city().isEmpty()) {
            writer.segment("N4", payee.city(), payee.state(), payee.zip());
        }
        if (byNpi && !payee.taxId().isEmpty()) {
            writer.segment("REF", "TJ", payee.taxId());
        }
    }

    private void claim(X12Writer writer, AdjudicatedClaim adjudicated) throws IOException {
        ReceivedClaim claim = adjudicated.claim();
        long patientShare = adjudicated.isReversal() ? 0 : adjudicated.patientCents();
        writer.segment(
                "CLP",
                claim.pcn(),
                adjudicated.status(),
                Cents.text(adjudicated.chargeCents()),
                Cents.text(adjudicated.paidCents()),
                patientShare == 0 ? "" : Cents.text(patientShare),
                FILING_CODES.contains(claim.filing()) ? claim.filing() : "12",
                adjudicated.payerClaimNumber(),
                claim.facility(),
                claim.frequency());
        adjustments(writer, adjudicated.adjustments());
        writer.segment("NM1", claim.patient().as("QC"));
        if (claim.patient() != claim.subscriber() && !claim.subscriber().id().isEmpty()) {
            writer.segment("NM1", claim.subscriber().as("IL"));
        }
        if (claim.rendering() != null && !claim.rendering().id().isEmpty()) {
            writer.segment("NM1", claim.rendering().as("82"));
        }
        if (adjudicated.original() != null) {
            writer.segment("REF", "F8", adjudicated.original());
        }
        if (!claim.firstDay().isEmpty()) {
            writer.segment("DTM", "232", claim.firstDay());
            writer.segment("DTM", "233", claim.lastDay());
        }
        writer.segment("DTM", "050", received);
        if (adjudicated.allowedCents() != 0) {
            writer.segment("AMT", "AU", Cents.text(adjudicated.allowedCents()));
        }
        for (AdjustedLine line : adjudicated.lines()) {
            line(writer, line);
        }
    }

    private static void line(X12Writer writer, AdjustedLine adjusted) throws IOException {
        ReceivedLine line = adjusted.line();
        writer.segment(
                "SVC",
                X12Writer.composite(line.procedure().toArray(String[]::new)),
                Cents.text(adjusted.chargeCents()),
                Cents.text(adjusted.paidCents()),
                line.revenueCode().equals(line.procedureCode()) ? "" : line.revenueCode(),
                line.quantity());
        if (!line.from().isEmpty() && line.from().equals(line.to())) {
            writer.segment("DTM", "472", line.from());
        } else if (!line.from().isEmpty()) {
            writer.segment("DTM", "150", line.from());
            writer.segment("DTM", "151", line.to());
        }
        adjustments(writer, adjusted.adjustments());
        writer.segment("REF", "6R", line.remittanceControlNumber());
        if (adjusted.allowedCents() != 0) {
            writer.segment("AMT", "B6", Cents.text(adjusted.allowedCents()));
        }
        if (adjusted.remark() != null) {
            writer.segment("LQ", "HE", adjusted.remark());
        }
    }

    /** One CAS a group; no line of ours has more than six reasons in one group. */
    private static void adjustments(X12Writer writer, List<Adjustment> adjustments) throws IOException {
        Map<String, List<Object>> byGroup = new LinkedHashMap<>();
        for (Adjustment adjustment : adjustments) {
            List<Object> elements =
                    byGroup.computeIfAbsent(adjustment.group(), group -> new ArrayList<>(List.of(group)));
            elements.add(adjustment.reason());
            elements.add(Cents.text(adjustment.cents()));
            elements.add("");
        }
        for (List<Object> elements : byGroup.values()) {
            writer.segment("CAS", elements.toArray());
        }
    }

    private void providerAdjustments(X12Writer writer) throws IOException {
        String provider = payee.npi().isEmpty() ? payee.taxId() : payee.npi();
        for (int from = 0; from < plb.size(); from += PAIRS_IN_A_PLB) {
            List<Object> elements = new ArrayList<>(List.of(provider, yearEnd()));
            for (ProviderAdjustment one : plb.subList(from, Math.min(from + PAIRS_IN_A_PLB, plb.size()))) {
                elements.add(X12Writer.composite(one.reason(), one.identifier()));
                elements.add(Cents.text(one.cents()));
            }
            writer.segment("PLB", elements.toArray());
        }
    }
}
