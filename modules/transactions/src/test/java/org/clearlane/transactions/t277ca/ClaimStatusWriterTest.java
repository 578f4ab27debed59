package org.clearlane.transactions.t277ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.claim.BillingProvider;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.Patient;
import org.clearlane.model.claim.Payer;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.model.claim.Subscriber;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.transactions.AnswerEnvelope;
import org.clearlane.transactions.AnswerOrigin;
import org.clearlane.transactions.Text;
import org.clearlane.transactions.t837.SetHeader;
import org.clearlane.transactions.t999.Findings;
import org.clearlane.x12.Delimiters;
import org.junit.jupiter.api.Test;

class ClaimStatusWriterTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 2, 1, 9, 30, 15);
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);
    private static final BillingProvider CLINIC =
            new BillingProvider("NORTH CLINIC", "", "XX", "1234567893", "EI", "123456789", 8, 11, List.of());
    private static final BillingProvider SOLO =
            new BillingProvider("SOLO", "SUE", "", "", "SY", "987654321", 8, 11, List.of());

    private final ByteArrayOutputStream details = new ByteArrayOutputStream();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ClaimStatusSpool spool = new ClaimStatusSpool(details, Text.envelope(), TODAY);

    private static Claim claim(
            BillingProvider provider, String number, String charge, Patient patient, String... days) {
        List<ServiceLine> lines = new ArrayList<>();
        for (String day : days) {
            List<DateFact> dates = List.of(new DateFact("472", day.length() > 8 ? "RD8" : "D8", day, 25));
            lines.add(new ServiceLine(
                    lines.size() + 1,
                    "",
                    "HC",
                    "99213",
                    List.of(),
                    Money.ZERO,
                    "UN",
                    "1",
                    "",
                    List.of("1"),
                    dates,
                    List.of(),
                    null,
                    List.of(),
                    23,
                    24));
        }
        return new Claim(
                ClaimKind.PROFESSIONAL,
                number,
                charge.isEmpty() ? null : Money.of(charge),
                "11",
                "B",
                "1",
                "",
                provider,
                new Subscriber(
                        "P", "18", "", "CI", "1", "ZZTEST", "ANNA", "MI", "MEM001", "", "", 13, 14, 0, List.of()),
                patient,
                new Payer("ALPHA", "PI", "ALPHA1", 18, List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                lines,
                SegmentFact.of("2300", 19, "CLM*" + number + "*" + charge),
                0,
                "CH",
                false,
                19);
    }

    private static ClaimStatusHeader header() {
        return new ClaimStatusHeader(
                "CLEARLANE HOUSE",
                "CLR001",
                "ack-55",
                LocalDate.of(2026, 1, 31),
                TODAY,
                new SetHeader("0021", "BATCH-77", "CH", "2", "NORTH BILLING", "", "SUB123", "CLEARLANE", "CLR001"));
    }

    private String written() throws IOException {
        ClaimStatusWriter writer = new ClaimStatusWriter(out, Text.envelope(), AT, 88, 9);
        writer.set(header(), spool, new ByteArrayInputStream(details.toByteArray()));
        writer.finish();
        return Text.of(out);
    }

    private List<String> detailSegments() {
        return Text.segments(Text.of(details));
    }

    @Test
    void writesAcceptedAndRejectedClaimsBelowTheirProviders() throws IOException {
        Patient child = new Patient("19", "ZZTEST", "CARLA", "", "", 16, 0, List.of());
        spool.append(new ClaimOutcome(
                claim(CLINIC, "A-1", "150.50", null, "20260105", "20260106-20260107"), "clm1", true, List.of()));
        spool.append(new ClaimOutcome(
                claim(CLINIC, "B-2", "80", child, "20260106"),
                "clm2",
                false,
                List.of(Findings.status("A7:562:85", "The NPI of the billing provider is not valid."))));
        spool.append(new ClaimOutcome(claim(SOLO, "C-3", "19.5", null, "20260108"), "clm3", true, List.of()));

        assertThat(written())
                .isEqualTo(
                        "ISA*00*          *00*          *ZZ*CLEARLANE      *ZZ*PRACTICE       "
                                + "*260201*0930*^*00501*000000088*0*P*:~"
                                + Text.file(
                                        """
                                GS*HN*CLEARLANE*PRACTICE*20260201*093015*9*X*005010X214
                                ST*277*0001*005010X214
                                BHT*0085*08*ack-55*20260201*093015*TH
                                HL*1**20*1
                                NM1*AY*2*CLEARLANE HOUSE*****46*CLR001
                                TRN*1*ack-55
                                DTP*050*D8*20260131
                                DTP*009*D8*20260201
                                HL*2*1*21*1
                                NM1*41*2*NORTH BILLING*****46*SUB123
                                TRN*2*BATCH-77
                                STC*A1:19:AY*20260201*WQ*250
                                QTY*90*2
                                QTY*AA*1
                                AMT*YU*170
                                AMT*YY*80
                                HL*3*2*19*1
                                NM1*85*2*NORTH CLINIC*****XX*1234567893
                                HL*4*3*PT
                                NM1*QC*1*ZZTEST*ANNA****MI*MEM001
                                TRN*2*A-1
                                STC*A2:20*20260201*WQ*150.5
                                REF*D9*clm1
                                DTP*472*RD8*20260105-20260107
                                HL*5*3*PT
                                NM1*QC*1*ZZTEST*CARLA****MI*MEM001
                                TRN*2*B-2
                                STC*A7:562:85*20260201*U*80********The NPI of the billing provider is not valid.
                                REF*D9*clm2
                                DTP*472*D8*20260106
                                HL*6*2*19*1
                                NM1*85*1*SOLO*SUE****FI*987654321
                                HL*7*6*PT
                                NM1*QC*1*ZZTEST*ANNA****MI*MEM001
                                TRN*2*C-3
                                STC*A2:20*20260201*WQ*19.5
                                REF*D9*clm3
                                DTP*472*D8*20260108
                                SE*38*0001
                                GE*1*9
                                IEA*1*000000088
                                """));
    }

    @Test
    void allClaimsRejectedReturnsTheBatchToItsSubmitter() throws IOException {
        spool.append(new ClaimOutcome(
                claim(CLINIC, "B-2", "80", null), "", false, List.of(Findings.status("A7:562:85", "No."))));

        assertThat(Text.segments(written()))
                .contains("STC*A3:23:41*20260201*U*80", "QTY*AA*1", "AMT*YY*80")
                .noneMatch(s -> s.startsWith("QTY*90") || s.startsWith("AMT*YU") || s.startsWith("REF*D9"));
    }

    @Test
    void packsThreeStatusesIntoAnStcAndRepeatsIt() throws IOException {
        List<Finding> findings = List.of(
                Findings.status("A7:562:85", "One."),
                Findings.status("A7:255", "Two."),
                Findings.status("A7:562:85", "Three."),
                Findings.status("A6:164", "Four."),
                Findings.status("A8:249", "Five."));
        spool.append(new ClaimOutcome(claim(CLINIC, "B-2", "80", null), "", false, findings));

        assertThat(detailSegments())
                .containsSubsequence(
                        "STC*A7:562:85*20260201*U*80******A7:255*A6:164*One. Three. Two. Four.",
                        "STC*A8:249*20260201*U*80********Five.");
    }

    @Test
    void statusAboutAnEntityThatStc10DoesNotKnowHasAnStcOfItsOwn() throws IOException {
        List<Finding> findings = List.of(
                Findings.status("A7:562:85", "One."),
                Findings.status("A6:164:IL", "Two."),
                Findings.status("A7:255", "Three."));
        spool.append(new ClaimOutcome(claim(CLINIC, "B-2", "80", null), "", false, findings));

        assertThat(detailSegments())
                .containsSubsequence(
                        "STC*A7:562:85*20260201*U*80********One.",
                        "STC*A6:164:IL*20260201*U*80******A7:255**Two. Three.");
    }

    @Test
    void errorThatOnlyThe999SaysPointsThere() throws IOException {
        Finding structural = Findings.of(Place.ofSegment("2300", "HI", 27), AckCodes.segment("3"), "");
        spool.append(new ClaimOutcome(claim(CLINIC, "B-2", "80", null), "", false, List.of(structural)));

        assertThat(detailSegments()).contains("STC*A3:684*20260201*U*80********Something is wrong.");
    }

    @Test
    void warningGoesAlongWithAnAcceptanceAsText() throws IOException {
        Finding warning = Findings.status("A7:562:85", "Look at the NPI.").asWarning();
        spool.append(new ClaimOutcome(claim(CLINIC, "A-1", "80", null), "", true, List.of(warning)));

        assertThat(detailSegments()).contains("STC*A2:20*20260201*WQ*80********Look at the NPI.");
    }

    @Test
    void textIsCutToWhatStc12Holds() throws IOException {
        spool.append(new ClaimOutcome(
                claim(CLINIC, "A-1", "80", null),
                "",
                false,
                List.of(Findings.status("A7:21", "x".repeat(300) + "~*"))));

        assertThat(detailSegments()).contains("STC*A7:21*20260201*U*80********" + "x".repeat(264));
    }

    @Test
    void claimWithoutReadableChargeCountsAsZero() throws IOException {
        spool.append(new ClaimOutcome(claim(CLINIC, "A-1", "", null), "", true, List.of()));

        assertThat(detailSegments()).contains("STC*A2:20*20260201*WQ*0");
        assertThat(spool.acceptedCharge()).isEqualTo(Money.ZERO);
    }

    @Test
    void setRefusedAsAWholeSaysSoAtTheReceiverAndNothingBelow() throws IOException {
        ClaimStatusWriter writer = new ClaimStatusWriter(out, Text.envelope(), AT, 88, 9);
        writer.rejectedSet(header(), ClaimStatus.of("A8:746:40"), 12, Money.of("1000"));
        writer.finish();

        assertThat(Text.segments(Text.of(out)))
                .containsSubsequence(
                        "HL*2*1*21*0",
                        "TRN*2*BATCH-77",
                        "STC*A8:746:40*20260201*U*1000",
                        "QTY*AA*12",
                        "AMT*YY*1000",
                        "SE*14*0001");
    }

    @Test
    void answersSeveralSetsInOneInterchangeAndReadsBack() throws IOException {
        ClaimStatusWriter writer = new ClaimStatusWriter(out, Text.envelope(), AT, 88, 9);
        spool.append(new ClaimOutcome(claim(CLINIC, "A-1", "5", null, "20260105"), "clm1", true, List.of()));
        spool.append(new ClaimOutcome(
                claim(CLINIC, "B-2", "7", null, "20260105"),
                "clm2",
                false,
                List.of(Findings.status("A7:562:85", "No."), Findings.status("A6:164:IL", "Nor that."))));
        writer.set(header(), spool, new ByteArrayInputStream(details.toByteArray()));
        writer.rejectedSet(header(), ClaimStatus.of("A8:746:40"), 0, Money.ZERO);
        writer.finish();
        List<String> heard = new ArrayList<>();
        ClaimStatusListener listener = new ClaimStatusListener() {
            @Override
            public void claim(AnswerOrigin origin, ClaimStatusBatch batch, ClaimStatusAnswer answer) {
                heard.add(batch.batchNumber() + " " + answer.patientControlNumber() + " " + answer.houseClaimNumber()
                        + " " + answer.answer() + " " + answer.charge() + " "
                        + answer.serviceDate().value() + " "
                        + answer.provider().id());
            }

            @Override
            public void batchEnded(AnswerOrigin origin, ClaimStatusBatch batch, long claims) {
                heard.add(origin.setControl() + " " + batch.source() + " " + batch.answer() + " " + claims);
            }
        };

        assertThat(ClaimStatusReader.read(Text.in(Text.of(out)), listener)).isEmpty();
        assertThat(heard)
                .containsExactly(
                        "BATCH-77 A-1 clm1 RECEIVED 5.00 20260105 1234567893",
                        "BATCH-77 B-2 clm2 REJECTED 7.00 20260105 1234567893",
                        "0001 HOUSE RECEIVED 2",
                        "0002 HOUSE REJECTED 0");
    }

    @Test
    void spoolOfAnotherEnvelopeIsABug() throws IOException {
        AnswerEnvelope other = new AnswerEnvelope(
                "ZZ", "CLEARLANE", "ZZ", "PRACTICE", "CLEARLANE", "PRACTICE", Delimiters.of("|^}~"), false, 'P');
        ClaimStatusWriter writer = new ClaimStatusWriter(out, other, AT, 88, 9);

        assertThatThrownBy(() -> writer.set(header(), spool, new ByteArrayInputStream(new byte[0])))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void writesWithThePracticesOwnSeparators() throws IOException {
        AnswerEnvelope theirs = new AnswerEnvelope(
                "ZZ", "CLEARLANE", "ZZ", "PRACTICE", "CLEARLANE", "PRACTICE", Delimiters.of("|^}\n"), true, 'T');
        ClaimStatusSpool own = new ClaimStatusSpool(details, theirs, TODAY);
        own.append(new ClaimOutcome(
                claim(CLINIC, "A*1", "5", null), "", false, List.of(Findings.status("A7:562:85", "a|b"))));
        ClaimStatusWriter writer = new ClaimStatusWriter(out, theirs, AT, 88, 9);
        writer.set(header(), own, new ByteArrayInputStream(details.toByteArray()));
        writer.finish();

        assertThat(Text.of(out))
                .contains("TRN|2|A*1\nSTC|A7^562^85|20260201|U|5||||||||a b\n")
                .doesNotContain("\n\n");
    }
}
