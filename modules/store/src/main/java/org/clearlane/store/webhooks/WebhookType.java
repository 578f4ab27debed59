package org.clearlane.store.webhooks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearlane.model.ledger.ClaimState;

/** What a practice's program can be told of. The names are part of the interface and never change their meaning. */
public enum WebhookType {
    FILE_RECEIVED("file.received", "A file is in the ledger, before it is judged"),
    FILE_FAILED("file.failed", "A file was read and nothing of it was taken"),
    CLAIM_REJECTED(
            "claim.rejected",
            "Claims were refused, by us or by the payer",
            ClaimState.REJECTED_FILE,
            ClaimState.REJECTED_CLAIM,
            ClaimState.REJECTED_999,
            ClaimState.PAYER_REJECTED),
    CLAIM_ACCEPTED("claim.accepted", "Claims were accepted by the payer for adjudication", ClaimState.PAYER_ACCEPTED),
    CLAIM_SENT("claim.sent", "Claims were handed over to the payer", ClaimState.SENT),
    CLAIM_PAID("claim.paid", "Claims were paid, in whole or in part", ClaimState.PAID, ClaimState.PARTLY_PAID),
    ERA_RECEIVED("era.received", "A remittance (835) was posted, with a part of this practice in it"),
    ERA_UNBALANCED("era.unbalanced", "A remittance (835) does not add up and is held whole"),
    PAYER_DOWN("payer.down", "The way to a payer is closed after failures; claims wait"),
    PAYER_UP("payer.up", "The way to a payer is open again"),
    /** Sent when somebody asks for it, to whoever was asked about; nobody subscribes to it. */
    TEST("webhook.test", "A test, asked for by a person");

    private final String wire;
    private final String words;
    private final List<ClaimState> states;

    WebhookType(String wire, String words, ClaimState... states) {
        this.wire = wire;
        this.words = words;
        this.states = List.of(states);
    }

    /** As it stands in a request. */
    public String wire() {
        return wire;
    }

    /** What it means. */
    public String words() {
        return words;
    }

    /** The states whose reaching is this event. */
    List<ClaimState> states() {
        return states;
    }

    /** Those one can subscribe to. */
    public static List<WebhookType> subscribable() {
        return Stream.of(values()).filter(type -> type != TEST).toList();
    }

    /** By its name in requests. */
    public static Optional<WebhookType> ofWire(String wire) {
        return Stream.of(values()).filter(type -> type.wire.equals(wire)).findFirst();
    }
}
