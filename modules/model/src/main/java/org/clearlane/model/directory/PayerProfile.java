package org.clearlane.model.directory;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.clearlane.model.claim.ClaimKind;

/**
 * A payer and how to reach it, read from {@code config/payers/<id>.yaml}. Adding one needs no Java.
 *
 * @param id short name used for queues and in the API: lower-case letters, digits and dashes
 * @param name for people
 * @param payerIds what claims call it in 2010BB NM109
 * @param kinds the kinds of claim it takes
 * @param envelope how the interchange sent to it is addressed and written
 * @param batch when its claims are put together
 * @param retry how often and how long a sending is tried
 * @param connection how it is reached
 * @param allowUnbalanced who decided that its remittances count although they do not balance; mostly empty
 * @param deadlines how long a practice has to file and to appeal
 * @param circuit when its connection counts as down, and as well again
 */
public record PayerProfile(
        String id,
        String name,
        Set<String> payerIds,
        Set<ClaimKind> kinds,
        Envelope envelope,
        Batch batch,
        Retry retry,
        ConnectionSettings connection,
        Optional<UnbalancedAllowance> allowUnbalanced,
        Deadlines deadlines,
        Circuit circuit) {

    public PayerProfile {
        payerIds = Set.copyOf(payerIds);
        kinds = Set.copyOf(kinds);
    }

    /** A payer that takes claims of every kind, and whose remittances must balance. */
    public PayerProfile(
            String id,
            String name,
            Set<String> payerIds,
            Envelope envelope,
            Batch batch,
            Retry retry,
            ConnectionSettings connection) {
        this(
                id,
                name,
                payerIds,
                EnumSet.allOf(ClaimKind.class),
                envelope,
                batch,
                retry,
                connection,
                Optional.empty(),
                Deadlines.NONE,
                Circuit.USUAL);
    }

    /** A payer that states no deadlines. */
    public PayerProfile(
            String id,
            String name,
            Set<String> payerIds,
            Set<ClaimKind> kinds,
            Envelope envelope,
            Batch batch,
            Retry retry,
            ConnectionSettings connection,
            Optional<UnbalancedAllowance> allowUnbalanced) {
        this(
                id,
                name,
                payerIds,
                kinds,
                envelope,
                batch,
                retry,
                connection,
                allowUnbalanced,
                Deadlines.NONE,
                Circuit.USUAL);
    }

    /** A payer whose connection is judged as is usual. */
    public PayerProfile(
            String id,
            String name,
            Set<String> payerIds,
            Set<ClaimKind> kinds,
            Envelope envelope,
            Batch batch,
            Retry retry,
            ConnectionSettings connection,
            Optional<UnbalancedAllowance> allowUnbalanced,
            Deadlines deadlines) {
        this(id, name, payerIds, kinds, envelope, batch, retry, connection, allowUnbalanced, deadlines, Circuit.USUAL);
    }

    /**
     * How long a practice has, in days.
     *
     * @param filingDays from the day of service to the claim; empty where the payer states none
     * @param appealDays from the day of the decision to the appeal; empty where the payer states none
     */
    public record Deadlines(OptionalInt filingDays, OptionalInt appealDays) {

        /** The payer states none. */
        public static final Deadlines NONE = new Deadlines(OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * A person's decision. Every remittance that counts because of it gets an event that names it.
     *
     * @param by who decided
     * @param since when
     * @param reason why
     */
    public record UnbalancedAllowance(String by, LocalDate since, String reason) {}

    /**
     * @param senderQualifier ISA05
     * @param senderId ISA06, who we are to this payer
     * @param receiverQualifier ISA07
     * @param receiverId ISA08
     * @param applicationSender GS02
     * @param applicationReceiver GS03
     * @param receiverName 1000B NM103
     * @param receiverCode 1000B NM109
     * @param delimiters element, component, repetition, segment, for example {@code *:^~}
     * @param lineBreaks whether a line end follows each segment terminator
     * @param usage ISA15, P or T; a test claim never goes to a P route, nor the other way round
     */
    public record Envelope(
            String senderQualifier,
            String senderId,
            String receiverQualifier,
            String receiverId,
            String applicationSender,
            String applicationReceiver,
            String receiverName,
            String receiverCode,
            String delimiters,
            boolean lineBreaks,
            char usage) {}

    /**
     * @param window how long claims are gathered before an interchange is made
     * @param claimsPerSet at most this many CLM in one ST (the guides recommend no more than 5,000)
     */
    public record Batch(Duration window, int claimsPerSet) {}

    /**
     * @param attempts how many sendings are tried before an operator is asked
     * @param firstDelay the pause behind the first failure; it doubles each time
     * @param longestDelay the longest pause
     */
    public record Retry(int attempts, Duration firstDelay, Duration longestDelay) {}

    /**
     * When a connection counts as down: then nothing is tried on it but a check every so often, so that no claim's sending
     * is used up on a payer that is away.
     *
     * @param failures so many in a row open the circuit
     * @param checkEvery how often an open one is checked, and how often a sending is tried while it proves itself
     * @param healthyFor how long it has to work without a failure before everything flows again
     */
    public record Circuit(int failures, Duration checkEvery, Duration healthyFor) {

        /** Three failures, a check a minute, five minutes of health. */
        public static final Circuit USUAL = new Circuit(3, Duration.ofSeconds(60), Duration.ofSeconds(300));
    }

    /**
     * @param kind folder, sftp or https-core
     * @param pollInterval how often answers are looked for
     * @param settings what the kind needs, by name; secrets are given as {@code env:NAME} or {@code file:PATH} and
     *     resolved when the connection is made, never stored
     */
    public record ConnectionSettings(String kind, Duration pollInterval, Map<String, String> settings) {
        public ConnectionSettings {
            settings = Map.copyOf(settings);
        }
    }
}
