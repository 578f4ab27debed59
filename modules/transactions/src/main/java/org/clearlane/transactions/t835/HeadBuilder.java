package org.clearlane.transactions.t835;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;

/** Gathers BPR, TRN, and the loops 1000A and 1000B of one set. */
final class HeadBuilder {

    private final Envelope envelope;
    private final String setControl;
    private final String convention;
    private final List<String> segments = new ArrayList<>();
    private Delimiters delimiters = Delimiters.USUAL;

    private boolean bprSeen;
    private String handling = "";
    private Money amount = Money.ZERO;
    private String method = "";
    private LocalDate date;
    private String trace = "";
    private String payerTaxId = "";
    /** The loop at hand: PR in 1000A, PE in 1000B, empty before either. */
    private String party = "";

    private String payerName = "";
    private String payerId = "";
    private String payeeName = "";
    private String payeeNpi = "";
    private String payeeTaxId = "";

    HeadBuilder(Envelope envelope, String setControl, String convention) {
        this.envelope = envelope;
        this.setControl = setControl;
        this.convention = convention;
    }

    void add(Segment segment, int position, List<Finding> problems) {
        segments.add(segment.toString());
        delimiters = segment.delimiters();
        switch (segment.id()) {
            case "BPR" -> payment(segment, RemittanceFindings.at("", segment, position), problems);
            case "TRN" -> {
                trace = segment.element(2).strip();
                payerTaxId = segment.element(3).strip();
            }
            case "N1" -> party(segment);
            case "REF" -> reference(segment);
            default -> {}
        }
    }

    private void payment(Segment bpr, Place place, List<Finding> problems) {
        bprSeen = true;
        handling = bpr.element(1);
        amount = Amounts.required(bpr, 2, place, problems);
        if (bpr.elementEquals(3, "D") && !amount.isNegative()) {
            amount = amount.negated();
        }
        method = bpr.element(4);
        if (bpr.has(16)) {
            date = day(bpr.element(16));
            if (date == null) {
                problems.add(RemittanceFindings.dateUnreadable(place.atElement(16), bpr.element(16)));
            }
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip(), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void party(Segment n1) {
        party = n1.element(1);
        if (party.equals("PR")) {
            payerName = n1.element(2);
            payerId = n1.element(4);
        } else if (party.equals("PE")) {
            payeeName = n1.element(2);
            payeeNpi = n1.elementEquals(3, "XX") ? n1.element(4) : "";
            payeeTaxId = n1.elementEquals(3, "FI") ? n1.element(4) : "";
        }
    }

    private void reference(Segment ref) {
        if (party.equals("PR") && payerId.isEmpty() && ref.elementEquals(1, "2U")) {
            payerId = ref.element(2);
        } else if (party.equals("PE") && payeeTaxId.isEmpty() && ref.elementEquals(1, "TJ")) {
            payeeTaxId = ref.element(2);
        }
    }

    RemittanceHead build(int position, List<Finding> problems) {
        if (!bprSeen) {
            problems.add(RemittanceFindings.headMissing("BPR", position));
        }
        if (trace.isEmpty()) {
            problems.add(RemittanceFindings.traceMissing(position));
        }
        PaymentHeader payment = new PaymentHeader(
                envelope.interchangeControl,
                envelope.groupControl,
                setControl,
                handling,
                amount,
                method,
                date,
                trace,
                payerTaxId,
                payerName,
                payerId,
                payeeName,
                payeeNpi,
                payeeTaxId);
        return new RemittanceHead(
                payment,
                envelope.senderQualifier,
                envelope.senderId,
                envelope.receiverQualifier,
                envelope.receiverId,
                envelope.usage,
                envelope.version.isEmpty() ? convention : envelope.version,
                delimiters,
                segments);
    }
}
