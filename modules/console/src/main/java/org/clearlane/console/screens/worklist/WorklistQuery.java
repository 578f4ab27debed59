package org.clearlane.console.screens.worklist;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which claims of the worklist are shown; it stands in the page's address.
 *
 * @param by who refused; null for all
 * @param age how long ago; null for all
 * @param payer empty for all
 * @param assignee a person's id, {@code nobody}, or empty for all
 * @param from first day of refusal, or null
 * @param to last day of refusal, or null
 * @param code the reason of one group; empty for all
 * @param place the element of one group, such as {@code CLM02}; empty where its reason names none
 * @param after the claim behind which the page begins: time in microseconds, a dash, its id
 */
public record WorklistQuery(
        RefusedBy by,
        Age age,
        String payer,
        String assignee,
        LocalDate from,
        LocalDate to,
        String code,
        String place,
        String after) {

    static final String NOBODY = "nobody";

    private static final int LONGEST = 200;

    /** From the address, or from a form that sends the same fields. */
    static WorklistQuery of(Context context) {
        Function<String, String> text = name -> {
            String value = Optional.ofNullable(context.queryParam(name))
                    .or(() -> Optional.ofNullable(context.formParam("q." + name)))
                    .orElse("")
                    .strip();
            return value.substring(0, Math.min(value.length(), LONGEST));
        };
        return new WorklistQuery(
                RefusedBy.of(text.apply("by")).orElse(null),
                Age.of(text.apply("age")).orElse(null),
                text.apply("payer"),
                text.apply("assignee"),
                day(text.apply("from")),
                day(text.apply("to")),
                text.apply("code"),
                text.apply("place"),
                text.apply("after"));
    }

    private static LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    /** Conditions on open_refusals r and claim_assignments w, and their values. */
    void where(StringBuilder where, List<Object> values, Instant now) {
        where.append("r.closed_at is null");
        if (by != null) {
            add(where, values, " and r.refused_by = ?", by.name());
        }
        if (age != null) {
            add(where, values, " and r.since <= ?", now.minus(Duration.ofDays(age.from())));
            add(where, values, " and r.since > ?", now.minus(Duration.ofDays(age.before())));
        }
        if (!payer.isEmpty()) {
            add(where, values, " and r.payer = ?", payer);
        }
        if (assignee.equals(NOBODY)) {
            where.append(" and w.person_id is null");
        } else if (!assignee.isEmpty()) {
            add(where, values, " and w.person_id = ?", assignee);
        }
        if (from != null) {
            add(where, values, " and r.since >= ?", from.atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        if (to != null) {
            add(where, values, " and r.since < ?", to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        if (!code.isEmpty()) {
            add(where, values, " and r.code = ?", code);
            add(where, values, " and " + WorklistReading.PLACE + " = ?", place);
        }
    }

    private static void add(StringBuilder where, List<Object> values, String condition, Object value) {
        where.append(condition);
        values.add(value);
    }

    /** The fields of the address that say something, without where the page begins. */
    public Map<String, String> fields() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("by", by == null ? "" : by.name().toLowerCase(java.util.Locale.ROOT));
        all.put("age", age == null ? "" : age.name().toLowerCase(java.util.Locale.ROOT));
        all.put("payer", payer);
        all.put("assignee", assignee);
        all.put("from", from == null ? "" : from.toString());
        all.put("to", to == null ? "" : to.toString());
        all.put("code", code);
        all.put("place", place);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** The address of the page, or of what follows {@code behind}. */
    public String address(String path, String behind) {
        Map<String, String> all = new LinkedHashMap<>(fields());
        if (!behind.isEmpty()) {
            all.put("after", behind);
        }
        String query = all.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The same for one group, of this age or of all. */
    public String group(WorklistGroup group, Age ofAge) {
        return new WorklistQuery(
                        group.by(),
                        ofAge == null ? age : ofAge,
                        payer,
                        assignee,
                        from,
                        to,
                        group.code(),
                        group.place(),
                        "")
                .address("/worklist/claims", "");
    }
}
