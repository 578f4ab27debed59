package org.clearlane.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million claims are checked in the memory a test has, which could not hold them. */
@Tag("slow")
class VolumeTest {

    private static final int SETS = 200;
    private static final int CLAIMS_PER_SET = 5_000;
    private static final int CLAIMS = SETS * CLAIMS_PER_SET;

    private static final String ISA =
            "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260301*0900*^*00501*%09d*0*P*:~";

    @TempDir
    private Path archive;

    @Test
    void checksAMillionClaims() throws Exception {
        try (LedgerServer server = LedgerServer.start();
                Connection owner = server.original()) {
            fill(owner);
            long before = System.nanoTime();
            CustodyReport report = new CustodyCheck(owner, archive, null, List.of()).run();
            long millis = (System.nanoTime() - before) / 1_000_000;

            System.out.println("custody of " + CLAIMS + " claims checked in " + millis + " ms");
            assertThat(report.ok()).as(report.toText()).isTrue();
            assertThat(report.claims()).isEqualTo(new CustodySum(CLAIMS, CLAIMS, 0, 0, 0));
            assertThat(report.charges().in()).isEqualTo(CLAIMS * 12_345L);
        }
    }

    private void fill(Connection owner) throws SQLException, IOException {
        String file = keep(out -> {
            out.printf(ISA, 1);
            out.print("GS*HC*A*B*20260301*0900*1*X*005010X222A1~");
            for (int set = 0; set < SETS; set++) {
                set(out, set, "");
            }
            out.printf("GE*%d*1~IEA*1*000000001~", SETS);
        });
        execute(
                owner,
                """
                insert into practices (id, name) values ('p', 'P');
                insert into files (id, practice_id, door, original_name, arrival, sha256, size_bytes, archive_key, state,
                    verdict, format, claims_total, claims_accepted, charge_cents, received_at)
                values ('file_1', 'p', 'api', 'x', 'x', '%1$s', %2$d, '%1$s', 'JUDGED', 'ACCEPTED', 'x12', %3$d, %3$d,
                    %3$d::bigint * 12345, now());
                insert into interchanges (id, file_id, practice_id, ordinal, sender, receiver, control, usage, separators,
                    ta1_code) values ('int_1', 'file_1', 'p', 1, 'A', 'B', '000000001', 'P', '*:^~', 'A');
                insert into transaction_sets (id, interchange_id, file_id, practice_id, group_control, version,
                    set_control, bht03, bht06, kind, ack, claims_total, claims_accepted, charge_cents)
                select 'set_' || lpad(n::text, 6, '0'), 'int_1', 'file_1', 'p', '1', '005010X222A1',
                    lpad((n + 1)::text, 4, '0'), '', 'CH', '837P', 'A', %4$d, %4$d, %4$d * 12345
                from generate_series(0, %5$d - 1) n;
                insert into claims (id, practice_id, file_id, set_id, ordinal, patient_control_number, charge_cents,
                    frequency, payer_claim_number, billing_npi, tax_id, payer_code, payer_id, test, position,
                    provider_offset, provider_length, subscriber_offset, subscriber_length, claim_offset, claim_length,
                    state, outbound_id, received_at, state_since)
                select 'clm_' || lpad(n::text, 16, '0'), 'p', 'file_1', 'set_' || lpad((n / %4$d)::text, 6, '0'), n, n::text,
                    12345, '1', '', '', '', 'A', 'acme', false, 1, 0, 0, 0, 0, 0, 0, 'SENT',
                    'ich_' || lpad((n / %4$d)::text, 6, '0'), now(), now()
                from generate_series(0, %3$d - 1) n;
                insert into claim_events (claim_id, practice_id, at, from_state, to_state, cause, actor, evidence)
                select 'clm_' || lpad(n::text, 16, '0'), 'p', now(), m.f, m.t, m.c, 'clearlane', ''
                from generate_series(0, %3$d - 1) n, (values (1, 'RECEIVED', 'QUEUED', 'judged'),
                    (2, 'QUEUED', 'BATCHED', 'batched'), (3, 'BATCHED', 'SENT', 'sent')) m (o, f, t, c) order by n, m.o;
                insert into submissions (claim_id, outbound_id, practice_id, set_control, position)
                select id, outbound_id, 'p', lpad((substr(set_id, 5)::int + 1)::text, 4, '0'), 1 from claims;
                """
                        .formatted(file, size(file), CLAIMS, CLAIMS_PER_SET, SETS));
        for (int set = 0; set < SETS; set++) {
            int number = set;
            String key = keep(out -> {
                out.printf(ISA, number + 1);
                out.printf("GS*HC*A*B*20260301*0900*%d*X*005010X222A1~", number + 1);
                set(out, number, "D9");
                out.printf("GE*1*%d~IEA*1*%09d~", number + 1, number + 1);
            });
            execute(
                    owner,
                    """
                    insert into outbound_interchanges (id, payer_id, control, group_control, usage, name, payload_id,
                        archive_key, sha256, size_bytes, claims_total, charge_cents, state, created_at)
                    values ('ich_%1$06d', 'acme', %2$d, %2$d, 'P', '%2$d', gen_random_uuid(), '%3$s', '%3$s', %4$d, %5$d,
                        %5$d * 12345, 'SENT', now());
                    insert into outbound_sets (outbound_id, set_control, bht03, claims_total, charge_cents)
                    values ('ich_%1$06d', '%2$04d', '', %5$d, %5$d * 12345)"""
                            .formatted(set, set + 1, key, size(key), CLAIMS_PER_SET));
        }
        execute(owner, "analyze");
    }

    private static void set(PrintStream out, int set, String reference) {
        out.printf("ST*837*%04d~", set + 1);
        for (int i = 0; i < CLAIMS_PER_SET; i++) {
            int number = set * CLAIMS_PER_SET + i;
            out.print("CLM*" + number + "*123.45***11:B:1*Y*A*Y*Y~");
            if (!reference.isEmpty()) {
                out.print("REF*" + reference + "*" + ("%016d".formatted(number)) + "~");
            }
        }
        int segments = (reference.isEmpty() ? 1 : 2) * CLAIMS_PER_SET + 2;
        out.printf("SE*%d*%04d~", segments, set + 1);
    }

    private String keep(Consumer<PrintStream> content) throws IOException {
        Path part = Files.createTempFile(archive, "kept", ".part");
        try (OutputStream file = Files.newOutputStream(part);
                PrintStream out =
                        new PrintStream(new BufferedOutputStream(file, 1 << 16), false, StandardCharsets.ISO_8859_1)) {
            content.accept(out);
        }
        String key = ArchiveFolder.inspect(part).sha256();
        Path kept = archive.resolve(key.substring(0, 2)).resolve(key);
        Files.createDirectories(kept.getParent());
        Files.move(part, kept);
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("r--------"));
        return key;
    }

    private long size(String key) throws IOException {
        return Files.size(archive.resolve(key.substring(0, 2)).resolve(key));
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
