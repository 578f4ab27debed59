package org.clearlane.transactions.t837;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.Diagnosis;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.transactions.Text;
import org.junit.jupiter.api.Test;

/** What is said of claims in words of their kind, read by the guides. */
class ClaimKindsTest {

    private static Claim sample(String folder) throws IOException {
        Guided guided = Guided.read(Files.readAllBytes(
                Guided.ROOT.resolve("samples").resolve(folder).resolve("input.edi")));
        assertThat(guided.findings).isEmpty();
        assertThat(guided.claims).hasSize(1);
        return guided.claims.getFirst();
    }

    @Test
    void readsTheFactsOfAStayInHospital() throws IOException {
        Claim stay = sample("837i/inpatient-stay");

        assertThat(stay.kind()).isEqualTo(ClaimKind.INSTITUTIONAL);
        assertThat(stay.billType()).isEqualTo("111");
        assertThat(stay.date("434").value()).isEqualTo("20260126-20260130");
        assertThat(stay.date("435").from()).isEqualTo("20260126");
        SegmentFact admission = stay.first(SegmentTag.CL1);
        assertThat(admission.element(3)).isEqualTo("01");
        assertThat(admission.place(3).inWords()).isEqualTo("loop 2300, segment 23, CL103");
        assertThat(stay.diagnoses())
                .containsExactly(
                        new Diagnosis("ABK", "I5033", "Y", 25, 1),
                        new Diagnosis("ABF", "E119", "Y", 28, 1),
                        new Diagnosis("ABF", "I10", "N", 28, 2));
        assertThat(stay.billingProvider().taxonomy()).isEqualTo("282N00000X");
        assertThat(stay.billingProvider().address().zip()).isEqualTo("537031234");
        assertThat(stay.subscriber().address().state()).isEqualTo("WI");
        assertThat(stay.otherProviders())
                .extracting(p -> p.loop() + " " + p.role() + " " + p.first() + " " + p.id())
                .containsExactly("2310A 71 ALICIA 1245319599", "2310B 72 OWEN 1003000126");
        assertThat(stay.otherProviders().getFirst().specialty().element(3)).isEqualTo("207RC0000X");
        assertThat(stay.otherProviders().get(1).segments()).isEmpty();
    }

    @Test
    void readsCodesOfEveryUseWithTheirDatesAndAmounts() throws IOException {
        Claim stay = sample("837i/inpatient-stay");

        assertThat(stay.codes())
                .extracting(CodeFact::use)
                .containsExactly(
                        CodeUse.ADMITTING_DIAGNOSIS,
                        CodeUse.DIAGNOSIS_RELATED_GROUP,
                        CodeUse.PRINCIPAL_PROCEDURE,
                        CodeUse.OCCURRENCE_SPAN,
                        CodeUse.OCCURRENCE,
                        CodeUse.VALUE,
                        CodeUse.VALUE,
                        CodeUse.CONDITION);
        assertThat(stay.code(CodeUse.PRINCIPAL_PROCEDURE).date()).isEqualTo(new DateFact("BBR", "D8", "20260127", 29));
        assertThat(stay.code(CodeUse.OCCURRENCE_SPAN).date().to()).isEqualTo("20260103");
        assertThat(stay.codes().get(6).amount()).isEqualTo(Money.of("250"));
        assertThat(stay.codes().get(6).place().inWords()).isEqualTo("loop 2300, segment 32, HI02-2");
        assertThat(stay.code(CodeUse.CONDITION).date()).isNull();
    }

    @Test
    void readsRevenueLines() throws IOException {
        Claim stay = sample("837i/inpatient-stay");

        assertThat(stay.lines()).extracting(ServiceLine::revenueCode).containsExactly("0120", "0250", "0360");
        ServiceLine room = stay.lines().getFirst();
        assertThat(room.charge()).isEqualTo(Money.of("4800"));
        assertThat(room.unit()).isEqualTo("DA");
        assertThat(room.procedure()).isEmpty();
        assertThat(room.serviceElement(7)).isEqualTo("0");
        ServiceLine operation = stay.lines().get(2);
        assertThat(operation.procedure()).isEqualTo("36556");
        assertThat(operation.quantity()).isEqualTo("1");
        assertThat(operation.chargePlace().inWords()).endsWith("SV203");
        assertThat(operation.procedurePlace().inWords()).endsWith("SV202-2");
    }

