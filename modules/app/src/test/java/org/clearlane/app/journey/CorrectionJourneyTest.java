package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.app.journey.ClaimFile.LAKESIDE;
import static org.clearlane.app.journey.ClaimFile.NORTHWIND;
import static org.clearlane.app.journey.ClaimFile.SUMMIT;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A biller mends refused claims in the console of a whole service and sees them accepted. */
@ExtendWith(OneHouse.class)
class CorrectionJourneyTest {

    private static final Pattern CHARGE_BOX = Pattern.compile("name=\"(v\\.[0-9]+\\.2\\.1)\" value=\"([0-9.]+)\"");

    private final House house;
    private Biller biller;

    CorrectionJourneyTest(House house) {
        this.house = house;
    }

    @BeforeEach
    void signIn() {
        biller = Biller.of(house, LAKESIDE);
    }

    @AfterEach
    void leave() {
        biller.close();
    }

    /** A file whose claims charge a cent more than their lines, judged; the ids of its claims. */
    private List<String> refused(String prefix, int claims) throws Exception {
        ClaimFile good = ClaimFile.of(prefix, claims, NORTHWIND);
        String text = good.text();
        for (String number : good.numbers()) {
            Matcher charge =
                    Pattern.compile("CLM\\*" + number + "\\*([0-9.]+)\\*").matcher(text);
            assertThat(charge.find()).isTrue();
            text = text.replace(charge.group(), "CLM*" + number + "*" + aCentMore(charge.group(1)) + "*");
        }
        String file = house.dropAndAwaitJudged(good.with(text));
        assertThat(house.look().states(file)).containsOnly("REJECTED_CLAIM").hasSize(claims);
        return house.look().texts("select id from claims where file_id = ? order by id", file);
    }

    private static String aCentMore(String amount) {
        return new java.math.BigDecimal(amount)
                .add(new java.math.BigDecimal("0.01"))
                .toString();
    }

    private static String aCentLess(String amount) {
        return new java.math.BigDecimal(amount)
                .subtract(new java.math.BigDecimal("0.01"))
                .toString();
    }

    private String successor(String claim) {
        House.patiently("the corrected claim is judged")
                .until(() -> house.look()
                                .number(
                                        "select count(*) from claim_corrections k join claims c on c.file_id = k.file_id"
                                                + " and c.ordinal = k.ordinal where k.claim_id = ?",
                                        claim)
                        == 1);
        return house.look()
                .texts(
                        "select c.id from claim_corrections k join claims c on c.file_id = k.file_id"
                                + " and c.ordinal = k.ordinal where k.claim_id = ?",
                        claim)
                .getFirst();
    }

    private void awaitState(String claim, String state) {
        House.patiently(claim + " " + state)
                .untilAsserted(() -> assertThat(house.look().texts("select state from claims where id = ?", claim))
                        .containsExactly(state));
    }

    @Test
    void aClaimIsRefusedThenCorrectedThenPaid() throws Exception {
        String claim = refused("MEND", 1).getFirst();
        HttpResponse<String> page = biller.get("/claims/" + claim);
        assertThat(page.body()).contains("Correct and resubmit").doesNotContain("Void the claim");
        HttpResponse<String> form = biller.get("/claims/" + claim + "/correct");
        assertThat(form.body()).contains("The total charge of the claim is not the sum of its lines");
        Matcher box = CHARGE_BOX.matcher(form.body());
        assertThat(box.find()).isTrue();
        Map<String, String> change = Map.of(box.group(1), aCentLess(box.group(2)));

        HttpResponse<String> same = biller.submit("/claims/" + claim + "/correct/preview", Map.of());
        HttpResponse<String> shown = biller.submit("/claims/" + claim + "/correct/preview", change);

        assertThat(same.body()).contains("We would refuse it again").doesNotContain("Send it");
        assertThat(shown.body())
                .contains("<del>*" + box.group(2) + "</del>", "<ins>*" + aCentLess(box.group(2)) + "</ins>")
                .contains("It passes", "Send it");
        assertThat(house.look().number("select count(*) from claim_corrections where claim_id = ?", claim))
                .as("a preview writes nothing")
                .isZero();
        Map<String, String> hidden = Biller.hidden(shown.body(), "/claims/" + claim + "/correct/send");
        HttpResponse<String> sent = biller.submit("/claims/" + claim + "/correct/send?kind=correction", hidden);
        assertThat(Biller.notice(sent))
                .hasValueSatisfying(said -> assertThat(said).startsWith("It is handed in"));
        String newer = successor(claim);
        awaitState(newer, "PAID");
        assertThat(biller.get("/claims/" + claim).body())
                .contains("Goes on as", newer)
                .doesNotContain("Correct and resubmit");
        assertThat(biller.get("/claims/" + newer).body())
                .contains("Comes from", claim, "Replace the claim", "Void the claim");
        HttpResponse<String> again = biller.submit("/claims/" + claim + "/correct/send?kind=correction", hidden);
        assertThat(Biller.notice(again))
                .hasValueSatisfying(said -> assertThat(said).contains("handed in again already"));
    }

    @Test
    void aClaimThePayerRefusedIsCorrectedAndAcceptedUnderTheSameNumber() throws Exception {
        ClaimFile file = ClaimFile.of("REJM", 1, NORTHWIND);
        house.awaitStates(house.dropAndAwaitJudged(file), "PAYER_REJECTED");
        String claim = house.look()
                .texts(
                        "select id from claims where patient_control_number = ?",
                        file.numbers().getFirst())
                .getFirst();
        HttpResponse<String> form = biller.get("/claims/" + claim + "/correct");
        assertThat(form.body()).as("we ourselves find no error").doesNotContain("<strong>Error");
        Matcher number = Pattern.compile("name=\"(v\\.[0-9]+\\.1\\.1)\" value=\""
                        + file.numbers().getFirst() + "\"")
                .matcher(form.body());
        assertThat(number.find()).isTrue();
        // The simulated payer refuses by the number; under another one it takes the claim.
        Map<String, String> change = Map.of(number.group(1), "OKM" + file.control());

        biller.submit("/claims/" + claim + "/correct/send", change);

        awaitState(successor(claim), "PAID");
    }

