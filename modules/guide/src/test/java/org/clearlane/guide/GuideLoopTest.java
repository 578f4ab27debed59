package org.clearlane.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;
import org.junit.jupiter.api.Test;

class GuideLoopTest {

    @Test
    void findsNothingInACleanClaim() {
        assertThat(SampleSet.clean837P().faults()).isEmpty();
    }

    @Test
    void saysTheLoopOfEverySegment() {
        assertThat(SampleSet.clean837P().loops())
                .containsExactly(
                        "ST ",
                        "BHT ",
                        "NM1 1000A+",
                        "PER 1000A",
                        "NM1 1000B+",
                        "HL 2000A+",
                        "PRV 2000A",
                        "NM1 2010AA+",
                        "N3 2010AA",
                        "N4 2010AA",
                        "REF 2010AA",
                        "HL 2000B+",
                        "SBR 2000B",
                        "NM1 2010BA+",
                        "N3 2010BA",
                        "N4 2010BA",
                        "DMG 2010BA",
                        "NM1 2010BB+",
                        "CLM 2300+",
                        "HI 2300",
                        "LX 2400+",
                        "SV1 2400",
                        "DTP 2400",
                        "SE ");
    }

    @Test
    void takesClaimsUnderThePatientAsWellAsUnderTheSubscriber() {
        SampleSet set = SampleSet.clean837P()
                .replace("HL*2", "HL*2*1*22*1")
                .before(
                        "SE",
                        "HL*3*2*23*0",
                        "PAT*19",
                        "NM1*QC*1*DOE*JIM",
                        "N3*2 ELM ST",
                        "N4*TOWN*OH*43215",
                        "DMG*D8*20100101*M",
                        "CLM*PCN2*100***11:B:1*Y*A*Y*Y",
                        "HI*ABK:J0190",
                        "LX*1",
                        "SV1*HC:99213*100*UN*1***1",
                        "DTP*472*D8*20260102");
        assertThat(set.faults()).isEmpty();
        assertThat(set.loops()).contains("PAT 2000C", "NM1 2010CA+").endsWith("DTP 2400", "SE ");
    }

    @Test
    void choosesTheProviderLoopByWhereItStands() {
        SampleSet set = SampleSet.clean837P()
                .after("HI", "NM1*82*1*SMITH*ANN****XX*1234567893")
                .after("DTP*472", "NM1*82*1*JONES*BOB****XX*1234567893");
        assertThat(set.faults()).isEmpty();
        assertThat(set.loops()).contains("NM1 2310B+", "NM1 2420A+");
    }

    @Test
    void choosesTheAttachmentByEveryQualifier() {
        SampleSet set = SampleSet.clean837P()
                .after("SV1", "PWK*CT*AB", "PWK*CT*BM***AC*X1")
                .before("DTP*472");
        assertThat(set.faults()).isEmpty();
    }

    @Test
    void leavesOutTheServiceDateInAPredetermination() {
        SampleSet set =
                SampleSet.clean837P().replace("ST", "ST*837*0001*005010X291").remove("DTP*472");
        assertThat(set.as("005010X291").faults()).isEmpty();
        assertThat(SampleSet.clean837P().remove("DTP*472").faults()).containsExactly("SEGMENT_MISSING 2400 DTP @23");
    }

    @Test
    void knowsVariantsAndTheirNames() {
        Guide predetermination = SampleSet.GUIDES.find("005010X291").orElseThrow();
        assertThat(predetermination.kind()).isEqualTo("837P");
        assertThat(predetermination.isVariant()).isTrue();
        assertThat(predetermination.variant()).isEqualTo("predetermination");
        assertThat(SampleSet.GUIDES.find("005010X222A2").orElseThrow().isVariant())
                .isFalse();
    }

    @Test
    void findsGuidesByTheirExactIdentifierOnly() {
        assertThat(SampleSet.GUIDES.find("005010X222A1")).isPresent();
        assertThat(SampleSet.GUIDES.find("005010X222A1~")).isEmpty();
        assertThat(SampleSet.GUIDES.find("005010x222a1")).isEmpty();
        assertThat(SampleSet.GUIDES.find("004010X098A1")).isEmpty();
        assertThat(SampleSet.GUIDES.find("005010X298")).isEmpty();
    }

    @Test
    void startsAfreshAfterEnd() {
        List<StructureFinding> findings = new java.util.ArrayList<>();
        SetMatcher matcher = SampleSet.GUIDES.find("005010X231A1").orElseThrow().matcher(findings::add);
        for (int round = 0; round < 2; round++) {
            matcher.begin();
            for (String segment : List.of("ST*999*0001*005010X231A1", "AK1*HC*1", "AK9*A*1*1*1", "SE*4*0001")) {
                matcher.accept(Segment.of(segment, Delimiters.USUAL));
            }
            matcher.end();
        }
        assertThat(findings)
                .extracting(StructureFinding::fault, StructureFinding::position, StructureFinding::element)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(StructureFault.ELEMENT_MISSING, 2, 3),
                        org.assertj.core.groups.Tuple.tuple(StructureFault.ELEMENT_MISSING, 2, 3));
    }

    @Test
    void judgesTheEnvelopeByItsOwnDefinition() {
        SampleSet envelope = SampleSet.of(
                "00501",
                """
                ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260230*1200*^*00501*000000001*0*T*:
                TA1*000000009*260101*1200*A*000
                GS*HC*S1*R1*20260101*2500*1*X*005010X222A1
                ST*837*0001*005010X222A1
                SE*24*0001
                GE*1*1
                IEA*1*000000001""");
        assertThat(envelope.faults())
                .containsExactly("ELEMENT_INVALID_DATE ISA ISA09 @1", "ELEMENT_INVALID_TIME GS GS05 @3");
    }

    @Test
    void allowsSeveralContextsInA999AndA277caWithoutProviders() {
        assertThat(SampleSet.of(
                                "005010X231A1",
                                """
                                ST*999*0001*005010X231A1
                                AK1*HC*17*005010X222A1
                                AK2*837*0001*005010X222A1
                                IK3*NM1*12*2010*8
                                CTX*SITUATIONAL TRIGGER*CLM*19**5:3*1325
                                CTX*SITUATIONAL TRIGGER*CLM*20
                                CTX*CLM01:PCN1
                                IK4*9*67*1
                                CTX*SITUATIONAL TRIGGER*NM1*12**8
                                IK5*R*5
                                AK9*R*1*1*0
                                SE*12*0001""")
                        .faults())
                .isEmpty();
        assertThat(SampleSet.of(
                                "005010X214",
                                """
                                ST*277*0001*005010X214
                                BHT*0085*08*B1*20260105*1200*TH
                                HL*1**20*1
                                NM1*AY*2*HOUSE*****46*H1
                                TRN*1*T1
                                DTP*050*D8*20260105
                                DTP*009*D8*20260105
                                HL*2*1*21*0
                                NM1*41*2*SUBMITTER*****46*S1
                                TRN*2*B1
                                STC*A3:21:41*20260105*U*100
                                QTY*AA*1
                                AMT*YY*100
                                SE*14*0001""")
                        .faults())
                .isEmpty();
    }
}
