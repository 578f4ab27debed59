package org.clearlane.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the payers of a {@link SimulatorSettings}. Stopping and starting again on the same data folder goes on where it
 * stopped: same ports, same keys, same journal, and answers still owed are given.
 *
 * <p>Safe for use by several threads.
 */
public final class PayerSimulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PayerSimulator.class);
    private static final long ROUND_MILLIS = 25;

    private final Map<String, SimulatedPayer> payers = new LinkedHashMap<>();
    private final ScheduledExecutorService rounds;

    private PayerSimulator(SimulatorSettings settings, Clock clock) throws IOException {
        for (PayerSettings payer : settings.payers()) {
            payers.put(payer.id(), new SimulatedPayer(settings.seed(), payer, settings.data(), clock));
        }
        rounds = Executors.newScheduledThreadPool(
                Math.min(4, payers.size()),
                Thread.ofPlatform().daemon().name("payer-simulator-", 0).factory());
    }

    /**
     * Starts every payer; all of them can be reached when this returns.
     *
     * @param clock tells when things were received and when answers are due
     * @throws IOException when a folder cannot be written or a port not be had; nothing is left running then
     */
    public static PayerSimulator start(SimulatorSettings settings, Clock clock) throws IOException {
        PayerSimulator simulator = new PayerSimulator(settings, clock);
        try {
            for (SimulatedPayer payer : simulator.payers.values()) {
                payer.open();
            }
        } catch (IOException e) {
            simulator.stop();
            throw e;
        }
        simulator.payers.forEach((id, payer) -> simulator.rounds.scheduleWithFixedDelay(
                () -> round(id, payer), 0, ROUND_MILLIS, TimeUnit.MILLISECONDS));
        return simulator;
    }

    private static void round(String id, SimulatedPayer payer) {
        try {
            payer.work();
        } catch (IOException | RuntimeException e) {
            // The next round tries again; a payer that gives up for ever would look like a silent one.
            LOG.error("payer {}: a round failed", id, e);
        }
    }

    /** Stops every payer; what is in hand is finished, what is owed waits on disk. */
    public void stop() {
        rounds.shutdown();
        try {
            if (!rounds.awaitTermination(30, TimeUnit.SECONDS)) {
                rounds.shutdownNow();
            }
        } catch (InterruptedException e) {
            rounds.shutdownNow();
            Thread.currentThread().interrupt();
        }
        for (Map.Entry<String, SimulatedPayer> payer : payers.entrySet()) {
            try {
                payer.getValue().close();
            } catch (IOException e) {
                LOG.warn("payer {} did not stop cleanly", payer.getKey(), e);
            }
        }
    }

    /** As {@link #stop()}. */
    @Override
    public void close() {
        stop();
    }

    /** The payers' ids, in the order of the settings. */
    public List<String> payers() {
        return List.copyOf(payers.keySet());
    }

    /** How a payer is reached. */
    public PayerEndpoint endpoint(String payerId) {
        return payer(payerId).endpoint();
    }

    /** How every payer is reached, in the order of the settings. */
    public Map<String, PayerEndpoint> endpoints() {
        Map<String, PayerEndpoint> endpoints = new LinkedHashMap<>();
        payers.forEach((id, payer) -> endpoints.put(id, payer.endpoint()));
        return endpoints;
    }

    /** Begins or ends an outage: connections refused, folders gone, nothing taken and nothing handed out. */
    public void setDown(String payerId, boolean down) throws IOException {
        payer(payerId).setDown(down);
    }

    /**
     * The next so many hand-overs to an HTTPS or SFTP payer take effect, and the connection ends without a reply.
     *
     * @throws IllegalArgumentException for a payer that is a folder
     */
    public void acceptThenCut(String payerId, int times) {
        payer(payerId).acceptThenCut(times);
    }

    /** What a payer has received, oldest first. */
    public List<JournalLine> journal(String payerId) {
        return payer(payerId).journalLines();
    }

    /** Every claim a payer has taken, oldest first. */
    public List<JournaledClaim> claims(String payerId) {
        try {
            return payer(payerId).journaledClaims();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether no payer has anything left to take, to write or to hand out, now or later. */
    public boolean isQuiet() {
        List<SimulatedPayer> all = new ArrayList<>(payers.values());
        try {
            for (SimulatedPayer payer : all) {
                if (!payer.isQuiet()) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SimulatedPayer payer(String id) {
        SimulatedPayer payer = payers.get(id);
        if (payer == null) {
            throw new IllegalArgumentException("no payer " + id);
        }
        return payer;
    }
}
