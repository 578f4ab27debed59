package org.clearlane.transactions.t835;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.remittance.Fact;
import org.clearlane.model.remittance.KeptSegment;
import org.clearlane.model.remittance.PaymentDetail;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.PaymentParty;
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

    private final List<Fact> transfer = new ArrayList<>();
    private final List<Fact> traceFacts = new ArrayList<>();
    private final List<Fact> currency = new ArrayList<>(0);
    private final List<Fact> references = new ArrayList<>(1);
    private final List<Fact> dates = new ArrayList<>(1);
    private final List<KeptSegment> rest = new ArrayList<>(0);
    private PartyBuilder payer;
    private PartyBuilder payee;
    /** The party at hand; null before either, and behind one that is neither payer nor payee. */
    private PartyBuilder party;

    private boolean partiesBegun;

    HeadBuilder(Envelope envelope, String setControl, String convention) {
        this.envelope = envelope;
        this.setControl = setControl;
        this.convention = convention;
    }

    void add(Segment segment, int position, List<Finding> problems) {
        segments.add(segment.toString());
        delimiters = segment.delimiters();
        switch (segment.id()) {
            case "BPR" -> payment(segment, position, problems);
            case "TRN" -> trace(segment, position);
            case "CUR" -> Facts.byDesignator(segment, 1, currency);
            case "DTM" -> {
                dates.add(Facts.pair(segment));
                Facts.keepIf(Facts.goesBeyond(segment, 2), "", segment, position, rest);
            }
            case "N1" -> party(segment, position);
            default -> {
                if (party != null) {
                    party.add(segment, position, rest);
                } else if (!partiesBegun && segment.is("REF")) {
                    references.add(Facts.pair(segment));
                    Facts.keepIf(Facts.goesBeyond(segment, 2), "", segment, position, rest);
                } else {
                    Facts.keepIf(true, "", segment, position, rest);
                }
            }
        }
    }

    private void payment(Segment bpr, int position, List<Finding> problems) {
        if (bprSeen) {
            Facts.keepIf(true, "", bpr, position, rest);
            return;
        }
        Place place = RemittanceFindings.at("", bpr, position);
        int before = problems.size();
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
        Facts.keepIf(problems.size() > before, "", bpr, position, rest);
        if (bpr.has(3)) {
            transfer.add(new Fact("BPR03", bpr.element(3)));
        }
        Facts.byDesignator(bpr, 5, transfer);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip(), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void trace(Segment trn, int position) {
        if (!traceFacts.isEmpty()) {
            Facts.keepIf(true, "", trn, position, rest);
            return;
        }
        trace = trn.element(2).strip();
        payerTaxId = trn.element(3).strip();
        Facts.byDesignator(trn, 1, traceFacts);
    }

    private void party(Segment n1, int position) {
        partiesBegun = true;
        if (n1.elementEquals(1, "PR")) {
            setAside(payer);
            payer = new PartyBuilder("1000A", n1, position, rest);
            party = payer;
        } else if (n1.elementEquals(1, "PE")) {
            setAside(payee);
            payee = new PartyBuilder("1000B", n1, position, rest);
            party = payee;
        } else {
            party = null;
            Facts.keepIf(true, "", n1, position, rest);
        }
    }

    /** Of two loops of one kind the later counts; the earlier is kept as sent. */
    private void setAside(PartyBuilder earlier) {
        if (earlier != null) {
            rest.addAll(earlier.sent());
        }
    }

    RemittanceHead build(int position, List<Finding> problems) {
        if (!bprSeen) {
            problems.add(RemittanceFindings.headMissing("BPR", position));
        }
        if (trace.isEmpty()) {
            problems.add(RemittanceFindings.traceMissing(position));
        }
        return new RemittanceHead(
                payment(),
                envelope.senderQualifier,
                envelope.senderId,
                envelope.receiverQualifier,
                envelope.receiverId,
                envelope.usage,
                envelope.version.isEmpty() ? convention : envelope.version,
                delimiters,
                segments,
                new PaymentDetail(
                        transfer,
                        traceFacts,
                        currency,
                        references,
                        dates,
                        payer == null ? PaymentParty.NONE : payer.build(),
                        payee == null ? PaymentParty.NONE : payee.build(),
                        rest));
    }

    private PaymentHeader payment() {
        String payerId = payer == null ? "" : payer.id().isEmpty() ? payer.reference("2U") : payer.id();
        String taxId = payee == null ? "" : payee.idAs("FI").isEmpty() ? payee.reference("TJ") : payee.idAs("FI");
        return new PaymentHeader(
                envelope.interchangeControl,
                envelope.groupControl,
                setControl,
                handling,
                amount,
                method,
                date,
                trace,
                payerTaxId,
                payer == null ? "" : payer.name(),
                payerId,
                payee == null ? "" : payee.name(),
                payee == null ? "" : payee.idAs("XX"),
                taxId);
    }
}
