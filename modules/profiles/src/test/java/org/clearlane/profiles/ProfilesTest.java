package org.clearlane.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.directory.Practice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {

    private static final String PRACTICE =
            """
            id: one
            name: One
            senderIds: [ONE01]
            npis: ["1234567893"]
            taxIds: ["012345678"]
            """;
    private static final String PAYER =
            """
            name: North
            payerIds: [NWH01]
            envelope:
              senderId: US
              receiverId: NORTH
            connection:
              kind: folder
            """;

    @TempDir
    Path config;

    @Test
    void fillsInDefaultsWhereAPayerFileIsSilent() throws IOException {
        write("payers/north.yaml", PAYER);

        PayerProfile payer = Profiles.load(config, Map.of()).payers().getFirst();

        assertThat(payer)
                .isEqualTo(new PayerProfile(
                        "north",
                        "North",
                        Set.of("NWH01"),
                        new PayerProfile.Envelope(
                                "ZZ", "US", "ZZ", "NORTH", "US", "NORTH", "North", "NORTH", "*:^~", false, 'P'),
                        new PayerProfile.Batch(Duration.ofSeconds(60), 5000),
                        new PayerProfile.Retry(8, Duration.ofSeconds(2), Duration.ofMinutes(5)),
                        new PayerProfile.ConnectionSettings("folder", Duration.ofSeconds(30), Map.of())));
    }

    @Test
    void mapsEveryKeyOfAPayerFile() throws IOException {
        write(
                "payers/p.yaml",
                """
                id: north
                name: Northwind
                payerIds: [NWH01, NWH02]
                kinds: [837I, 837D]
                envelope:
                  senderQualifier: "30"
                  senderId: SENDER
                  receiverQualifier: "01"
                  receiverId: RECEIVER
                  applicationSender: APPS
                  applicationReceiver: APPR
                  receiverName: NAME
                  receiverCode: CODE
                  delimiters: "|>!~"
                  lineBreaks: true
                  usage: T
                batch: {window: 250ms, claimsPerSet: 7}
                retry: {attempts: 3, firstDelay: 1s, longestDelay: 2h}
                connection:
                  kind: sftp
                  pollInterval: 5m
                  settings: {host: localhost, port: "${PORT}", password: "env:SECRET"}
                """);

        PayerProfile payer =
                Profiles.load(config, Map.of("PORT", "2222")).payerFor("NWH02").orElseThrow();

        assertThat(payer)
                .isEqualTo(new PayerProfile(
                        "north",
                        "Northwind",
                        Set.of("NWH01", "NWH02"),
                        Set.of(ClaimKind.INSTITUTIONAL, ClaimKind.DENTAL),
                        new PayerProfile.Envelope(
                                "30", "SENDER", "01", "RECEIVER", "APPS", "APPR", "NAME", "CODE", "|>!~", true, 'T'),
                        new PayerProfile.Batch(Duration.ofMillis(250), 7),
                        new PayerProfile.Retry(3, Duration.ofSeconds(1), Duration.ofHours(2)),
                        new PayerProfile.ConnectionSettings(
                                "sftp",
                                Duration.ofMinutes(5),
                                Map.of("host", "localhost", "port", "2222", "password", "env:SECRET")),
                        Optional.empty(),
                        PayerProfile.Deadlines.NONE));
    }

    @Test
    void saysWhoAllowedRemittancesThatDoNotBalance() throws IOException {
        write(
                "payers/north.yaml",
                """
                name: Northwind
                payerIds: [NWH01]
                envelope: {senderId: SENDER, receiverId: RECEIVER}
                connection: {kind: folder}
                allowUnbalanced: {by: R. Roe, since: "2026-09-01", reason: the payer rounds}
                """);

        PayerProfile payer = Profiles.load(config, Map.of()).payerFor("NWH01").orElseThrow();

        assertThat(payer.allowUnbalanced())
                .contains(new PayerProfile.UnbalancedAllowance(
                        "R. Roe", java.time.LocalDate.of(2026, 9, 1), "the payer rounds"));
    }

    @Test
    void mapsEveryKeyOfAPracticeFileAndFindsItByIdAndSender() throws IOException {
        write("practices/one.yaml", PRACTICE);

        Profiles profiles = Profiles.load(config, Map.of());

        Practice expected = new Practice("one", "One", Set.of("ONE01"), Set.of("1234567893"), Set.of("012345678"));
        assertThat(profiles.practices()).containsExactly(expected);
        assertThat(profiles.practice("one")).contains(expected);
        assertThat(profiles.practiceOfSender("ONE01          ")).contains(expected);
        assertThat(profiles.practiceOfSender("ANOTHER")).isEmpty();
        assertThat(profiles.payerFor("NWH01")).isEmpty();
    }

    @Test
    void knowsByWhichZoneAPracticeReadsClocks() throws IOException {
        write("practices/one.yaml", PRACTICE + "timeZone: America/Denver\n");

        assertThat(Profiles.load(config, Map.of()).practices().getFirst().timeZone())
                .isEqualTo(ZoneId.of("America/Denver"));
    }

    @Test
    void isEmptyWithoutFolders() {
        Profiles profiles = Profiles.load(config, Map.of());

        assertThat(profiles.practices()).isEmpty();
        assertThat(profiles.payers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "id: one;         id: One;                id;           lower-case",
                "name: One;       nam: One;               name;         is missing",
                "name: One;       nam: One;               nam;          not a known key",
                "[ONE01];         [ONE01LONGERTHAN15];    senderIds[0]; 1 to 15",
                "[ONE01];         [ONE01, ONE01];         senderIds[1]; twice",
                "[ONE01];         [];                     senderIds;    is missing",
                "[ONE01];         [{a: b}];               senderIds[0]; single value",
                "1234567893;      1234567890;             npis[0];      check digit",
                "1234567893;      12345;                  npis[0];      ten digits",
                "012345678;       12-345678;              taxIds[0];    nine digits",
                "name: One;       name: ${NOT_SET};       name;         ${NOT_SET} is not set",
                "name: One;       name: [a];              name;         single value",
                "id: one;         timeZone: EST;          timeZone;     IANA list",
                "id: one;         timeZone: america/new york; timeZone; America/New_York is meant",
            })
    void namesEachMistakeOfAPracticeFile(String good, String bad, String key, String message) throws IOException {
        write("practices/one.yaml", PRACTICE.replace(good, bad));

        assertThat(Profiles.check(config, Map.of()).all()).anySatisfy(mistake -> {
            assertThat(mistake.file()).isEqualTo("practices/one.yaml");
            assertThat(mistake.key()).isEqualTo(key);
            assertThat(mistake.message()).contains(message);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "envelope;           delimiters: '*:^';            envelope.delimiters;          four characters",
                "envelope;           delimiters: '*::~';           envelope.delimiters;          must differ",
                "envelope;           delimiters: 'A:^~';           envelope.delimiters;          cannot separate",
                "envelope;           usage: X;                     envelope.usage;               P or T",
                "envelope;           lineBreaks: maybe;            envelope.lineBreaks;          true or false",
                "envelope;           senderQualifier: QQ;          envelope.senderQualifier;     one of",
                "envelope;           applicationSender: TOOLONGFORGS0201; envelope.applicationSender; 2 to 15",
                "envelope;           colour: red;                  envelope.colour;              not a known key",
                "batch;              window: fast;                 batch.window;                 duration",
                "batch;              window: 0s;                   batch.window;                 duration",
                "batch;              claimsPerSet: 0;              batch.claimsPerSet;           whole number",
                "retry;              attempts: many;               retry.attempts;               whole number",
                "retry;              firstDelay: 2h;               retry.longestDelay;           shorter",
                "connection;         pollInterval: 30;             connection.pollInterval;      duration",
            })
    void namesEachMistakeOfAPayerFile(String section, String line, String key, String message) throws IOException {
        String text = PAYER.contains(section + ":")
                ? PAYER.replace(section + ":\n", section + ":\n  " + line + "\n")
                : PAYER + section + ":\n  " + line + "\n";
        write("payers/north.yaml", text);

        assertThat(Profiles.check(config, Map.of()).all()).singleElement().satisfies(mistake -> {
            assertThat(mistake.key()).isEqualTo(key);
            assertThat(mistake.message()).contains(message);
        });
    }

    @Test
    void refusesAKindOfClaimThatDoesNotExist() throws IOException {
        write("payers/north.yaml", PAYER + "kinds: [837P, 837X]\n");

        assertThat(Profiles.check(config, Map.of()).all()).singleElement().satisfies(mistake -> {
            assertThat(mistake.key()).isEqualTo("kinds");
            assertThat(mistake.message()).contains("837P, 837I or 837D, not 837X");
        });
    }

    @Test
    void refusesAConnectionOfUnknownKind() throws IOException {
        write("payers/north.yaml", PAYER.replace("kind: folder", "kind: pigeon"));

        assertThat(Profiles.check(config, Map.of()).all())
                .containsExactly(new ProfileMistakes.Mistake(
                        "payers/north.yaml", "connection.kind", "must be folder, sftp or https-core"));
    }

    @Test
    void refusesTwoPayersThatClaimTheSamePayerIdOrId() throws IOException {
        write("payers/a.yaml", "id: same\n" + PAYER);
        write("payers/b.yaml", "id: same\n" + PAYER);

        assertThat(Profiles.check(config, Map.of()).all())
                .containsExactly(
                        new ProfileMistakes.Mistake("payers/b.yaml", "id", "the payer same is also in payers/a.yaml"),
                        new ProfileMistakes.Mistake(
                                "payers/b.yaml", "payerIds", "the payer id NWH01 is also in payers/a.yaml"));
    }

    @Test
    void refusesTwoPracticesWithTheSameSenderOrNpi() throws IOException {
        write("practices/a.yaml", PRACTICE);
        write("practices/b.yaml", PRACTICE.replace("id: one", "id: two"));

        assertThat(Profiles.check(config, Map.of()).all())
                .extracting(ProfileMistakes.Mistake::key)
                .containsExactly("senderIds", "npis");
    }

    @Test
    void allowsTwoPracticesUnderOneTaxNumber() throws IOException {
        write("practices/a.yaml", PRACTICE);
        write(
                "practices/b.yaml",
                PRACTICE.replace("id: one", "id: two").replace("ONE01", "TWO01").replace("1234567893", "1234567802"));

        assertThat(Profiles.check(config, Map.of()).all()).isEmpty();
    }

    @Test
    void reportsAllMistakesOfAllFilesAtOnce() throws IOException {
        write("practices/a.yaml", PRACTICE.replace("1234567893", "1234567890").replace("name: One", "name:"));
        write("practices/b.yaml", "id: [unclosed\n");
        write("practices/c.yaml", "");
        write("practices/d.yaml", "name: A\nname: B\n");
        write("payers/north.yaml", PAYER.replace("receiverId: NORTH", "receiver: NORTH"));

        assertThatThrownBy(() -> Profiles.load(config, Map.of()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(FailureCode.CONFIGURATION))
                .hasMessageContainingAll(
                        "practices/a.yaml: npis[0]: ",
                        "practices/a.yaml: name: is missing",
                        "practices/b.yaml: not readable as YAML in line 2",
                        "practices/c.yaml: the file holds no keys",
                        "practices/d.yaml: not readable as YAML",
                        "payers/north.yaml: envelope.receiverId: is missing",
                        "payers/north.yaml: envelope.receiver: is not a known key");
    }

    @Test
    void readsTheExamplesShownInTheReadmes() throws IOException {
        Path root = Path.of(System.getProperty("clearlane.root"));
        write("practices/example.yaml", example(root.resolve("config/practices/README.md")));
        write("payers/example.yaml", example(root.resolve("config/payers/README.md")));

        assertThat(Profiles.check(config, Map.of("NORTHWIND_PORT", "22")).all()).isEmpty();
    }

    @Test
    void readsTheDemoProfilesOnceTheirPlacesAreFilledIn() throws IOException {
        Path demo = Path.of(System.getProperty("clearlane.root")).resolve("samples/demo");
        Map<String, String> places = new HashMap<>();
        try (Stream<Path> payers = Files.list(demo.resolve("payers"))) {
            for (Path payer : payers.toList()) {
                Matcher place = Pattern.compile("\\$\\{(\\w+)}").matcher(Files.readString(payer));
                while (place.find()) {
                    places.put(place.group(1), place.group(1).endsWith("PORT") ? "2222" : "/somewhere");
                }
            }
        }

        Profiles profiles = Profiles.load(demo, places);

        assertThat(profiles.practices())
                .extracting(Practice::id)
                .containsExactly(
                        "harbor-pediatrics",
                        "lakeside-family",
                        "north-shore-hospital",
                        "summit-orthopedics",
                        "willow-dental");
        assertThat(profiles.payers())
                .extracting(PayerProfile::id)
                .containsExactly("blue-harbor", "cedar-point", "northwind");
    }

    private static String example(Path readme) throws IOException {
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(readme));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private void write(String name, String text) throws IOException {
        Path file = config.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
