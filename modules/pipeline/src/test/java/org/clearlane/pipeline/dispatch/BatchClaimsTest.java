package org.clearlane.pipeline.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.clearlane.pipeline.Town;
import org.clearlane.pipeline.Towns;
import org.clearlane.store.ledger.ClaimHolds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Towns.class)
class BatchClaimsTest {

    /** What is ours: envelope, submitter and receiver, hierarchy, counts and our number of the claim. */
    private static final String OURS = "(ISA|GS|ST|BHT|NM1\\*41|PER|NM1\\*40|HL|REF\\*D9|SE|GE|IEA)(\\*.*|$)";

    private Town town;

    @BeforeEach
    void found(Towns.Founder founder) {
        town = founder.found();
    }

    @Test
    void sendsWhatThePracticeWroteOnByteForByte() {
        var file = town.file().claim("LFC-1", 132).claim("LFC-2", 75, "7", "lower Case,  two blanks;  #4 ");

        String id = town.submitAndBatch("northwind", file.bytes());

        assertThat(theirs(split(town.outbound(id), '~'))).isEqualTo(theirs(file.segments()));
        assertThat(theirs(file.segments())).hasSizeGreaterThan(30);
    }

    @Test
    void writesWithThePayersSeparatorsWhateverThePracticeUsed() {
        var file = town.file()
                .separators("|}^~", "\r\n")
                .payer(town.payerCode("blue"))
                .claim("LFC-1", 132)
                .claim("LFC-2", 75);

        String id = town.submitAndBatch("blue", file.bytes());

        String outbound = town.outbound(id);
        assertThat(outbound).startsWith("ISA|00|").contains("|}|00501|").endsWith("~\n");
        assertThat(outbound.charAt(104)).isEqualTo('^');
        List<String> usual = split(outbound.replace("\n", ""), '~').stream()
                .map(segment -> segment.replace('|', '*').replace('^', ':'))
                .toList();
        assertThat(theirs(usual)).isEqualTo(theirs(file.segments()));
    }

    private static List<String> theirs(List<String> segments) {
        return segments.stream().filter(segment -> !segment.matches(OURS)).toList();
    }

    private static List<String> split(String text, char terminator) {
        return Stream.of(text.split(java.util.regex.Pattern.quote(String.valueOf(terminator))))
                .toList();
    }

    @Test
    void namesTheClaimByOurNumberInRefD9() {
        String id =
                town.submitAndBatch("northwind", town.file().claim("LFC-1", 132).bytes());

        assertThat(split(town.outbound(id), '~'))
                .contains("REF*D9*" + town.claimId("LFC-1").substring("clm_".length()));
    }

    @Test
    void movesClaimsAndAsksForTheSendingInTheSameTransaction() {
        String id = town.submitAndBatch(
                "northwind", town.file().claim("LFC-1", 132).claim("LFC-2", 75).bytes());

        assertThat(town.state("LFC-1")).isEqualTo("BATCHED");
        assertThat(town.events("LFC-1")).containsExactly("RECEIVED QUEUED judged", "QUEUED BATCHED batched ISA13 1");
        assertThat(town.message(SendInterchange.queueOf(town.own("northwind")), id))
                .isNotNull();
        assertThat(town.one(
                        "select concat_ws(' ', claims_total, charge_cents, state) from outbound_interchanges where id"
                                + " = ?",
                        id))
                .isEqualTo("2 20700 STORED");
        assertThat(town.all("select set_control || ' ' || position from submissions where outbound_id = ?", id))
                .containsExactlyInAnyOrder(
                        "0001 " + positionOf(id, "CLM*LFC-1*"), "0001 " + positionOf(id, "CLM*LFC-2*"));
    }

    /** The segment's number in its set, ST being 1. */
    private int positionOf(String interchange, String beginning) {
        List<String> segments = split(town.outbound(interchange), '~');
        int st = 0;
        for (int i = 0; i < segments.size(); i++) {
            st = segments.get(i).startsWith("ST*") ? i : st;
            if (segments.get(i).startsWith(beginning)) {
                return i - st + 1;
            }
        }
        return 0;
    }

    @Test
    void waitsUntilTheWindowIsOverOrTheBatchIsFull() {
        town.submit("lakeside", town.file().claim("LFC-1", 132).bytes());
        assertThat(town.batches().allDueFor(town.profile("northwind"))).isZero();

        town.clock().move(Duration.ofSeconds(59));
        assertThat(town.batches().allDueFor(town.profile("northwind"))).isZero();
        town.clock().move(Duration.ofSeconds(1));
        assertThat(town.batches().allDueFor(town.profile("northwind"))).isOne();

        var full = town.file().control(2);
        for (int i = 1; i <= 12; i++) {
            full.claim("FULL-" + i, 40 + i);
        }
        town.submit("lakeside", full.bytes());
        assertThat(town.batches().allDueFor(town.profile("northwind"))).isOne();
    }

    @Test
    void putsNoMoreClaimsIntoASetThanThePayerTakes() {
        var file = town.file();
        for (int i = 1; i <= 7; i++) {
            file.claim("LFC-" + i, 100 + i);
        }

        String id = town.submitAndBatch("northwind", file.bytes());

        assertThat(town.all(
                        """
                        select concat_ws(' ', set_control, claims_total, charge_cents) from outbound_sets
                        where outbound_id = ? order by set_control""",
                        id))
                .containsExactly("0001 3 30600", "0002 3 31500", "0003 1 10700");
        assertThat(split(town.outbound(id), '~'))
                .filteredOn(segment -> segment.startsWith("ST*"))
                .hasSize(3);
        assertThat(town.outbound(id)).contains("GE*3*1~IEA*1*000000001~");
    }

