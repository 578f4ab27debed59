package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.app.journey.ClaimFile.BLUE_HARBOR;
import static org.clearlane.app.journey.ClaimFile.LAKESIDE;
import static org.clearlane.app.journey.ClaimFile.NOBODY;
import static org.clearlane.app.journey.ClaimFile.NORTHWIND;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.ClaimHolds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** F-07, F-15 and what people really hand in: each gets a clear answer, and nothing is lost. */
@ExtendWith(OneHouse.class)
class BadInputJourneyTest {

    private final House house;

    BadInputJourneyTest(House house) {
        this.house = house;
    }

    private long files() {
        return house.look().number("select count(*) from files");
    }

    private String fileNamed(String name) {
        return House.patiently(name)
                .until(
                        () -> house.look()
                                .texts("select id from files where original_name = ? and state = 'JUDGED'", name),
                        ids -> ids.size() == 1)
                .getFirst();
    }

    @Test
    void takesAGrowingFileOnlyWhenItIsComplete() throws Exception {
        ClaimFile growing = ClaimFile.of("GROW", 8, NORTHWIND);
        ClaimFile other = ClaimFile.of("BESIDE", 2, NORTHWIND);
        Path inbox = Files.createDirectories(house.inbox(LAKESIDE));
        Files.write(
                inbox.resolve("never.edi.part"),
                ClaimFile.of("PART", 2, NORTHWIND).bytes());
        int step = growing.bytes().length / 6 + 1;
        long before = files();

        try (OutputStream slow = Files.newOutputStream(inbox.resolve(House.nameOf(growing)))) {
            for (int from = 0; from < growing.bytes().length; from += step) {
                assertThat(files()).as("files, while one grows").isEqualTo(before);
                slow.write(growing.bytes(), from, Math.min(step, growing.bytes().length - from));
                slow.flush();
                // Every other time longer than a file must have been still to be read.
                TimeUnit.MILLISECONDS.sleep(from % (2 * step) == 0 ? 100 : 1000);
            }
        }
        String id = house.awaitJudged(growing);
        house.dropAndAwaitJudged(other);

        assertThat(house.look().states(id)).hasSize(8).doesNotContain("REJECTED_FILE", "REJECTED_CLAIM");
        assertThat(files()).isEqualTo(before + 2);
        assertThat(House.namesIn(inbox))
                .contains("never.edi.part")
                .doesNotContain(House.nameOf(growing), House.nameOf(other));
        Files.delete(inbox.resolve("never.edi.part"));
    }

    @Test
    void saysThatAFileIsEmpty() throws Exception {
        Path empty = house.inbox(LAKESIDE).resolve("nothing.edi");
        Files.createFile(empty);
        Path young = house.inbox(LAKESIDE).resolve("upload-just-begun.edi");
        Files.createFile(young);
        // An upload begins with an empty file: only one that has been so for minutes is really empty.
        Files.setLastModifiedTime(empty, FileTime.from(Instant.now().minus(Duration.ofMinutes(10))));

        String id = fileNamed("nothing.edi");

        assertThat(house.awaitAnswer(id, "NOTICE")).contains("\"nothing.edi\"", "The file is empty.");
        assertThat(house.look().texts("select verdict from files where id = ?", id))
                .containsExactly("UNREADABLE");
        assertThat(empty).doesNotExist();
        assertThat(young).exists();
        Files.delete(young);
    }

