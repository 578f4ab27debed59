package org.clearlane.app.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.clearlane.store.Sql;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** A generated file through the real service: folder door, embedded PostgreSQL with fsync, embedded broker, folder payer. */
final class JourneyBench {

    private static final long LIMIT_SECONDS = 900;

    private final Path folder;
    private final PrintStream out;

    JourneyBench(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    boolean run(List<Integer> sizes) throws Exception {
        Path profiles = profiles();
        boolean ok = true;
        try (Service service = Service.start(
                new ServiceSettings(
                        folder.resolve("data"), Home.config(), profiles, Map.of(), "127.0.0.1", 0, null, null),
                Clock.systemUTC())) {
            measure(service, 200, 1);
            out.println(
                    "  claims   MB  judged s  claims/s  mailbox s  at payer s  live heap MB  bare COPY rows/s  share of COPY");
            int round = 2;
            for (int claims : sizes) {
                out.println(measure(service, claims, round++));
            }
            ok = CustodyCommand.check(service.database(), folder.resolve("data"))
                    .ok();
            out.println("custody " + (ok ? "holds" : "IS BROKEN") + " afterwards");
        }
        return ok;
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
                profiles.resolve("payers/bench-payer.yaml"),
                """
                name: Bench Payer
                payerIds: [ZZPAYER1]
                envelope: {senderId: CLEARLANE, receiverId: ZZPAYER1}
                batch: {window: 1ms, claimsPerSet: 5000}
                connection:
                  kind: folder
                  settings: {outbound: %s, inbound: %s}
                """
                        .formatted(folder.resolve("to-payer"), folder.resolve("from-payer")));
        return profiles;
    }

    private String measure(Service service, int claims, int round) throws Exception {
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
        Path inbox = service.inbox().resolve("bench");
        long size = Files.size(file);
        try (LiveMemory memory = new LiveMemory()) {
            long start = System.nanoTime();
            Files.move(file, inbox.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            double received = until(service, start, "select count(*) from files where original_name = ?", file, 1);
            double judged = until(
                    service, start, "select count(*) from files where original_name = ? and state = 'JUDGED'", file, 1);
            double mailbox = until(
                    service,
                    start,
                    """
                    select count(*) from deliveries d join files f on f.id = d.file_id
                    where f.original_name = ? and d.kind in ('TA1', '999', '277CA') and d.delivered_at is not null""",
                    file,
                    3);
            double sent = until(
                    service,
                    start,
                    """
                    select count(*) from claims c join files f on f.id = c.file_id
                    where f.original_name = ? and c.state = 'SENT'""",
                    file,
                    claims);
            double copy = bareCopy(service);
            double rate = claims / (sent - received);
            return "%,8d %4.1f %9.2f %9.0f %10.2f %11.2f %13d %17.0f %14.2f"
                    .formatted(
                            claims,
                            size / 1e6,
                            judged - received,
                            claims / (judged - received),
                            mailbox - received,
                            sent - received,
                            memory.megabytes(),
                            copy,
                            rate / copy);
        }
    }

    private static double until(Service service, long start, String sql, Path file, long wanted)
            throws InterruptedException {
        while (service.ledger()
                        .transact(tx -> Sql.number(
                                tx.connection(), sql, file.getFileName().toString()))
                < wanted) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
                throw new IllegalStateException("not done within " + LIMIT_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** The same rows, copied as they are into a table without row security, with the same indexes: rows a second. */
    private static double bareCopy(Service service) throws SQLException, IOException {
        try (Connection connection = service.ledger().session();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table bare (like claims including indexes) on commit drop");
            byte[] rows = copyOut(connection);
            long start = System.nanoTime();
            long copied = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bare from stdin", new java.io.ByteArrayInputStream(rows));
            double seconds = (System.nanoTime() - start) / 1e9;
            connection.rollback();
            return copied / seconds;
        }
    }

    private static byte[] copyOut(Connection connection) throws SQLException, IOException {
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select * from claims order by id desc limit 20000) to stdout");
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            all.write(row);
        }
        return all.toByteArray();
    }
}
