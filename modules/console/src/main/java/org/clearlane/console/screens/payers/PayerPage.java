package org.clearlane.console.screens.payers;

import java.time.Instant;
import java.util.List;
import org.clearlane.store.ledger.Downtimes.Downtime;
import org.clearlane.store.ledger.PayerRoute;
import org.clearlane.store.ledger.PayerRouteReading.Happened;
import org.clearlane.store.ledger.PayerRouteReading.OpenInterchange;
import org.clearlane.store.ledger.PayerRouteReading.Traffic;

/**
 * One payer's page.
 *
 * @param open interchanges it does not have, as far as we know
 * @param traffic hour by hour, the earliest first
 * @param history the latest first
 * @param downtimes of the last and next 90 days
 */
public record PayerPage(
        PayerRoute route,
        List<OpenInterchange> open,
        List<Traffic> traffic,
        List<Happened> history,
        List<Downtime> downtimes,
        Instant now) {

    public PayerPage {
        open = List.copyOf(open);
        traffic = List.copyOf(traffic);
        history = List.copyOf(history);
        downtimes = List.copyOf(downtimes);
    }

    /** A bar of a chart: where it begins and how high it is, in hundredths. */
    public record Bar(int x, int height) {}

    /** Claims sent, hour by hour. */
    public List<Bar> sent() {
        return bars(traffic.stream().map(Traffic::claims).toList());
    }

    /** Contacts that failed, hour by hour. */
    public List<Bar> failed() {
        return bars(traffic.stream().map(Traffic::errors).toList());
    }

    /** The width of both charts: ten for an hour. */
    public int width() {
        return traffic.size() * 10;
    }

    /** The highest number of claims in an hour. */
    public long mostClaims() {
        return traffic.stream().mapToLong(Traffic::claims).max().orElse(0);
    }

    /** The highest number of failures in an hour. */
    public long mostErrors() {
        return traffic.stream().mapToLong(Traffic::errors).max().orElse(0);
    }

    /** All claims sent in the time shown. */
    public long allClaims() {
        return traffic.stream().mapToLong(Traffic::claims).sum();
    }

    /** All failures in the time shown. */
    public long allErrors() {
        return traffic.stream().mapToLong(Traffic::errors).sum();
    }

    /** The hours in which something happened, the latest first. */
    public List<Traffic> busyHours() {
        return traffic.reversed().stream()
                .filter(hour -> hour.interchanges() + hour.answers() + hour.errors() > 0)
                .toList();
    }

    private static List<Bar> bars(List<Long> values) {
        long most = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        List<Bar> all = new java.util.ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) > 0) {
                all.add(new Bar(i * 10, (int) Math.max(2, values.get(i) * 100 / most)));
            }
        }
        return all;
    }

    /** How an interchange stands, for people. */
    public static String words(OpenInterchange interchange) {
        return switch (interchange.state()) {
            case STORED -> "waiting to be sent";
            case DELIVERING -> "being handed over";
            case UNKNOWN -> "outcome not known";
            case PARKED -> "could not be handed over";
            case SENT -> "sent";
        };
    }

    /** What somebody has to do about it. */
    public static String toDo(OpenInterchange interchange) {
        return switch (interchange.state()) {
            case STORED, DELIVERING, SENT -> "Nothing.";
            case UNKNOWN ->
                "Ask the payer whether it has the interchange with ISA13 %09d, and say here what it said. Until then nothing is sent twice."
                        .formatted(interchange.control());
            case PARKED -> "Mend what stands under “last problem”, test the connection, then send it again.";
        };
    }
}
