package org.clearlane.transactions.t277ca;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearlane.model.Money;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.model.finding.Finding;
import org.clearlane.transactions.internal.SegmentSink;
import org.clearlane.x12.X12Writer;

/**
 * Writes the STC of one claim. Accepted: one STC with A2:20, the warnings as its text. Refused: the statuses of its
 * errors, three to an STC (STC01, STC10, STC11), each STC with the sentences of its own errors as text.
 */
final class StatusSegments {

    private static final ClaimStatus ACCEPTED = ClaimStatus.of("A2:20");
    /** For errors only a 999 can say: it points the reader there. */
    private static final ClaimStatus SEE_THE_999 = ClaimStatus.of("A3:684");

    private static final int STATUSES_PER_SEGMENT = 3;
    /** Statuses written for one claim; who has more faults than this will not read them. */
    private static final int MOST_STATUSES = 60;

    private static final int LONGEST_MESSAGE = 264;
    /** STC10-3 and STC11-3 of a claim know fewer entities than STC01-3. */
    private static final Set<String> ENTITIES_OF_FURTHER = Set.of("36", "40", "41", "AY", "PR");

    private final SegmentSink sink;
    private final String date;

    StatusSegments(SegmentSink sink, String date) {
        this.sink = sink;
        this.date = date;
    }

    void write(ClaimOutcome outcome, Money charge) throws IOException {
        Map<ClaimStatus, Set<String>> statuses = new LinkedHashMap<>();
        if (outcome.accepted()) {
            Set<String> messages = statuses.computeIfAbsent(ACCEPTED, status -> new LinkedHashSet<>());
            for (Finding finding : outcome.findings()) {
                messages.add(finding.message());
            }
        } else {
            for (Finding finding : outcome.findings()) {
                if (finding.isError()) {
                    ClaimStatus status = finding.status() == null ? SEE_THE_999 : finding.status();
                    if (statuses.containsKey(status) || statuses.size() < MOST_STATUSES) {
                        statuses.computeIfAbsent(status, each -> new LinkedHashSet<>())
                                .add(finding.message());
                    }
                }
            }
            if (statuses.isEmpty()) {
                statuses.put(SEE_THE_999, Set.of());
            }
        }
        List<ClaimStatus> codes = new ArrayList<>(statuses.keySet());
        int end;
        for (int at = 0; at < codes.size(); at = end) {
            end = at + 1;
            while (end < codes.size() && end - at < STATUSES_PER_SEGMENT && mayFollow(codes.get(end))) {
                end++;
            }
            List<ClaimStatus> some = codes.subList(at, end);
            Set<String> messages = new LinkedHashSet<>();
            some.forEach(code -> messages.addAll(statuses.get(code)));
            segment(outcome.accepted() ? "WQ" : "U", charge, some, String.join(" ", messages));
        }
    }

    /** Whether it may stand in STC10 or STC11 behind another; else it begins an STC of its own. */
    private static boolean mayFollow(ClaimStatus status) {
        return status.entity().isEmpty() || ENTITIES_OF_FURTHER.contains(status.entity());
    }

    private void segment(String action, Money charge, List<ClaimStatus> some, String message) throws IOException {
        sink.segment(
                "STC",
                composite(some, 0),
                date,
                action,
                charge.toX12(),
                "",
                "",
                "",
                "",
                "",
                composite(some, 1),
                composite(some, 2),
                sink.fit(message, LONGEST_MESSAGE));
    }

    private static Object composite(List<ClaimStatus> some, int index) {
        return index < some.size() ? composite(some.get(index)) : "";
    }

    static Object composite(ClaimStatus status) {
        return X12Writer.composite(status.category(), status.status(), status.entity());
    }
}
