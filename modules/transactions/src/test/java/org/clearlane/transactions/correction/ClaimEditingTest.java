package org.clearlane.transactions.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.clearlane.transactions.correction.ClaimEditing.Result;
import org.clearlane.transactions.correction.SegmentChange.Add;
import org.clearlane.transactions.correction.SegmentChange.Leave;
import org.clearlane.transactions.correction.SegmentChange.Value;
import org.clearlane.transactions.t837.OutboundClaim;
import org.clearlane.x12.Delimiters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimEditingTest {

    private static final String PROVIDER = "NM1*85*2*THE PRACTICE*****XX*1234567893~";
    private static final String SUBSCRIBER = "SBR*P*18*******CI~\nNM1*IL*1*DOE*JANE****MI*M1~";
    private static final String CLAIM = "CLM*A-1*100***11:B:1*Y*A*Y*Y~HI*ABK:E119~LX*1~SV1*HC:99213*100*UN*1***1~";

    private static ClaimText claim() {
        return claim(Delimiters.USUAL, CLAIM);
    }

    private static ClaimText claim(Delimiters delimiters, String claim) {
        return ClaimText.of(new OutboundClaim("1", delimiters, bytes(PROVIDER), bytes(SUBSCRIBER), null, bytes(claim)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> texts(ClaimText text) {
        return text.segments().stream().map(ClaimSegment::text).toList();
    }

    private static List<String> changed(SegmentChange... changes) {
        Result result = ClaimEditing.make(claim(), List.of(changes));
        assertThat(result).isInstanceOf(Result.Done.class);
        return texts(((Result.Done) result).text());
    }

    private static ChangeRefused refused(SegmentChange change) {
        Result result = ClaimEditing.make(claim(), List.of(change));
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused) result).why().getFirst();
    }

    @Test
    void changesOneElementAndNothingElse() {
        assertThat(changed(new Value(3, 2, 1, "132")))
                .containsExactly(
                        "NM1*85*2*THE PRACTICE*****XX*1234567893",
                        "SBR*P*18*******CI",
                        "NM1*IL*1*DOE*JANE****MI*M1",
                        "CLM*A-1*132***11:B:1*Y*A*Y*Y",
                        "HI*ABK:E119",
                        "LX*1",
                        "SV1*HC:99213*100*UN*1***1");
    }

    @ParameterizedTest
    @CsvSource({
        "6, 1, 3, 25, SV1*HC:99213:25*100*UN*1***1",
        "3, 5, 3, 7, CLM*A-1*100***11:B:7*Y*A*Y*Y",
        "3, 11, 1, AA, CLM*A-1*100***11:B:1*Y*A*Y*Y**AA",
        "6, 7, 1, '', SV1*HC:99213*100*UN*1",
        "4, 1, 2, '', HI*ABK",
        "2, 4, 1, '', NM1*IL*1*DOE*****MI*M1"
    })
    void putsAValueWhereItBelongsAndLeavesNoEmptyEnd(
            int segment, int element, int component, String value, String after) {
        assertThat(changed(new Value(segment, element, component, value))).contains(after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~0", "1*0", "1:0", "1^0", "1\r0", "1\n0", "1\u00000", "1\t0", "1\u007f0", "caf\u00e9"})
    void refusesWhatWouldBeReadAsSomethingElse(String hostile) {
        ChangeRefused why = refused(new Value(3, 2, 1, hostile));

        assertThat(why.place()).isEqualTo("CLM02");
        assertThat(why.message()).startsWith("Character ").doesNotContain(hostile);
        assertThat(why.mend()).isNotEmpty();
    }

    @Test
    void takesTheSeparatorsOfTheFileAndNotTheUsualOnes() {
        ClaimText other = claim(Delimiters.of("|>!'"), "");
        ClaimText text = new ClaimText(
                other.delimiters(),
                List.of(
                        new ClaimSegment(ClaimPart.PROVIDER, 0, "N3|1 ROAD"),
                        new ClaimSegment(ClaimPart.SUBSCRIBER, 1, "SBR|P"),
                        new ClaimSegment(ClaimPart.CLAIM, 2, "CLM|A|1")));

        assertThat(ClaimEditing.make(text, List.of(new Value(0, 1, 1, "SUITE *4:A~"))))
                .isInstanceOf(Result.Done.class);
        assertThat(ClaimEditing.make(text, List.of(new Value(0, 1, 1, "SUITE|4"))))
                .isInstanceOf(Result.Refused.class);
    }

    @Test
    void refusesAValueThatNoElementHolds() {
        assertThat(refused(new Value(3, 1, 1, "9".repeat(257))).message()).contains("longer than any element");
        assertThat(changed(new Value(3, 1, 1, "9".repeat(256)))).hasSize(7);
    }

    @Test
    void refusesASegmentThatTheClaimDoesNotHave() {
        assertThat(refused(new Value(7, 1, 1, "1")).message()).contains("no such segment");
        assertThat(refused(new Value(3, 0, 1, "1")).message()).contains("no such element");
    }

    @Test
    void addsASegmentBehindAnotherAndTakesOneOut() {
        assertThat(changed(new Add(3, "REF*G1*A1"), new Leave(4)))
                .containsSubsequence("CLM*A-1*100***11:B:1*Y*A*Y*Y", "REF*G1*A1", "LX*1")
                .doesNotContain("HI*ABK:E119");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HL*9*1*22*0", "CLM*B*1", "SE*1*0001", "ISA*00", "ref*g1*1", "REF", "*G1", "REF*G1*1~SE*1"})
    void addsNothingThatIsNotASegmentOfAClaim(String text) {
        assertThat(refused(new Add(3, text)).mend()).isNotEmpty();
    }

    @Test
    void leavesTheClaimItselfAndItsLevelsInPlace() {
        assertThat(refused(new Leave(3)).message()).contains("CLM is the claim itself");
        Result result = ClaimEditing.make(claim(), List.of(new Leave(1), new Leave(2)));
        assertThat(result).isInstanceOf(Result.Refused.class);
    }

    @Test
    void saysWhichElementsAreNotWhatTheyWere() {
        ClaimText now = ((Result.Done) ClaimEditing.make(
                        claim(), List.of(new Value(3, 2, 1, "132"), new Leave(4), new Add(5, "NTE*ADD*X"))))
                .text();

        List<ChangedSegment> changes = ChangedSegment.between(claim(), now);

        assertThat(changes).hasSize(3);
        assertThat(changes.getFirst().before().stream()
                        .filter(ChangedSegment.Word::changed)
                        .map(ChangedSegment.Word::text))
                .containsExactly("*100");
        assertThat(changes.getFirst().after().stream()
                        .filter(ChangedSegment.Word::changed)
                        .map(ChangedSegment.Word::text))
                .containsExactly("*132");
        assertThat(changes.get(1).after()).isEmpty();
        assertThat(changes.get(2).before()).isEmpty();
    }

    @Test
    void namesThePayersClaimInItsOwnPlace() {
        List<String> about = texts(claim().about("PCN77", "7"));

        assertThat(about).containsSubsequence("CLM*A-1*100***11:B:7*Y*A*Y*Y", "REF*F8*PCN77", "HI*ABK:E119");
        assertThat(claim().about("PCN77", "8").payerClaimNumber()).isEqualTo("PCN77");
        assertThat(texts(claim().about("OLD", "7").about("NEW", "8")))
                .contains("REF*F8*NEW")
                .doesNotContain("REF*F8*OLD");
    }

    @Test
    void writesAFileWhoseCountsAndLevelsAreRight() throws IOException {
        PracticeFile file = new PracticeFile(
                new PracticeFile.Envelope(
                        Delimiters.USUAL,
                        List.of("ZZ", "LAKESIDE", "ZZ", "CLEARLANE"),
                        List.of("LAKESIDE", "CLEARLANE"),
                        'P',
                        "005010X222A1",
                        "CH",
                        List.of("NM1*41*2*L*****46*LAKESIDE", "NM1*40*2*C*****46*CLEARLANE")),
                800_000_001,
                "CORRECTION1",
                LocalDateTime.of(2026, 9, 25, 14, 0));

        PracticeFile.Written written = file.write(List.of(claim(), claim()));

        List<String> segments = Arrays.asList(new String(written.bytes(), StandardCharsets.ISO_8859_1).split("~"));
        int st = segments.indexOf("ST*837*0001*005010X222A1");
        assertThat(segments).contains("HL*1**20*1", "HL*2*1*22*0", "HL*3**20*1", "HL*4*3*22*0");
        assertThat(segments.get(segments.size() - 3)).isEqualTo("SE*%d*0001".formatted(segments.size() - 2 - st));
        assertThat(segments.getLast()).isEqualTo("IEA*1*800000001");
        assertThat(segments.get(st - 1 + written.positions().get(1).get(3))).startsWith("CLM*A-1*");
    }
}
