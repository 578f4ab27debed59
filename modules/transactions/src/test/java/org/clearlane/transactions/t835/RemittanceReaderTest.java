package org.clearlane.transactions.t835;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.transactions.t835.Remittances.read;
import static org.clearlane.transactions.t835.Remittances.set;

import java.time.LocalDate;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimDetail;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.Contact;
import org.clearlane.model.remittance.Fact;
import org.clearlane.model.remittance.KeptSegment;
import org.clearlane.model.remittance.LineDetail;
import org.clearlane.model.remittance.LinePayment;
import org.clearlane.model.remittance.NamedParty;
import org.clearlane.model.remittance.PaymentDetail;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.Procedure;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.model.remittance.ProviderSummary;
import org.junit.jupiter.api.Test;

class RemittanceReaderTest {

    static final String HEAD =
            """
            BPR*I*150*C*ACH************20260131
            TRN*1*EFT1*1512345678
            N1*PR*PLAN*XV*99999
            N1*PE*PRACTICE*XX*1999999018
            """;

    static RemittanceDocument only(String body) {
        return read(set(body)).documents().getFirst();
    }

    static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void readsWhoPaysWhomHowMuch() {
        RemittanceDocument document = only(
                """
                BPR*I*150*C*ACH*CCP*01*999999992*DA*1*1512345678**01*999988880*DA*2*20260131
                TRN*1*EFT1*1512345678
                REF*EV*CLEARLANE
                N1*PR*PLAN
                REF*2U*PLAN7
                PER*BL*DESK*TE*5555550100
                N1*PE*PRACTICE*XX*1999999018
                REF*TJ*999000001
                """);

        assertThat(document.head().payment())
                .isEqualTo(new PaymentHeader(
                        "000000007",
                        "8",
                        "0009",
                        "I",
                        Money.of("150"),
                        "ACH",
                        LocalDate.of(2026, 1, 31),
                        "EFT1",
                        "1512345678",
                        "PLAN",
                        "PLAN7",
                        "PRACTICE",
                        "1999999018",
                        "999000001"));
        assertThat(document.head().segments()).hasSize(8).contains("PER*BL*DESK*TE*5555550100");
        assertThat(document.head().senderId()).isEqualTo("PAYER");
        assertThat(document.head().version()).isEqualTo("005010X221A1");
    }

    @Test
    void readsDebitAsNegativeAmount() {
        assertThat(only("BPR*I*12.5*D*ACH************20260131\nTRN*1*E*1")
                        .head()
                        .payment()
                        .amount())
                .isEqualTo(Money.of("-12.5"));
    }

    @Test
    void readsTaxNumberOfPayeeNamedByIt() {
        PaymentHeader payment =
                only(HEAD + "N1*PE*PRACTICE*FI*999000001").head().payment();

        assertThat(payment.payeeTaxId()).isEqualTo("999000001");
        assertThat(payment.payeeNpi()).isEmpty();
    }

    @Test
    void readsClaimWithEverythingInItsLoop() {
        RemittanceDocument document = only(
                HEAD
                        + """
                LX*1
                CLP*A1*1*200*150*10*12*ICN1*11*1
                CAS*CO*104*5
                NM1*QC*1*DOE*JO****MI*M1
                NM1*82*1*DOC*TOR****XX*1999999117
                MOA***MA18
                REF*F8*ICN0
                DTM*232*20260105
                PER*CX**TE*5555550100
                AMT*AU*160
                QTY*CA*1
                SVC*HC:99213:25:GT*200*155*0510*2*HC:99214*3
                DTM*472*20260106
                CAS*CO*45*35**253*-5*1
                CAS*PR*3*10
                REF*6R*L7
                AMT*B6*165
                LQ*HE*N381
                LQ*HE*M15
                """);

        ClaimPayment claim = document.claims().getFirst();
        assertThat(claim.patientControlNumber()).isEqualTo("A1");
        assertThat(claim.charge()).isEqualTo(Money.of("200"));
        assertThat(claim.paid()).isEqualTo(Money.of("150"));
        assertThat(claim.patientResponsibility()).isEqualTo(Money.of("10"));
        assertThat(claim.filingIndicator()).isEqualTo("12");
        assertThat(claim.payerControlNumber()).isEqualTo("ICN1");
        assertThat(claim.renderingNpi()).isEqualTo("1999999117");
        assertThat(claim.serviceFrom()).isEqualTo("20260105");
        assertThat(claim.adjustments()).containsExactly(new Adjustment("CO", "104", Money.of("5"), ""));
        assertThat(claim.lines())
                .containsExactly(new LinePayment(
                        "HC",
                        "99213",
                        List.of("25", "GT"),
                        Money.of("200"),
                        Money.of("155"),
                        "2",
                        "20260106",
                        "L7",
                        List.of(
                                new Adjustment("CO", "45", Money.of("35"), ""),
                                new Adjustment("CO", "253", Money.of("-5"), "1"),
                                new Adjustment("PR", "3", Money.of("10"), "")),
                        List.of("N381", "M15"),
                        "99214",
                        new LineDetail(
                                "0510",
                                "",
                                new Procedure("HC", "99214", List.of(), ""),
                                "3",
                                List.of(new Fact("6R", "L7")),
                                List.of(new Fact("472", "20260106")),
                                List.of(new Fact("B6", "165")),
                                List.of(),
                                List.of(new Fact("HE", "N381"), new Fact("HE", "M15")),
                                List.of())));
        assertThat(claim.segments())
                .hasSize(18)
                .startsWith("CLP*A1*1*200*150*10*12*ICN1*11*1")
                .endsWith("LQ*HE*M15");
        assertThat(document.findings()).isEmpty();
    }

