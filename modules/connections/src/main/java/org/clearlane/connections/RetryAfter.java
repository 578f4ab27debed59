package org.clearlane.connections;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a payer asks us to wait (RFC 9110, Retry-After): seconds, or a date. */
final class RetryAfter {

    private RetryAfter() {}

    /** @return the wait, never negative, or null when the payer named none that can be read */
    static Duration in(HttpHeaders headers, Clock clock) {
        String text = headers.firstValue("Retry-After").orElse("").strip();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        // A date is meant by the payer's clock, which its Date header tells (F-19).
        Instant now = headers.firstValue("Date").flatMap(RetryAfter::date).orElseGet(clock::instant);
        return date(text)
                .map(until -> until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO)
                .orElse(null);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
