package org.clearlane.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuideSegmentFaultTest {

    private final SampleSet set = SampleSet.clean837P();

    @Test
    void tellsASegmentNobodyKnows() {
        assertThat(set.after("N3", "ZZZ*1").faults()).containsExactly("SEGMENT_UNKNOWN 2010AA ZZZ @10");
    }

    @Test
    void tellsAnIdentifierThatIsTooLong() {
        assertThat(set.after("N3", "NM31*IL").faults()).containsExactly("SEGMENT_UNKNOWN 2010AA NM3 @10");
    }

    @Test
    void tellsASegmentOfOtherSets() {
        assertThat(set.after("BHT", "BPR*I").faults()).containsExactly("SEGMENT_NOT_IN_SET BPR @3");
    }

    @Test
    void tellsASegmentTheGuideDoesNotUse() {
        assertThat(set.after("CLM", "CL1*1").faults()).containsExactly("SEGMENT_NOT_USED 2300 CL1 @20");
    }

    @Test
    void tellsAKnownSegmentWithAnUnknownQualifier() {
        assertThat(set.after("CLM", "REF*ZZ*1").faults()).containsExactly("SEGMENT_UNEXPECTED 2300 REF @20");
    }

    @Test
    void saysTheQualifierOfASegmentWithoutAPlace() {
        assertThat(set.after("CLM", "REF*ZZ*1").findings())
                .extracting(StructureFinding::value)
                .containsExactly("ZZ");
    }

    @Test
    void tellsAMissingFirstSegmentEvenAfterALoopNobodyKnew() {
        set.after("REF*EI", "NM1*ZZ*2*WHO").remove("NM1*IL");
        assertThat(set.faults()).containsExactly("SEGMENT_UNEXPECTED 2010AA NM1 @12", "SEGMENT_MISSING 2010BA NM1 @15");
    }

    @Test
    void tellsAMissingSegmentBeforeTheOneItWasMissedAt() {
        assertThat(set.remove("HI").faults()).containsExactly("SEGMENT_MISSING 2300 HI @20");
    }

    @Test
    void tellsAMissingLoopOnce() {
        set.remove("NM1*85").remove("N3").remove("N4").remove("REF*EI");
        assertThat(set.faults()).containsExactly("LOOP_MISSING 2010AA NM1 @8");
    }

    @Test
    void tellsAMissingFirstSegmentOfALoopOnceAndKnowsTheRest() {
        set.remove("NM1*85");
        assertThat(set.faults()).containsExactly("SEGMENT_MISSING 2010AA NM1 @8");
        assertThat(set.loops()).contains("N3 2010AA+", "N4 2010AA", "REF 2010AA");
    }

    @Test
    void tellsAMissingLineNumber() {
        assertThat(set.remove("LX").faults()).containsExactly("SEGMENT_MISSING 2400 LX @21");
    }

    @Test
    void tellsAMissingLevelOnce() {
        assertThat(set.remove("HL*2").faults()).containsExactly("SEGMENT_MISSING 2000B HL @12");
    }

    @Test
    void tellsASegmentTooMany() {
        assertThat(set.after("REF*EI", "REF*SY*123456789").faults()).containsExactly("SEGMENT_TOO_MANY 2010AA REF @12");
    }

    @Test
    void tellsALoopTooMany() {
        set.after("DMG", "NM1*IL*1*DOE*JIM****MI*M2");
        assertThat(set.faults()).containsExactly("LOOP_TOO_MANY 2010BA NM1 @18");
    }

    @Test
    void tellsTheFiftyFirstLine() {
        for (int line = 51; line > 1; line--) {
            set.after("DTP*472", "LX*" + line, "SV1*HC:99213*100*UN*1***1", "DTP*472*D8*20260102");
        }
        assertThat(set.faults()).containsExactly("LOOP_TOO_MANY 2400 LX @171");
    }

    @Test
    void tellsASegmentOutOfOrderWithoutTellingItMissing() {
        set.remove("N3*1").after("REF*EI", "N3*1 MAIN ST");
        assertThat(set.faults()).containsExactly("SEGMENT_OUT_OF_ORDER 2010AA N3 @11");
        assertThat(set.loops()).contains("N3 2010AA");
    }

    @Test
    void tellsAClaimReferenceBehindTheLinesAsOutOfOrder() {
        set.after("DTP*472", "REF*F8*C1");
        assertThat(set.faults()).containsExactly("SEGMENT_OUT_OF_ORDER 2300 REF @24");
    }

    @Test
    void passesOverTheRestOfALoopNobodyKnows() {
        set.after("HI", "NM1*ZZ*2*WHO", "N3*1 MAIN ST", "N4*TOWN*OH*43215");
        assertThat(set.faults()).containsExactly("SEGMENT_UNEXPECTED 2300 NM1 @21");
        assertThat(set.loops()).contains("N3 2300?", "LX 2400+");
    }

    @Test
    void takesARequiredLoopWithAWrongQualifierForThatLoop() {
        set.replace("NM1*85", "NM1*99*2*CLINIC*****XX*1234567893");
        assertThat(set.faults()).containsExactly("ELEMENT_CODE_NOT_IN_GUIDE 2010AA NM101 @8");
    }

    @Test
    void takesAWrongLevelCodeForTheLevelBelowItsParent() {
        set.replace("HL*2", "HL*2*1*99*0");
        assertThat(set.faults()).containsExactly("ELEMENT_CODE_NOT_IN_GUIDE 2000B HL03 @12");
        assertThat(set.loops()).contains("CLM 2300+");
    }

    @Test
    void tellsWhatIsMissingWhereTheSetBreaksOff() {
        assertThat(SampleSet.of("005010X231A1", "ST*999*0001*005010X231A1\nAK1*HC*1*005010X222A1")
                        .faults())
                .containsExactly("SEGMENT_MISSING AK9 @3");
    }

    @Test
    void saysTheCodesOfA999() {
        StructureFinding missing = set.remove("HI").findings().get(0);
        assertThat(missing.fault().ik304()).isEqualTo("3");
        assertThat(missing.fault().ik403()).isEmpty();
        assertThat(StructureFault.SEGMENT_NOT_USED.ik304()).isEqualTo("I4");
        assertThat(StructureFault.ELEMENT_NOT_USED.ik403()).isEqualTo("I10");
        assertThat(StructureFault.ELEMENT_CODE_NOT_IN_GUIDE.ik403()).isEqualTo("I6");
    }
}
