package org.clearlane.transactions.t837;

import java.time.LocalDateTime;
import java.util.List;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.directory.PayerProfile.Envelope;
import org.clearlane.transactions.t837.OutboundHeader.SetNumbers;
import org.clearlane.transactions.t837.OutboundHeader.Submitter;

/** The head of an interchange to a payer, alike but for what a test is about. */
final class OutboundHeaders {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 2, 1, 9, 30);

    private OutboundHeaders() {}

    static Envelope envelope(String delimiters, boolean lineBreaks) {
        return new Envelope(
                "ZZ",
                "CLEARLANE",
                "ZZ",
                "ALPHA",
                "CLRGS",
                "ALPHAGS",
                "ALPHA HEALTH",
                "ALPHA1",
                delimiters,
                lineBreaks,
                'P');
    }

    static OutboundHeader header(Envelope envelope, String name, int claimsPerSet) {
        return header(ClaimKind.PROFESSIONAL, envelope, name, claimsPerSet);
    }

    static OutboundHeader header(ClaimKind kind, Envelope envelope, String name, int claimsPerSet) {
        return new OutboundHeader(
                kind,
                envelope,
                7001,
                41,
                List.of(new SetNumbers("0001", "B1"), new SetNumbers("0002", "B2"), new SetNumbers("0003", "B3")),
                AT,
                "CH",
                new Submitter(name, "CLR001", "EDI DESK", "5555550199"),
                claimsPerSet);
    }
}
