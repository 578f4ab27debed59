package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.clearlane.judgement.FileVerdict.Verdict;
import org.junit.jupiter.api.Test;

/** What other programs were seen to get wrong, each with the file that shows it. */
class FaultsOfOthersTest {

    private static final String HEAD =
            "ISA*00*          *00*          *ZZ*LAKESIDE       *ZZ*CLEARLANE      *260210*0915*^*00501"
                    + "*000000101*0*T*:~GS*%s*LAKESIDE*CLEARLANE*20260210*0915*1*X*%s~";
    private static final String TAIL = "GE*1*1~IEA*1*000000101~";

    private static Recording judged(String group, String version, String set) {
        return judged(HEAD.formatted(group, version) + set.replace("\n", "") + TAIL);
    }

    private static Recording judged(String file) {
        Recording recording = Recording.of(file.getBytes(StandardCharsets.ISO_8859_1), JudgeOptions.offline(2));
        AnswerCheck.everythingIsAnsweredOnce(recording);
        return recording;
    }

    /** A line has two kinds of PWK: one with a control number and one that says how a certificate comes. Both may say CT. */
    @Test
    void choosesTheAttachmentByEveryQualifier() {
        Recording recording =
                Recording.of(Sample.clean().after("SV1", "PWK*CT*AB").after("SV1", "PWK*CT*BM***AC*A1"));
        assertThat(recording.findings()).isEmpty();

        Recording twice = Recording.of(Sample.clean().after("SV1", "PWK*CT*AB").after("SV1", "PWK*CT*AB"));
        assertThat(twice.errors()).containsExactly("segment.too-many at loop 2400, segment 24, PWK");
    }

    @Test
    void allowsSeveralContextsOfOneFaultInA999() {
        Recording recording = judged(
                "FA",
                "005010X231A1",
                """
                ST*999*0001*005010X231A1~
                AK1*HC*1*005010X222A1~
                AK2*837*0001*005010X222A1~
                IK3*HI*20*2300*I6~
                CTX*SITUATIONAL TRIGGER*CLM*19*2300*5:3~
                CTX*SITUATIONAL TRIGGER*SBR*13*2000*9~
                CTX*CLM01:A-1~
                IK4*1*1271*I9~
                CTX*SITUATIONAL TRIGGER*CLM*19*2300*5~
                CTX*SITUATIONAL TRIGGER*SV1*22*2400*1:2~
                IK5*R*5*I5~
                AK9*R*1*1*0~
                SE*13*0001~
                """);
        assertThat(recording.errors()).isEmpty();
        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void allowsA277caThatStopsAtTheReceiver() {
        Recording recording = judged(
                "HN",
                "005010X214",
                """
                ST*277*0001*005010X214~
                BHT*0085*08*B1*20260210*0915*TH~
                HL*1**20*1~
                NM1*AY*2*HOUSE*****46*HOUSE1~
                TRN*1*T1~
                DTP*050*D8*20260210~
                DTP*009*D8*20260210~
                HL*2*1*21*0~
                NM1*41*2*CLINIC*****46*CLINIC1~
                TRN*2*B1~
                STC*A3:684*20260210*U*100~
                QTY*AA*1~
                AMT*YY*100~
                SE*14*0001~
                """);
        assertThat(recording.errors()).isEmpty();
    }

    @Test
    void allowsA277caWhoseProviderHasNoStatusOfItsOwn() {
        Recording recording = judged(
                "HN",
                "005010X214",
                """
                ST*277*0001*005010X214~
                BHT*0085*08*B1*20260210*0915*TH~
                HL*1**20*1~
                NM1*AY*2*HOUSE*****46*HOUSE1~
                TRN*1*T1~
                DTP*050*D8*20260210~
                DTP*009*D8*20260210~
                HL*2*1*21*1~
                NM1*41*2*CLINIC*****46*CLINIC1~
                TRN*2*B1~
                STC*A1:19:AY*20260210*WQ*100~
                HL*3*2*19*1~
                NM1*85*2*CLINIC*****XX*1234567893~
                HL*4*3*PT~
                NM1*QC*1*DOE*JANE****MI*M1~
                TRN*2*A-1~
                STC*A2:20:PR*20260210*WQ*100~
                DTP*472*D8*20260202~
                SE*19*0001~
                """);
        assertThat(recording.errors()).isEmpty();
    }

    @Test
    void passesOverAByteOrderMark() {
        Recording recording = judged("\u00ef\u00bb\u00bf" + Sample.clean().text());
        assertThat(recording.findings()).isEmpty();
        assertThat(recording.verdict.claims().accepted()).isEqualTo(1);
    }

    @Test
    void tellsLettersBeyondAsciiAtTheirElement() {
        Recording recording = judged(Sample.clean().text().replace("SMITH", "M\u00dcLLER"));
        assertThat(recording.errors()).containsExactly("element.invalid-character at loop 2010BA, segment 14, NM103");
        assertThat(recording.functional)
                .as("a value that no X12 set has is not repeated")
                .contains("IK3*NM1*14*2010*8~IK4*3*1035*6~");
    }

    @Test
    void readsATa1BeforeTheFirstGroup() {
        Recording recording = judged(Sample.clean().text().replace("GS*HC", "TA1*000000009*260101*1200*A*000~GS*HC"));
        assertThat(recording.findings()).isEmpty();
        assertThat(recording.verdict.claims().accepted()).isEqualTo(1);
    }

    @Test
    void answersAGuideNobodyKnows() {
        Recording recording = judged(Sample.clean().text().replace("005010X222A1", "009999X999"));
        assertThat(recording.functional)
                .contains("AK1*HC*1*009999X999~AK2*837*0001*009999X999~IK5*R*I6~AK9*R*1*1*0*2~");
    }

    @Test
    void answersARemittanceFullOfErrors() {
        Recording recording = judged(
                "HP",
                "005010X221A1",
                """
                ST*835*0001~
                BPR*Q*ten*C*XYZ~
                N1*PR~
                CLP**9*x~
                SVC*HC~
                PLB*1~
                SE*99*0002~
                """);
        assertThat(recording.functional)
                .contains("AK1*HP*1*005010X221A1~AK2*835*0001~IK3*BPR*2**8~")
                .containsPattern("IK5\\*R(\\*\\w+)*\\*4")
                .contains("AK9*R*1*1*0~");
    }

    @Test
    void looksAtTheGuideThatTheSetNames() {
        Recording recording =
                judged(Sample.clean().text().replace("ST*837*0001*005010X222A1", "ST*837*0001*005010X221A1"));
        assertThat(recording.findings()).extracting("code").contains("set.guide.differs");
        assertThat(recording.functional).contains("IK5*R*I6~");
    }
}
