package org.clearlane.connections;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clearlane.connections.Setting.Form;

/** The kinds of connection and every setting each of them knows: the one list that checks and defaults are read from. */
enum ConnectionKind {
    FOLDER(
            "folder",
            Setting.required("outbound", Form.PATH),
            Setting.required("inbound", Form.PATH),
            Limits.STABLE_MS,
            Limits.MAX_ANSWER_BYTES,
            Limits.MAX_ENTRIES),
    SFTP(
            "sftp",
            Setting.required("host", Form.TEXT),
            Setting.number("port", 22, 1, 65_535),
            Setting.required("user", Form.TEXT),
            Setting.optional("password", Form.SECRET),
            Setting.optional("privateKey", Form.KEY),
            Setting.optional("privateKeyPassphrase", Form.SECRET),
            Setting.required("knownHosts", Form.PATH),
            Setting.required("outbound", Form.TEXT),
            Setting.required("inbound", Form.TEXT),
            Setting.flag("removeCollected", true),
            Setting.number("connectTimeoutMs", 10_000, 1, 120_000),
            Setting.number("idleTimeoutMs", 30_000, 100, 600_000),
            Limits.STABLE_MS,
            Limits.MAX_ANSWER_BYTES,
            Limits.MAX_ENTRIES),
    HTTPS_CORE(
            "https-core",
            Setting.required("url", Form.URL),
            Setting.optional("user", Form.TEXT),
            Setting.optional("password", Form.SECRET),
            Setting.required("senderId", Form.TEXT),
            Setting.required("receiverId", Form.TEXT),
            Setting.text("coreRuleVersion", "2.2.0"),
            Setting.optional("trust", Form.PATH),
            Setting.flag("allowPlainHttp", false),
            Setting.number("connectTimeoutMs", 10_000, 1, 120_000),
            Setting.number("requestTimeoutMs", 60_000, 1, 600_000),
            // Asking is safe only at a payer known to answer for exactly the PayloadID asked for: see the README.
            Setting.choice("inquiry", "none", "payload-id"),
            Setting.text("acksRequestType", "X12_005010_Request_Acks"),
            Setting.text("resultsRequestType", "X12_005010_Request_BatchResultsMixed"),
            Setting.text("resultsAckType", "X12_999_SubmissionRequest_005010X231A1"),
            Setting.number("maxAnswers", 1_000, 1, 100_000),
            Setting.optional("spool", Form.PATH),
            Limits.MAX_ANSWER_BYTES);

    /** Settings that several kinds share. */
    private static final class Limits {
        static final Setting STABLE_MS = Setting.number("stableMs", 1_000, 0, 600_000);
        static final Setting MAX_ANSWER_BYTES = Setting.number("maxAnswerBytes", 1L << 30, 1, 1L << 40);
        static final Setting MAX_ENTRIES = Setting.number("maxEntries", 10_000, 1, 1_000_000);
    }

    private final String word;
    private final List<Setting> settings;

    ConnectionKind(String word, Setting... settings) {
        this.word = word;
        this.settings = List.of(settings);
    }

    /** As written in the payer's profile. */
    String word() {
        return word;
    }

    List<Setting> settings() {
        return settings;
    }

    Setting setting(String name) {
        return settings.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(word + " knows no setting " + name));
    }

    static Optional<ConnectionKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
