package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.ClaimPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneConsole.class)
class ClaimListsTest {

    private final ConsoleHouse house;
    private final LedgerRows rows;

    ClaimListsTest(ConsoleHouse house) {
        this.house = house;
        this.rows = new LedgerRows(house);
    }

    private String claimOf(String practice, String number, String last, String first, String born, String member) {
        String id = rows.claim(practice, number, "PAID", "northwind", 77_700);
        ClaimPerson person = ClaimPerson.of(id, true, last, first, born, member);
        house.ledger()
                .run(tx -> Sql.update(
                        tx.connection(),
                        """
                        insert into claim_people (claim_id, practice_id, part, last_name, first_name, birth_date, member_id)
                        values (?, ?, 'P', ?, ?, ?, ?)""",
                        id,
                        practice,
                        person.last(),
                        person.first(),
                        person.born(),
                        person.memberId()));
        return id;
    }

    @Test
    void findAPatientByNameDayOfBirthOrMemberIdAndPutNoneOfItIntoAnAddress() throws Exception {
        claimOf("lakeside", "NAMED-1", "O'Brien-Núñez", "Zoë", "19710309", "W00-4711");
        claimOf("lakeside", "NAMED-2", "Obrecht", "Zora", "19710310", "W004712");
        claimOf("harbor", "NAMED-3", "O'Brien", "Zoë", "19710309", "W004711");

        Browser bea = house.browser("bea");
        for (String words : new String[] {
            "o'brien",
            "OBRIEN-NUÑEZ",
            "obrien, zo",
            "Zoë O'Brien-Núñez",
            "zo obri",
            "1971-03-09",
            "3/9/1971",
            "W00-4711",
            "w004711"
        }) {
            HttpResponse<String> found = bea.submit("/claims/find", "find", words);

            assertThat(found.body())
                    .as(words)
                    .contains(">NAMED-1</a>", "OBRIENNUNEZ, ZOE")
                    .doesNotContain(">NAMED-2</a>", ">NAMED-3</a>");
            assertThat(found.uri().getQuery()).as(words).matches("s=srch_[0-9A-Z]+");
        }
    }

    @Test
    void belongToThePersonWhoSearched() throws Exception {
        claimOf("lakeside", "MINE-1", "Petrosyan", "Ani", "19800101", "");
        URI found =
                house.browser("bea").submit("/claims/find", "find", "petrosyan").uri();
        Browser pat = house.browser("pat");

        assertThat(pat.get("/claims?" + found.getQuery()).body()).doesNotContain("petrosyan");
    }

    @Test
    void areKeptUnderANameAndForgottenAgain() throws Exception {
        claimOf("lakeside", "KEPT-1", "Quispe", "Inti", "19800101", "");
        Browser bea = house.browser("bea");
        URI found =
                bea.submit("/claims/find", "find", "quispe", "state", "PAID").uri();
        String search = found.getQuery().replaceAll(".*s=(srch_[0-9A-Z]+).*", "$1");

        String page = bea.submit("/claims/kept", "s", search, "state", "PAID", "name", "Inti <b>paid</b>")
                .body();

        assertThat(page).contains("Inti &lt;b&gt;paid&lt;/b&gt;</a>");
        Matcher link = Pattern.compile(
                        "href=\"(/claims\\?state=PAID&amp;s=(srch_[0-9A-Z]+))\"|href=\"(/claims\\?state=PAID&s=(srch_[0-9A-Z]+))\"")
                .matcher(page);
        assertThat(link.find()).isTrue();
        String address = (link.group(1) == null ? link.group(3) : link.group(1)).replace("&amp;", "&");
        String id = link.group(2) == null ? link.group(4) : link.group(2);
        assertThat(bea.get(address).body()).contains(">KEPT-1</a>").doesNotContain(">NAMED-1</a>");
        assertThat(house.browser("pat").get("/claims").body()).doesNotContain("Inti &lt;b&gt;");
        assertThat(house.browser("pat").submit("/claims/kept/forget", "id", id).statusCode())
                .isEqualTo(404);
        assertThat(bea.submit("/claims/kept/forget", "id", id).body()).doesNotContain("paid&lt;/b&gt;</a>");
    }

    @Test
    void showTheColumnsSomebodyChose() throws Exception {
        claimOf("lakeside", "COLUMN-1", "Abe", "Bo", "19800101", "");
        Browser pat = house.browser("pat");

        assertThat(pat.submit("/claims/columns", "column", "PATIENT", "column", "STATE")
                        .body())
                .contains("<th scope=\"col\">Patient</th><th scope=\"col\">State</th></tr>");
        assertThat(house.browser("pat").get("/claims").body()).doesNotContain(">Whose</th>");
        assertThat(pat.submit("/claims/columns").body()).contains(">Whose</th>");
    }

    @Test
    void goIntoASpreadsheetWithTypedCells() throws Exception {
        String id = claimOf("lakeside", "=1+1", "Xu", "Li", "19800101", "");
        house.ledger().run(tx -> Sql.update(tx.connection(), "update claims set paid_cents = -4250 where id = ?", id));
        Browser bea = house.browser("bea");
        URI found = bea.submit("/claims/find", "find", "=1+1").uri();

        byte[] book = bea.bytes("/claims.xlsx?" + found.getQuery());
        String sheet = part(book, "xl/worksheets/sheet1.xml");
        String strings = part(book, "xl/sharedStrings.xml");

        assertThat(strings).contains(">=1+1</t>", "XU, LI");
        assertThat(sheet).contains("<v>777.00</v>", "<v>-42.50</v>").doesNotContain("<f>");
        assertThat(bea.get("/claims.csv?" + found.getQuery()).body()).contains("'=1+1", ",-42.50,");
    }

    private static String part(byte[] book, String name) throws Exception {
        Path file = Files.createTempFile("claims", ".xlsx");
        Files.write(file, book);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
