package org.clearlane.connections;

import static org.clearlane.connections.Handovers.delivered;
import static org.clearlane.connections.Handovers.later;
import static org.clearlane.connections.Handovers.refused;
import static org.clearlane.connections.Handovers.unknown;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.clearlane.connections.CoreExchange.Broken;
import org.clearlane.connections.CoreExchange.NotSent;
import org.clearlane.connections.CoreExchange.Replied;
import org.clearlane.model.connection.Handover;

/**
 * What an HTTP exchange says about a handover. Certain only where the payer's own word, or our not having sent
 * anything, makes it certain: whatever may have passed through a gateway is unknown.
 */
final class CoreVerdict {

    /** CORE error codes that blame the moment, not the request. */
    private static final Set<String> PASSING = Set.of("receiver", "checksummismatched", "checksummismatch");

    /** CORE error codes by which a payer says that it knows no such PayloadID. */
    private static final Set<String> NO_SUCH_PAYLOAD = Set.of(
            "payloadidillegal", "payloadidnotunderstood", "payloadidunknown", "payloadidnotfound", "unknownpayloadid");

    private CoreVerdict() {}

    static Handover ofSubmission(CoreExchange exchange, Clock clock) {
        if (exchange instanceof NotSent not) {
            return new Handover.NotDelivered(not.reason(), null, not.permanent());
        }
        if (exchange instanceof Broken broken) {
            return unknown(broken.reason());
        }
        Replied replied = (Replied) exchange;
        int status = replied.status();
        if (status == 429 || status == 503) {
            return new Handover.NotDelivered(
                    "the payer is busy: HTTP " + status, RetryAfter.in(replied.headers(), clock), false);
        }
        if (status >= 500) {
            return unknown("HTTP " + status + ": a gateway may have passed it on");
        }
        if (replied.reply().isPresent() && (status < 300 || status >= 400)) {
            return ofReply(status, replied.reply().get());
        }
        return switch (status) {
            // Moved for good, or "ask there again": the server at this address did nothing.
            case 301, 307, 308 -> refused("the payer's address has moved: HTTP " + status);
            case 408, 425 -> later("the payer did not take the request: HTTP " + status);
            // It may stand in conflict with itself: an earlier handover of the same file.
            case 409 -> unknown("the payer reports a conflict: HTTP 409");
            default ->
                status >= 400
                        ? refused("the payer refused it: HTTP " + status)
                        : unknown("HTTP " + status + ", and "
                                + (replied.fault() == null ? "no receipt" : replied.fault()));
        };
    }

    private static Handover ofReply(int status, CoreReply reply) {
        String code = reply.errorCode();
        if (reply.isSuccess()) {
            if (status >= 300 || reply.payloadId().isEmpty()) {
                return unknown("HTTP " + status + " with a receipt that contradicts itself");
            }
            return delivered(PeerText.shown(reply.payloadType() + " " + reply.payloadId()));
        }
        String said = "the payer said " + PeerText.shown(code.isEmpty() ? "nothing of an ErrorCode" : code);
        String lower = code.toLowerCase(Locale.ROOT);
        if (lower.contains("duplicate")) {
            return delivered(said + ": it has this PayloadID already");
        }
        if (code.isEmpty() && status < 300 || lower.equals("payloadidillegal")) {
            // An id the payer calls illegal may be one it has seen before.
            return unknown(said);
        }
        return PASSING.contains(lower) ? later(said) : refused(said);
    }

    /** @param payloadId the one asked about; a reply about another proves nothing */
    static Handover ofInquiry(CoreExchange exchange, String payloadId) {
        if (exchange instanceof NotSent not) {
            return unknown("the payer could not be asked: " + not.reason());
        }
        if (exchange instanceof Broken broken) {
            return unknown("the payer could not be asked: " + broken.reason());
        }
        Replied replied = (Replied) exchange;
        if (replied.reply().isEmpty() || replied.status() >= 500 || replied.status() / 100 == 3) {
            return unknown("the payer gave no answer to the inquiry: HTTP " + replied.status());
        }
        CoreReply reply = replied.reply().get();
        if (NO_SUCH_PAYLOAD.contains(reply.errorCode().toLowerCase(Locale.ROOT))) {
            return later("the payer does not know this PayloadID: " + PeerText.shown(reply.errorCode()));
        }
        boolean aboutIt = reply.payloadId().equalsIgnoreCase(payloadId);
        if (reply.isSuccess() && aboutIt && !reply.saysNoneWaiting()) {
            return delivered("the payer knows this PayloadID: " + PeerText.shown(reply.payloadType()));
        }
        return unknown("the payer's answer to the inquiry does not settle it: "
                + PeerText.shown(reply.payloadType() + " " + reply.errorCode()));
    }

    /** Any CORE envelope shows that the payer is there and speaks CORE; only its login errors say that we are out. */
    static Handover ofCheck(CoreExchange exchange) {
        if (exchange instanceof NotSent not) {
            return new Handover.NotDelivered(not.reason(), null, not.permanent());
        }
        if (exchange instanceof Broken broken) {
            return later(broken.reason());
        }
        Replied replied = (Replied) exchange;
        if (replied.status() == 401 || replied.status() == 403) {
            return refused("the payer refused our login: HTTP " + replied.status());
        }
        if (replied.reply().isEmpty() || replied.status() >= 500) {
            return later("the payer's reply is not CORE: HTTP " + replied.status());
        }
        String code = replied.reply().get().errorCode();
        return code.equalsIgnoreCase("UnAuthorized")
                ? refused("the payer refused our login: UnAuthorized")
                : delivered("the payer answers in CORE");
    }
}
