package org.clearlane.console.screens.status;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.store.ledger.Downtimes;
import org.clearlane.store.ledger.Downtimes.Downtime;
import org.clearlane.store.ledger.PayerRoute;
import org.clearlane.store.ledger.PayerRoute.Standing;
import org.clearlane.store.ledger.PayerRouteReading;

/**
 * What everybody may know. No reason of an operator, no word of a payer's server, no count of anything.
 *
 * @param at when it was looked at
 * @param service how the service stands
 * @param payers how each payer that is set up can be reached
 * @param downtimes planned for the last and the next 90 days
 */
public record ServiceStatus(Instant at, Word service, List<Payer> payers, List<Planned> downtimes) {

    public ServiceStatus {
        payers = List.copyOf(payers);
        downtimes = List.copyOf(downtimes);
    }

    /** How something stands: a word that never changes for programs, words for people, a colour, a character. */
    public enum Word {
        WORKING("working", "works", "good", "✓"),
        SLOW("slow", "slow", "wait", "↓"),
        RECOVERING("recovering", "works again, slowly at first", "wait", "…"),
        PAUSED("paused", "paused by us", "wait", "‖"),
        DOWN("down", "cannot be reached", "bad", "✕"),
        PLANNED("planned-downtime", "away as planned", "wait", "‖"),
        DEGRADED("degraded", "works, but not every payer can be reached", "wait", "!"),
        TROUBLE("trouble", "does not work at the moment", "bad", "✕");

        private final String word;
        private final String words;
        private final String colour;
        private final String icon;

        Word(String word, String words, String colour, String icon) {
            this.word = word;
            this.words = words;
            this.colour = colour;
            this.icon = icon;
        }

        /** For programs. */
        public String word() {
            return word;
        }

        /** For people. */
        public String words() {
            return words;
        }

        public String colour() {
            return colour;
        }

        public String icon() {
            return icon;
        }
    }

    /** A payer, and since when it stands so. */
    public record Payer(String id, String name, Word state, Instant since) {}

    /**
     * A planned time of being away.
     *
     * @param payer its id, or null for the whole service
     * @param name the payer's, or null for the whole service
     */
    public record Planned(String payer, String name, Downtime downtime) {}

    static ServiceStatus read(Connection connection, Instant now) throws SQLException {
        List<Downtime> downtimes = Downtimes.around(connection, null, now);
        Map<String, String> names = new HashMap<>();
        List<Payer> payers = new ArrayList<>();
        for (PayerRoute route : PayerRouteReading.all(connection)) {
            if (route.configured()) {
                names.put(route.payerId(), route.name());
                payers.add(payer(route, downtimes, now));
            }
        }
        List<Planned> planned = downtimes.stream()
                .map(each -> new Planned(each.payerId(), names.getOrDefault(each.payerId(), each.payerId()), each))
                .toList();
        return new ServiceStatus(now, service(payers, downtimes, now), payers, planned);
    }

    /** What can be said when not even the ledger can be read. */
    static ServiceStatus unreadable(Instant now) {
        return new ServiceStatus(now, Word.TROUBLE, List.of(), List.of());
    }

    private static Word service(List<Payer> payers, List<Downtime> downtimes, Instant now) {
        if (downtimes.stream().anyMatch(each -> each.payerId() == null && each.isNow(now))) {
            return Word.PLANNED;
        }
        return payers.stream().anyMatch(payer -> payer.state() == Word.DOWN) ? Word.DEGRADED : Word.WORKING;
    }

    private static Payer payer(PayerRoute route, List<Downtime> downtimes, Instant now) {
        boolean planned =
                downtimes.stream().anyMatch(each -> route.payerId().equals(each.payerId()) && each.isNow(now));
        Standing standing = route.standing(now);
        Word word =
                switch (standing) {
                    case FLOWING -> Word.WORKING;
                    case STOPPED, SUSPENDED -> Word.PAUSED;
                    case DOWN -> Word.DOWN;
                    case PROVING -> Word.RECOVERING;
                    case STUCK, SLOW, NOT_SET_UP -> Word.SLOW;
                };
        Instant since =
                switch (standing) {
                    case STOPPED, SUSPENDED -> route.changedAt();
                    case DOWN, PROVING -> route.circuitSince();
                    case FLOWING, STUCK, SLOW, NOT_SET_UP -> null;
                };
        return new Payer(route.payerId(), route.name(), planned && word != Word.WORKING ? Word.PLANNED : word, since);
    }
}
