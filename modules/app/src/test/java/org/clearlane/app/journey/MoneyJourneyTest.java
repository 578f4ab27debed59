package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.app.journey.ClaimFile.NORTHWIND;
import static org.clearlane.app.journey.PayerDecision.cents;
import static org.clearlane.app.journey.PayerDecision.dollars;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.clearlane.app.CommandRun;
import org.clearlane.app.Main;
import org.clearlane.app.remit.RemitsCommand;
import org.clearlane.app.validate.ValidateCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Money behind the remittance, by the commands people use beside the running service: banks, denials, second payers, fees. */
@ExtendWith(OneHouse.class)
class MoneyJourneyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the simulated payers of these tests take off for the patient, in cents. */
    private static final long COPAY = 500;

    private final House house;

    @TempDir
    private Path folder;

    MoneyJourneyTest(House house) {
        this.house = house;
    }

    private CommandRun run(Object... arguments) {
        return CommandRun.of(
                new Main(),
                Stream.concat(Arrays.stream(arguments), Stream.of("--data", house.data()))
                        .toArray());
    }

    private CommandRun configured(Object... arguments) {
        return run(Stream.concat(Arrays.stream(arguments), Stream.of("--config", house.config()))
                .toArray());
    }

    private static List<JsonNode> rows(CommandRun run, String column, String value) throws Exception {
        assertThat(run.code()).as(run.err()).isZero();
        return StreamSupport.stream(JSON.readTree(run.out()).spliterator(), false)
                .filter(row -> row.get(column).asText().equals(value))
                .toList();
    }

    /** A claim for Northwind that it has decided. */
    private ClaimFile decided(String prefix, String state) throws Exception {
        ClaimFile file = ClaimFile.of(prefix, 1, NORTHWIND);
        house.awaitStates(house.dropAndAwaitJudged(file), state);
        return file;
    }

    private PayerDecision decision(ClaimFile file) throws Exception {
        return PayerDecision.of(
                house.data().resolve("simulator"), "NWH01", file.numbers().getFirst());
    }

    private JsonNode entry(PayerDecision decision) throws Exception {
        return rows(run("eft", "list", "--limit", 1000, "--json"), "trace", decision.trace())
                .getFirst();
    }

    /** Our id of the 835 with this trace, as {@code remits list} says it. */
    private String remittance(PayerDecision decision) throws Exception {
        JsonNode row = rows(run("remits", "list", "--limit", 1000, "--json"), "trace", decision.trace())
                .getFirst();
        assertThat(row.get("state").asText()).isEqualTo("POSTED");
        assertThat(row.get("amount").asText()).isEqualTo(dollars(decision.total()));
        return row.get("id").asText();
    }

    private Path write(String name, byte[] bytes) throws Exception {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void joinsABanksEntryWithTheRemittanceWhoseTraceItCarries() throws Exception {
        PayerDecision decision = decision(decided("EFT", "PAID"));
        Path file = write("bank.ach", BankFile.paying(decision, decision.total()));

        CommandRun taken = configured("eft", "import", file);
        CommandRun again = configured("eft", "import", file);

        assertThat(taken.code()).as(taken.err()).isZero();
        assertThat(taken.err()).contains("1 payments over " + dollars(decision.total()));
        assertThat(again.err()).contains("handed in before").contains("Nothing was taken twice");
        assertThat(rows(run("eft", "list", "--limit", 1000, "--json"), "trace", decision.trace()))
                .hasSize(1);
        JsonNode entry = entry(decision);
        assertThat(entry.get("outcome").asText()).isEqualTo("MATCHED");
        assertThat(entry.get("confidence").asText()).isEqualTo("HIGH");
        assertThat(entry.get("amount").asText()).isEqualTo(dollars(decision.total()));
        assertThat(entry.get("remittance").asText()).isEqualTo(remittance(decision));
        assertThat(entry.get("practice").asText()).isEqualTo("lakeside-family");
        assertThat(CommandRun.of(new RemitsCommand(house.config()), "show", decision.trace(), "--data", house.data())
                        .out())
                .contains(remittance(decision), "Everything adds up.");
    }

    @Test
    void refusesABanksFileWholeAndNamesTheLineThatIsWrong() throws Exception {
        PayerDecision decision = decision(decided("EFTBAD", "PAID"));
        long cents = decision.total();
        Path file = write("short.ach", BankFile.of(decision, cents, cents + 1));

        CommandRun refused = configured("eft", "import", file);

        assertThat(refused.code()).isEqualTo(Main.JUDGED_BAD);
        assertThat(refused.err())
                .contains("line 5: The credits of the batch are said to be " + dollars(cents + 1) + " and are "
                        + dollars(cents))
                .contains("line 6: The credits of the file")
                .contains("Nothing of the file was taken");
        assertThat(rows(run("eft", "list", "--limit", 1000, "--json"), "trace", decision.trace()))
                .isEmpty();
        assertThat(house.look().worklist("REFUSED_BANK_FILE")).anyMatch(message -> message.contains("line 5"));
        assertThat(configured("eft", "import", folder.resolve("nowhere.ach")).code())
                .isEqualTo(Main.USAGE);
    }

    @Test
    void takesWhatIsPutIntoTheBanksFolderAndPutsAsideWhatItRefuses() throws Exception {
        PayerDecision decision = decision(decided("EFTDIR", "PAID"));
        byte[] good = BankFile.paying(decision, decision.total());
        byte[] bad = BankFile.of(decision, 1, 2);
        Path bank = house.data().resolve("bank");

        Files.write(bank.resolve("good.ach"), good);
        Files.write(bank.resolve("bad.ach"), bad);

        House.patiently("the folder is empty")
                .until(() -> House.namesIn(bank).equals(List.of("refused"))
                        && House.namesIn(bank.resolve("refused")).size() == 1);
        assertThat(House.namesIn(bank.resolve("refused")))
                .singleElement()
                .asString()
                .endsWith("-bad.ach");
        assertThat(house.look()
                        .texts(
                                "select door || ' ' || state from bank_files where sha256 = encode(sha256(?), 'hex')",
                                (Object) good))
                .containsExactly("folder TAKEN");
        // The command knows the bytes, and brings the halves together without waiting for the service's next round.
        assertThat(configured("eft", "import", write("good.ach", good)).err()).contains("handed in before");
        assertThat(entry(decision).get("outcome").asText()).isEqualTo("MATCHED");
        assertThat(entry(decision).get("remittance").asText()).isEqualTo(remittance(decision));
    }

    @Test
    void letsAPersonSettleWhatIsNotCertainOnce() throws Exception {
        PayerDecision decision = decision(decided("EFTOPEN", "PAID"));
        long less = decision.total() - 100;
        configured("eft", "import", write("less.ach", BankFile.paying(decision, less)));

        JsonNode open = rows(run("eft", "list", "--open", "--limit", 1000, "--json"), "trace", decision.trace())
                .getFirst();
        assertThat(open.get("outcome").asText()).isEqualTo("AMOUNT_DIFFERS");
        String id = open.get("id").asText();
        String remittance = remittance(decision);
        assertThat(configured("eft", "settle", id, "--remittance", "era_NONE").code())
                .isNotZero();

        assertThat(configured("eft", "settle", id, "--remittance", remittance).code())
                .isZero();

        assertThat(rows(run("eft", "list", "--open", "--limit", 1000, "--json"), "trace", decision.trace()))
                .isEmpty();
        assertThat(entry(decision).get("outcome").asText()).isEqualTo("SETTLED");
        assertThat(entry(decision).get("reason").asText()).contains(dollars(less), dollars(decision.total()));
        assertThat(house.look().worklist("UNCERTAIN_EFT")).noneMatch(message -> message.contains(id));
    }

    @Test
    void listsADenialWithItsScenarioMendAndDeadline() throws Exception {
        ClaimFile file = decided("LIMIT", "DENIED");
        PayerDecision decision = decision(file);
        String number = file.numbers().getFirst();

        List<JsonNode> denials =
                rows(configured("denials", "--payer", "northwind", "--json"), "patientControlNumber", number);

        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate appeal = day(decision.day()).plusDays(JourneyConfig.APPEAL_DAYS);
        LocalDate replacement = firstDay(file).plusDays(JourneyConfig.FILING_DAYS);
        LocalDate next = replacement.isBefore(today) || appeal.isBefore(replacement) ? appeal : replacement;
        assertThat(denials).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("code").asText()).isEqualTo("CO-29");
            assertThat(row.get("reason").asText()).contains("The claim came after the filing limit.");
            assertThat(row.get("scenario").asText()).isEqualTo("3 the plan does not cover it");
            assertThat(row.get("mend").asText()).isEqualTo("Appeal with proof that it was sent in time.");
            assertThat(row.get("remarks").asText()).isEqualTo("N30");
            assertThat(row.get("deadline").asText()).startsWith(next + ", in ");
        });
        assertThat(denials.stream()
                        .mapToLong(row -> cents(row.get("amount").asText()))
                        .sum())
                .as("the whole charge is refused")
                .isEqualTo(decision.charge());
        assertThat(rows(configured("denials", "--by", "SCENARIO", "--json"), "key", "3 the plan does not cover it"))
                .hasSize(1);
        assertThat(configured("denials", "--practice", "summit-orthopedics", "--csv")
                        .out())
                .startsWith("claim,practice,")
                .doesNotContain(number);
    }

    @Test
    void saysWhatThePatientOwesAndSharesItOutToTheCent() throws Exception {
        ClaimFile file = decided("BALANCE", "PAID");
        PayerDecision decision = decision(file);
        String number = file.numbers().getFirst();
        long owed = decision.charge() - decision.paid() - decision.adjusted("CO");
        assertThat(owed).isEqualTo(COPAY);
        assertThat(file.text()).as("nothing paid at the visit").doesNotContain("AMT*F5");

        JsonNode balance = JSON.readTree(
                configured("claims", "balance", number, "--installments", 3, "--first", "2027-01-31", "--json")
                        .out());

        assertThat(balance.get("owed").asText()).isEqualTo(dollars(owed));
        assertThat(balance.get("charge").asText()).isEqualTo(dollars(decision.charge()));
        assertThat(balance.get("settled").asBoolean()).isTrue();
        assertThat(balance.get("explanation").toString())
                .contains("Northwind Health Plan paid " + dollars(decision.paid()), "You owe " + dollars(owed));
        assertThat(balance.get("installments").findValuesAsText("amount"))
                .as("500 cents are 166, 166 and 168")
                .containsExactly("1.66", "1.66", "1.68");
        assertThat(balance.get("installments").findValuesAsText("due"))
                .containsExactly("2027-01-31", "2027-02-28", "2027-03-31");
        assertThat(configured("claims", "balance", "NOSUCHCLAIM").code()).isEqualTo(Main.USAGE);
    }

    @Test
    void handsTheClaimForTheSecondPayerInOnceThoughReleasedTwice() throws Exception {
        ClaimFile file = decided("SECOND", "PAID");
        PayerDecision first = decision(file);
        String number = file.numbers().getFirst();
        Path prepared = folder.resolve("second.837");
        Object[] order = {"claims", "secondary", number, "--payer", "blue-harbor", "--member", "BH123456789"};

        CommandRun written = configured(with(order, "-o", prepared));

        assertThat(written.code()).as(written.err()).isZero();
        String x12 = Files.readString(prepared, StandardCharsets.ISO_8859_1);
        assertThat(x12)
                .contains("*BHM02~")
                .contains("AMT*D*" + plain(first.paid()) + "~")
                .contains("SBR*S*");
        CommandRun judged = CommandRun.of(new ValidateCommand(Clock.systemUTC(), house.config()), prepared);
        assertThat(judged.code()).as(judged.out() + judged.err()).isZero();
        assertThat(released(number)).as("preparing sends nothing").isZero();

        CommandRun once = configured(with(order, "--release"));
        CommandRun twice = configured(with(order, "--release"));

        assertThat(once.code()).as(once.err()).isZero();
        assertThat(once.err()).contains("Handed in as file_", dollars(COPAY) + " were left open");
        assertThat(twice.code()).as(twice.err()).isZero();
        assertThat(twice.err()).contains("nothing is sent twice");
        assertThat(released(number)).isEqualTo(1);
        house.awaitStates(
                house.look()
                        .texts(
                                "select s.file_id from secondary_claims s join claims c on c.id = s.first_claim_id"
                                        + " where c.patient_control_number = ?",
                                number)
                        .getFirst(),
                "PAID");
        assertThat(house.payers().claims("BHM02").stream()
                        .filter(claim -> claim.pcn().equals(number)))
                .as("the second payer got it once")
                .hasSize(1);
        assertThat(configured("claims", "secondary", number, "--payer", "northwind", "--member", "N1")
                        .err())
                .contains("this payer has the claim already");
    }

    private static Object[] with(Object[] words, Object... more) {
        return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray();
    }

    private long released(String number) {
        return house.look()
                .number(
                        "select count(*) from files f join secondary_claims s on s.file_id = f.id"
                                + " join claims c on c.id = s.first_claim_id"
                                + " where f.door = 'secondary' and c.patient_control_number = ?",
                        number);
    }

    @Test
    void findsWhatWasAllowedBelowTheFee() throws Exception {
        ClaimFile file = decided("FEE", "PAID");
        String number = file.numbers().getFirst();
        List<List<String>> services = services(file);
        String procedure = services.getFirst().get(1).split(":")[1];
        Path fees = Files.writeString(
                folder.resolve("fees.csv"),
                "payer,procedure,modifier,valid_from,valid_to,amount\nnorthwind," + procedure
                        + ",,2020-01-01,,9999.00\n");
        Path bad = Files.writeString(
                folder.resolve("bad.csv"),
                "payer,procedure,modifier,valid_from,valid_to,amount\nnobody,99213,,2020-01-01,,12.00\n");

        CommandRun taken = configured("fees", "import", fees);
        CommandRun refused = configured("fees", "import", bad);

        assertThat(taken.err()).contains("1 fees taken");
        assertThat(refused.code()).isEqualTo(Main.JUDGED_BAD);
        assertThat(refused.err()).contains("line 2: nobody described the payer \"nobody\"");
        assertThat(rows(run("fees", "list", "--json"), "procedure", procedure))
                .extracting(row ->
                        row.get("payer").asText() + " " + row.get("amount").asText())
                .containsExactly("northwind 9999.00");

        List<JsonNode> underpaid =
                rows(run("underpaid", "--payer", "northwind", "--json"), "patientControlNumber", number);

        // Above every charge, so the charge is what is expected; the payer allows four fifths of it.
        List<Long> charges = services.stream()
                .filter(service -> service.get(1).split(":")[1].equals(procedure))
                .map(service -> cents(service.get(2)))
                .toList();
        assertThat(underpaid)
                .extracting(row -> cents(row.get("expected").asText()))
                .containsExactlyInAnyOrderElementsOf(charges);
        assertThat(underpaid)
                .extracting(row -> cents(row.get("underpaidBy").asText()))
                .containsExactlyInAnyOrderElementsOf(charges.stream()
                        .map(charge -> charge - Math.floorDiv(charge * 8 + 5, 10))
                        .toList());
        assertThat(rows(run("underpaid", "--practice", "summit-orthopedics", "--json"), "patientControlNumber", number))
                .isEmpty();
    }

    /** SV1 of the only claim. */
    private static List<List<String>> services(ClaimFile file) {
        return segments(file, "SV1*");
    }

    private static List<List<String>> segments(ClaimFile file, String start) {
        return Arrays.stream(file.text().split("~"))
                .map(String::strip)
                .filter(segment -> segment.startsWith(start))
                .map(segment -> List.of(segment.split("\\*")))
                .toList();
    }

    /** The earliest day of service of the only claim. */
    private static LocalDate firstDay(ClaimFile file) {
        return segments(file, "DTP*472*").stream()
                .map(segment -> day(segment.get(3).substring(0, 8)))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static LocalDate day(String sent) {
        return LocalDate.parse(sent, DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** As X12 writes an amount. */
    private static String plain(long cents) {
        return new BigDecimal(dollars(cents)).stripTrailingZeros().toPlainString();
    }
}