    @Test
    void putsAFileAsideThatIsTooLargeAndSaysSo() throws Exception {
        byte[] large = new byte[JourneyConfig.LARGEST_FILE + 1];
        long before = files();

        house.drop(ClaimFile.SUMMIT, "all-of-it.edi", large);

        String notice = House.patiently("the notice")
                .until(
                        () -> house.look()
                                .texts(
                                        "select name from deliveries where practice_id = ? and name like '%too-large.txt'"
                                                + " and delivered_at is not null",
                                        ClaimFile.SUMMIT),
                        names -> names.size() == 1)
                .getFirst();
        assertThat(house.mailbox(ClaimFile.SUMMIT).resolve(notice))
                .content()
                .contains("\"all-of-it.edi\" is larger than 400000 bytes");
        House.patiently("put aside")
                .until(() -> Files.notExists(house.inbox(ClaimFile.SUMMIT).resolve("all-of-it.edi")));
        try (Stream<Path> aside = Files.list(house.inbox(ClaimFile.SUMMIT).resolve("too-large"))) {
            assertThat(aside).singleElement().satisfies(file -> assertThat(file).hasBinaryContent(large));
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void saysThatAFileIsBinary() throws Exception {
        byte[] bytes = new byte[20_000];
        new Random(7).nextBytes(bytes);
        house.drop(LAKESIDE, "scan.pdf", bytes);

        String id = fileNamed("scan.pdf");

        assertThat(house.awaitAnswer(id, "NOTICE")).contains("\"scan.pdf\"", "binary");
        assertThat(house.look().texts("select verdict from files where id = ?", id))
                .containsExactly("UNREADABLE");
        assertThat(house.look().number("select size_bytes from files where id = ?", id))
                .isEqualTo(20_000);
    }

    @Test
    void tellsAnOperatorOfAFolderThatIsNobodys() throws Exception {
        ClaimFile file = ClaimFile.of("NOBODYS", 2, NORTHWIND);
        house.drop("nobodys-practice", "claims.edi", file.bytes());

        House.patiently("on the worklist")
                .untilAsserted(() -> assertThat(house.look().worklist("UNKNOWN_FOLDER"))
                        .singleElement()
                        .asString()
                        .contains("nobodys-practice"));
        assertThat(house.inbox("nobodys-practice").resolve("claims.edi")).hasBinaryContent(file.bytes());
        assertThat(house.fileOf(file)).isNull();
    }

    @Test
    void refusesAFileOfAnotherPractice() throws Exception {
        ClaimFile summits = ClaimFile.ofSummit("STRANGER", 3, NORTHWIND);
        ClaimFile misplaced = new ClaimFile(LAKESIDE, summits.control(), summits.bytes());

        String id = house.dropAndAwaitJudged(misplaced);

        assertThat(house.awaitAnswer(id, "TA1")).containsPattern("TA1.%09d.*R.006".formatted(summits.control()));
        assertThat(house.look().states(id)).hasSize(3).containsOnly("REJECTED_FILE");
        house.awaitQuiet();
        assertThat(house.taken(misplaced)).isEmpty();
    }

    @Test
    void holdsAClaimOfAnUnknownPayerUntilSomebodyDecides() throws Exception {
        ClaimFile file = ClaimFile.of("HELD", 2, NOBODY);
        String id = house.dropAndAwaitJudged(file);
        assertThat(house.look().states(id)).containsExactly("HELD", "HELD");
        assertThat(house.look().texts("select hold_reason from claims where file_id = ?", id))
                .allMatch(reason -> reason.contains("payer"));
        List<String> claims = house.look().texts("select id from claims where file_id = ? order by ordinal", id);

        house.ledger().run(tx -> ClaimHolds.release(tx, claims.getFirst(), "northwind", "an operator"));

        // It reaches Northwind, which does not know the payer named in it: A3:116.
        House.patiently("released, sent and answered")
                .until(() -> house.look().states(id).equals(List.of("PAYER_REJECTED", "HELD")));
        assertThat(house.taken(file)).containsExactly(file.numbers().getFirst());
        assertThat(house.look()
                        .texts(
                                "select actor from claim_events where claim_id = ? and cause = 'operator'",
                                claims.getFirst()))
                .containsExactly("an operator");
    }

    @Test
    void toldByTheApiWhatIsWrongWithARequest() throws Exception {
        ClaimFile file = ClaimFile.of("API", 2, NORTHWIND);
        long before = files();
        String bearer = "Bearer " + house.key(LAKESIDE);

        HttpResponse<String> noKey = house.ask("POST", "/v1/files", file.bytes(), "Idempotency-Key", "a");
        HttpResponse<String> wrongKey = house.ask(
                "POST", "/v1/files", file.bytes(), "Idempotency-Key", "a", "Authorization", "Bearer clk_wrong");
        HttpResponse<String> otherPractice = house.ask(
                "POST",
                "/v1/files",
                file.bytes(),
                "Idempotency-Key",
                "a",
                "Authorization",
                bearer,
                "Clearlane-Practice",
                ClaimFile.SUMMIT);
        HttpResponse<String> noIdempotencyKey = house.ask("POST", "/v1/files", file.bytes(), "Authorization", bearer);
        HttpResponse<String> empty = house.post(LAKESIDE, "empty", new byte[0]);

        assertThat(noKey.statusCode()).isEqualTo(401);
        assertThat(wrongKey.statusCode()).isEqualTo(401);
        assertThat(otherPractice.statusCode()).isEqualTo(403);
        assertThat(noIdempotencyKey.statusCode()).isEqualTo(400);
        assertThat(noIdempotencyKey.body()).contains("urn:clearlane:problem:idempotency-key");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("urn:clearlane:problem:empty-file");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void answersARetryAsTheFirstTimeAndRefusesOtherBytesUnderItsKey() throws Exception {
        ClaimFile file = ClaimFile.of("KEY", 2, BLUE_HARBOR);

        HttpResponse<String> first = house.post(LAKESIDE, "key-1", file.bytes());
        HttpResponse<String> retry = house.post(LAKESIDE, "key-1", file.bytes());
        HttpResponse<String> otherBytes = house.post(
                LAKESIDE, "key-1", ClaimFile.of("KEYB", 2, BLUE_HARBOR).bytes());
        HttpResponse<String> otherKey = house.post(LAKESIDE, "key-2", file.bytes());

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(retry.statusCode()).isEqualTo(202);
        assertThat(retry.body()).isEqualTo(first.body()).contains("\"outcome\":\"received\"");
        assertThat(otherBytes.statusCode()).isEqualTo(422);
        assertThat(otherBytes.body()).contains("urn:clearlane:problem:key-reused");
        assertThat(otherKey.statusCode()).isEqualTo(202);
        assertThat(otherKey.body()).contains("\"outcome\":\"duplicate\"");
        String id = house.awaitJudged(file);
        house.awaitStates(id, "PAID");
        assertThat(house.taken(file)).containsExactlyInAnyOrderElementsOf(file.numbers());
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        byte[] large = new byte[JourneyConfig.LARGEST_FILE + 1];
        Arrays.fill(large, (byte) 'X');
        long before = files();

        HttpResponse<String> answer = house.post(LAKESIDE, "large", large);
        HttpResponse<String> ofUnknownLength = house.postStream(LAKESIDE, "large stream", large);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:clearlane:problem:file-too-large");
        assertThat(ofUnknownLength.statusCode()).isEqualTo(413);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void showsAPracticeNothingOfAnother() throws Exception {
        ClaimFile file = ClaimFile.of("MINE", 1, NORTHWIND);
        String id = house.dropAndAwaitJudged(file);
        String claim = house.look()
                .texts("select id from claims where file_id = ?", id)
                .getFirst();
        String[] own = {"Authorization", "Bearer " + house.key(LAKESIDE)};
        String[] foreign = {"Authorization", "Bearer " + house.key(ClaimFile.SUMMIT)};

        for (String path : new String[] {"/v1/files/" + id, "/v1/files/" + id + "/findings", "/v1/claims/" + claim}) {
            assertThat(house.ask("GET", path, null, own).statusCode()).as(path).isEqualTo(200);
            assertThat(house.ask("GET", path, null, foreign).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        String number = "/v1/claims?patientControlNumber=" + file.numbers().getFirst();
        assertThat(house.ask("GET", number, null, own).body()).contains(claim);
        assertThat(house.ask("GET", number, null, foreign).body()).isEqualTo("{\"items\":[]}");
    }

    /** Pain 10: money in a pool that nobody sees. */
    @Test
    void showsMoneyThatFitsNoClaimToThePracticeItWasPaidToAndToNobodyElse() throws Exception {
        String remittance =
                """
                ISA*00*          *00*          *ZZ*NWH01          *ZZ*CLEARLANE      *260925*0600*^*00501*000000991*0*P*:~
                GS*HP*NWH01*CLEARLANE*20260925*0600*1*X*005010X221A1~ST*835*0001~
                BPR*I*70*C*ACH************20260925~TRN*1*NOBODYS1*1999999999~N1*PR*NORTHWIND~
                N1*PE*LAKESIDE*XX*2000000010~LX*1~CLP*NOBODY-1*1*90*70**12*ICN9~NM1*QC*1*ZZTEST*JANE~
                SVC*HC:99213*90*70~CAS*CO*45*20~SE*11*0001~GE*1*1~IEA*1*000000991~
                """
                        .replace("\n", "");
        house.ledger()
                .run(tx -> AnswerLedger.enter(
                        tx,
                        "northwind",
                        "nobodys.835",
                        new Archive(house.archive())
                                .keep(
                                        new ByteArrayInputStream(remittance.getBytes(StandardCharsets.ISO_8859_1)),
                                        10_000)));
        house.awaitQuiet();

        String own = house.ask("GET", "/v1/worklists/unmatched", null, "Authorization", "Bearer " + house.key(LAKESIDE))
                .body();
        String foreign = house.ask(
                        "GET",
                        "/v1/worklists/unmatched",
                        null,
                        "Authorization",
                        "Bearer " + house.key(ClaimFile.SUMMIT))
                .body();

        assertThat(own).contains("UNMATCHED_PAYMENT", "\"amount\":\"70.00\"");
        assertThat(foreign).doesNotContain("70.00");
    }

    @Test
    void takesNothingWhileTheArchiveIsFullAndLosesNothing(TmpfsDisk archive, Canaries log) throws Exception {
        if (archive.whyNot() != null) {
            System.out.println("no small disk here: " + archive.whyNot());
        }
        assumeTrue(archive.whyNot() == null, archive.whyNot());
        ClaimFile byFolder = ClaimFile.of("FULLA", 2, NORTHWIND);
        ClaimFile byApi = ClaimFile.of("FULLB", 2, NORTHWIND);
        house.awaitQuiet();
        long before = files();
        archive.fill();
        try {
            house.drop(byFolder);
            HttpResponse<String> refused = house.post(LAKESIDE, "full", byApi.bytes());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("Nothing was acknowledged");
            House.patiently("the folder's file was tried").until(() -> log.hasWarned("a file stays in its folder"));
            assertThat(files()).isEqualTo(before);
            assertThat(house.inbox(LAKESIDE).resolve(House.nameOf(byFolder))).hasBinaryContent(byFolder.bytes());
        } finally {
            archive.free();
        }

        String folderId = house.awaitJudged(byFolder);
        assertThat(house.post(LAKESIDE, "full", byApi.bytes()).statusCode()).isEqualTo(202);
        house.awaitStates(folderId, "PAID");
        house.awaitStates(house.awaitJudged(byApi), "PAID");
        assertThat(house.taken(byFolder)).hasSize(2);
    }
}