    @Test
    void mixesClaimsOfTwoPracticesInOneInterchange() {
        town.submit("lakeside", town.file().claim("LFC-1", 132).bytes());
        town.submit("harbor", town.harborFile().claim("HP-1", 60).bytes());

        assertThat(town.batch("northwind")).isOne();

        assertThat(split(town.outbound(town.newestInterchange("northwind")), '~'))
                .contains("NM1*85*2*THE PRACTICE*****XX*1234567893", "NM1*85*2*THE PRACTICE*****XX*2000000218");
    }

    @Test
    void keepsChargesAndReportsInInterchangesOfTheirOwn() {
        town.submit("lakeside", town.file().claim("LFC-1", 132).bytes());
        town.submit(
                "lakeside",
                town.file().control(2).transactionType("RP").claim("LFC-2", 75).bytes());

        assertThat(town.batch("northwind")).isEqualTo(2);

        assertThat(town
                        .all(
                                "select archive_key from outbound_interchanges where payer_id = ? order by id",
                                town.own("northwind"))
                        .stream()
                        .map(town::kept)
                        .map(text -> text.replaceAll("(?s).*~BHT\\*([^~]*)~.*", "$1"))
                        .map(bht -> bht.substring(bht.length() - 2)))
                .containsExactly("CH", "RP");
    }

    @Test
    void holdsAClaimThatCannotBeWrittenAndSendsItsNeighbours() {
        var file = town.file()
                .payer(town.payerCode("blue"))
                .claim("LFC-1", 132)
                .claim("LFC-2", 75, "1", "4 ELM|REAR")
                .claim("LFC-3", 60);

        String id = town.submitAndBatch("blue", file.bytes());

        assertThat(town.state("LFC-1")).isEqualTo("BATCHED");
        assertThat(town.state("LFC-2")).isEqualTo("HELD");
        assertThat(town.state("LFC-3")).isEqualTo("BATCHED");
        assertThat(town.outbound(id)).contains("LFC-1", "LFC-3").doesNotContain("LFC-2");
        assertThat(town.work("blue")).containsExactly("UNWRITABLE_CLAIM " + town.claimId("LFC-2"));
        assertThat(town.one("select hold_reason from claims where id = ?", town.claimId("LFC-2")))
                .contains("blue health")
                .doesNotContain("ELM");
    }

    @Test
    void takesNoControlNumberForClaimsThatCannotBeWritten() {
        town.submit(
                "lakeside",
                town.file()
                        .payer(town.payerCode("blue"))
                        .claim("LFC-1", 75, "1", "4 ELM|REAR")
                        .bytes());
        town.batch("blue");
        assertThat(town.newestInterchange("blue")).isNull();

        String id = town.submitAndBatch(
                "blue",
                town.file()
                        .control(2)
                        .payer(town.payerCode("blue"))
                        .claim("LFC-2", 132)
                        .bytes());

        assertThat(town.outbound(id)).contains("|000000001|");
    }

    @Test
    void sendsAHeldClaimToThePayerAPersonNames() {
        town.submit(
                "lakeside",
                town.file()
                        .payer(town.payerCode("blue"))
                        .claim("LFC-1", 75, "1", "4 ELM|REAR")
                        .bytes());
        town.batch("blue");

        town.ledger().run(tx -> ClaimHolds.release(tx, town.claimId("LFC-1"), town.own("northwind"), "pat"));

        assertThat(town.batch("northwind")).isOne();
        assertThat(town.state("LFC-1")).isEqualTo("BATCHED");
        assertThat(town.outbound(town.newestInterchange("northwind"))).contains("N3*4 ELM|REAR~");
        assertThat(town.work("blue")).isEmpty();
    }

    @Test
    void numbersInterchangesAndGroupsOnWithoutAGapForEachPayer() {
        for (int i = 1; i <= 3; i++) {
            String id = town.submitAndBatch(
                    "northwind",
                    town.file().control(i).claim("LFC-" + i, 100 + i).bytes());

            assertThat(town.outbound(id))
                    .contains("*%09d*0*P*:~".formatted(i), "~GE*1*" + i + "~IEA*1*%09d~".formatted(i));
        }
        String other = town.submitAndBatch(
                "blue",
                town.file()
                        .control(4)
                        .payer(town.payerCode("blue"))
                        .claim("LFC-4", 104)
                        .bytes());
        assertThat(town.outbound(other)).contains("|000000001|");
    }

    @Test
    void putsAClaimIntoOneInterchangeOnly() {
        town.submitAndBatch("northwind", town.file().claim("LFC-1", 132).bytes());

        assertThat(town.batch("northwind")).isZero();
        assertThat(town.all("select outbound_id from submissions where claim_id = ?", town.claimId("LFC-1")))
                .hasSize(1);
    }

    @Test
    void countsWhatItWrote() {
        String id = town.submitAndBatch(
                "northwind", town.file().claim("LFC-1", 132).claim("LFC-2", 75).bytes());

        List<String> segments = split(town.outbound(id), '~');
        int from = segments.indexOf(
                segments.stream().filter(s -> s.startsWith("ST*")).findFirst().orElseThrow());
        int to = segments.indexOf(
                segments.stream().filter(s -> s.startsWith("SE*")).findFirst().orElseThrow());
        assertThat(segments.get(to)).isEqualTo("SE*" + (to - from + 1) + "*0001");
    }
}
