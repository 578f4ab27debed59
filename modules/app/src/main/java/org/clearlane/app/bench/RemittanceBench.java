package org.clearlane.app.bench;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.clearlane.app.Home;
import org.clearlane.app.custody.CustodyCommand;
import org.clearlane.app.serve.Service;
import org.clearlane.app.serve.ServiceSettings;
import org.clearlane.generator.ClaimFileGenerator;
import org.clearlane.generator.GeneratedPayer;
import org.clearlane.generator.GeneratedPractice;
import org.clearlane.generator.GeneratorSettings;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.RemittanceBalance;
import org.clearlane.remittance.RunningSums;
import org.clearlane.store.Sql;
import org.clearlane.transactions.t835.ClaimGroup;
import org.clearlane.transactions.t835.RemittanceHead;
import org.clearlane.transactions.t835.RemittanceListener;
import org.clearlane.transactions.t835.RemittanceReader;
import org.clearlane.transactions.t835.RemittanceSumReader;
import org.clearlane.transactions.t835.SetEnd;

/**
 * One 835 that pays every claim of a generated file: read and balanced in memory beside the byte loop, then brought in by
 * the payer's folder and posted by the service, with fsync on, until every claim is paid and the practice has its part.
 */
final class RemittanceBench {

    private static final long LIMIT_SECONDS = 900;
    private static final String PAYER = "bench-payer";

    private final Path folder;
    private final PrintStream out;
    private final EngineBench engine;

    RemittanceBench(Path folder, PrintStream out, EngineBench engine) {
        this.folder = folder;
        this.out = out;
        this.engine = engine;
    }

    boolean run(List<Integer> sizes) throws Exception {
        boolean ok = true;
        try (Service service = Service.start(
                new ServiceSettings(
                        folder.resolve("data"), Home.config(), profiles(), Map.of(), "127.0.0.1", 0, null, null),
                Clock.systemUTC())) {
            out.printf("Java may use %,d MB of heap%n", Runtime.getRuntime().maxMemory() >> 20);
            int round = 1;
            for (int claims : sizes) {
                ok &= measure(service, claims, round++);
            }
            boolean holds = CustodyCommand.check(service.database(), folder.resolve("data"))
                    .ok();
            out.println("custody " + (holds ? "holds" : "IS BROKEN") + " afterwards");
            return ok && holds;
        }
    }

    private Path profiles() throws IOException {
        Path profiles = folder.resolve("profiles");
        Files.createDirectories(profiles.resolve("practices"));
        Files.createDirectories(profiles.resolve("payers"));
        for (String place : new String[] {"to-payer", "from-payer"}) {
            Files.createDirectories(folder.resolve(place));
        }
        Files.writeString(
                profiles.resolve("practices/bench.yaml"),
                """
                name: Bench Practice
                senderIds: [BENCH]
                npis: ["1234567893"]
                taxIds: ["999123456"]
                """);
        Files.writeString(
                profiles.resolve("payers/" + PAYER + ".yaml"),
                """
                name: Bench Payer
                payerIds: [ZZPAYER1]
                envelope: {senderId: CLEARLANE, receiverId: ZZPAYER1}
                batch: {window: 1ms, claimsPerSet: 5000}
                connection:
                  kind: folder
                  pollInterval: 100ms
                  settings: {outbound: %s, inbound: %s}
                """
                        .formatted(folder.resolve("to-payer"), folder.resolve("from-payer")));
        return profiles;
    }

