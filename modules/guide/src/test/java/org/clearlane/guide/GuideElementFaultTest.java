package org.clearlane.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearlane.x12.Delimiters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuideElementFaultTest {

    private final SampleSet set = SampleSet.clean837P();

    /** Segment to bend, what it becomes, the one finding without its position. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLM | CLM**100***11:B:1*Y*A*Y*Y | ELEMENT_MISSING 2300 CLM01",
                "CLM | CLM*P1*100***11:B:1*Y*A*Y | ELEMENT_MISSING 2300 CLM09",
                "CLM | CLM*P1*100***11:B*Y*A*Y*Y | ELEMENT_MISSING 2300 CLM05-3",
                "CLM | CLM*P1*100***11::1*Y*A*Y*Y | ELEMENT_MISSING 2300 CLM05-2",
                "CLM | CLM*P1*100*X**11:B:1*Y*A*Y*Y | ELEMENT_NOT_USED 2300 CLM03",
                "CLM | CLM*P1*100***11:B:1:9*Y*A*Y*Y | ELEMENT_TOO_MANY_COMPONENTS 2300 CLM05-4",
                "CLM | CLM*P1*100***11:B:1*Q*A*Y*Y | ELEMENT_CODE_NOT_IN_GUIDE 2300 CLM06",
                "CLM | CLM*P1*100***11:B:1*y*A*Y*Y | ELEMENT_INVALID_CODE 2300 CLM06",
                "CLM | CLM*P1*ten***11:B:1*Y*A*Y*Y | ELEMENT_INVALID_CHARACTER 2300 CLM02",
                "CLM | CLM*P1*1.2.3***11:B:1*Y*A*Y*Y | ELEMENT_INVALID_CHARACTER 2300 CLM02",
                "CLM | CLM*P1*1234567890123456789***11:B:1*Y*A*Y*Y | ELEMENT_TOO_LONG 2300 CLM02",
                "CLM | CLM*P1*100***11:B:1*YY*A*Y*Y | ELEMENT_TOO_LONG 2300 CLM06",
                "CLM | CLM*P1:2*100***11:B:1*Y*A*Y*Y | ELEMENT_TOO_MANY_COMPONENTS 2300 CLM01",
                "CLM | CLM*P1^P2*100***11:B:1*Y*A*Y*Y | ELEMENT_TOO_MANY_REPEATS 2300 CLM01",
                "CLM | CLM*P1*100***11:B:1^12:B:1*Y*A*Y*Y | ELEMENT_TOO_MANY_REPEATS 2300 CLM05",
                "CLM | CLM*' '*100***11:B:1*Y*A*Y*Y | ELEMENT_INVALID_CHARACTER 2300 CLM01",
                "NM1*IL | NM1*IL*1*M\u00dcLLER*JANE****MI*M1 | ELEMENT_INVALID_CHARACTER 2010BA NM103",
                "NM1*IL | NM1*IL*1*D\u00aaE*JANE****MI*M1 | ELEMENT_INVALID_CHARACTER 2010BA NM103",
                "NM1*IL | NM1*IL*1*DOE*JANE****MI*M | ELEMENT_TOO_SHORT 2010BA NM109",
                "NM1*IL | NM1*IL*1*DOE*JANE****MI | ELEMENT_CONDITIONAL_MISSING 2010BA NM109",
                "PER | PER*IC*ANN*TE | ELEMENT_MISSING 1000A PER04",
                "PER | PER*IC*ANN*TE*5555550100*EX | ELEMENT_CONDITIONAL_MISSING 1000A PER06",
                "BHT | BHT*0019*00*B1*20251399*1200*CH | ELEMENT_INVALID_DATE BHT04",
                "BHT | BHT*0019*00*B1*20250229*1200*CH | ELEMENT_INVALID_DATE BHT04",
                "BHT | BHT*0019*00*B1*202501*1200*CH | ELEMENT_TOO_SHORT BHT04",
                "BHT | BHT*0019*00*B1*20260105*2460*CH | ELEMENT_INVALID_TIME BHT05",
                "BHT | BHT*0019*00*B1*20260105*12000*CH | ELEMENT_INVALID_TIME BHT05",
                "DTP*472 | DTP*472*D8*20251399 | ELEMENT_INVALID_DATE 2400 DTP03",
                "DTP*472 | DTP*472*RD8*20260102 | ELEMENT_INVALID_DATE 2400 DTP03",
                "DTP*472 | DTP*472*RD8*20260103-20260102 | ELEMENT_INVALID_DATE 2400 DTP03",
                "DTP*472 | DTP*472*D8*20260102-20260103 | ELEMENT_INVALID_DATE 2400 DTP03",
                "DMG | DMG*D8*19000229*F | ELEMENT_INVALID_DATE 2010BA DMG02",
                "LX | LX*A | ELEMENT_INVALID_CHARACTER 2400 LX01",
                "LX | LX*1*2 | ELEMENT_TOO_MANY 2400 LX02",
                "N3 | N3*1 MAIN ST* | TRAILING_SEPARATOR 2010AA N302",
                "SV1 | SV1*HC:99213*100*UN*1***13 | ELEMENT_CODE_NOT_IN_GUIDE 2400 SV107-1",
            })
    void tellsOneFaultPerBentElement(String beginning, String bent, String finding) {
        int position = set.position(beginning);
        assertThat(set.replace(beginning, bent.replace("' '", "  ")).faults())
                .containsExactly(finding + " @" + position);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLM | CLM*P1*-100.25***11:B:1*Y*A*Y*Y",
                "CLM | CLM*P1*.5***11:B:1*Y*A*Y*Y",
                "CLM | CLM*P1*-12345678901234567.8***11:B:1*Y*A*Y*Y",
                "BHT | BHT*0019*00*B1*20240229*12300599*CH",
                "DTP*472 | DTP*472*RD8*20260102-20260102",
                "N4 | N4*TOWN*OH*432150001",
                "NM1*IL | NM1*IL*1*doe*Jane {x}****MI*M1",
                "SV1 | SV1*HC:99213:25::::note*100*UN*1***12:2:3:4",
            })
    void letsGoodValuesPass(String beginning, String good) {
        assertThat(set.replace(beginning, good).faults()).isEmpty();
    }

    @Test
    void tellsExclusion() {
        set.replace("N4*TOWN", "N4*TOWN*OH*43215*CA***ON");
        assertThat(set.faults()).containsExactly("ELEMENT_EXCLUSION 2010AA N407 @10");
    }

    @Test
    void tellsTheElementThatTheFirstOfAConditionNeeds() {
        set.replace("N4*TOWN", "N4*TOWN**43215****ON");
        assertThat(set.faults()).containsExactly("ELEMENT_CONDITIONAL_MISSING 2010AA N404 @10");
    }

    @Test
    void tellsAnAdjustmentReasonWithoutAmountByTheListCondition() {
        SampleSet era = SampleSet.of(
                "005010X221A1",
                """
                ST*835*0001
                BPR*I*80*C*CHK************20260110
                TRN*1*T1*1512345678
                N1*PR*PAYER
                N3*1 MAIN ST
                N4*TOWN*OH*43215
                PER*BL*HELP
                N1*PE*CLINIC*XX*1234567893
                LX*1
                CLP*PCN1*1*100*80**12*PC1
                CAS*CO*45*20**253
                NM1*QC*1*DOE*JANE
                SE*13*0001""");
        assertThat(era.faults()).containsExactly("ELEMENT_CONDITIONAL_MISSING 2100 CAS06 @11");
    }

    @Test
    void allowsThe835ToNameItsGuideOrNot() {
        SampleSet era = SampleSet.of("005010X221A1", "ST*835*0001*005010X221A1");
        assertThat(era.faults()).noneMatch(fault -> fault.contains(" ST"));
        assertThat(SampleSet.of("005010X221A1", "ST*835*0001*005010X222A1").faults())
                .contains("ELEMENT_CODE_NOT_IN_GUIDE ST03 @1");
    }

    @Test
    void readsOtherSeparators() {
        SampleSet other = SampleSet.of("005010X231A1", "ST|999|0001|005010X231A1\nAK1|HC|1|005010X222A1\nAK9|A|1:2|1|1")
                .separatedBy(Delimiters.of("|>!~"));
        assertThat(other.faults()).containsExactly("ELEMENT_INVALID_CHARACTER AK902 @3");
    }

    @Test
    void takesTheRepetitionMarkForTextWhereNoneIsDeclared() {
        set.separatedBy(new Delimiters((byte) '*', (byte) ':', Delimiters.NONE, (byte) '~'));
        assertThat(set.replace("NM1*IL", "NM1*IL*1*D^OE*JANE****MI*M1").faults())
                .isEmpty();
    }

    @Test
    void saysTheElementInPlainWordsWithItsNumberAndValue() {
        StructureFinding finding =
                set.replace("NM1*85", "NM1*85*2*CLINIC*****XX*1").findings().get(0);
        assertThat(finding.label()).isEqualTo("billing provider's NPI");
        assertThat(finding.dataElement()).isEqualTo("67");
        assertThat(finding.value()).isEqualTo("1");
        assertThat(finding.detail()).isEqualTo("length 2 to 80");
    }
}