    @Test
    void valuesThatAreNoValuesAreRefusedWithTheirPlace() throws Exception {
        String claim = refused("HOSTILE", 1).getFirst();
        Matcher box =
                CHARGE_BOX.matcher(biller.get("/claims/" + claim + "/correct").body());
        assertThat(box.find()).isTrue();
        for (String hostile :
                List.of("10~SE*1", "10*20", "10:20", "10^2", "10\r\n", "1\u00000", "é", "9".repeat(300))) {
            HttpResponse<String> shown =
                    biller.submit("/claims/" + claim + "/correct/preview", Map.of(box.group(1), hostile + "0"));
            assertThat(shown.statusCode()).as(hostile).isEqualTo(422);
            assertThat(shown.body()).contains("<strong>CLM02:</strong>", "Nothing was changed");
            HttpResponse<String> sent =
                    biller.submit("/claims/" + claim + "/correct/send", Map.of(box.group(1), hostile + "0"));
            assertThat(Biller.notice(sent)).isPresent();
        }
        assertThat(house.look().number("select count(*) from claim_corrections where claim_id = ?", claim))
                .isZero();
    }

    @Test
    void anotherPracticesClaimIsNotThereAndAFormWithoutTokenIsRefused() throws Exception {
        String claim = refused("OTHERS", 1).getFirst();
        try (Biller other = Biller.of(house, SUMMIT)) {
            assertThat(other.get("/claims/" + claim + "/correct").statusCode()).isEqualTo(404);
            for (String path : List.of("", "/preview", "/send")) {
                assertThat(other.submit("/claims/" + claim + "/correct" + path, Map.of())
                                .statusCode())
                        .isEqualTo(404);
                assertThat(biller.post("/claims/" + claim + "/correct" + path, Map.of())
                                .statusCode())
                        .isEqualTo(403);
            }
            assertThat(other.get("/worklist").body()).doesNotContain("total charge of the claim");
        }
    }

    private static final Pattern BULK = Pattern.compile("action=\"(/worklist/mend/bulk_[0-9A-Z]+)/confirm\"");

    /** Proposes one value for this element of all claims of the group; the page of its preview. */
    private HttpResponse<String> propose(String code, String place, String value) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("q.code", code);
        fields.put("q.place", place);
        fields.put("action", "VALUE");
        fields.put("place", place);
        fields.put("value", value);
        return biller.submit("/worklist/mend", fields);
    }

    /** A file whose claims say something in CLM08 that is no answer there, judged; the ids of its claims. */
    private List<String> withoutMark(String prefix, int claims, String mark) throws Exception {
        ClaimFile good = ClaimFile.of(prefix, claims, NORTHWIND);
        String text = good.text();
        assertThat(text).contains("*Y*A*Y*Y");
        String file = house.dropAndAwaitJudged(good.with(text.replace("*Y*A*Y*Y", "*Y*A*" + mark + "*Y")));
        assertThat(house.look().states(file)).containsOnly("REJECTED_CLAIM").hasSize(claims);
        return house.look().texts("select id from claims where file_id = ? order by id", file);
    }

    @Test
    void manyClaimsOfOneMistakeAreMendedInOneGoByTypingTheirNumber() throws Exception {
        List<String> claims = withoutMark("BULK", 3, "Q");
        String code = house.look()
                .texts("select code from open_refusals where claim_id = ?", claims.getFirst())
                .getFirst();
        assertThat(biller.get("/worklist").body()).contains(code, "CLM08");
        assertThat(biller.get("/worklist/claims?code=" + code + "&place=CLM08").body())
                .contains("/claims/" + claims.getFirst(), "Mend all 3 claims alike");

        HttpResponse<String> page = propose(code, "CLM08", "Y");

        assertThat(page.body()).contains("<del>*Q</del>", "<ins>*Y</ins>", "Type the number of claims that go out (3)");
        Matcher bulk = BULK.matcher(page.body());
        assertThat(bulk.find()).isTrue();
        HttpResponse<String> wrong = biller.submit(bulk.group(1) + "/confirm", Map.of("number", "4"));
        assertThat(Biller.notice(wrong))
                .hasValueSatisfying(said -> assertThat(said).contains("Nothing was sent"));
        assertThat(house.look().number("select count(*) from claim_corrections where claim_id = ?", claims.getFirst()))
                .isZero();
        try (Biller other = Biller.of(house, SUMMIT)) {
            assertThat(other.get(bulk.group(1)).statusCode()).isEqualTo(404);
            assertThat(other.submit(bulk.group(1) + "/confirm", Map.of("number", "3"))
                            .statusCode())
                    .isEqualTo(404);
        }
        biller.submit(bulk.group(1) + "/confirm", Map.of("number", "3"));
        for (String claim : claims) {
            awaitState(successor(claim), "PAID");
        }
        assertThat(house.look()
                        .number(
                                "select count(distinct file_id) from claim_corrections where claim_id = any(?)",
                                (Object) claims.toArray(String[]::new)))
                .isEqualTo(1);
        HttpResponse<String> twice = biller.submit(bulk.group(1) + "/confirm", Map.of("number", "3"));
        assertThat(Biller.notice(twice))
                .hasValueSatisfying(said -> assertThat(said).contains("sent already"));
    }
}
