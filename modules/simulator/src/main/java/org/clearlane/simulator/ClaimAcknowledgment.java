package org.clearlane.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.x12.X12Writer;

/** The 277CA (005010X214) to one 837 transaction set: payer, receiver, provider, patient. */
final class ClaimAcknowledgment implements Envelope.SetBody {

    static final String VERSION = "005010X214";

    /**
     * What it says of one claim.
     *
     * @param claim as received
     * @param rejection the scenario that rejects it, or null where it is accepted
     * @param payerClaimNumber REF*1K of an accepted claim
     */
    record ClaimVerdict(ReceivedClaim claim, Scenario rejection, String payerClaimNumber) {
        boolean accepted() {
            return rejection == null;
        }
    }

    private final Envelope envelope;
    private final ReceivedSet set;
    private final List<ClaimVerdict> verdicts;
    private final String reference;
    private final String received;
    private int levels;

    ClaimAcknowledgment(
            Envelope envelope, ReceivedSet set, List<ClaimVerdict> verdicts, String reference, String received) {
        this.envelope = envelope;
        this.set = set;
        this.verdicts = verdicts;
        this.reference = reference;
        this.received = received;
    }

    @Override
    public void write(X12Writer writer) throws IOException {
        levels = 0;
        writer.segment("BHT", "0085", "08", reference, envelope.day(), envelope.time(), "TH");
        payer(writer);
        int receiver = receiver(writer);
        Map<String, List<ClaimVerdict>> byProvider = new LinkedHashMap<>();
        for (ClaimVerdict verdict : verdicts) {
            byProvider
                    .computeIfAbsent(verdict.claim().provider().payeeKey(), key -> new ArrayList<>())
                    .add(verdict);
        }
        for (List<ClaimVerdict> ofProvider : byProvider.values()) {
            int provider = provider(writer, receiver, ofProvider);
            for (ClaimVerdict verdict : ofProvider) {
                claim(writer, provider, verdict);
            }
        }
    }

    private int level(X12Writer writer, int parent, String code, boolean children) throws IOException {
        levels++;
        writer.segment(
                "HL",
                Integer.toString(levels),
                parent == 0 ? "" : Integer.toString(parent),
                code,
                code.equals("PT") ? "" : children ? "1" : "0");
        return levels;
    }

    private void payer(X12Writer writer) throws IOException {
        PayerSettings payer = envelope.payer();
        level(writer, 0, "20", true);
        writer.segment("NM1", "PR", "2", payer.name(), "", "", "", "", "PI", payer.payerId());
        writer.segment("TRN", "1", reference);
        writer.segment("DTP", "050", "D8", received);
        writer.segment("DTP", "009", "D8", envelope.day());
    }

    private int receiver(X12Writer writer) throws IOException {
        int level = level(writer, 1, "21", true);
        ReceivedParty submitter = set.submitter();
        ReceivedParty named = submitter.id().isEmpty()
                ? new ReceivedParty(
                        "2", "SUBMITTER", "", "", "", "46", envelope.to().sender())
                : submitter;
        writer.segment("NM1", named.as("41"));
        writer.segment("TRN", "2", set.reference());
        writer.segment(
                "STC",
                X12Writer.composite("A1", "19", "PR"),
                envelope.day(),
                "WQ",
                Cents.text(charge(verdicts, true) + charge(verdicts, false)));
        totals(writer, verdicts, "90", "AA");
        return level;
    }

    private int provider(X12Writer writer, int receiver, List<ClaimVerdict> ofProvider) throws IOException {
        int level = level(writer, receiver, "19", true);
        ReceivedProvider provider = ofProvider.getFirst().claim().provider();
        ReceivedParty party = provider.party();
        ReceivedParty named = party.id().isEmpty()
                ? new ReceivedParty(party.type(), party.last(), party.first(), "", "", "FI", provider.taxId())
                : party;
        writer.segment("NM1", named.as("85"));
        writer.segment("TRN", "1", reference + "-" + level);
        writer.segment(
                "STC",
                X12Writer.composite("A1", "19", "PR"),
                "",
                "WQ",
                Cents.text(charge(ofProvider, true) + charge(ofProvider, false)));
        totals(writer, ofProvider, "QA", "QC");
        return level;
    }

