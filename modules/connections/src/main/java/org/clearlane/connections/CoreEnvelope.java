package org.clearlane.connections;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Fills the fields of a CORE envelope (CAQH CORE connectivity rule vC2.2.0): who we are, to whom, what, and when. */
final class CoreEnvelope {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,120}");

    private final Optional<String> user;
    private final Optional<Secret> password;
    private final String senderId;
    private final String receiverId;
    private final String ruleVersion;
    private final Clock clock;

    CoreEnvelope(Settings settings, Clock clock) {
        this.user = settings.optional("user");
        this.password = settings.secret("password");
        this.senderId = settings.text("senderId");
        this.receiverId = settings.text("receiverId");
        this.ruleVersion = settings.text("coreRuleVersion");
        this.clock = clock;
    }

    /** Reads the password once, so that a missing one is told at start and not at the first claim. */
    void provideSecrets() {
        password.ifPresent(Secret::read);
    }

    /** The fields of a request that carries a payload. */
    SequencedMap<String, String> payload(String payloadType, String payloadId, long length, String checkSum) {
        SequencedMap<String, String> fields = fields(payloadType, payloadId, length);
        fields.put("CheckSum", checkSum);
        return fields;
    }

    /** The fields of a request that asks for something. */
    SequencedMap<String, String> request(String payloadType, String payloadId) {
        return fields(payloadType, payloadId, 0);
    }

    private SequencedMap<String, String> fields(String payloadType, String payloadId, long length) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("PayloadType", word(payloadType));
        fields.put("ProcessingMode", "Batch");
        fields.put("PayloadID", word(payloadId));
        fields.put("PayloadLength", Long.toString(length));
        fields.put("TimeStamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        user.ifPresent(name -> fields.put("UserName", name));
        password.ifPresent(secret -> fields.put("Password", secret.read()));
        fields.put("SenderID", senderId);
        fields.put("ReceiverID", receiverId);
        fields.put("CORERuleVersion", ruleVersion);
        return fields;
    }

    private static String word(String text) {
        if (!WORD.matcher(text).matches()) {
            throw new IllegalStateException("no word of a CORE envelope: " + PeerText.shown(text));
        }
        return text;
    }
}
