package org.clearlane.pipeline.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.pipeline.Town;
import org.clearlane.pipeline.Towns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Towns.class)
class JudgeFileTest {

    private Town town;

    @BeforeEach
    void found(Towns.Founder founder) {
        town = founder.found();
    }

    /** Verdict and counts of a file: total, accepted, rejected, held. */
    private String verdict(String fileId) {
        return town.one(
                """
                select concat_ws(' ', verdict, claims_total, claims_accepted, claims_rejected, claims_held) from files
                where id = ?""",
                fileId);
    }

    private List<String> codes(String fileId) {
        return town.all("select code from findings where file_id = ? order by ordinal", fileId);
    }

    @Test
    void takesACleanFileAndAnswersIt() {
        String id = town.submit(
                "lakeside", town.file().claim("LFC-1", 132).claim("LFC-2", 75).bytes());

        assertThat(verdict(id)).isEqualTo("ACCEPTED 2 2 0 0");
        assertThat(town.state("LFC-1")).isEqualTo("QUEUED");
        assertThat(town.mail("lakeside", "TA1"))
                .singleElement()
                .asString()
                .contains("TA1*000000001*260923*1400*A*000~");
        assertThat(town.mail("lakeside", "999")).singleElement().asString().contains("AK9*A*1*1*1~");
        assertThat(town.mail("lakeside", "277CA")).singleElement().asString().contains("LFC-1", "LFC-2");
        assertThat(town.mail("lakeside", "FINDINGS")).isEmpty();
    }

    @Test
    void keepsWhomEachClaimIsForSoThatItCanBeFound() {
        String id = town.submit("lakeside", town.file().claim("LFC-1", 132).bytes());

        assertThat(town.all(
                        """
                        select concat_ws(' ', p.practice_id = c.practice_id, part, last_name, first_name, birth_date, member_id)
                        from claim_people p join claims c on c.id = p.claim_id where c.file_id = ?""",
                        id))
                .containsExactly("t P ZZTEST JANE 1965-04-02 MLFC1");
    }

    @Test
    void keepsBadClaimsBackAndLetsGoodOnesGo() {
        String id = town.submit(
                "lakeside",
                town.file()
                        .claim("LFC-1", 132)
                        .withoutDiagnoses()
                        .claim("LFC-2", 75)
                        .bytes());

        assertThat(verdict(id)).isEqualTo("PARTIAL 2 1 1 0");
        assertThat(town.state("LFC-1")).isEqualTo("REJECTED_CLAIM");
        assertThat(town.state("LFC-2")).isEqualTo("QUEUED");
        assertThat(town.mail("lakeside", "FINDINGS")).singleElement().asString().contains("LFC-1,error,");
    }

    @Test
    void refusesAWholeSetThatCannotBeTrusted() {
        String id = town.submit(
                "lakeside", town.file().claim("LFC-1", 132).miscounted().bytes());

        assertThat(verdict(id)).isEqualTo("REJECTED 1 0 1 0");
        assertThat(town.state("LFC-1")).isEqualTo("REJECTED_FILE");
    }

    @Test
    void holdsAClaimWhosePayerNobodyKnows() {
        String id = town.submit(
                "lakeside", town.file().payer("ZZP99").claim("LFC-1", 132).bytes());

        assertThat(verdict(id)).isEqualTo("ACCEPTED 1 0 0 1");
        assertThat(town.state("LFC-1")).isEqualTo("HELD");
        assertThat(town.one("select hold_reason from claims where id = ?", town.claimId("LFC-1")))
                .isNotEmpty();
    }

    @Test
    void refusesAFileOfAnotherSender() {
        String id = town.submit("lakeside", town.harborFile().claim("HP-1", 60).bytes());

        assertThat(verdict(id)).startsWith("REJECTED 1 0 1");
        assertThat(town.states("lakeside", "HP-1")).containsExactly("REJECTED_FILE");
        assertThat(town.states("harbor", "HP-1")).isEmpty();
    }

