package org.clearlane.store.ledger;

import java.time.Duration;
import java.time.Instant;
import org.clearlane.model.Money;
import org.clearlane.store.ledger.PayerRoutes.Circuit;
import org.clearlane.store.ledger.PayerRoutes.Wanted;

/**
 * A payer's route as it stands: what is wanted of it, how its connection is, what waits. Read by {@link PayerRouteReading}.
 *
 * @param configured whether its file stands in {@code config/payers}
 * @param until the end of a suspension, or null
 * @param reason why it is wanted so, said by whoever wanted it
 * @param lastGoodAt when the payer was last reached and let us in, or null
 * @param lastError why the last contact that failed failed, in words, or null
 * @param waiting claims that wait for their batch
 * @param sending claims in interchanges that the payer does not have yet
 * @param stuck claims in interchanges that wait for a person: parked, or nobody knows whether the payer has them
 * @param unknown how many interchanges nobody knows of whether the payer has them
 * @param parked how many interchanges could not be handed over
 * @param undecided how many of both wait for a person, since no machine can find out more
 */
public record PayerRoute(
        String payerId,
        String name,
        boolean configured,
        Wanted wanted,
        Instant until,
        String reason,
        String actor,
        Instant changedAt,
        Circuit circuit,
        Instant circuitSince,
        Instant lastGoodAt,
        String lastError,
        Instant lastErrorAt,
        Depth waiting,
        Depth sending,
        Depth stuck,
        long unknown,
        long parked,
        long undecided) {

    /** A running route on which something waits for longer than this is slow. */
    private static final Duration TOO_LONG = Duration.ofMinutes(30);

    /**
     * What waits somewhere.
     *
     * @param oldest since when the oldest does, or null when nothing does
     */
    public record Depth(long claims, Money charge, Instant oldest) {

        /** Nothing waits. */
        public static final Depth NONE = new Depth(0, Money.ZERO, null);

        Depth plus(Depth other) {
            Instant first =
                    oldest == null || other.oldest != null && other.oldest.isBefore(oldest) ? other.oldest : oldest;
            return new Depth(claims + other.claims, charge.plus(other.charge), first);
        }
    }

    /** How it stands, the gravest first. */
    public enum Standing {
        NOT_SET_UP("bad", "?", "not set up any more"),
        DOWN("bad", "✕", "cannot be reached"),
        STUCK("bad", "!", "needs a decision"),
        STOPPED("wait", "■", "stopped"),
        SUSPENDED("wait", "‖", "suspended"),
        PROVING("wait", "…", "works again, proves itself"),
        SLOW("wait", "↓", "slow"),
        FLOWING("good", "✓", "flowing");

        private final String colour;
        private final String icon;
        private final String words;

        Standing(String colour, String icon, String words) {
            this.colour = colour;
            this.icon = icon;
            this.words = words;
        }

        /** {@code good}, {@code wait} or {@code bad}. */
        public String colour() {
            return colour;
        }

        /** One character that says the same as the colour. */
        public String icon() {
            return icon;
        }

        /** The same in words. */
        public String words() {
            return words;
        }
    }

    /** How it stands now. */
    public Standing standing(Instant now) {
        if (!configured) {
            return Standing.NOT_SET_UP;
        }
        if (wanted == Wanted.STOPPED) {
            return Standing.STOPPED;
        }
        if (circuit == Circuit.OPEN) {
            return Standing.DOWN;
        }
        if (undecided > 0) {
            return Standing.STUCK;
        }
        if (wanted == Wanted.SUSPENDED && until.isAfter(now)) {
            return Standing.SUSPENDED;
        }
        if (circuit == Circuit.HALF_OPEN) {
            return Standing.PROVING;
        }
        Instant oldest = depth().oldest();
        return oldest != null && oldest.plus(TOO_LONG).isBefore(now) ? Standing.SLOW : Standing.FLOWING;
    }

    /** Everything that the payer does not have yet. */
    public Depth depth() {
        return waiting.plus(sending).plus(stuck);
    }

    /** What somebody has to do about it, or null when nothing is. */
    public String toDo(Instant now) {
        return switch (standing(now)) {
            case NOT_SET_UP ->
                depth().claims() == 0
                        ? "Its file is gone from config/payers, and nothing waits for it. Nothing has to be done."
                        : "Its file is gone from config/payers, and claims wait for it. Put the file back and start the service"
                                + " again; or hold the claims and release them to another payer.";
            case DOWN ->
                "Nothing is sent while it is away, and nothing is lost. It is checked again and again and goes on by itself."
                        + " Test the connection when you have changed something; ask the payer when it lasts.";
            case STUCK ->
                "Interchanges wait for a decision that only a person can take. They stand below, each with what to do.";
            case STOPPED -> "Somebody stopped it. Claims wait as queued until it is started.";
            case SUSPENDED -> "It goes on by itself when the time is over, or when it is started.";
            case PROVING -> "One sending at a time goes out until it has worked for a while. Nothing has to be done.";
            case SLOW -> "Something has waited for more than half an hour. Look at its queues.";
            case FLOWING -> null;
        };
    }
}
