package org.clearlane.app.judging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clearlane.model.claim.RepairKind;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.directory.Practice;
import org.clearlane.profiles.Profiles;

/**
 * What of the profiles a verdict depends on, as lines of an edition: who a practice may bill for, what a payer is called.
 * How anybody is reached is no part of it, so no edition holds a secret.
 */
final class EditionPartners {

    private EditionPartners() {}

    static String asLines(Profiles profiles) {
        StringBuilder lines = new StringBuilder();
        for (Practice practice : profiles.practices()) {
            line(
                    lines,
                    "practice",
                    practice.id(),
                    practice.name(),
                    words(practice.senderIds()),
                    words(practice.npis()),
                    words(practice.taxIds()),
                    words(practice.repairs().stream().map(RepairKind::word).collect(Collectors.toSet())));
        }
        for (PayerProfile payer : profiles.payers()) {
            line(
                    lines,
                    "payer",
                    payer.id(),
                    payer.name(),
                    words(payer.payerIds()),
                    String.valueOf(payer.envelope().usage()));
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, String... cells) {
        lines.append(Arrays.stream(cells)
                        .map(cell -> cell.replaceAll("[\\t\\r\\n]", " "))
                        .collect(Collectors.joining("\t")))
                .append('\n');
    }

    private static String words(Set<String> values) {
        return String.join("|", new TreeSet<>(values));
    }

    static Profiles of(String lines) {
        List<Practice> practices = new ArrayList<>();
        List<PayerProfile> payers = new ArrayList<>();
        lines.lines().forEach(line -> {
            String[] cells = line.split("\t", -1);
            if (cells[0].equals("practice")) {
                Set<RepairKind> repairs = EnumSet.noneOf(RepairKind.class);
                set(cells[6]).forEach(word -> repairs.add(RepairKind.of(word)));
                practices.add(new Practice(
                        cells[1], cells[2], set(cells[3]), set(cells[4]), set(cells[5]), repairs, Practice.UTC));
            } else if (cells[0].equals("payer")) {
                payers.add(payer(cells));
            }
        });
        return Profiles.of(practices, payers);
    }

    private static Set<String> set(String words) {
        return words.isEmpty() ? Set.of() : Set.of(words.split("\\|"));
    }

    private static PayerProfile payer(String[] cells) {
        return new PayerProfile(
                cells[1],
                cells[2],
                set(cells[3]),
                new PayerProfile.Envelope("ZZ", "", "ZZ", "", "", "", "", "", "*:^~", false, cells[4].charAt(0)),
                new PayerProfile.Batch(Duration.ofMinutes(1), 1),
                new PayerProfile.Retry(1, Duration.ofSeconds(1), Duration.ofSeconds(1)),
                new PayerProfile.ConnectionSettings("none", Duration.ofMinutes(1), Map.of()));
    }
}
