package org.clearlane.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TranslateCommandTest {

    private static final String HEADING = "claim_number,place_of_service,billing_name,billing_npi,billing_tax_id,"
            + "billing_address,billing_city,billing_state,billing_zip,payer_name,payer_id,subscriber_id,"
            + "subscriber_last_name,diagnosis_1,service_date,procedure_code,line_charge,units,diagnosis_pointers\n";
    private static final String ROW = "%s,11,ZZHARBOR,1234567893,990000001,1 PIER,PORTLAND,ME,041010001,NORTHWIND,"
            + "NWH01,M1,ZZYLER,J06.9,%s,G0463,120.00,1,1\n";
    private static final Path CONFIG =
            Path.of(System.getProperty("clearlane.root")).resolve("config");

    @TempDir
    Path folder;

    private Path file;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("claims.csv");
    }

    @Test
    void writesThe837ToStdoutAndExitsWithZero() throws IOException {
        Files.writeString(file, HEADING + ROW.formatted("C1", "2026-03-04"));

        assertThat(run("--format", "professional-csv")).isZero();

        assertThat(text(out))
                .startsWith("ISA*00*          *00*          *ZZ*CLEARLANE      *ZZ*CLEARLANE      *260708*0910*^*")
                .contains("~CLM*C1*120***11:B:1*Y*A*Y*Y~")
                .endsWith("~IEA*1*000000001~");
        assertThat(text(err)).contains("1 claims with 1 lines for 120.00 written, 0 claims left out");
    }

    @Test
    void exitsWithOneAndNamesWhatWasLeftOutWithoutItsValues() throws IOException {
        Files.writeString(file, HEADING + ROW.formatted("C1", "2026-03-04") + ROW.formatted("C2", "someday"));

        assertThat(run("--format", "professional-csv")).isEqualTo(1);

        assertThat(text(out)).contains("CLM*C1*").doesNotContain("CLM*C2*");
        assertThat(text(err))
                .contains("error: row 3, column service_date: The date cannot be read.")
                .contains("left out: claim C2, rows 3 to 3, 120.00")
                .doesNotContain("someday");
    }

    @Test
    void exitsWithTwoForATableItCannotReadAndWritesNoFile() throws IOException {
        Files.writeString(file, "a,b\n1,2\n");
        Path target = folder.resolve("out.edi");

        assertThat(run("--format", "professional-csv", "-o", target.toString())).isEqualTo(2);

        assertThat(folder).isDirectoryNotContaining("glob:**out.edi*");
        assertThat(text(err)).contains("csv.heading.unknown");
    }

    @Test
    void exitsWithTwoForAFileOrFormatOrPayerThatIsNotThere() throws IOException {
        assertThat(run("--format", "professional-csv")).isEqualTo(2);
        Files.writeString(file, HEADING);
        assertThat(run("--format", "papyrus")).isEqualTo(2);
        assertThat(run("--format", "professional-csv", "--payer", "nobody")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);

        assertThat(text(err))
                .contains("the file cannot be read")
                .contains("there is no format papyrus; known: professional-csv")
                .contains("there is no payer nobody")
                .contains("Missing required option: '--format=NAME'");
    }

    @Test
    void writesAsThePayersProfileSays() throws IOException {
        Path config = folder.resolve("config");
        copy(CONFIG.resolve("formats/professional-csv"), config.resolve("formats/professional-csv"));
        Files.createDirectories(config.resolve("payers"));
        Files.writeString(
                config.resolve("payers/north.yaml"),
                """
                name: NORTHWIND
                payerIds: [NWH01]
                envelope: {senderId: US, receiverId: NORTH, delimiters: "|>!~", usage: T}
                connection: {kind: folder}
                """);
        Files.writeString(file, HEADING + ROW.formatted("C1", "2026-03-04"));
        Path target = folder.resolve("out.edi");

        int code = new CommandLine(command())
                .execute(
                        file.toString(),
                        "--format",
                        "professional-csv",
                        "--config",
                        config.toString(),
                        "--payer",
                        "NWH01",
                        "-o",
                        target.toString());

        assertThat(code).isZero();
        assertThat(Files.readString(target))
                .startsWith("ISA|00|          |00|          |ZZ|US             |ZZ|NORTH          |260708|0910|!|")
                .contains("|1|T|>~")
                .contains("~NM1|40|2|NORTHWIND|||||46|NORTH~");
    }

    @Test
    void exitsWithThreeWhenTheConfigurationIsBroken() throws IOException {
        Files.writeString(file, HEADING);
        Path broken = Files.createDirectories(folder.resolve("config/formats/broken"));

        int code = new CommandLine(command())
                .execute(
                        file.toString(),
                        "--format",
                        "professional-csv",
                        "--config",
                        broken.resolve("../..").toString());

        assertThat(code).isEqualTo(3);
        assertThat(text(err)).contains("formats/broken/format.yaml: the file cannot be read");
    }

    private int run(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = file.toString();
        System.arraycopy(more, 0, args, 1, more.length);
        args[args.length - 2] = "--config";
        args[args.length - 1] = CONFIG.toString();
        CommandLine line = new CommandLine(command());
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        return line.execute(args);
    }

    private TranslateCommand command() {
        return new TranslateCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.fixed(Instant.parse("2026-07-08T09:10:11Z"), ZoneOffset.UTC));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : new String[] {"format.yaml", "smooks-config.xml"}) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }
}