    @Test
    void holdsAClaimThatBillsForAnotherPractice() {
        String asHarbor = new String(town.file().claim("LFC-1", 132).bytes(), StandardCharsets.ISO_8859_1)
                .replace("XX*1234567893", "XX*2000000218");

        town.submit("lakeside", asHarbor.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(town.state("LFC-1")).isEqualTo("HELD");
    }

    // What came before

    @Test
    void namesAFileThatComesAgainAndSubmitsNothingTwice() {
        byte[] bytes = town.file().claim("LFC-1", 132).bytes();
        String first = town.submit("lakeside", bytes);

        var again = town.handIn("lakeside", bytes, "later");

        assertThat(again.repeat()).isTrue();
        assertThat(again.fileId()).isEqualTo(first);
        assertThat(town.states("lakeside", "LFC-1")).hasSize(1);
        assertThat(town.mail("lakeside", "NOTICE")).singleElement().asString().contains("duplicate of " + first);
    }

    @Test
    void saysNothingTwiceOfTheSameArrival() {
        byte[] bytes = town.file().claim("LFC-1", 132).bytes();
        town.submit("lakeside", bytes);
        town.handIn("lakeside", bytes, "later");
        town.handIn("lakeside", bytes, "later");

        assertThat(town.mail("lakeside", "NOTICE")).hasSize(1);
    }

    @Test
    void refusesTheSameClaimInAnotherFile() {
        town.submit("lakeside", town.file().claim("LFC-1", 132).bytes());

        String id = town.submit(
                "lakeside",
                town.file().control(2).claim("LFC-1", 132).claim("LFC-2", 75).bytes());

        assertThat(verdict(id)).isEqualTo("PARTIAL 2 1 1 0");
        assertThat(codes(id)).containsExactly("claim.duplicate");
        assertThat(town.states("lakeside", "LFC-1")).containsExactly("QUEUED", "REJECTED_CLAIM");
    }

    @Test
    void refusesTheSameClaimTwiceInOneFile() {
        String id = town.submit(
                "lakeside", town.file().claim("LFC-1", 132).claim("LFC-1", 132).bytes());

        assertThat(verdict(id)).isEqualTo("PARTIAL 2 1 1 0");
        assertThat(town.states("lakeside", "LFC-1")).containsExactly("QUEUED", "REJECTED_CLAIM");
    }

    @Test
    void takesAReplacementOfAClaimItHas() {
        town.submit("lakeside", town.file().claim("LFC-1", 132).bytes());

        town.submit(
                "lakeside",
                town.file().control(2).claim("LFC-1", 132, "7", "4 ELM STREET").bytes());

        assertThat(town.states("lakeside", "LFC-1")).containsExactly("QUEUED", "QUEUED");
    }

    @Test
    void takesAClaimAgainThatWasRefusedTheFirstTime() {
        town.submit(
                "lakeside", town.file().claim("LFC-1", 132).withoutDiagnoses().bytes());

        town.submit("lakeside", town.file().control(2).claim("LFC-1", 132).bytes());

        assertThat(town.states("lakeside", "LFC-1")).containsExactly("REJECTED_CLAIM", "QUEUED");
    }

    @Test
    void refusesOtherBytesUnderAControlNumberThatWasUsed() {
        town.submit("lakeside", town.file().claim("LFC-1", 132).bytes());

        String id = town.submit("lakeside", town.file().claim("LFC-2", 75).bytes());

        assertThat(verdict(id)).isEqualTo("REJECTED 1 0 1 0");
        assertThat(town.mail("lakeside", "TA1")).last().asString().contains("*R*025~");
        assertThat(town.state("LFC-2")).isEqualTo("REJECTED_FILE");
    }

    @Test
    void judgesAFileOnceHoweverOftenItIsAskedTo() {
        String id = town.submit("lakeside", town.file().claim("LFC-1", 132).bytes());

        town.judge(id);

        assertThat(town.states("lakeside", "LFC-1")).hasSize(1);
        assertThat(town.mail("lakeside", "999")).hasSize(1);
    }

    // Bytes that are no claims

    @Test
    void answersAnInterchangeTornBeforeItsSeparatorsWithATa1() {
        String id = town.submit("lakeside", "ISA*00*          *00*".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(verdict(id)).isEqualTo("UNREADABLE 0 0 0 0");
        assertThat(town.mail("lakeside", "TA1")).singleElement().asString().contains("TA1*000000000*", "*R*022~");
        assertThat(town.mail("lakeside", "NOTICE")).singleElement().asString().contains("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK\u0003\u0004\u0000\u0000binary", "Dear Sir or Madam,\n", "{\"claims\": []}"})
    void tellsThePracticeThatAFileCannotBeReadAndKeepsItsBytes(String text) {
        String id = town.submit("lakeside", text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(verdict(id)).isEqualTo("UNREADABLE 0 0 0 0");
        assertThat(town.mail("lakeside", "NOTICE")).singleElement().asString().contains("cannot be read", id);
        assertThat(town.kept(town.one("select archive_key from files where id = ?", id)))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ST*837*0001", "BHT*0019*00*BATCH1", "GS*HC*", "CLM*LFC-1", "N3*4 ELM STREET", "NM1*IL*1*ZZTEST"
            })
    void judgesAFileWithANulInItLikeAnyOther(String behind) {
        String text = new String(
                        town.file().claim("LFC-1", 132).claim("LFC-2", 75).bytes(), StandardCharsets.ISO_8859_1)
                .replaceFirst(java.util.regex.Pattern.quote(behind), behind + "\0");

        String id = town.submit("lakeside", text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(verdict(id)).matches("(REJECTED|PARTIAL|ACCEPTED) 2 .*");
    }

    @Test
    void takesValuesThatLookLikeStatementsAsValues() {
        String awkward = "'; drop table claims; --";
        String id = town.submit(
                "lakeside",
                town.file().claim("LFC-1", 132, "1", awkward).claim(awkward, 75).bytes());

        assertThat(verdict(id)).startsWith("ACCEPTED 2 2");
        assertThat(town.states("lakeside", awkward)).containsExactly("QUEUED");
    }

    @Test
    void refusesAFileAboveTheLimitAtTheDoor() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> town.handIn("lakeside", new byte[(int) Town.LARGEST + 1], "now"))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.FILE_TOO_LARGE));