    private static void totals(X12Writer writer, List<ClaimVerdict> of, String accepted, String rejected)
            throws IOException {
        long good = of.stream().filter(ClaimVerdict::accepted).count();
        if (good > 0) {
            writer.segment("QTY", accepted, Long.toString(good));
        }
        if (good < of.size()) {
            writer.segment("QTY", rejected, Long.toString(of.size() - good));
        }
        if (good > 0) {
            writer.segment("AMT", "YU", Cents.text(charge(of, true)));
        }
        if (good < of.size()) {
            writer.segment("AMT", "YY", Cents.text(charge(of, false)));
        }
    }

    private static long charge(List<ClaimVerdict> of, boolean accepted) {
        return of.stream()
                .filter(verdict -> verdict.accepted() == accepted)
                .mapToLong(verdict -> verdict.claim().chargeCents())
                .sum();
    }

    private void claim(X12Writer writer, int provider, ClaimVerdict verdict) throws IOException {
        ReceivedClaim claim = verdict.claim();
        level(writer, provider, "PT", false);
        ReceivedParty patient = claim.patient();
        // A dependent has no id of its own in the 837; the 277CA wants one, so the subscriber's is given.
        ReceivedParty named = patient.id().isEmpty()
                ? new ReceivedParty(
                        patient.type(),
                        patient.last(),
                        patient.first(),
                        patient.middle(),
                        patient.suffix(),
                        "MI",
                        claim.subscriber().id())
                : patient;
        writer.segment("NM1", named.as("QC"));
        writer.segment("TRN", "2", claim.pcn());
        status(writer, verdict);
        if (verdict.accepted()) {
            writer.segment("REF", "1K", verdict.payerClaimNumber());
        }
        if (!claim.houseId().isEmpty()) {
            writer.segment("REF", "D9", claim.houseId());
        }
        if (!claim.billType().isEmpty()) {
            writer.segment("REF", "BLT", claim.billType());
        }
        days(writer, claim.firstDay(), claim.lastDay());
        if (!verdict.accepted()
                && verdict.rejection().rejectsLine()
                && !claim.lines().isEmpty()) {
            line(writer, claim.lines().getFirst(), verdict.rejection().statuses());
        }
    }

    private void status(X12Writer writer, ClaimVerdict verdict) throws IOException {
        String charge = Cents.text(verdict.claim().chargeCents());
        if (verdict.accepted()) {
            writer.segment("STC", X12Writer.composite("A2", "20", "PR"), envelope.day(), "WQ", charge);
        } else {
            List<String> statuses = verdict.rejection().statuses();
            writer.segment(
                    "STC",
                    status(statuses, 0),
                    envelope.day(),
                    "U",
                    charge,
                    "",
                    "",
                    "",
                    "",
                    "",
                    status(statuses, 1),
                    status(statuses, 2));
        }
    }

    private void line(X12Writer writer, ReceivedLine line, List<String> statuses) throws IOException {
        writer.segment(
                "SVC",
                X12Writer.composite(line.procedure().toArray(String[]::new)),
                Cents.text(line.chargeCents()),
                "",
                line.revenueCode().equals(line.procedureCode()) ? "" : line.revenueCode(),
                "",
                "",
                line.quantity());
        writer.segment("STC", status(statuses, 0), "", "U");
        writer.segment("REF", "FJ", line.remittanceControlNumber());
        days(writer, line.from(), line.to());
    }

    private static Object status(List<String> statuses, int index) {
        return index < statuses.size() ? X12Writer.composite(statuses.get(index).split(":")) : "";
    }

    private static void days(X12Writer writer, String from, String to) throws IOException {
        if (!from.isEmpty()) {
            boolean one = from.equals(to);
            writer.segment("DTP", "472", one ? "D8" : "RD8", one ? from : from + "-" + to);
        }
    }
}
