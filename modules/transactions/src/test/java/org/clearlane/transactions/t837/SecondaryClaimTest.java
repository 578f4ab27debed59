package org.clearlane.transactions.t837;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.x12.Delimiters;
import org.junit.jupiter.api.Test;

class SecondaryClaimTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 2, 20);
    private static final String PROVIDER = "NM1*85*2*PRACTICE*****XX*1999999018~";
    private static final String SUBSCRIBER =
            "SBR*P*18*GRP1******CI~NM1*IL*1*DOE*JANE****MI*FIRST1~N3*1 ELM~N4*X*WI*53703~"
                    + "DMG*D8*19650402*F~NM1*PR*2*FIRST PLAN*****PI*FST~";
    private static final String SECOND_LOOP =
            "SBR*S*18*GRP2******MC~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*SECOND1~" + "NM1*PR*2*SECOND PLAN*****PI*SND~";
    private static final String THIRD_LOOP =
            "SBR*T*18*******CI~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*THIRD1~NM1*PR*2*THIRD PLAN*****PI*TRD~";
    private static final String LINES =
            "LX*1~SV1*HC:99213*100*UN*1***1~DTP*472*D8*20260202~LX*2~SV1*HC:85025*32*UN*1***1~"
                    + "DTP*472*D8*20260202~LQ*UT*01~FRM*1*Y~";

    private static final SecondaryCoverage SECOND = new SecondaryCoverage("SECOND PLAN", "SND", "", "");

    private static SecondaryClaim claim(String loops, String patient) {
        return new SecondaryClaim(new OutboundClaim(
                "X1",
                Delimiters.USUAL,
                bytes(PROVIDER),
                bytes(patient == null ? SUBSCRIBER : SUBSCRIBER.replace("SBR*P*18*", "SBR*P**")),
                patient == null ? null : bytes(patient),
                bytes("CLM*C1*132***11:B:1*Y*A*Y*Y*P~REF*D9*OLD~HI*ABK:E119~" + loops + LINES)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static LinePayment line(String procedure, String charge, String paid, Adjustment... adjustments) {
        return new LinePayment(
                "HC",
                procedure,
                List.of(),
                Money.of(charge),
                Money.of(paid),
                "",
                "20260202",
                "",
                List.of(adjustments),
                List.of());
    }

    private static Adjustment adjustment(String group, String reason, String amount) {
        return new Adjustment(group, reason, Money.of(amount), "");
    }

    private static ClaimPayment payment(List<Adjustment> adjustments, LinePayment... lines) {
        return new ClaimPayment(
                "C1",
                "1",
                Money.of("132.00"),
                Money.of("102.00"),
                Money.of("10.00"),
                "12",
                "PAY9",
                "",
                "20260202",
                adjustments,
                List.of(lines),
                List.of());
    }

    private static final ClaimPayment BY_LINE = payment(
            List.of(),
            line("99213", "100.00", "70.00", adjustment("CO", "45", "20.00"), adjustment("PR", "3", "10.00")),
            line("85025", "32.00", "32.00"));

    private static List<String> made(SecondaryResult result) {
        assertThat(result).isInstanceOf(SecondaryResult.Made.class);
        return ((SecondaryResult.Made) result).segments();
    }

    @Test
    void coveragesOfTheClaimChangePlacesAndAThirdStays() {
        List<String> segments =
                made(claim(SECOND_LOOP + THIRD_LOOP, null).make(BY_LINE, DECIDED, Map.of(1, 1, 2, 2), SECOND));

        assertThat(segments)
                .containsSubsequence(
                        "SBR*S*18*GRP2******MC",
                        "NM1*IL*1*DOE*JANE****MI*SECOND1",
                        "DMG*D8*19650402*F",
                        "NM1*PR*2*SECOND PLAN*****PI*SND",
                        "SBR*P*18*GRP1******CI",
                        "AMT*D*102",
                        "OI***Y*P**Y",
                        "NM1*IL*1*DOE*JANE****MI*FIRST1",
                        "NM1*PR*2*FIRST PLAN*****PI*FST",
                        "REF*F8*PAY9",
                        "SBR*T*18*******CI",
                        "NM1*PR*2*THIRD PLAN*****PI*TRD",
                        "LX*1",
                        "SVD*FST*70*HC:99213**1",
                        "AMT*EAF*10",
                        "LX*2",
                        "SVD*FST*32*HC:85025**1",
                        "LQ*UT*01")
                .doesNotContain("REF*D9*OLD");
        assertThat(segments.stream().filter(each -> each.startsWith("SBR*S"))).hasSize(1);
    }

    @Test
    void decisionOfTheClaimAsAWholeStandsInItsLoop() {
        ClaimPayment whole = payment(List.of(adjustment("CO", "45", "20.00"), adjustment("PR", "2", "10.00")));

        List<String> segments = made(claim(SECOND_LOOP, null).make(whole, DECIDED, Map.of(), SECOND));

        assertThat(segments)
                .containsSubsequence(
                        "SBR*P*18*GRP1******CI",
                        "CAS*CO*45*20",
                        "CAS*PR*2*10",
                        "AMT*D*102",
                        "AMT*EAF*10",
                        "OI***Y*P**Y",
                        "DTP*573*D8*20260220",
                        "REF*F8*PAY9")
                .noneMatch(each -> each.startsWith("SVD"));
    }

    @Test
    void isNotGuessedWhereTheClaimDoesNotSayEnough() {
        Map<Integer, Integer> lines = Map.of(1, 1, 2, 2);
        assertThat(claim("", null).make(BY_LINE, DECIDED, lines, SECOND))
                .isInstanceOf(SecondaryResult.Impossible.class);
        assertThat(claim(SECOND_LOOP, null).make(BY_LINE, DECIDED, Map.of(1, 1), SECOND))
                .isInstanceOf(SecondaryResult.Impossible.class);
        assertThat(claim(SECOND_LOOP.replace("S*18*", "S*19*"), null).make(BY_LINE, DECIDED, lines, SECOND))
                .isInstanceOf(SecondaryResult.Impossible.class);
        assertThat(claim("", "PAT*19~NM1*QC*1*DOE*KIM~")
                        .make(BY_LINE, DECIDED, lines, new SecondaryCoverage("SECOND PLAN", "SND", "M1", "CI")))
                .isInstanceOf(SecondaryResult.Impossible.class);
    }

    @Test
    void dependentKeepsItsLevelAndBothSubscribersTheirRelationship() {
        List<String> segments = made(claim(SECOND_LOOP.replace("S*18*", "S*19*"), "PAT*19~NM1*QC*1*DOE*KIM~")
                .make(BY_LINE, DECIDED, Map.of(1, 1, 2, 2), SECOND));

        assertThat(segments)
                .containsSubsequence(
                        "HL*2*1*22*1", "SBR*S**GRP2******MC", "HL*3*2*23*0", "PAT*19", "SBR*P*19*GRP1******CI");
    }
}
