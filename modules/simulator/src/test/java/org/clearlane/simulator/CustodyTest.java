package org.clearlane.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.clearlane.simulator.ClaimFile.Claim;
import org.clearlane.simulator.JournalLine.Marker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What was received is known exactly, once, and for good. */
class CustodyTest {

    private static final String PAYS = "scenarios:\n  - {does: pays, allowed: 100}";

    @TempDir
    Path data;

    private final byte[] file = ClaimFile.of("000000301", Claim.of("P1", "100.00", "0.50"), Claim.of("P2", "20.00"));

    @Test
    void journalSaysWhatCameIn() throws Exception {
        MovingClock clock = new MovingClock();
        try (FolderPayer payer = FolderPayer.start(data, PAYS, 7, clock)
                .drop("batch-1.837", file)
                .settle()) {
            String[] line = Files.readString(payer.data().resolve("journal.tsv"))
                    .strip()
                    .split("\t");
            assertThat(line).startsWith("2026-01-06T15:00:00Z", "batch-1.837");
            assertThat(line[2]).isEqualTo(Draw.sha256Hex(file)).hasSize(64);
            assertThat(line).contains("000000301", "77", "120.50", "first");
            assertThat(Stream.of(line).skip(3).limit(6))
                    .containsExactly("000000301", "77", "1", "2", "120.50", "first");
            assertThat(Files.readAllLines(payer.data().resolve("claims.tsv")))
                    .containsExactly("000000301\t0001\tP1\tclm_P1\t100.50\t1", "000000301\t0001\tP2\tclm_P2\t20.00\t1");
            assertThat(payer.data().resolve("received/" + line[2] + ".edi")).hasBinaryContent(file);
        }
    }

    @Test
    void sameFileTwiceIsOneEffectAndARepeat() throws Exception {
        try (FolderPayer payer =
                FolderPayer.start(data, PAYS).drop("a.837", file).settle()) {
            payer.drop("b.837", file).settle();
            assertThat(payer.kinds()).containsExactly("TA1", "999", "277", "835");
            assertThat(payer.simulator().journal(FolderPayer.ID))
                    .extracting(JournalLine::marker)
                    .containsExactly(Marker.FIRST, Marker.REPEAT);
            assertThat(payer.simulator().claims(FolderPayer.ID)).hasSize(2);
        }
    }

    @Test
    void sameControlNumberWithOtherBytesIsRejectedAsDuplicate() throws Exception {
        try (FolderPayer payer =
                FolderPayer.start(data, PAYS).drop("a.837", file).settle()) {
            payer.drop("b.837", ClaimFile.of("000000301", Claim.of("P3", "1.00")))
                    .settle();
            assertThat(payer.kinds()).containsExactly("TA1", "999", "277", "835", "TA1");
            assertThat(payer.answers().getLast().first("TA1")).endsWith("R", "025");
            assertThat(payer.simulator().journal(FolderPayer.ID).getLast().marker())
                    .isEqualTo(Marker.CONFLICT);
            assertThat(payer.simulator().claims(FolderPayer.ID))
                    .extracting(JournaledClaim::pcn)
                    .containsExactly("P1", "P2");
        }
    }