    @Test
    void readsTeethAndCavities() throws IOException {
        Claim dental = sample("837d/filling-and-crown");

        assertThat(dental.kind()).isEqualTo(ClaimKind.DENTAL);
        assertThat(dental.patient().relationship()).isEqualTo("19");
        assertThat(dental.patient().address().zip()).isEqualTo("53703");
        assertThat(dental.first(SegmentTag.DN2).element(1)).isEqualTo("14");
        assertThat(dental.reference("G3").value()).isEqualTo("PRE-5521");
        ServiceLine filling = dental.lines().getFirst();
        assertThat(filling.qualifier()).isEqualTo("AD");
        assertThat(filling.procedure()).isEqualTo("D2392");
        assertThat(filling.charge()).isEqualTo(Money.of("215.5"));
        assertThat(filling.quantity()).isEqualTo("1");
        assertThat(filling.first(SegmentTag.TOO).component(3, 2)).isEqualTo("O");
        assertThat(dental.lines().get(1).serviceElement(5)).isEqualTo("I");
        assertThat(dental.lines().get(1).first(SegmentTag.TOO).element(2)).isEqualTo("19");
    }

    @Test
    void saysAtOnceWhatAClaimHasAndHasNot() throws IOException {
        Claim dental = sample("837d/filling-and-crown");

        assertThat(dental.has(SegmentTag.TOO)).isTrue();
        assertThat(dental.has(SegmentTag.DN2)).isTrue();
        assertThat(dental.has(SegmentTag.DN1)).isFalse();
        assertThat(dental.has(SegmentTag.CAS)).isFalse();
        assertThat(dental.otherCoverages()).isEmpty();
        assertThat(dental.lines().getFirst().drugs()).isEmpty();
    }

    @Test
    void readsWhatOtherPayersDecided() throws IOException {
        String claim = Text.file(
                """
                GS*HC*S*R*20260131*1200*1*X*005010X222A1
                ST*837*0021*005010X222A1
                HL*1**20*1
                NM1*85*2*CLINIC*****XX*1234567893
                HL*2*1*22*0
                SBR*S*18*******CI
                CLM*X-1*100***11:B:1*Y*A*Y*Y**AA:OA::WI
                SBR*P*18*******MB
                CAS*PR*1*30**2*10*1
                AMT*D*60
                OI***Y***Y
                NM1*IL*1*ZZTEST*ANNA****MI*FIRST1
                NM1*PR*2*BETA*****PI*BETA1
                DTP*573*D8*20260120
                SBR*T*18*******MC
                NM1*PR*2*GAMMA*****PI*GAMMA1
                LX*1
                SV1*HC:J1885*100*UN*1***1
                DTP*472*D8*20260105
                LIN**N4*00409379501
                CTP****2*ML
                SVD*BETA1*60*HC:J1885**1
                CAS*CO*45*40
                DTP*573*D8*20260120
                SVD*GAMMA1*0*HC:J1885**1
                SE*26*0021
                """);

        Claim secondary = Guided.read(Text.bytes(Text.ISA + claim)).claims.getFirst();

        assertThat(secondary.isCausedBy("OA")).isTrue();
        assertThat(secondary.isCausedBy("EM")).isFalse();
        assertThat(secondary.clm().component(11, 4)).isEqualTo("WI");
        assertThat(secondary.has(SegmentTag.CAS)).isTrue();
        assertThat(secondary.otherCoverages()).hasSize(2);
        var medicare = secondary.otherCoverages().getFirst();
        assertThat(medicare.responsibility()).isEqualTo("P");
        assertThat(medicare.paid()).isEqualTo(Money.of("60"));
        assertThat(medicare.payerId()).isEqualTo("BETA1");
        assertThat(medicare.memberId()).isEqualTo("FIRST1");
        assertThat(medicare.decided().element(3)).isEqualTo("20260120");
        assertThat(medicare.adjustments())
                .extracting(a -> a.group() + a.reason() + " " + a.amount() + " " + a.quantity() + " " + a.element())
                .containsExactly("PR1 30.00  2", "PR2 10.00 1 5");
        assertThat(secondary.otherCoverages().get(1).payerId()).isEqualTo("GAMMA1");
        ServiceLine line = secondary.lines().getFirst();
        assertThat(line.drugs()).hasSize(1);
        assertThat(line.drugs().getFirst().code()).isEqualTo("00409379501");
        assertThat(line.drugs().getFirst().quantity().component(5, 1)).isEqualTo("ML");
        assertThat(line.adjudications()).extracting(a -> a.payerId()).containsExactly("BETA1", "GAMMA1");
        assertThat(line.adjudications().getFirst().adjustments()).hasSize(1);
        assertThat(line.adjudications().get(1).decided()).isNull();
    }
}
