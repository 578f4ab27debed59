package org.clearlane.profiles;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.directory.PayerProfile.UnbalancedAllowance;

/** One payer from one file, with what holds where the file is silent. */
final class PayerReader {

    private static final String DELIMITERS = "*:^~";
    private static final Duration WINDOW = Duration.ofSeconds(60);
    /** Ten years. */
    private static final int MOST_DAYS = 3_660;

    private static final int CLAIMS_PER_SET = 5_000;
    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(30);
    private static final Set<String> KINDS = Set.of("folder", "sftp", "https-core");

    private PayerReader() {}

    static PayerProfile read(YamlSection file, String stem) {
        String id = ProfileRules.id(file, stem);
        String name = file.text("name");
        Set<String> payerIds = file.texts("payerIds");
        int i = 0;
        for (String payerId : payerIds) {
            if (payerId.length() < 2 || payerId.length() > 80) {
                file.mistake("payerIds[" + i + "]", "a payer id (2010BB NM109) has 2 to 80 characters");
            }
            i++;
        }
        PayerProfile profile = new PayerProfile(
                id,
                name,
                payerIds,
                kinds(file),
                envelope(file.section("envelope"), name),
                batch(file.section("batch")),
                retry(file.section("retry")),
                connection(file.section("connection")),
                allowance(file),
                deadlines(file.section("deadlines")),
                circuit(file.section("circuit")));
        file.refuseUnknownKeys();
        return profile;
    }

    /** All three where the file is silent. */
    private static Set<ClaimKind> kinds(YamlSection file) {
        EnumSet<ClaimKind> kinds = EnumSet.noneOf(ClaimKind.class);
        for (String name : file.textsOr("kinds", Set.of())) {
            ClaimKind kind = ClaimKind.of(name);
            if (kind == null) {
                file.mistake("kinds", "a kind of claim is 837P, 837I or 837D, not " + name);
            } else {
                kinds.add(kind);
            }
        }
        return kinds.isEmpty() ? EnumSet.allOf(ClaimKind.class) : kinds;
    }

    private static PayerProfile.Deadlines deadlines(YamlSection deadlines) {
        PayerProfile.Deadlines read =
                new PayerProfile.Deadlines(days(deadlines, "filingDays"), days(deadlines, "appealDays"));
        deadlines.refuseUnknownKeys();
        return read;
    }

    private static OptionalInt days(YamlSection section, String key) {
        int days = section.count(key, 0, 1, MOST_DAYS);
        return days == 0 ? OptionalInt.empty() : OptionalInt.of(days);
    }

    private static PayerProfile.Envelope envelope(YamlSection envelope, String name) {
        String senderQualifier = envelope.text("senderQualifier", "ZZ");
        ProfileRules.qualifier(envelope, "senderQualifier", senderQualifier);
        String senderId = envelope.text("senderId");
        ProfileRules.interchangeId(envelope, "senderId", senderId);
        String receiverQualifier = envelope.text("receiverQualifier", "ZZ");
        ProfileRules.qualifier(envelope, "receiverQualifier", receiverQualifier);
        String receiverId = envelope.text("receiverId");
        ProfileRules.interchangeId(envelope, "receiverId", receiverId);
        String applicationSender = envelope.text("applicationSender", senderId);
        ProfileRules.applicationCode(envelope, "applicationSender", applicationSender);
        String applicationReceiver = envelope.text("applicationReceiver", receiverId);
        ProfileRules.applicationCode(envelope, "applicationReceiver", applicationReceiver);
        String receiverName = envelope.text("receiverName", name);
        String receiverCode = envelope.text("receiverCode", receiverId);
        String delimiters = envelope.text("delimiters", DELIMITERS);
        ProfileRules.delimiters(envelope, "delimiters", delimiters);
        boolean lineBreaks = envelope.flag("lineBreaks", false);
        String usage = envelope.text("usage", "P");
        if (!usage.equals("P") && !usage.equals("T")) {
            envelope.mistake("usage", "must be P or T");
            usage = "P";
        }
        envelope.refuseUnknownKeys();
        return new PayerProfile.Envelope(
                senderQualifier,
                senderId,
                receiverQualifier,
                receiverId,
                applicationSender,
                applicationReceiver,
                receiverName,
                receiverCode,
                delimiters,
                lineBreaks,
                usage.charAt(0));
    }

    private static PayerProfile.Batch batch(YamlSection batch) {
        PayerProfile.Batch read = new PayerProfile.Batch(
                batch.duration("window", WINDOW), batch.count("claimsPerSet", CLAIMS_PER_SET, 1, 1_000_000));
        batch.refuseUnknownKeys();
        return read;
    }

    private static PayerProfile.Retry retry(YamlSection retry) {
        PayerProfile.Retry read = new PayerProfile.Retry(
                retry.count("attempts", ATTEMPTS, 1, 1_000),
                retry.duration("firstDelay", FIRST_DELAY),
                retry.duration("longestDelay", LONGEST_DELAY));
        if (read.longestDelay().compareTo(read.firstDelay()) < 0) {
            retry.mistake("longestDelay", "is shorter than firstDelay");
        }
        retry.refuseUnknownKeys();
        return read;
    }

    private static PayerProfile.Circuit circuit(YamlSection circuit) {
        PayerProfile.Circuit usual = PayerProfile.Circuit.USUAL;
        PayerProfile.Circuit read = new PayerProfile.Circuit(
                circuit.count("failures", usual.failures(), 1, 1_000),
                circuit.duration("checkEvery", usual.checkEvery()),
                circuit.duration("healthyFor", usual.healthyFor()));
        circuit.refuseUnknownKeys();
        return read;
    }

    private static Optional<UnbalancedAllowance> allowance(YamlSection file) {
        if (!file.has("allowUnbalanced")) {
            return Optional.empty();
        }
        YamlSection allowance = file.section("allowUnbalanced");
        String by = allowance.text("by");
        String since = allowance.text("since");
        String reason = allowance.text("reason");
        allowance.refuseUnknownKeys();
        LocalDate day = LocalDate.EPOCH;
        try {
            day = since.isEmpty() ? day : LocalDate.parse(since);
        } catch (DateTimeException e) {
            allowance.mistake("since", "must be a day as 2026-01-31");
        }
        return Optional.of(new UnbalancedAllowance(by, day, reason));
    }

    private static PayerProfile.ConnectionSettings connection(YamlSection connection) {
        String kind = connection.text("kind");
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            connection.mistake("kind", "must be folder, sftp or https-core");
        }
        Duration pollInterval = connection.duration("pollInterval", POLL_INTERVAL);
        Map<String, String> settings = connection.section("settings").open();
        connection.refuseUnknownKeys();
        return new PayerProfile.ConnectionSettings(kind, pollInterval, settings);
    }
}