    @Test
    void journalAndControlNumbersGoOnAfterARestart() throws Exception {
        FolderPayer first = FolderPayer.start(data, PAYS).drop("a.837", file).settle();
        first.close();
        try (FolderPayer second = FolderPayer.start(data, PAYS)) {
            second.drop("again.837", file)
                    .drop("other.837", ClaimFile.of("000000302", Claim.of("P9", "5.00")))
                    .settle();
            assertThat(second.simulator().journal(FolderPayer.ID))
                    .extracting(JournalLine::marker)
                    .containsExactlyInAnyOrder(Marker.FIRST, Marker.REPEAT, Marker.FIRST);
            assertThat(second.kinds()).containsExactly("TA1", "999", "277", "835", "TA1", "999", "277", "835");
            assertThat(second.answers())
                    .extracting(answer -> answer.first("ISA")[13])
                    .doesNotHaveDuplicates();
            assertThat(second.answers("835"))
                    .extracting(answer -> answer.first("TRN")[2])
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void answersOwedAtTheStopAreGivenAfterTheRestart() throws Exception {
        MovingClock clock = new MovingClock();
        String slow = PAYS + "\ndelays: {TA1: 0, \"999\": 0, 277CA: 60000, \"835\": 60000}";
        try (FolderPayer payer = FolderPayer.start(data, slow, 7, clock)) {
            payer.drop("a.837", file).awaitJournal(1);
        }
        clock.advance(Duration.ofMinutes(2));
        try (FolderPayer payer = FolderPayer.start(data, slow, 7, clock).settle()) {
            assertThat(payer.kinds()).containsExactly("TA1", "999", "277", "835");
        }
    }

    @Test
    void deathBetweenJournalAndAnswersIsMadeGoodAtTheNextStart() throws Exception {
        try (FolderPayer payer =
                FolderPayer.start(data, PAYS).drop("a.837", file).settle()) {
            Files.delete(payer.data().resolve("answered.tsv"));
            try (Stream<Path> out = Files.list(payer.data().resolve("out"))) {
                for (Path answer : out.toList()) {
                    Files.delete(answer);
                }
            }
        }
        try (FolderPayer payer = FolderPayer.start(data, PAYS).settle()) {
            assertThat(payer.kinds()).containsExactly("TA1", "999", "277", "835");
        }
    }

    @Test
    void deathInTheMiddleOfTheJournalLeavesNothingHalfDone() throws Exception {
        FolderPayer.start(data, PAYS).drop("a.837", file).settle().close();
        Path journal = data.resolve("NWH01/journal.tsv");
        Path claims = data.resolve("NWH01/claims.tsv");
        Files.writeString(claims, "000000309\t0001\tHALF\t\t1.00\t2\n000000309\t00", StandardOpenOption.APPEND);
        Files.writeString(journal, "2026-01-06T15:00:00Z\tb.8", StandardOpenOption.APPEND);
        try (FolderPayer payer = FolderPayer.start(data, PAYS)) {
            payer.drop("b.837", ClaimFile.of("000000309", Claim.of("WHOLE", "1.00")))
                    .settle();
            assertThat(payer.simulator().journal(FolderPayer.ID)).hasSize(2);
            assertThat(payer.simulator().claims(FolderPayer.ID))
                    .extracting(JournaledClaim::pcn)
                    .containsExactly("P1", "P2", "WHOLE");
        }
    }

    @Test
    void partFilesAreNotRead() throws Exception {
        try (FolderPayer payer = FolderPayer.start(data, PAYS)) {
            Files.write(payer.data().resolve("in/unfinished.837.part"), file);
            payer.drop("other.837", ClaimFile.of("000000302", Claim.of("P9", "5.00")))
                    .settle();
            assertThat(payer.simulator().journal(FolderPayer.ID))
                    .extracting(JournalLine::name)
                    .containsExactly("other.837");
            assertThat(payer.data().resolve("in/unfinished.837.part")).exists();
        }
    }

    @Test
    void unreadableFileIsJournaledAndNotAnswered() throws Exception {
        try (FolderPayer payer = FolderPayer.start(data, PAYS)
                .drop("page.html", "<html/>".getBytes(StandardCharsets.US_ASCII))
                .settle()) {
            assertThat(payer.simulator().journal(FolderPayer.ID).getFirst().marker())
                    .isEqualTo(Marker.UNREADABLE);
            assertThat(payer.files()).isEmpty();
        }
    }

    @Test
    void acknowledgmentsAreNotAcknowledged() throws Exception {
        try (FolderPayer payer =
                FolderPayer.start(data, PAYS).drop("a.837", file).settle()) {
            byte[] ack = payer.answers("999").getFirst().text().getBytes(StandardCharsets.ISO_8859_1);
            payer.drop("back.999", ack).settle();
            assertThat(payer.simulator().journal(FolderPayer.ID)).hasSize(2);
            assertThat(payer.files()).hasSize(4);
        }
    }

    @Test
    void envelopeThatBreaksOffIsRefusedAndMayComeAgainWhole() throws Exception {
        byte[] broken = new String(file, StandardCharsets.ISO_8859_1)
                .replaceFirst("IEA\\*.*$", "")
                .getBytes(StandardCharsets.ISO_8859_1);
        try (FolderPayer payer =
                FolderPayer.start(data, PAYS).drop("half.837", broken).settle()) {
            assertThat(payer.answer("TA1").first("TA1")).endsWith("R", "023");
            assertThat(payer.simulator().claims(FolderPayer.ID)).isEmpty();
            payer.drop("whole.837", file).settle();
            assertThat(payer.kinds()).containsExactly("TA1", "TA1", "999", "277", "835");
        }
    }

    @Test
    void wrongTrailersAreFoundAtTheRightLevel() throws Exception {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        try (FolderPayer payer = FolderPayer.start(data, PAYS)) {
            payer.drop("iea.837", bytes(text.replace("IEA*1*", "IEA*2*"))).settle();
            payer.drop("ge.837", bytes(text.replace("GE*1*77", "GE*1*78").replace("000000301", "000000302")))
                    .settle();
            payer.drop("se.837", bytes(text.replaceFirst("SE\\*\\d+", "SE*5").replace("000000301", "000000303")))
                    .settle();
            payer.drop(
                            "amount.837",
                            bytes(text.replaceFirst("\\*100\\.50\\*", "*1e2*").replace("000000301", "000000304")))
                    .settle();
            assertThat(payer.answers("TA1").get(0).first("TA1")).endsWith("R", "021");
            List<Answer> acks = payer.answers("999");
            assertThat(acks.get(0).first("AK9")).containsExactly("AK9", "R", "1", "1", "0", "4");
            assertThat(acks.get(1).first("IK5")).containsExactly("IK5", "R", "4");
            assertThat(acks.get(2).first("IK3")).containsExactly("IK3", "CLM", "18", "", "8");
            assertThat(acks.get(2).first("IK4")).containsExactly("IK4", "2", "782", "6");
            assertThat(payer.answers("835")).isEmpty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void outageTakesTheFoldersAwayAndLosesNothing() throws Exception {
        try (FolderPayer payer = FolderPayer.start(data, PAYS)) {
            payer.simulator().setDown(FolderPayer.ID, true);
            payer.simulator().setDown(FolderPayer.ID, true);
            assertThat(payer.data().resolve("in")).doesNotExist();
            assertThat(payer.data().resolve("out")).doesNotExist();
            // A client that makes the folder anew, as some do.
            Files.createDirectory(payer.data().resolve("in"));
            Files.write(payer.data().resolve("in/early.837"), file);
            payer.simulator().setDown(FolderPayer.ID, false);
            payer.settle();
            assertThat(payer.kinds()).containsExactly("TA1", "999", "277", "835");
        }
    }

    @Test
    void logLinesCarryNothingOfClaimOrPatient() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("org.clearlane.simulator");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.TRACE);
        try (FolderPayer payer = FolderPayer.start(data, PAYS)) {
            payer.drop("a.837", ClaimFile.of("000000301", Claim.of("CANARYPCN", "123.45")))
                    .settle();
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
        }
        assertThat(lines.list).isNotEmpty();
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("CANARY") || line.contains("123.45"));
    }
}
