package org.clearlane.pipeline.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.clearlane.model.claim.RepairKind;
import org.clearlane.pipeline.Town;
import org.clearlane.pipeline.Towns;
import org.clearlane.store.ledger.ClaimRepairs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mends of form on their way from a file to the payer: seen, reversible, and never more than was asked for. */
@ExtendWith(Towns.class)
class RepairTest {

    private Town town;

    @BeforeEach
    void found(Towns.Founder founder) {
        town = founder.found();
    }

    private byte[] untidy() {
        String clean =
                new String(town.file().claim("A-1", 132).claim("A-2", 132).bytes(), StandardCharsets.ISO_8859_1);
        int second = clean.indexOf("CLM*A-2");
        return (clean.substring(0, second)
                        + clean.substring(second)
                                .replace("ABK:E119", "ABK:e11.9")
                                .replace("SV1*HC:99213*100.00", "SV1*HC:99213*$100.00 ")
                                .replace("CLM*A-2*132***11:B:1", "CLM*A-2*132***11:B:"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private Town mending() {
        return town.mends(EnumSet.allOf(RepairKind.class));
    }

    @Test
    void withoutBeingAskedForNothingIsMended() {
        town.submit("lakeside", untidy());
        assertThat(town.state("A-1")).isEqualTo("QUEUED");
        assertThat(town.state("A-2")).isEqualTo("REJECTED_CLAIM");
        assertThat(town.all("select cause from claim_repairs where claim_id = ?", town.claimId("A-2")))
                .isEmpty();
    }

    @Test
    void aMendedClaimGoesOnAndItsRecordShowsBeforeAndAfter() {
        mending().submit("lakeside", untidy());
        assertThat(town.state("A-2")).isEqualTo("QUEUED");
        assertThat(town.all(
                        """
                        select concat_ws(' ', segment || lpad(element::text, 2, '0'), component, '[' || before_value || ']',
                            '[' || after_value || ']', kinds)
                        from claim_repairs where claim_id = ? order by position, element""",
                        town.claimId("A-2")))
                .containsExactly(
                        "CLM05 3 [] [1] frequency",
                        "HI01 2 [e11.9] [E119] case point",
                        "SV102 0 [$100.00 ] [100.00] blanks decimal");
        assertThat(town.all("select distinct severity from findings where claim_id = ?", town.claimId("A-2")))
                .containsExactly("WARNING");
        assertThat(town.mail("lakeside", "999").getFirst()).contains("IK5*A").contains("AK9*A");
        assertThat(town.all("select cause from claim_repairs where claim_id = ?", town.claimId("A-1")))
                .isEmpty();
    }

    @Test
    void whatGoesOutDiffersFromWhatCameInByTheMendsAlone() {
        byte[] handedIn = untidy();
        String file = mending().submit("lakeside", handedIn);
        town.batch("northwind");
        String out = town.outbound(town.newestInterchange("northwind"));

        List<String> sent = claimSegments(out, "A-2");
        List<String> came = claimSegments(new String(handedIn, StandardCharsets.ISO_8859_1), "A-2");
        assertThat(sent.stream()
                        .filter(segment -> !segment.startsWith("REF*D9"))
                        .toList())
                .containsExactlyElementsOf(came.stream()
                        .map(segment -> segment.replace("ABK:e11.9", "ABK:E119")
                                .replace("$100.00 ", "100.00")
                                .replace("11:B:*", "11:B:1*"))
                        .toList());
        assertThat(claimSegments(out, "A-1").stream()
                        .filter(segment -> !segment.startsWith("REF*D9"))
                        .toList())
                .containsExactlyElementsOf(claimSegments(new String(handedIn, StandardCharsets.ISO_8859_1), "A-1"));
        assertThat(town.kept(town.one("select archive_key from files where id = ?", file)))
                .isEqualTo(new String(handedIn, StandardCharsets.ISO_8859_1));
    }

    @Test
    void aClaimSomebodyWantsSentAsItCameGoesOutAsItCame() {
        mending().submit("lakeside", untidy());
        String claim = town.claimId("A-2");
        assertThat(town.ledger().<Boolean>transact(tx -> ClaimRepairs.choose(tx, claim, true, "ann")))
                .isTrue();
        town.batch("northwind");
        assertThat(claimSegments(town.outbound(town.newestInterchange("northwind")), "A-2"))
                .contains("HI*ABK:e11.9*ABF:I10", "CLM*A-2*132***11:B:*Y*A*Y*Y");
        assertThat(town.ledger().<Boolean>transact(tx -> ClaimRepairs.choose(tx, claim, false, "ann")))
                .as("a claim that has gone out")
                .isFalse();
    }

    @Test
    void aMendThatDoesNotHelpIsNotMade() {
        String bad = new String(town.file().claim("B-1", 132).bytes(), StandardCharsets.ISO_8859_1)
                .replace("ABK:E119", "ABK:q99.99");
        mending().submit("lakeside", bad.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(town.state("B-1")).isEqualTo("REJECTED_CLAIM");
        assertThat(town.all("select after_value from claim_repairs where claim_id = ?", town.claimId("B-1")))
                .isEmpty();
        assertThat(town.all(
                        "select value from findings where claim_id = ? and severity = 'ERROR'", town.claimId("B-1")))
                .contains("q99.99");
    }

    @Test
    void onlyTheMendsAPracticeNamedAreMade() {
        town.mends(Set.of(RepairKind.POINT, RepairKind.CASE)).submit("lakeside", untidy());
        assertThat(town.state("A-2")).isEqualTo("REJECTED_CLAIM");
        assertThat(town.all("select kinds from claim_repairs where claim_id = ? order by ordinal", town.claimId("A-2")))
                .containsExactly("case point");
    }

    private static List<String> claimSegments(String file, String number) {
        int from = file.indexOf("CLM*" + number + "*");
        int hl = file.indexOf("HL*", from);
        int se = file.indexOf("SE*", from);
        return List.of(file.substring(from, hl < 0 ? se : Math.min(hl, se)).split("~"));
    }
}
