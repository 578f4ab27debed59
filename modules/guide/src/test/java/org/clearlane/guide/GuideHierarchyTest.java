package org.clearlane.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.Segment;
import org.junit.jupiter.api.Test;

class GuideHierarchyTest {

    private final SampleSet set = SampleSet.clean837P();

    @Test
    void tellsANumberOutOfSequenceOnce() {
        set.replace("HL*2", "HL*5*1*22*0").before("SE", subscriber("HL*6*1*22*0"));
        assertThat(set.faults()).containsExactly("HL_NUMBER_OUT_OF_SEQUENCE 2000B HL01 @12");
    }

    @Test
    void tellsANumberUsedBefore() {
        assertThat(set.replace("HL*2", "HL*1*1*22*0").faults()).containsExactly("HL_NUMBER_NOT_UNIQUE 2000B HL01 @12");
    }

    @Test
    void tellsANumberThatIsNone() {
        assertThat(set.replace("HL*2", "HL*B*1*22*0").faults())
                .containsExactly("HL_NUMBER_OUT_OF_SEQUENCE 2000B HL01 @12");
    }

    @Test
    void tellsAParentThatNeverWas() {
        assertThat(set.replace("HL*2", "HL*2*99*22*0").faults()).containsExactly("HL_PARENT_UNKNOWN 2000B HL02 @12");
    }

    @Test
    void tellsALevelThatIsItsOwnParent() {
        assertThat(set.replace("HL*2", "HL*2*2*22*0").faults()).containsExactly("HL_PARENT_UNKNOWN 2000B HL02 @12");
    }

    @Test
    void tellsAParentOfTheWrongKind() {
        set.before("SE", subscriber("HL*3*2*22*0"));
        assertThat(set.faults()).containsExactly("HL_PARENT_WRONG_LEVEL 2000B HL02 @24");
    }

    @Test
    void tellsAParentThatIsClosedAlready() {
        set.before(
                "SE",
                "HL*3**20*1",
                "NM1*85*2*CLINIC*****XX*1234567893",
                "N3*1 MAIN ST",
                "N4*TOWN*OH*43215",
                "REF*EI*123456789");
        set.before("SE", subscriber("HL*4*1*22*0"));
        assertThat(set.faults()).containsExactly("HL_PARENT_NOT_OPEN 2000B HL02 @29");
    }

    @Test
    void tellsChildrenThatWereDeclaredAndDoNotCome() {
        List<StructureFinding> findings = set.replace("HL*2", "HL*2*1*22*1").findings();
        assertThat(findings).extracting(StructureFinding::place).containsExactly("2000B HL04");
        assertThat(findings.get(0).fault()).isEqualTo(StructureFault.HL_CHILD_EXPECTED);
        assertThat(findings.get(0).position()).isEqualTo(12);
        assertThat(findings.get(0).fault().isHarmless()).isTrue();
    }

    @Test
    void tellsChildrenThatWereNotDeclaredOnce() {
        String[] patient = {
            "PAT*19", "NM1*QC*1*DOE*JIM", "N3*2 ELM ST", "N4*TOWN*OH*43215", "DMG*D8*20100101*M",
            "CLM*PCN2*100***11:B:1*Y*A*Y*Y", "HI*ABK:J0190", "LX*1", "SV1*HC:99213*100*UN*1***1", "DTP*472*D8*20260102"
        };
        set.before("SE", "HL*3*2*23*0")
                .before("SE", patient)
                .before("SE", "HL*4*2*23*0")
                .before("SE", patient);
        assertThat(set.faults()).containsExactly("HL_CHILD_UNDECLARED 2000B HL04 @12");
    }

    @Test
    void bearsNumbersOfEverySize() {
        set.replace("HL*2", "HL*999999998*1*22*0").before("SE", subscriber("HL*999999999*1*22*0"));
        assertThat(set.faults()).containsExactly("HL_NUMBER_OUT_OF_SEQUENCE 2000B HL01 @12");
    }

    @Test
    void countsAFreshSetFromOneAgain() {
        List<StructureFinding> findings = new ArrayList<>();
        SetMatcher matcher = SampleSet.GUIDES.find("005010X214").orElseThrow().matcher(findings::add);
        for (int round = 0; round < 2; round++) {
            matcher.begin();
            matcher.accept(Segment.of("ST*277*0001*005010X214", Delimiters.USUAL));
            matcher.accept(Segment.of("BHT*0085*08*B1*20260105*1200*TH", Delimiters.USUAL));
            matcher.accept(Segment.of("HL*1**20*1", Delimiters.USUAL));
            matcher.end();
        }
        assertThat(findings).noneMatch(finding -> finding.fault() == StructureFault.HL_NUMBER_NOT_UNIQUE);
    }

    @Test
    void bearsACountThatGoesOnFromTheSetBeforeAndTellsIt() {
        set.replace("HL*1", "HL*49**20*1").replace("HL*2", "HL*50*49*22*0").before("SE", subscriber("HL*51*49*22*0"));
        assertThat(set.faults()).containsExactly("HL_NUMBER_CONTINUED 2000A HL01 @6");
        assertThat(StructureFault.HL_NUMBER_CONTINUED.isHarmless()).isTrue();
    }

    @Test
    void remembersEveryLevelOfACountThatGoesOn() {
        int first = 1_000_000;
        int levels = 70_000;
        List<StructureFault> faults = new ArrayList<>();
        SetMatcher matcher =
                SampleSet.GUIDES.find("005010X222A1").orElseThrow().matcher(finding -> faults.add(finding.fault()));
        matcher.begin();
        matcher.accept(Segment.of("ST*837*0001*005010X222A1", Delimiters.USUAL));
        matcher.accept(Segment.of("HL*" + first + "**20*1", Delimiters.USUAL));
        for (int level = 1; level <= levels; level++) {
            matcher.accept(Segment.of("HL*" + (first + level) + "*" + first + "*22*0", Delimiters.USUAL));
        }
        assertThat(faults).doesNotContain(StructureFault.HL_PARENT_UNKNOWN, StructureFault.HL_NUMBER_NOT_UNIQUE);
    }

    @Test
    void tellsTwoLevelsThatNameEachOtherAsParents() {
        set.replace("HL*1", "HL*1*2*20*1").replace("HL*2", "HL*2*1*22*0");
        assertThat(set.faults()).containsExactly("ELEMENT_NOT_USED 2000A HL02 @6");
    }

    private static String[] subscriber(String hl) {
        return new String[] {hl, "SBR*P*18*******CI", "NM1*IL*1*ROE*JANE****MI*M2", "NM1*PR*2*PAYER*****PI*PAY1"};
    }
}
