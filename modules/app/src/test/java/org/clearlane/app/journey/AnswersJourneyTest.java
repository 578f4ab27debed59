package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.app.journey.ClaimFile.BLUE_HARBOR;
import static org.clearlane.app.journey.ClaimFile.CEDAR_POINT;
import static org.clearlane.app.journey.ClaimFile.NORTHWIND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clearlane.app.CommandRun;
import org.clearlane.app.remit.RemitsCommand;
import org.clearlane.simulator.JournalLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F-09, F-11 to F-13, F-18: answers that come twice, late, in the wrong order, not at all, or are none. */
@ExtendWith(OneHouse.class)
class AnswersJourneyTest {

    private static final int CLAIMS = 9;

    private final House house;

    AnswersJourneyTest(House house) {
        this.house = house;
    }

    /** What comes of the same claims when every answer comes once and in its turn. */
    private List<String> orderly(String prefix) throws Exception {
        String id = house.dropAndAwaitJudged(file(prefix));
        house.awaitStates(id, "PAID");
        return house.look().outcomes(id);
    }

    private static ClaimFile file(String prefix) {
        return ClaimFile.of(prefix, CLAIMS, NORTHWIND, BLUE_HARBOR, CEDAR_POINT);
    }

    private long payments(String fileId) {
        return house.look()
                .number(
                        "select count(*) from claim_payments p join claims c on c.id = p.claim_id"
                                + " where c.file_id = ? and p.posted",
                        fileId);
    }

    @Test
    void postsARemittanceOnceThoughTheSameBytesComeTwice() throws Exception {
        List<String> orderly = orderly("ONCE");
        long repeats = house.look().number("select count(*) from answer_repeats");

        String id = house.dropAndAwaitJudged(file("TWI"));
        house.awaitStates(id, "PAID");
        house.awaitQuiet();

        assertThat(house.look().number("select count(*) from answer_repeats") - repeats)
                .as("one from each payer")
                .isEqualTo(3);
        assertThat(house.look().outcomes(id)).isEqualTo(orderly);
        assertThat(payments(id)).isEqualTo(CLAIMS);
    }

    @Test
    void postsARemittanceOnceThoughItComesAgainInANewEnvelope() throws Exception {
        List<String> orderly = orderly("ALONE");
        long duplicates = house.look().number("select count(*) from remittances where state = 'DUPLICATE'");

        String id = house.dropAndAwaitJudged(file("ENV"));
        house.awaitStates(id, "PAID");
        house.awaitQuiet();

        assertThat(house.look().number("select count(*) from remittances where state = 'DUPLICATE'") - duplicates)
                .as("one from each payer")
                .isEqualTo(3);
        assertThat(house.look().outcomes(id)).isEqualTo(orderly);
        assertThat(payments(id)).isEqualTo(CLAIMS);
    }

