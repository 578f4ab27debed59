package org.clearlane.model.remittance;

import java.util.List;

/**
 * What the head of an 835 says beyond {@link PaymentHeader}.
 *
 * @param transfer BPR03 and BPR05 to BPR21, each element that was sent by its designator: format, banks, accounts
 * @param trace TRN01 and TRN04, likewise
 * @param currency CUR, likewise
 * @param references REF before loop 1000A: EV receiver, F2 version
 * @param dates DTM: 405 production
 * @param payer loop 1000A
 * @param payee loop 1000B
 * @param rest what none of these holds, as sent
 */
public record PaymentDetail(
        List<Fact> transfer,
        List<Fact> trace,
        List<Fact> currency,
        List<Fact> references,
        List<Fact> dates,
        PaymentParty payer,
        PaymentParty payee,
        List<KeptSegment> rest) {

    public PaymentDetail {
        transfer = List.copyOf(transfer);
        trace = List.copyOf(trace);
        currency = List.copyOf(currency);
        references = List.copyOf(references);
        dates = List.copyOf(dates);
        rest = List.copyOf(rest);
    }
}
