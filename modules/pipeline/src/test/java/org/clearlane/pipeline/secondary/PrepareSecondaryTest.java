package org.clearlane.pipeline.secondary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.clearlane.pipeline.PayerRemittance;
import org.clearlane.pipeline.ScriptedPayer;
import org.clearlane.pipeline.Town;
import org.clearlane.pipeline.Towns;
import org.clearlane.pipeline.secondary.PrepareSecondary.Released;
import org.clearlane.pipeline.secondary.SecondaryPrepared.Ready;
import org.clearlane.pipeline.secondary.SecondaryPrepared.Refused;
import org.clearlane.remittance.secondary.PatientBalance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Towns.class)
class PrepareSecondaryTest {

    private Town town;

    /** LFC-1 over 132 dollars has gone to northwind. */
    @BeforeEach
    void sendAClaim(Towns.Founder founder) {
        town = founder.found(new ScriptedPayer());
        town.submit("lakeside", town.file().claim("LFC-1", 132).bytes());
        town.batch("northwind");
        town.send("northwind", town.newestInterchange("northwind"));
    }

    /** Northwind pays 70 and 32, writes 20 off and leaves a copay of 10. */
    private void decide(String from, String to) {
        String text = new PayerRemittance(town.payerCode("northwind"), "T" + town.own("s"))
                .corrects("LFC-1", 132)
                .text();
        assertThat(text).contains(from);
        town.answer("northwind", text.replace(from, to).replace("*20260925~", "*20260922~"));
    }

    private SecondaryOrder order() {
        return new SecondaryOrder(town.claimId("LFC-1"), town.own("blue"), "BL123", "CI");
    }

    private SecondaryPrepared prepared() {
        return town.secondary().prepare(order());
    }

    private static List<String> segments(SecondaryPrepared prepared) {
        assertThat(prepared).isInstanceOf(Ready.class);
        String text = new String(((Ready) prepared).x12(), StandardCharsets.ISO_8859_1);
        return Arrays.asList(text.split("~"));
    }

    private static BigDecimal sum(List<String> segments, String start, int element) {
        return segments.stream()
                .filter(each -> each.startsWith(start))
                .map(each -> new BigDecimal(each.split("\\*")[element]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void saysWhatTheFirstPayerDecidedInTheSecondOnesClaim() {
        decide("~", "~");

        List<String> segments = segments(prepared());

        assertThat(((Ready) prepared()).open()).hasToString("10.00");
        assertThat(segments)
                .containsSubsequence(
                        "SBR*S*18*******CI",
                        "NM1*IL*1*ZZTEST*JANE****MI*BL123",
                        "NM1*PR*2*blue health*****PI*" + town.payerCode("blue"),
                        "CLM*LFC-1*132***11:B:1*Y*A*Y*Y",
                        "SBR*P*18*******CI",
                        "AMT*D*102",
                        "OI***Y***Y",
                        "NM1*IL*1*ZZTEST*JANE****MI*MLFC1",
                        "NM1*PR*2*THE PAYER*****PI*" + town.payerCode("northwind"),
                        "REF*F8*PAYERSLFC-1",
                        "LX*1",
                        "SVD*" + town.payerCode("northwind") + "*70*HC:99213**1",
                        "CAS*CO*45*20",
                        "CAS*PR*3*10",
                        "DTP*573*D8*20260922",
                        "AMT*EAF*10",
                        "LX*2",
                        "SVD*" + town.payerCode("northwind") + "*32*HC:85025**1",
                        "AMT*EAF*0");
    }

    /** CLM02 = paid + adjusted; AMT*D = Σ SVD02; each line's charge = SVD02 + its CAS. */
    @Test
    void coordinationOfBenefitsAddsUpToTheCent() {
        decide("~", "~");

        List<String> segments = segments(prepared());

        BigDecimal paid = sum(segments, "AMT*D*", 2);
        assertThat(sum(segments, "SVD*", 2)).isEqualByComparingTo(paid);
        assertThat(paid.add(sum(segments, "CAS*", 3))).isEqualByComparingTo("132");
        assertThat(sum(segments, "SV1*", 2)).isEqualByComparingTo("132");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLP*LFC-1*1* | CLP*LFC-1*19* | CLP02 19",
                "DTM*232* | NM1*TT*2*OTHER PLAN*****PI*OTH~DTM*232* | NM1*TT",
                "DTM*232* | MOA***MA18~DTM*232* | MA18",
                "REF*6R*LFC-1-2 | REF*6R*LFC-1-2~LQ*HE*N89 | N89",
                "CAS*PR*3*10 | CAS*CO*45*10 | nothing open"
            })
    void isNotMadeWhereTheFirstPayerPassedItOnOrLeftNothing(String from, String to, String why) {
        decide(from, to);

        assertThat(prepared()).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.why())
                .contains(why));
    }

    @Test
    void isNotMadeBeforeTheFirstPayerHasDecidedNorForItselfNorWithoutTheMembersNumber() {
        assertThat(prepared()).isInstanceOf(Refused.class);
        decide("~", "~");
        String claim = town.claimId("LFC-1");
        assertThat(town.secondary().prepare(new SecondaryOrder(claim, town.own("northwind"), "BL123", "CI")))
                .isInstanceOf(Refused.class);
        assertThat(town.secondary().prepare(new SecondaryOrder(claim, town.own("blue"), "", "")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.mend()).contains("--member"));
        assertThat(town.secondary().prepare(new SecondaryOrder("clm_none", town.own("blue"), "B", "CI")))
                .isInstanceOf(Refused.class);
    }

    private PatientBalance balance(String claim) {
        return town.ledger()
                .transact(tx -> new PatientBalances(town.archive(), town.profiles()).find(tx, claim))
                .orElseThrow()
                .balance();
    }

    @Test
    void patientOwesWhatTheOnlyPayerLeft() {
        String claim = town.claimId("LFC-1");
        assertThat(balance(claim).settled()).isFalse();

        decide("~", "~");

        assertThat(balance(claim).owed()).hasToString("10.00");
    }

    @Test
    void preparingSendsNothingAndReleasingHandsItInOnce() {
        decide("~", "~");
        prepared();
        assertThat(town.states("lakeside", "LFC-1")).hasSize(1);

        Released first = town.secondary().release(order(), "pat");
        Released second = town.secondary().release(order(), "sam");

        assertThat(first.before()).isFalse();
        assertThat(second.before()).isTrue();
        assertThat(second.fileId()).isEqualTo(first.fileId());
        String claim = town.claimId("LFC-1");
        assertThat(balance(claim).settled()).as("handed in and not yet judged").isFalse();
        town.judge(first.fileId().orElseThrow());
        assertThat(balance(claim).settled()).as("judged and not yet decided").isFalse();
        assertThat(town.states("lakeside", "LFC-1")).containsExactly("PAID", "QUEUED");
        assertThat(town.one(
                        "select payer_id from claims where file_id = ?",
                        first.fileId().orElseThrow()))
                .isEqualTo(town.own("blue"));
        assertThat(town.one(
                        "select actor from claim_events where cause = 'secondary' and evidence = ?",
                        first.fileId().orElseThrow()))
                .isEqualTo("pat");
        assertThat(town.batch("blue")).isEqualTo(1);
    }
}
