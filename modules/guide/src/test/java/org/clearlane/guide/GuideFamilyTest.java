package org.clearlane.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One clean set of each guide beside the professional claim, and what is found when it is bent in one place. */
class GuideFamilyTest {

    private static final String CLAIM_HEAD =
            """
            BHT*0019*00*B1*20260105*1200*CH
            NM1*41*2*SUBMITTER*****46*SUB1
            PER*IC*ANN*TE*5555550100
            NM1*40*2*RECEIVER*****46*REC1
            HL*1**20*1
            NM1*85*2*HOSPITAL*****XX*1234567893
            N3*1 MAIN ST
            N4*TOWN*OH*432150001
            REF*EI*123456789
            HL*2*1*22*0
            SBR*P*18*******CI
            NM1*IL*1*DOE*JANE****MI*M1
            N3*2 ELM ST
            N4*TOWN*OH*43215
            DMG*D8*19700101*F
            NM1*PR*2*PAYER*****PI*PAY1
            """;

    private static final Map<String, String> CLEAN = Map.of(
            "837I",
            "ST*837*0001*005010X223A2\n" + CLAIM_HEAD
                    + """
                    CLM*PCN1*100***11:A:1**A*Y*Y
                    DTP*434*RD8*20260102-20260103
                    DTP*435*DT*202601021200
                    CL1*3*1*01
                    PWK*CT*BM***AC*X1
                    HI*ABK:J0190
                    HI*BH:11:D8:20260101
                    HI*BE:A1:::15.31
                    NM1*71*1*SMITH*ANN****XX*1234567893
                    LX*1
                    SV2*0300*HC:85025*100*UN*1
                    DTP*472*D8*20260102
                    SE*29*0001""",
            "837D",
            "ST*837*0001*005010X224A2\n" + CLAIM_HEAD
                    + """
                    CLM*PCN1*100***11:B:1*Y*A*Y*Y
                    DTP*472*D8*20260102
                    LX*1
                    SV3*AD:D1110*100
                    TOO*JP*12*L:O
                    SE*22*0001""",
            "276",
            """
            ST*276*0001*005010X212
            BHT*0010*13*B1*20260105*1200
            HL*1**20*1
            NM1*PR*2*PAYER*****PI*PAY1
            HL*2*1*21*1
            NM1*41*2*CLINIC*****46*SUB1
            HL*3*2*19*1
            NM1*1P*2*CLINIC*****XX*1234567893
            HL*4*3*22*1
            NM1*IL*1*DOE*JANE****MI*M1
            HL*5*4*23
            DMG*D8*20100101*M
            NM1*QC*1*DOE*JIM
            TRN*1*PCN1
            REF*1K*ICN1
            AMT*T3*100
            DTP*472*D8*20260102
            SVC*HC:99213*100*****1
            DTP*472*D8*20260102
            SE*20*0001""",
            "277",
            """
            ST*277*0001*005010X212
            BHT*0010*08*B1*20260105*1200*DG
            HL*1**20*1
            NM1*PR*2*PAYER*****PI*PAY1
            HL*2*1*21*1
            NM1*41*2*CLINIC*****46*SUB1
            HL*3*2*19*1
            NM1*1P*2*CLINIC*****XX*1234567893
            HL*4*3*22*0
            NM1*IL*1*DOE*JANE****MI*M1
            TRN*2*PCN1
            STC*F1:65*20260105**100*80*20260104**20260105*CHECK1
            REF*1K*ICN1
            DTP*472*D8*20260102
            SVC*HC:99213*100*80****1
            STC*F1:65*20260105
            DTP*472*D8*20260102
            SE*18*0001""",
            "270",
            """
            ST*270*0001*005010X279A1
            BHT*0022*13*B1*20260105*1200
            HL*1**20*1
            NM1*PR*2*PAYER*****PI*PAY1
            HL*2*1*21*1
            NM1*1P*2*CLINIC*****XX*1234567893
            HL*3*2*22*0
            TRN*1*T1*9123456789
            NM1*IL*1*DOE*JANE****MI*M1
            DMG*D8*19700101*F
            DTP*291*D8*20260105
            EQ*30
            EQ*98^UC
            SE*14*0001""",
            "271",
            """
            ST*271*0001*005010X279A1
            BHT*0022*11*B1*20260105*1200
            HL*1**20*1
            NM1*PR*2*PAYER*****PI*PAY1
            HL*2*1*21*1
            NM1*1P*2*CLINIC*****XX*1234567893
            HL*3*2*22*0
            TRN*2*T1*9123456789
            NM1*IL*1*DOE*JANE****MI*M1
            N3*2 ELM ST
            N4*TOWN*OH*43215
            DMG*D8*19700101*F
            DTP*346*D8*20260101
            EB*1*IND*1^33^35^47^86^88^98^AL^MH^UC*HM*GOLD PLAN
            EB*B*IND*98***27*20
            MSG*VISITS WITH REFERRAL
            LS*2120
            NM1*P3*1*SMITH*ANN****XX*1234567893
            LE*2120
            SE*20*0001""",
            "834",
            """
            ST*834*0001*005010X220A1
            BGN*00*FILE1*20260105*1200****2
            REF*38*GROUP1
            N1*P5*SPONSOR*FI*123456789
            N1*IN*PAYER*FI*987654321
            INS*Y*18*021*28*A***FT
            REF*0F*M1
            REF*1L*POLICY1
            DTP*356*D8*20260101
            NM1*IL*1*DOE*JANE****34*999999999
            N3*2 ELM ST
            N4*TOWN*OH*43215
            DMG*D8*19700101*F
            HD*021**HLT
            DTP*348*D8*20260101
            LX*1
            NM1*P3*1*SMITH*ANN****XX*1234567893*25
            SE*18*0001""",
            "820",
            """
            ST*820*0001*005010X218
            BPR*I*100*C*CHK******1234567890******20260105
            TRN*3*CHECK1
            REF*14*KEY1
            DTM*582****RD8*20260101-20260131
            N1*PE*PAYER*FI*987654321
            N1*PR*SPONSOR*FI*123456789
            ENT*1*2J*34*999999999
            NM1*IL*1*DOE*JANE****N*M1
            RMR*AZ*M1**100
            DTM*582****RD8*20260101-20260131
            SE*12*0001""");

