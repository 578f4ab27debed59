package org.clearlane.remittance.fee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fees to look up. A practice's own contract comes before one for all, a row with a modifier of the line before one without,
 * a later row before an earlier one. Immutable.
 */
public final class FeeSchedule {

    private static final Comparator<Fee> BEST_FIRST = Comparator.comparing(
                    (Fee fee) -> fee.practiceId().isEmpty())
            .thenComparing(fee -> fee.modifier().isEmpty())
            .thenComparing(Comparator.comparing(Fee::validFrom).reversed());

    private final Map<String, List<Fee>> byProcedure = new HashMap<>();

    public FeeSchedule(List<Fee> fees) {
        for (Fee fee : fees) {
            byProcedure
                    .computeIfAbsent(fee.payerId() + " " + fee.procedure(), unused -> new ArrayList<>())
                    .add(fee);
        }
        byProcedure.values().forEach(list -> list.sort(BEST_FIRST));
    }

    /** The fee that holds, or none: then nothing is said of the line. */
    public Optional<Fee> find(
            String payerId, String practiceId, String procedure, List<String> modifiers, LocalDate servedOn) {
        return byProcedure.getOrDefault(payerId + " " + procedure, List.of()).stream()
                .filter(fee -> fee.practiceId().isEmpty() || fee.practiceId().equals(practiceId))
                .filter(fee -> fee.modifier().isEmpty() || modifiers.contains(fee.modifier()))
                .filter(fee -> !servedOn.isBefore(fee.validFrom())
                        && (fee.validTo() == null || !servedOn.isAfter(fee.validTo())))
                .findFirst();
    }
}
