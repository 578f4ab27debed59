package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.clearlane.judgement.FileVerdict.Verdict;
import org.clearlane.model.directory.Practice;
import org.junit.jupiter.api.Test;

/** Sets that are not professional claims: judged by structure, as a whole, and taken from nobody who hands in claims. */
class OtherSetsTest {

    private static final Practice PRACTICE =
            new Practice("lakeside", "Lakeside", Set.of("LAKESIDE"), Set.of("1234567893"), Set.of());

    private static final String REMITTANCE =
            """
            ST*835*0001~
            BPR*I*100*C*CHK************20260105~
            TRN*1*CHECK1*1999999999~
            N1*PR*PAYER~
            N3*1 MAIN ST~
            N4*TOWN*OH*43215~
            PER*BL*ANN*TE*5555550100~
            N1*PE*CLINIC*XX*1234567893~
            LX*1~
            CLP*PCN1*1*100*100**12*ICN1~
            NM1*QC*1*DOE*JANE~
            SVC*HC:99213*100*100~
            DTM*472*20260102~
            SE*14*0001~
            """;

    private static final String STATUS_REQUEST =
            """
            ST*276*0001*005010X212~
            BHT*0010*13*B1*20260105*1200~
            HL*1**20*1~
            NM1*PR*2*PAYER*****PI*PAY1~
            HL*2*1*21*1~
            NM1*41*2*CLINIC*****46*SUB1~
            HL*3*2*19*1~
            NM1*1P*2*CLINIC*****XX*1234567893~
            HL*4*3*22*0~
            DMG*D8*19700101*F~
            NM1*IL*1*DOE*JANE****MI*M1~
            TRN*1*PCN1~
            DTP*472*D8*20260102~
            SE*14*0001~
            """;

    private static byte[] file(String group, String version, String set) {
        String text = "ISA*00*          *00*          *ZZ*LAKESIDE       *ZZ*CLEARLANE      *260105*1200*^*00501"
                + "*000000101*0*T*:~GS*" + group + "*LAKESIDE*CLEARLANE*20260105*1200*1*X*" + version + "~"
                + set.replace("\n", "") + "GE*1*1~IEA*1*000000101~";
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void acceptsACleanRemittanceThatIsOnlyLookedAt() {
        Recording recording = Recording.of(file("HP", "005010X221A1", REMITTANCE));

        assertThat(recording.errors()).isEmpty();
        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(recording.functional)
                .contains("AK2*835*0001~")
                .contains("IK5*A~")
                .contains("AK9*A*1*1*1~");
        assertThat(recording.claimStatus).isEmpty();
    }

    @Test
    void answersARemittanceWithFaultsByA999ThatPointsAtThem() {
        Recording recording =
                Recording.of(file("HP", "005010X221A1", REMITTANCE.replace("BPR*I*100*C*CHK", "BPR*I*100*C*XYZ")));

        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(recording.functional)
                .contains("IK3*BPR*2**8~")
                .contains("IK4*4*591*I6*XYZ~")
                .contains("IK5*R*5*I5~");
    }

    @Test
    void tellsRequestAndAnswerOfOneGuideIdentifierApart() {
        Recording request = Recording.of(file("HR", "005010X212", STATUS_REQUEST));
        Recording asAnswer = Recording.of(file("HN", "005010X212", STATUS_REQUEST.replace("ST*276", "ST*277")));

        assertThat(request.errors()).isEmpty();
        assertThat(request.set().facts().kind()).isEqualTo("276");
        assertThat(asAnswer.set().facts().kind()).isEqualTo("277");
        assertThat(asAnswer.errors()).isNotEmpty();
    }

    @Test
    void refusesASetThatIsNotOneOfItsGuide() {
        Recording recording = Recording.of(file("HR", "005010X212", STATUS_REQUEST.replace("ST*276", "ST*270")));

        assertThat(recording.findings()).extracting("code").contains("set.identifier");
        assertThat(recording.functional).containsPattern("IK5\\*R\\*6");
    }

    @Test
    void tellsAPracticeThatAnswersOfPayersAreNotClaimsAndWhatIsWrongWithThem() {
        Recording recording = Recording.of(
                file("HP", "005010X221A1", REMITTANCE.replace("BPR*I*100*C*CHK", "BPR*I*100*C*XYZ")),
                new JudgeOptions(7, PRACTICE, null, JudgeOptions.USUAL_SLICE));

        assertThat(recording.findings()).extracting("code").contains("set.kind");
        assertThat(recording.functional).contains("IK3*BPR*2**8~").containsPattern("IK5\\*R\\*1");
    }

    @Test
    void saysOfAnInquiryThatItIsNotSentOnAndWhatIsWrongWithIt() {
        Recording recording = Recording.of(
                file("HR", "005010X212", STATUS_REQUEST),
                new JudgeOptions(7, PRACTICE, null, JudgeOptions.USUAL_SLICE));

        assertThat(recording.findings()).extracting("code").containsExactly("set.not-forwarded");
        assertThat(recording.functional).contains("IK5*R*1~");
        assertThat(recording.sets.getFirst().facts().isNotForwarded()).isTrue();
        assertThat(recording.claimStatus).isEmpty();
    }

    @Test
    void readsATa1BeforeTheGroup() {
        String text = Sample.clean().text();
        Recording recording = Recording.of(text.replaceFirst("GS\\*", "TA1*000000009*260101*1200*A*000~GS*")
                .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void tellsACharacterOutsideTheX12SetsAtItsElement() {
        byte[] bytes = Sample.clean()
                .text()
                .replaceFirst("\\*IL\\*1\\*[A-Z]", "*IL*1*\u00e9")
                .getBytes(StandardCharsets.UTF_8);
        Recording recording = Recording.of(bytes);

        assertThat(recording.verdict.claims().rejected()).isEqualTo(1);
        assertThat(recording.functional).contains("IK3*NM1").contains("IK4*3*1035*6");
    }
}
