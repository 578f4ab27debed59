package org.clearlane.app.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.clearlane.app.Told;
import org.clearlane.store.ledger.WorkQueue;
import org.clearlane.store.ledger.WorkQueueReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Queues with the claims and dollars inside them. */
@Command(
        name = "queues",
        description = {
            "Lists queues: the claims and dollars inside each, what waits, what is tried again, what needs a decision.",
            "Claims of a queue by their ids: clearlane queues --claims dispatch.batch.PAYER"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class QueuesCommand implements Callable<Integer> {

    private static final int MOST = 1_000;

    @Mixin
    private LedgerAccess access;

    @Option(names = "--claims", paramLabel = "QUEUE", description = "the claims inside this one, at most " + MOST)
    private String inside;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Override
    public Integer call() {
        return inside == null ? queues() : claims();
    }

    private int queues() {
        Instant now = Instant.now();
        List<Map<String, Object>> all = new ArrayList<>();
        for (WorkQueue queue : access.with(ledger -> ledger.transact(tx -> WorkQueueReading.all(tx.connection())))) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("queue", queue.name());
            row.put("state", queue.state(now));
            row.put("claims", queue.claims());
            row.put("charge", queue.charge().toString());
            row.put("files", queue.files());
            row.put("waiting", queue.waiting());
            row.put("underWay", queue.underWay());
            row.put("triedAgain", queue.failing());
            row.put("needDecision", queue.parked());
            if (queue.oldest() != null) {
                row.put("oldestSince", queue.oldest().toString());
            }
            all.add(row);
        }
        if (json) {
            System.out.println(Told.json(all));
        } else {
            all.forEach(row -> System.out.printf(
                    "%-34s %-16s %7s claims %14s  %s waiting, %s under way, %s tried again, %s to decide%s%n",
                    row.get("queue"),
                    row.get("state"),
                    row.get("claims"),
                    row.get("charge"),
                    row.get("waiting"),
                    row.get("underWay"),
                    row.get("triedAgain"),
                    row.get("needDecision"),
                    row.get("oldestSince") == null ? "" : ", oldest " + row.get("oldestSince")));
        }
        return 0;
    }

    private int claims() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (WorkQueueReading.QueuedClaim claim : access.with(
                ledger -> ledger.transact(tx -> WorkQueueReading.claims(tx.connection(), inside, "", MOST)))) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", claim.id());
            row.put("practice", claim.practiceId());
            row.put("state", claim.state().name());
            row.put("charge", claim.charge().toString());
            row.put("since", claim.since().toString());
            all.add(row);
        }
        if (json) {
            System.out.println(Told.json(all));
        } else {
            all.forEach(row -> System.out.printf(
                    "%s  %-16s %-16s %12s  since %s%n",
                    row.get("id"), row.get("practice"), row.get("state"), row.get("charge"), row.get("since")));
        }
        return 0;
    }
}
