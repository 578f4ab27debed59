package org.clearlane.console.screens.claims;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.store.ledger.ClaimPerson;

/**
 * The ids of claims that words may mean: each way to read the words is a query of its own, with an index that carries it. A
 * name is found by how it begins: {@code smith}, {@code smith, jo}, {@code jo smith}.
 *
 * @param sql what selects the ids
 * @param values its parameters
 */
record FoundClaims(String sql, List<Object> values) {

    /** A name or member id shorter than this would find half the town. */
    private static final int LEAST = 2;

    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("M/d/uuuu").withResolverStyle(ResolverStyle.STRICT));

    FoundClaims {
        values = List.copyOf(values);
    }

    static FoundClaims by(String words) {
        List<String> ways = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        ways.add("select id from claims where patient_control_number = ?");
        values.add(words);
        ways.add("select id from claims where id = ?");
        values.add(words);
        ways.add("select claim_id from claim_payments where posted and payer_control_number = ?");
        values.add(words);
        Money.parse(words.replace("$", "").replace(",", "")).ifPresent(amount -> {
            ways.add("select id from claims where charge_cents = ?");
            values.add(amount.cents());
        });
        day(words).ifPresent(day -> {
            ways.add("select claim_id from claim_people where birth_date = ?");
            values.add(day);
        });
        String whole = ClaimPerson.fold(words);
        if (whole.length() >= LEAST) {
            ways.add("select claim_id from claim_people where member_id = ?");
            values.add(whole);
            beginning(ways, values, whole, "");
        }
        List<String> parts = names(words);
        if (parts.size() == 2) {
            beginning(ways, values, parts.get(0), parts.get(1));
            beginning(ways, values, parts.get(1), parts.get(0));
        }
        return new FoundClaims(String.join(" union ", ways), values);
    }

    private static List<String> names(String words) {
        int between = words.contains(",") ? words.indexOf(',') : words.indexOf(' ');
        if (between < 0) {
            return List.of();
        }
        String one = ClaimPerson.fold(words.substring(0, between));
        String two = ClaimPerson.fold(words.substring(between + 1));
        return one.length() < LEAST && two.length() < LEAST || one.isEmpty() || two.isEmpty()
                ? List.of()
                : List.of(one, two);
    }

    private static void beginning(List<String> ways, List<Object> values, String last, String first) {
        ways.add("select claim_id from claim_people where last_name >= ? and last_name < ?"
                + (first.isEmpty() ? "" : " and first_name >= ? and first_name < ?"));
        values.add(last);
        values.add(last + Character.MAX_VALUE);
        if (!first.isEmpty()) {
            values.add(first);
            values.add(first + Character.MAX_VALUE);
        }
    }

    private static Optional<LocalDate> day(String words) {
        for (DateTimeFormatter format : DAYS) {
            try {
                return Optional.of(LocalDate.parse(words, format));
            } catch (DateTimeParseException notInThisForm) {
                continue;
            }
        }
        return Optional.empty();
    }
}