        assertThat(town.all("select id from files where practice_id = ?", town.own("lakeside")))
                .isEmpty();
    }

    @Test
    void takesATableInAndTellsItsFaultsByRowAndColumn() {
        String heading = "claim_number,place_of_service,billing_name,billing_npi,billing_tax_id,billing_address,"
                + "billing_city,billing_state,billing_zip,payer_name,payer_id,claim_filing_indicator,subscriber_id,"
                + "subscriber_last_name,subscriber_first_name,subscriber_birth_date,subscriber_sex,subscriber_address,"
                + "subscriber_city,subscriber_state,subscriber_zip,diagnosis_1,service_date,procedure_code,line_charge,"
                + "units,diagnosis_pointers\n";
        String row = "%s,11,ZZTEST,1234567893,391234567,1 PIER,PORTLAND,ME,041010001,THE PAYER,"
                + town.payerCode("northwind")
                + ",CI,M1,ZZYLER,JO,1978-05-05,M,1 ELM,PORTLAND,ME,04101,%s,%s,99213,120.00,1,1\n";
        String table = heading
                + row.formatted("LFC-1", "J06.9", "2026-03-04")
                + row.formatted("LFC-2", "J45.90", "2026-03-04")
                + row.formatted("LFC-3", "J06.9", "someday");

        String id = town.submit("lakeside", table.getBytes(StandardCharsets.UTF_8));

        assertThat(verdict(id)).isEqualTo("PARTIAL 3 1 2 0");
        assertThat(town.state("LFC-1")).isEqualTo("QUEUED");
        assertThat(town.state("LFC-2")).isEqualTo("REJECTED_CLAIM");
        assertThat(town.state("LFC-3")).isEqualTo("REJECTED_CLAIM");
        assertThat(town.all(
                        "select source_row || ' ' || source_column from findings where file_id = ? and severity ="
                                + " 'ERROR'",
                        id))
                .contains("3 diagnosis_1", "4 service_date");
    }

    /** Its first rows were written before the later ones were met: sent on, it would lack a line. */
    @Test
    void refusesAClaimWhoseRowsStandInTwoPlacesOfATable() throws IOException {
        List<String> rows = Files.readAllLines(Path.of(System.getProperty("clearlane.root"))
                .resolve("samples/demo/files/harbor-pediatrics/claims-20260924.csv"));
        String table = String.join("\n", rows.get(0), rows.get(2), rows.get(1), rows.get(3), "");

        String id = town.submit("lakeside", table.getBytes(StandardCharsets.UTF_8));

        assertThat(codes(id)).contains("csv.claim.apart");
        assertThat(town.all("select distinct state from claims where patient_control_number = ?", "HP-26002"))
                .containsExactly("REJECTED_CLAIM");
    }

    @Test
    void takesAGoodCopyBehindARefusedSetOfTheSameFile() {
        String refused = text(town.file().claim("LFC-1", 132).miscounted().bytes());
        String good = text(town.file().control(2).claim("LFC-1", 132).bytes());
        String both = refused.substring(0, refused.indexOf("IEA*"))
                + good.substring(good.indexOf("GS*"), good.indexOf("IEA*"))
                + "IEA*2*000000001~";

        String id = town.submit("lakeside", both.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(verdict(id)).isEqualTo("PARTIAL 2 1 1 0");
        assertThat(town.states("lakeside", "LFC-1")).containsExactly("REJECTED_FILE", "QUEUED");
        assertThat(codes(id)).doesNotContain("claim.duplicate");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void answersAnInquiryAndSaysThatItIsNotSentOn() {
        String file = text(town.file().bytes());
        String inquiry = file.substring(0, file.indexOf("GS*"))
                + "GS*HR*%s*CLEARLANE*20260923*1400*1*X*005010X212~ST*276*0001*005010X212~SE*2*0001~GE*1*1~IEA*1*000000001~"
                        .formatted(town.sender("lakeside"));

        String id = town.submit("lakeside", inquiry.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(verdict(id)).isEqualTo("REJECTED 0 0 0 0");
        assertThat(codes(id)).contains("set.not-forwarded");
        assertThat(town.mail("lakeside", "999"))
                .singleElement()
                .asString()
                .contains("AK2*276*0001*005010X212~", "IK3*BHT*", "IK5*R*")
                .contains("AK9*R*1*1*0~");
        assertThat(town.all("select message from worklist where practice_id = ?", town.own("lakeside")))
                .singleElement()
                .asString()
                .startsWith("A 276 was handed in (" + id + ").");
    }
}
