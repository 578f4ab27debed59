package org.clearlane.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.app.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a practice that sends tables is told: its own rows and columns. */
class TableValidationTest {

    private static final Path HARBOR =
            CommandRun.ROOT.resolve("samples/demo/files/harbor-pediatrics/claims-20260924.csv");

    @TempDir
    Path folder;

    @Test
    void saysWhatIsWrongInRowAndColumn() {
        CommandRun run = run(HARBOR);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("partial, 12 claims, 11 accepted, 1 rejected")
                .contains("claim HP-26007, row 9, column diagnosis_1 [")
                .doesNotContain("interchange");
    }

    @Test
    void addsRowAndColumnToTheContractOfTheJsonForm() throws IOException {
        JsonNode file = new ObjectMapper().readTree(run("--json", HARBOR).out());

        assertThat(file.fieldNames()).toIterable().containsExactly("file", "verdict", "claims", "interchanges");
        JsonNode finding = file.at("/interchanges/0/groups/0/transactions/0/findings/0");
        assertThat(finding.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "code",
                        "snip",
                        "severity",
                        "claim",
                        "loop",
                        "segment",
                        "position",
                        "element",
                        "component",
                        "repeat",
                        "row",
                        "column",
                        "ack",
                        "status",
                        "message",
                        "mend");
        assertThat(finding.get("claim").asText()).isEqualTo("HP-26007");
        assertThat(finding.get("row").asInt()).isEqualTo(9);
        assertThat(finding.get("column").asText()).isEqualTo("diagnosis_1");
    }

    @Test
    void countsAClaimThatCannotBecomeX12AsRejectedAndSaysWhy() throws IOException {
        // Row 2 is claim HP-26001, whose one line has this service date.
        Path table = edited(2, "2026-02-24", "yesterday");

        CommandRun text = run(table);
        JsonNode file = new ObjectMapper().readTree(run("--json", table).out());

        assertThat(text.code()).isEqualTo(1);
        assertThat(text.out())
                .contains("partial, 12 claims, 10 accepted, 2 rejected")
                .contains("claim HP-26001, row 2, column service_date [csv.cell.date, SNIP 1]");
        assertThat(file.get("claims")).hasToString("{\"total\":12,\"accepted\":10,\"rejected\":2}");
        assertThat(file.at("/findings/0/claim").asText()).isEqualTo("HP-26001");
        assertThat(file.at("/findings/0/row").asInt()).isEqualTo(2);
        assertThat(file.at("/findings/0/column").asText()).isEqualTo("service_date");
    }

    @Test
    void refusesAClaimWhoseRowsStandInTwoPlaces() throws IOException {
        List<String> rows = new ArrayList<>(Files.readAllLines(HARBOR));
        // Rows 3 and 4 are HP-26002. Row 3 alone is made a claim nothing is wrong with; row 4 goes to the end, row 20.
        assertThat(rows.get(2)).startsWith("HP-26002,11,146.50,");
        rows.set(2, rows.get(2).replace("146.50", "119.50"));
        rows.add(rows.remove(3));
        Path table = Files.write(folder.resolve("apart.csv"), rows);

        CommandRun run = run(table);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("claim HP-26002, row 20, column claim_number [csv.claim.apart, SNIP 1]")
                // HP-26007 and both parts of HP-26002: what came behind counts as a claim of its own.
                .contains("13 claims, 10 accepted, 3 rejected");
    }

    @Test
    void isUnreadableWhereAColumnIsMissing() throws IOException {
        Path table = edited(1, "subscriber_id", "member");

        CommandRun run = run(table);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("unreadable").contains("row 1, column subscriber_id");
    }

    @Test
    void writesTheAnswersForATableToo() throws IOException {
        Path acks = folder.resolve("acks");

        run("--acks", acks, HARBOR);

        assertThat(acks.resolve("claims-20260924.ta1.edi")).exists();
        assertThat(Files.readString(acks.resolve("claims-20260924.999.edi"))).contains("AK9*A*1*1*1~");
        assertThat(Files.readString(acks.resolve("claims-20260924.277ca.edi")))
                .contains("TRN*2*HP-26007~")
                .contains("QTY*90*11~")
                .contains("QTY*AA*1~");
    }

    @Test
    void knowsATableByItsContentWhateverItsName() throws IOException {
        Path misnamed = Files.copy(HARBOR, folder.resolve("claims.edi"));

        assertThat(run(misnamed).out()).contains("read as professional-csv");
    }

    private Path edited(int row, String what, String by) throws IOException {
        List<String> rows = new ArrayList<>(Files.readAllLines(HARBOR));
        assertThat(rows.get(row - 1)).contains(what);
        rows.set(row - 1, rows.get(row - 1).replace(what, by));
        return Files.write(folder.resolve("edited.csv"), rows);
    }

    private static CommandRun run(Object... arguments) {
        Clock clock = Clock.fixed(Instant.parse("2026-09-25T12:00:00Z"), ZoneOffset.UTC);
        return CommandRun.of(new ValidateCommand(clock, CommandRun.ROOT.resolve("config")), arguments);
    }
}