    private static final Map<String, String> VERSION = Map.of(
            "837I", "005010X223A2",
            "837D", "005010X224A2",
            "276", "005010X212",
            "277", "005010X212",
            "270", "005010X279A1",
            "271", "005010X279A1",
            "834", "005010X220A1",
            "820", "005010X218");

    private static SampleSet clean(String kind) {
        return SampleSet.of(VERSION.get(kind), CLEAN.get(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"837I", "837D", "276", "277", "270", "271", "834", "820"})
    void findsNothingInACleanSet(String kind) {
        assertThat(SampleSet.GUIDES
                        .find(VERSION.get(kind), kind.substring(0, 3))
                        .orElseThrow()
                        .kind())
                .isEqualTo(kind);
        assertThat(clean(kind).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "837I, CL1, '', SEGMENT_MISSING 2300 CL1 @21",
        "837I, DTP*434, DTP*434*D8*20260102, ELEMENT_CODE_NOT_IN_GUIDE 2300 DTP02 @19",
        "837I, HI*BE, HI*BE:A1, ELEMENT_MISSING 2300 HI01-5 @25",
        "837I, SV2, SV1*HC:85025*100*UN*1***1, SEGMENT_NOT_USED 2400 SV1 @28",
        "837D, TOO, TOO*JP, ELEMENT_MISSING 2400 TOO02 @22",
        "837D, SV3, SV3*AD:D1110, ELEMENT_MISSING 2400 SV302 @21",
        "837D, TOO, TOO*XX*12*L, ELEMENT_CODE_NOT_IN_GUIDE 2400 TOO01 @22",
        "276, TRN, '', SEGMENT_MISSING 2200E TRN @14",
        "276, HL*3, HL*3*9*19*1, HL_PARENT_UNKNOWN 2000C HL02 @7",
        "277, STC*F1:65*20260105**100, '', SEGMENT_MISSING 2200D STC @12",
        "277, STC*F1:65*20260105**100, STC*F1:65*20260105*WQ*100, ELEMENT_NOT_USED 2200D STC03 @12",
        "270, EQ*30, EQ*00, ELEMENT_CODE_NOT_IN_GUIDE 2110C EQ01 @12",
        "270, NM1*IL, NM1*IL*1*DOE*JANE****MI, ELEMENT_CONDITIONAL_MISSING 2100C NM109 @9",
        "271, EB*1, EB*1*IND*1^00*HM*GOLD PLAN, ELEMENT_CODE_NOT_IN_GUIDE 2110C EB03 @14",
        "271, DTP*346, DTP*346*D8*20260231, ELEMENT_INVALID_DATE 2100C DTP03 @13",
        "834, N1*P5, '', LOOP_MISSING 1000A N1 @5",
        "834, INS, INS*Y*18*021*28*A***XX, ELEMENT_CODE_NOT_IN_GUIDE 2000 INS08 @6",
        "834, REF*0F, '', SEGMENT_MISSING 2000 REF @8",
        "820, TRN, '', SEGMENT_MISSING TRN @3",
        "820, RMR, '', SEGMENT_MISSING 2300B RMR @10",
    })
    void findsOneFaultAtItsPlace(String kind, String segment, String instead, String fault) {
        SampleSet set = clean(kind);
        if (instead.isEmpty()) {
            set.remove(segment);
        } else {
            set.replace(segment, instead);
        }
        assertThat(set.faults()).contains(fault);
    }

    @Test
    void takesTheTwoOtherErrataOfInstitutionalClaims() {
        SampleSet later =
                clean("837I").replace("ST", "ST*837*0001*005010X223A3").as("005010X223A3");
        SampleSet first = clean("837I")
                .replace("ST", "ST*837*0001*005010X223")
                .replace("CL1", "CL1**1*01")
                .as("005010X223");

        assertThat(later.faults()).isEmpty();
        assertThat(first.faults()).isEmpty();
        assertThat(clean("837I").replace("CL1", "CL1**1*01").faults())
                .containsExactly("ELEMENT_MISSING 2300 CL101 @21");
    }

    @Test
    void choosesBetweenRequestAndAnswerByTheSet() {
        Guides guides = SampleSet.GUIDES;

        assertThat(guides.find("005010X212", "276").orElseThrow().kind()).isEqualTo("276");
        assertThat(guides.find("005010X212", "277").orElseThrow().kind()).isEqualTo("277");
        assertThat(guides.find("005010X212").orElseThrow().kind()).isEqualTo("276");
        assertThat(guides.find("005010X279", "271").orElseThrow().kind()).isEqualTo("271");
        assertThat(guides.find("005010X214", "277").orElseThrow().kind()).isEqualTo("277CA");
        assertThat(guides.find("005010X212", "837")).isEmpty();
    }

    @Test
    void allowsA277caWhoseProviderHasNoStatusOfItsOwn() {
        assertThat(SampleSet.of(
                                "005010X214",
                                """
                                ST*277*0001*005010X214
                                BHT*0085*08*B1*20260105*1200*TH
                                HL*1**20*1
                                NM1*PR*2*PAYER*****PI*H1
                                TRN*1*T1
                                DTP*050*D8*20260105
                                DTP*009*D8*20260105
                                HL*2*1*21*1
                                NM1*41*2*SUBMITTER*****46*S1
                                TRN*2*B1
                                STC*A1:19:PR*20260105*WQ*100
                                HL*3*2*19*1
                                NM1*85*2*CLINIC*****XX*1234567893
                                HL*4*3*PT
                                NM1*QC*1*DOE*JANE****MI*M1
                                TRN*2*PCN1
                                STC*A2:20:PR*20260105*WQ*100
                                DTP*472*D8*20260102
                                SE*19*0001""")
                        .faults())
                .isEmpty();
    }
}