    private boolean measure(Service service, int claims, int round) throws Exception {
        submit(service, claims, round);
        Path file = folder.resolve("remittance-" + round + ".edi");
        PaidBatch.write(folder.resolve("to-payer"), file, "B" + round + "X", round);
        byte[] bytes = Files.readAllBytes(file);
        out.printf("%,d claim payments in one 835, %.1f MB%n", claims, bytes.length / 1e6);
        engine.heading();
        engine.measure("835 read, balanced", bytes, claims, RemittanceBench::summed);
        engine.measure("835 as values", bytes, claims, RemittanceBench::modelled);
        bytes = null;
        try (LiveMemory memory = new LiveMemory()) {
            long start = System.nanoTime();
            Path inbound = folder.resolve("from-payer").resolve(file.getFileName());
            Files.move(file, inbound, StandardCopyOption.ATOMIC_MOVE);
            double received =
                    until(service, start, "select count(*) from answers where original_name = ?", name(inbound), 1);
            double posted = until(
                    service,
                    start,
                    "select count(*) from answers where original_name = ? and state <> 'RECEIVED'",
                    name(inbound),
                    1);
            double told = until(
                    service,
                    start,
                    """
                    select count(*) from deliveries d join answers a on a.id = d.answer_id
                    where a.original_name = ? and d.delivered_at is not null""",
                    name(inbound),
                    2);
            long paid = number(
                    service,
                    """
                    select count(*) from claim_payments p join remittances r on r.id = p.remittance_id
                    join answers a on a.id = r.answer_id where a.original_name = ? and p.posted""",
                    name(inbound));
            out.printf(
                    "read, balanced, matched and posted in %.1f s (%,.0f claims/s), in the mailbox after %.1f s; %,d posted; "
                            + "live heap at most %,d MB%n",
                    posted - received, claims / (posted - received), told - received, paid, memory.megabytes());
            return paid == claims;
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private void submit(Service service, int claims, int round) throws Exception {
        Path file = folder.resolve("claims-" + round + ".edi");
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file))) {
            new ClaimFileGenerator(round)
                    .write(
                            bytes,
                            GeneratorSettings.ofClaims(claims)
                                    .withSenderAndReceiver("BENCH", "CLEARLANE")
                                    .withPractice(
                                            new GeneratedPractice("BENCH PRACTICE", List.of("1234567893"), "999123456"))
                                    .withPayers(List.of(new GeneratedPayer("ZZPAYER1", "BENCH PAYER")))
                                    .withControlAndPrefix(round, "B" + round + "X"));
        }
        long start = System.nanoTime();
        Files.move(file, service.inbox().resolve("bench").resolve(name(file)), StandardCopyOption.ATOMIC_MOVE);
        until(
                service,
                start,
                """
                select count(*) from claims c join files f on f.id = c.file_id
                where f.original_name = ? and c.state = 'SENT'""",
                name(file),
                claims);
    }

    private static double until(Service service, long start, String sql, String file, long wanted)
            throws InterruptedException {
        while (number(service, sql, file) < wanted) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
                throw new IllegalStateException("not done within " + LIMIT_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static long number(Service service, String sql, String file) {
        return service.ledger().transact(tx -> Sql.number(tx.connection(), sql, file));
    }

    private static long summed(byte[] file) throws IOException {
        RunningSums sums = new RunningSums();
        RemittanceSumReader.read(new ByteArrayInputStream(file), sums);
        if (sums.payments() == 0 || sums.balancedPayments() < sums.payments()) {
            throw new IllegalStateException("the generated remittance does not balance");
        }
        return sums.claims();
    }

    private static long modelled(byte[] file) throws IOException {
        Modelled modelled = new Modelled();
        RemittanceReader.read(new ByteArrayInputStream(file), modelled);
        return modelled.claims;
    }

    /** Every claim as a value, added up and forgotten. */
    private static final class Modelled implements RemittanceListener {

        private RemittanceBalance balance;
        private long claims;

        @Override
        public void opened(RemittanceHead head) {
            balance = new RemittanceBalance(head.payment());
        }

        @Override
        public void group(ClaimGroup group) {
            balance.summary(group.summary());
        }

        @Override
        public void claim(ClaimPayment claim, List<Finding> problems) {
            balance.add(claim);
            claims++;
        }

        @Override
        public void closed(List<ProviderAdjustment> providerAdjustments, SetEnd end) {
            if (!balance.close(providerAdjustments).balanced()) {
                throw new IllegalStateException("the generated remittance does not balance");
            }
        }

        @Override
        public void problem(Finding finding) {}
    }
}
