package org.clearlane.simulator;

import java.util.List;
import java.util.Map;
import org.clearlane.x12.Delimiters;

/**
 * One simulated payer.
 *
 * @param id names its data folder, {@code [A-Za-z0-9_-]+}
 * @param payerIds the 2010BB NM109 values it answers for; empty means any
 * @param name as it stands in 277CA and 835
 * @param transport how it is reached
 * @param port on loopback; 0 takes a free one at the first start and keeps it
 * @param user for SFTP and HTTPS
 * @param password for SFTP and HTTPS
 * @param delimiters of its answers
 * @param isaQualifier ISA05 of its answers
 * @param isaId ISA06 and GS02 of its answers
 * @param taxId nine digits; TRN03 is 1 + this
 * @param speed its delays are divided by this
 * @param delayMillis how long each kind of answer takes, before {@code speed}
 * @param oneFilePerPayee whether each payee's 835 is a file of its own; otherwise one file holds an ST for each
 * @param scenarios how it treats claims
 * @param deliveries how its answers arrive
 */
public record PayerSettings(
        String id,
        List<String> payerIds,
        String name,
        Transport transport,
        int port,
        String user,
        String password,
        Delimiters delimiters,
        String isaQualifier,
        String isaId,
        String taxId,
        int speed,
        Map<AnswerKind, Long> delayMillis,
        boolean oneFilePerPayee,
        List<Scenario> scenarios,
        List<Delivery> deliveries) {

    public PayerSettings {
        payerIds = List.copyOf(payerIds);
        delayMillis = Map.copyOf(delayMillis);
        scenarios = List.copyOf(scenarios);
        deliveries = List.copyOf(deliveries);
    }

    /** How long after receipt this kind of answer is due. */
    long delayMillis(AnswerKind kind) {
        return scaled(delayMillis.getOrDefault(kind, 0L));
    }

    long scaled(long millis) {
        return millis / speed;
    }

    /** The id under which it answers: the first of {@link #payerIds}, or {@link #id}. */
    String payerId() {
        return payerIds.isEmpty() ? id : payerIds.getFirst();
    }
}
