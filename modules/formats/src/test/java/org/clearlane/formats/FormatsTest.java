package org.clearlane.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.SourceCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @TempDir
    Path config;

    @Test
    void shipsTheProfessionalTable() {
        try (Formats formats = Formats.load(Table.CONFIG)) {
            assertThat(formats.names()).contains("professional-csv");
            assertThat(formats.format("professional-csv").orElseThrow().title()).startsWith("Professional claims");
            assertThat(formats.format("unheard-of")).isEmpty();
        }
    }

    @Test
    void givesEveryFieldAColumnInTheProfessionalTable() throws IOException {
        String layout = Files.readString(Table.CONFIG.resolve("formats/professional-csv/format.yaml"));

        for (ClaimField field : ClaimField.values()) {
            assertThat(layout).contains("field: " + field.key() + "\n");
        }
    }

    @Test
    void readsAnotherLayoutWithoutAnyJava() throws IOException, URISyntaxException {
        try (Formats formats = Formats.load(resources())) {
            Result result = translate(
                    formats,
                    """
                    Gender;Surname;Member;Encounter no.;Dx;Fee;CPT;Date of service;Born
                    Female;ZZYLER;M1;E1;J06.9;"95,5";G0463;03/04/2026;
                    Female;ZZYLER;M1;E2;J06.9;95.50;G0463;03/04/2026;1980-02-03
                    """);

            assertThat(result.x12)
                    .contains("NM1*85*2*ZZHARBOR CLINIC*****XX*1234567893~")
                    .contains("CLM*E2*95.5***11:B:1*Y*A*Y*Y~")
                    .contains("DMG*D8*19800203*F~")
                    .contains("SV1*HC:G0463*95.5*UN*1***1~");
            assertThat(result.problems)
                    .extracting(Finding::code, Finding::cell)
                    .containsExactly(tuple("csv.cell.amount", new SourceCell(2, "Fee")));
        }
    }

    @Test
    void leavesOutOnlyTheRowASmooksConversionRefuses() throws IOException, URISyntaxException {
        try (Formats formats = Formats.load(resources())) {
            Result result = translate(
                    formats,
                    """
                    Date of service;CPT;Fee;Dx;Encounter no.;Member;Surname;Gender
                    03/04/2026;G0463;1;J06.9;E1;M1;ZZYLER;Male
                    03/04/2026;G0463;1;J06.9;E2;M1;ZZYLER;Undecided
                    03/04/2026;G0463;1;J06.9;E3;M1;ZZYLER;Female
                    """);

            assertThat(result.problems)
                    .extracting(Finding::code, Finding::cell)
                    .containsExactly(tuple("csv.row.unbindable", new SourceCell(3, "")));
            assertThat(result.leftOut).extracting(LeftOutClaim::claimNumber).containsExactly("E2");
            assertThat(result.x12).contains("CLM*E1*").doesNotContain("CLM*E2*").contains("CLM*E3*");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "separator: \";\"                # separator: \"x\"            # separator: must be",
                "title: One                      # titel: One                 # titel: is not a known key",
                "claimRows: [claimNumber]        # claimRows: [groupNumber]   # claimRows: groupNumber must be",
                "billingNpi:                     # billingNip:                # defaults.billingNip: is not a known field",
                "billingNpi:                     # groupName:                 # columns: no claim can be written without billingNpi",
                "field: serviceDate              # field: dateOfService       # columns[0].field: must be a known field",
                "heading: CPT                    # heading: fee               # columns[2].heading: must be there, and differ",
                "required: true                  # required: perhaps          # columns[0].required: must be true or false",
                "columns:                        # columnz:        # columns: must be a list",
            })
    void namesEachMistakeOfALayout(String good, String bad, String message) throws IOException, URISyntaxException {
        Path folder = Files.createDirectories(config.resolve("formats/broken"));
        Path source = resources().resolve("formats/swiss-army");
        Files.writeString(
                folder.resolve("format.yaml"),
                Files.readString(source.resolve("format.yaml")).replaceFirst(Pattern.quote(good), bad));
        Files.copy(source.resolve("smooks-config.xml"), folder.resolve("smooks-config.xml"));

        assertThatThrownBy(() -> Formats.load(config))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(FailureCode.CONFIGURATION))
                .hasMessageContaining("formats/broken/format.yaml: " + message);
    }

    @Test
    void namesAFieldThatSmooksDoesNotBindAndAFileThatIsMissing() throws IOException, URISyntaxException {
        Path folder = Files.createDirectories(config.resolve("formats/broken"));
        Path source = resources().resolve("formats/swiss-army");
        Files.copy(source.resolve("format.yaml"), folder.resolve("format.yaml"));
        Files.writeString(
                folder.resolve("smooks-config.xml"),
                Files.readString(source.resolve("smooks-config.xml"))
                        .replace("property=\"lineCharge\"", "property=\"fee\""));
        Files.createDirectories(config.resolve("formats/empty"));

        assertThatThrownBy(() -> Formats.load(config))
                .hasMessageContainingAll(
                        "formats/broken/smooks-config.xml: the field lineCharge is not bound",
                        "formats/empty/format.yaml: the file cannot be read",
                        "formats/empty/smooks-config.xml: the file cannot be read");
    }

    @Test
    void namesASmooksConfigurationThatIsNone() throws IOException, URISyntaxException {
        Path folder = Files.createDirectories(config.resolve("formats/broken"));
        Files.copy(resources().resolve("formats/swiss-army/format.yaml"), folder.resolve("format.yaml"));
        Files.writeString(folder.resolve("smooks-config.xml"), "<not-smooks/>");

        assertThatThrownBy(() -> Formats.load(config)).hasMessageContaining("formats/broken/smooks-config.xml: ");
    }

    @Test
    void loadsNothingFromAFolderThatIsNotThere() {
        try (Formats formats = Formats.load(config.resolve("nowhere"))) {
            assertThat(formats.names()).isEmpty();
        }
    }

    private record Result(String x12, List<Finding> problems, List<LeftOutClaim> leftOut) {}

    private static Result translate(Formats formats, String table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Translation translation = formats.format("swiss-army")
                .orElseThrow()
                .translate(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), out, Table.SETTINGS)) {
            return new Result(out.toString(StandardCharsets.ISO_8859_1), translation.problems(), translation.leftOut());
        }
    }

    private static Path resources() throws URISyntaxException {
        return Path.of(FormatsTest.class.getResource("/formats").toURI()).getParent();
    }
}