    @Test
    void readsNamesRemarksReferencesAndAmountsOfClaim() {
        RemittanceDocument document = only(
                HEAD
                        + """
                CLP*A1*19*20*20**12*ICN1*13*1**470*1.5*.3
                NM1*QC*1*DOE*JO*K**JR*MI*M1
                NM1*TT*2*SECOND PLAN*****PI*88888
                MIA*5***120.5*MA18
                MOA***N1*N2
                REF*F8*ICN0
                DTM*050*20260110
                PER*CX*DESK*TE*5555550100*EX*12
                AMT*AU*20
                QTY*CA*5
                SVC*HC:99213*20*20
                """);

        ClaimDetail detail = document.claims().getFirst().detail();

        assertThat(detail)
                .isEqualTo(new ClaimDetail(
                        "13",
                        "1",
                        "470",
                        "1.5",
                        ".3",
                        List.of(
                                new NamedParty("QC", "1", "DOE", "JO", "K", "JR", "MI", "M1"),
                                new NamedParty("TT", "2", "SECOND PLAN", "", "", "", "PI", "88888")),
                        List.of(new Fact("MIA01", "5"), new Fact("MIA04", "120.5"), new Fact("MIA05", "MA18")),
                        List.of(new Fact("MOA03", "N1"), new Fact("MOA04", "N2")),
                        List.of(new Fact("F8", "ICN0")),
                        List.of(new Fact("050", "20260110")),
                        List.of(new Contact("CX", "DESK", List.of(new Fact("TE", "5555550100"), new Fact("EX", "12")))),
                        List.of(new Fact("AU", "20")),
                        List.of(new Fact("CA", "5")),
                        List.of()));
        assertThat(detail.remarks()).containsExactly("MA18", "N1", "N2");
        assertThat(detail.party("QC").orElseThrow().name()).isEqualTo("JO K DOE JR");
    }

    @Test
    void readsHeadWithBothPartiesInFull() {
        PaymentDetail detail =
                only("""
                BPR*I*150*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20260131
                TRN*1*EFT1*1512345678*SUB
                CUR*PR*USD
                REF*EV*US1
                DTM*405*20260130
                N1*PR*PLAN*XV*99999
                N3*1 WAY*FLOOR 2
                N4*SPRINGFIELD*IL*627010001
                REF*2U*PAYER1
                PER*BL*DESK*TE*5555550100*EM*A@B.EXAMPLE
                N1*PE*PRACTICE*XX*1999999018
                REF*TJ*999000001
                RDM*EM**ERA@B.EXAMPLE
                """)
                        .head()
                        .detail();

        assertThat(detail.transfer())
                .startsWith(new Fact("BPR03", "C"), new Fact("BPR05", "CCP"), new Fact("BPR06", "01"))
                .contains(new Fact("BPR15", "98765"));
        assertThat(detail.trace()).endsWith(new Fact("TRN03", "1512345678"), new Fact("TRN04", "SUB"));
        assertThat(detail.currency()).containsExactly(new Fact("CUR01", "PR"), new Fact("CUR02", "USD"));
        assertThat(detail.references()).containsExactly(new Fact("EV", "US1"));
        assertThat(detail.dates()).containsExactly(new Fact("405", "20260130"));
        assertThat(detail.payer().street()).containsExactly("1 WAY", "FLOOR 2");
        assertThat(detail.payer().postalCode()).isEqualTo("627010001");
        assertThat(detail.payer().references()).containsExactly(new Fact("2U", "PAYER1"));
        assertThat(detail.payer().contacts().getFirst().numbers())
                .containsExactly(new Fact("TE", "5555550100"), new Fact("EM", "A@B.EXAMPLE"));
        assertThat(detail.payee().delivery())
                .containsExactly(new Fact("RDM01", "EM"), new Fact("RDM03", "ERA@B.EXAMPLE"));
        assertThat(detail.rest()).isEmpty();
    }