    /** The same through the service as offline: what came, whether it adds up, and what became of it. */
    @Test
    void listsAndShowsTheRemittancesThatCame() throws Exception {
        String id = house.dropAndAwaitJudged(file("SHOW"));
        house.awaitStates(id, "PAID");
        String remittance = house.look()
                .texts(
                        "select min(p.remittance_id) from claim_payments p join claims c on c.id = p.claim_id where c.file_id = ?",
                        id)
                .getFirst();

        RemitsCommand remits = new RemitsCommand(CommandRun.ROOT.resolve("config"));

        CommandRun list = CommandRun.of(remits, "list", "--json", "--data", house.data());
        CommandRun show = CommandRun.of(remits, "show", remittance, "--json", "--data", house.data());
        CommandRun text = CommandRun.of(remits, "show", remittance, "--data", house.data());

        assertThat(list.code()).isZero();
        assertThat(new ObjectMapper().readTree(list.out()).findValuesAsText("id"))
                .contains(remittance);
        JsonNode shown = new ObjectMapper().readTree(show.out());
        assertThat(shown.get("state").asText()).isEqualTo("POSTED");
        assertThat(shown.at("/outcomes/0/outcome").asText()).isEqualTo("posted");
        assertThat(shown.at("/remittance/payments/0/trace")).isEqualTo(shown.get("trace"));
        assertThat(shown.at("/remittance/payments/0/claims")).hasSameSizeAs(shown.get("outcomes"));
        assertThat(text.out()).contains("Everything adds up.", "What became of it", ": posted, clm_");
        assertThat(CommandRun.of(remits, "show", "era_NONE", "--data", house.data())
                        .code())
                .isNotZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OOO", "LATE", "WEB"})
    void endsAsTheOrderlyRunDoes(String disorder) throws Exception {
        List<String> orderly = orderly("TIDY" + disorder.charAt(0));
        int unreadable = house.look().worklist("UNREADABLE_ANSWER").size();

        String id = house.dropAndAwaitJudged(file(disorder));
        house.awaitStates(id, "PAID");
        house.awaitQuiet();

        assertThat(house.look().outcomes(id)).isEqualTo(orderly);
        assertThat(payments(id)).isEqualTo(CLAIMS);
        assertThat(house.look().worklist("UNREADABLE_ANSWER"))
                .as("web pages, one from each payer")
                .hasSize(unreadable + (disorder.equals("WEB") ? 3 : 0));
        if (!disorder.equals("WEB")) {
            assertThat(paidBeforeTaken(id))
                    .as("claims whose 835 was applied before their 277CA")
                    .isPositive();
        }
    }

    private long paidBeforeTaken(String fileId) {
        return house.look()
                .number(
                        """
                        select count(*) from claims c where c.file_id = ?
                            and (select min(e.seq) from claim_events e where e.claim_id = c.id and e.cause = '835')
                                < (select min(e.seq) from claim_events e where e.claim_id = c.id and e.cause = '277CA')""",
                        fileId);
    }

    @Test
    void doesNotLetAPayerThatIsDownHoldUpTheOthers() throws Exception {
        ClaimFile waiting = ClaimFile.of("DOWN", 6, NORTHWIND, CEDAR_POINT);
        ClaimFile going = ClaimFile.of("UP", 3, BLUE_HARBOR);
        house.payers().setDown("NWH01", true);
        house.payers().setDown("CPI03", true);
        String waitingId;
        try {
            waitingId = house.dropAndAwaitJudged(waiting);
            String goingId = house.dropAndAwaitJudged(going);

            house.awaitStates(goingId, "PAID");
            House.patiently("both count as down")
                    .until(() -> house.look()
                                    .number("select count(*) from payer_routes where circuit = 'OPEN'"
                                            + " and payer_id in ('northwind', 'cedar-point')")
                            == 2);
            // Those that were in a batch before the payer was known to be down stay in it, the others wait for one.
            assertThat(house.look().states(waitingId)).hasSize(6).isSubsetOf("QUEUED", "BATCHED");
            assertThat(house.taken(waiting)).isEmpty();
        } finally {
            house.payers().setDown("NWH01", false);
            house.payers().setDown("CPI03", false);
        }

        house.awaitStates(waitingId, "PAID");
        assertThat(house.taken(waiting)).containsExactlyInAnyOrderElementsOf(waiting.numbers());
        assertThat(house.look().worklist("PARKED_SENDING")).isEmpty();
    }

    @Test
    void asksAPayerWhoseReplyWasLostAndSendsNothingTwice() throws Exception {
        ClaimFile file = ClaimFile.of("SLOW", 3, CEDAR_POINT);
        house.payers().acceptThenCut("CPI03", 1);

        String id = house.dropAndAwaitJudged(file);
        house.awaitStates(id, "UNKNOWN_OUTCOME");
        house.awaitStates(id, "SENT");

        assertThat(house.look()
                        .texts(
                                "select distinct o.state || ': ' || o.receipt from outbound_interchanges o"
                                        + " join claims c on c.outbound_id = o.id where c.file_id = ?",
                                id))
                .singleElement()
                .asString()
                .startsWith("SENT: the payer knows this PayloadID");
        house.awaitStates(id, "PAID");
        assertThat(house.taken(file)).containsExactlyInAnyOrderElementsOf(file.numbers());
        assertThat(house.payers().journal("CPI03"))
                .extracting(JournalLine::marker)
                .as("a second POST would show as a repeat")
                .containsOnly(JournalLine.Marker.FIRST);
        assertThat(house.look().worklist("UNKNOWN_OUTCOME")).isEmpty();
    }

    @Test
    void carriesClaimsOfAHospitalAndOfADentistFromTheFolderToTheirMoney() throws Exception {
        Path files = JourneyConfig.ROOT.resolve("samples/demo/files");
        for (String practice : List.of("north-shore-hospital", "willow-dental")) {
            house.drop(practice, "claims.edi", Files.readAllBytes(files.resolve(practice + "/claims-20260921.edi")));
        }

        String places =
                """
                select concat_ws(' ', c.patient_control_number, c.kind, c.payer_id, c.state, o.kind) from claims c
                left join outbound_interchanges o on o.id = c.outbound_id
                where c.practice_id = ? order by c.id""";
        House.patiently("paid").untilAsserted(() -> assertThat(house.look().texts(places, "north-shore-hospital"))
                .containsExactly(
                        "NS26-0001 837I northwind PAID 837I",
                        "NS26-0002 837I blue-harbor PAID 837I",
                        "NS26-0003 837I cedar-point PAID 837I",
                        "NS26-0004 837I northwind REJECTED_CLAIM"));
        House.patiently("paid").untilAsserted(() -> assertThat(house.look().texts(places, "willow-dental"))
                .containsExactly(
                        "WD26-001 837D northwind PAID 837D",
                        "WD26-002 837D cedar-point PAID 837D",
                        "WD26-003 837D blue-harbor PAID 837D"));
        house.awaitQuiet();
        assertThat(
                        house.look()
                                .texts(
                                        """
                                select distinct l.qualifier || ' ' || l.procedure from line_payments l
                                join claim_payments p on p.id = l.claim_payment_id join claims c on c.id = p.claim_id
                                where c.patient_control_number in ('NS26-0001', 'WD26-002') order by 1"""))
                .containsExactly("AD D0120", "AD D1120", "NU 0120", "NU 0250", "NU 0360");
    }
}