    @Test
    void keepsWhatModelHasNoWordForWithItsPlace() {
        RemittanceDocument document = only(
                HEAD
                        + """
                N1*XX*SOMEBODY
                LX*1
                K3*NOTE
                CLP*A1*1*20*20**12*ICN1***9
                REF*F8*ICN0*WHY
                SVC*HC:99213*20*20
                K3*LINE NOTE
                PLB*1999999018*20261231*WO:C1:MORE*1
                """);

        ClaimPayment claim = document.claims().getFirst();
        assertThat(document.head().detail().rest()).containsExactly(new KeptSegment("", 6, "N1*XX*SOMEBODY"));
        assertThat(document.groups().getFirst().head().rest()).containsExactly(new KeptSegment("2000", 8, "K3*NOTE"));
        assertThat(claim.detail().rest())
                .containsExactly(
                        new KeptSegment("2100", 9, "CLP*A1*1*20*20**12*ICN1***9"),
                        new KeptSegment("2100", 10, "REF*F8*ICN0*WHY"));
        assertThat(claim.lines().getFirst().detail().rest())
                .containsExactly(new KeptSegment("2110", 12, "K3*LINE NOTE"));
        assertThat(document.end().rest())
                .containsExactly(new KeptSegment("", 13, "PLB*1999999018*20261231*WO:C1:MORE*1"));
    }

    @Test
    void takesEarliestLineDateWhereClaimHasNone() {
        ClaimPayment claim = only(HEAD
                        + """
                CLP*A1*1*2*2**12*I
                SVC*HC:1*1*1
                DTM*472*20260109
                SVC*HC:2*1*1
                DTM*150*20260103
                DTM*151*20260104
                """)
                .claims()
                .getFirst();

        assertThat(claim.serviceFrom()).isEqualTo("20260103");
        assertThat(claim.lines().get(1).serviceDate()).isEqualTo("20260103");
    }

    @Test
    void readsSixTripletsOfOneCas() {
        ClaimPayment claim = only(HEAD + "CLP*A1*1*21*0**12*I\nCAS*CO*1*1*1*2*2*2*3*3*3*4*4*4*5*5*5*6*6*6")
                .claims()
                .getFirst();

        assertThat(claim.adjustments()).hasSize(6).last().isEqualTo(new Adjustment("CO", "6", Money.of("6"), "6"));
    }

    @Test
    void readsSixAdjustmentsOfOnePlb() {
        List<ProviderAdjustment> adjustments = only(HEAD
                        + "PLB*1999999018*20261231*WO:C1*1*FB:P*-2*72*3*L6*-4*AH*5*CS:X*6")
                .providerAdjustments();

        assertThat(adjustments)
                .hasSize(6)
                .startsWith(new ProviderAdjustment("1999999018", "20261231", "WO", "C1", Money.of("1")))
                .endsWith(new ProviderAdjustment("1999999018", "20261231", "CS", "X", Money.of("6")));
    }

    @Test
    void readsSummariesOfProvidersWithTheirClaims() {
        RemittanceDocument document = only(
                HEAD
                        + """
                LX*110212
                TS3*1999999117*11*20261231*1*200
                TS2*1
                CLP*A1*1*200*200**12*I
                LX*130212
                CLP*A2*1*10*10**12*I
                """);

        assertThat(document.groups()).hasSize(2);
        assertThat(document.groups().getFirst().head().summary())
                .contains(new ProviderSummary("1999999117", "11", "20261231", 1, Money.of("200"), List.of()));
        assertThat(document.groups().getFirst().head().segments()).hasSize(3);
        assertThat(document.groups().get(1).head().summary()).isEmpty();
        assertThat(document.groups().get(1).claims()).hasSize(1);
    }

    @Test
    void saysWhenSummaryCountsOtherClaims() {
        assertThat(codes(only(HEAD + "LX*1\nTS3*X*11*20261231*16*200\nCLP*A1*1*200*200**12*I")
                        .findings()))
                .containsExactly("remittance.summary.count");
    }

    @Test
    void reportsClaimWithUnreadableAmountAndKeepsIt() {
        RemittanceDocument document = only(HEAD + "CLP*A1*1*2OO*150**12*I\nSVC*HC:1*1,50*1");

        assertThat(document.claims()).hasSize(1);
        assertThat(document.claims().getFirst().segments()).contains("CLP*A1*1*2OO*150**12*I");
        assertThat(codes(document.findings()))
                .containsExactly("remittance.amount.unreadable", "remittance.amount.unreadable");
        assertThat(document.findings().getFirst().place().inWords()).isEqualTo("loop 2100, segment 6, CLP03");
        assertThat(document.isReadable()).isFalse();
    }

    @Test
    void refusesAmountsThatNoRemittanceCanHold() {
        assertThat(codes(only(HEAD + "CLP*A1*1*1000000000*0**12*I").findings()))
                .containsExactly("remittance.amount.unreadable");
        assertThat(only(HEAD + "CLP*A1*1*999999999.99*0**12*I").findings()).isEmpty();
    }

    @Test
    void reportsUnreadableProviderAdjustmentAndPayment() {
        assertThat(codes(only("BPR*I*ten*C*ACH************20261301\nTRN*1*E*1\nPLB*P*20261231*WO*x")
                        .findings()))
                .containsExactly(
                        "remittance.amount.unreadable", "remittance.date.unreadable", "remittance.amount.unreadable");
    }

    @Test
    void reportsMissingHeadOfPayment() {
        assertThat(codes(only("LX*1\nCLP*A1*1*1*1**12*I").findings()))
                .containsExactly("remittance.head.missing", "remittance.trace.missing");
    }
}
