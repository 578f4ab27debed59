package org.clearlane.transactions.t277ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.finding.ClaimStatus;
import org.clearlane.transactions.AnswerFileReader;
import org.clearlane.transactions.AnswerListener;
import org.clearlane.transactions.AnswerOrigin;
import org.clearlane.transactions.AnswerProblem;
import org.clearlane.transactions.Corpus;
import org.clearlane.transactions.Text;
import org.junit.jupiter.api.Test;

class ClaimStatusReaderTest {

    private static final String UPPER =
            """
            GS*HN*PAYER*US*20260201*0100*11*X*005010X214
            ST*277*0001*005010X214
            BHT*0085*08*REF1*20260201*0100*TH
            HL*1**20*1
            NM1*PR*2*ALPHA HEALTH*****PI*ALPHA1
            TRN*1*TRACE1
            DTP*050*D8*20260131
            DTP*009*D8*20260201
            HL*2*1*21*1
            NM1*41*2*CLEARLANE*****46*CLR001
            TRN*2*B1
            STC*A1:19:PR*20260201*WQ*300
            QTY*90*1
            QTY*AA*1
            AMT*YU*100
            AMT*YY*200
            HL*3*2*19*1
            NM1*85*2*NORTH CLINIC*****XX*1234567893
            TRN*1*0
            """;

    private static final String SAMPLE = Text.ISA
            + Text.file(
                    UPPER
                            + """
                    HL*4*3*PT
                    NM1*QC*1*ZZTEST*ANNA****MI*MEM001
                    TRN*2*A-1
                    STC*A2:20*20260201*WQ*100
                    REF*1K*PAYER77
                    REF*D9*clm1
                    REF*BLT*111
                    DTP*472*D8*20260105
                    HL*5*3*PT
                    NM1*QC*1*ZZTEST*BORIS****MI*MEM002
                    TRN*2*B-2
                    STC*A7:562:85*20260201*U*200******A6:164:IL*A8:249*SEE LINE 2
                    STC*A3:21*20260201*U*200
                    DTP*472*RD8*20260105-20260107
                    SVC*HC:99213:25:GT*120*****1
                    STC*A7:454**U
                    REF*FJ*LINE-1
                    DTP*472*D8*20260105
                    SVC*HC:87070*80
                    STC*A2:20**WQ
                    REF*FJ*LINE-2
                    REF*XZ*RX9
                    SE*41*0001
                    GE*1*11
                    IEA*1*000000905
                    """);

    private final List<ClaimStatusBatch> batches = new ArrayList<>();
    private final List<ProviderStatus> providers = new ArrayList<>();
    private final List<ClaimStatusAnswer> claims = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();

    private final ClaimStatusListener listener = new ClaimStatusListener() {
        @Override
        public void batch(AnswerOrigin origin, ClaimStatusBatch batch) {
            batches.add(batch);
        }

        @Override
        public void provider(AnswerOrigin origin, ClaimStatusBatch batch, ProviderStatus provider) {
            providers.add(provider);
        }

        @Override
        public void claim(AnswerOrigin origin, ClaimStatusBatch batch, ClaimStatusAnswer answer) {
            claims.add(answer);
        }

        @Override
        public void batchEnded(AnswerOrigin origin, ClaimStatusBatch batch, long count) {
            ends.add(count);
        }
    };

    private List<AnswerProblem> read(String file) throws IOException {
        return ClaimStatusReader.read(Text.in(file), listener);
    }

    private List<AnswerProblem> read(Path file) throws IOException {
        batches.clear();
        providers.clear();
        claims.clear();
        ends.clear();
        try (var in = Files.newInputStream(file)) {
            return ClaimStatusReader.read(in, listener);
        }
    }

    @Test
    void readsTheBatchLevel() throws IOException {
        assertThat(read(SAMPLE)).isEmpty();

        assertThat(batches)
                .containsExactly(new ClaimStatusBatch(
                        InformationSource.PAYER,
                        "PR",
                        "ALPHA HEALTH",
                        "ALPHA1",
                        "TRACE1",
                        "CLEARLANE",
                        "CLR001",
                        "B1",
                        List.of(new StatusEntry(ClaimStatus.of("A1:19:PR"), "WQ", "20260201", Money.of("300"), "")),
                        ClaimAnswer.RECEIVED,
                        1,
                        1,
                        Money.of("100"),
                        Money.of("200")));
        assertThat(providers)
                .containsExactly(
                        new ProviderStatus("NORTH CLINIC", "XX", "1234567893", "0", List.of(), ClaimAnswer.OTHER));
        assertThat(ends).containsExactly(2L);
    }

    @Test
    void readsAnAcceptedClaim() throws IOException {
        read(SAMPLE);
        ClaimStatusAnswer claim = claims.getFirst();

        assertThat(claim.patientControlNumber()).isEqualTo("A-1");
        assertThat(claim.answer()).isEqualTo(ClaimAnswer.ACCEPTED);
        assertThat(claim.charge()).isEqualTo(Money.of("100"));
        assertThat(claim.payerClaimNumber()).isEqualTo("PAYER77");
        assertThat(claim.houseClaimNumber()).isEqualTo("clm1");
        assertThat(claim.billType()).isEqualTo("111");
        assertThat(claim.serviceDate().from()).isEqualTo("20260105");
        assertThat(claim.memberId()).isEqualTo("MEM001");
        assertThat(claim.provider().id()).isEqualTo("1234567893");
        assertThat(claim.lines()).isEmpty();
    }

    @Test
    void readsEveryStatusOfARejectedClaim() throws IOException {
        read(SAMPLE);
        ClaimStatusAnswer claim = claims.get(1);

        assertThat(claim.answer()).isEqualTo(ClaimAnswer.REJECTED);
        assertThat(claim.statuses())
                .extracting(entry -> entry.status().toString())
                .containsExactly("A7:562:85", "A6:164:IL", "A8:249", "A3:21");
        assertThat(claim.statuses().getFirst().message()).isEqualTo("SEE LINE 2");
        assertThat(claim.payerClaimNumber())
                .as("not the one of the claim before")
                .isEmpty();
    }

    @Test
    void readsLineStatuses() throws IOException {
        read(SAMPLE);
        List<LineStatus> lines = claims.get(1).lines();

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().procedure()).isEqualTo("99213");
        assertThat(lines.getFirst().modifiers()).containsExactly("25", "GT");
        assertThat(lines.getFirst().charge()).isEqualTo(Money.of("120"));
        assertThat(lines.getFirst().lineControlNumber()).isEqualTo("LINE-1");
        assertThat(lines.getFirst().serviceDate().value()).isEqualTo("20260105");
        assertThat(lines.getFirst().answer()).isEqualTo(ClaimAnswer.REJECTED);
        assertThat(lines.get(1).answer()).isEqualTo(ClaimAnswer.ACCEPTED);
        assertThat(lines.get(1).serviceDate()).isNull();
        assertThat(lines.get(1).prescription()).isEqualTo("RX9");
    }

    @Test
    void categoryDecidesAndNotTheActionCode() {
        assertThat(ClaimAnswer.of("A7", InformationSource.PAYER)).isEqualTo(ClaimAnswer.REJECTED);
        assertThat(ClaimAnswer.of("A3", InformationSource.HOUSE)).isEqualTo(ClaimAnswer.REJECTED);
        assertThat(ClaimAnswer.of("A4", InformationSource.PAYER)).isEqualTo(ClaimAnswer.REJECTED);
        assertThat(ClaimAnswer.of("A6", InformationSource.PAYER)).isEqualTo(ClaimAnswer.REJECTED);
        assertThat(ClaimAnswer.of("A8", InformationSource.PAYER)).isEqualTo(ClaimAnswer.REJECTED);
        assertThat(ClaimAnswer.of("A0", InformationSource.HOUSE)).isEqualTo(ClaimAnswer.RECEIVED);
        assertThat(ClaimAnswer.of("A1", InformationSource.PAYER)).isEqualTo(ClaimAnswer.RECEIVED);
        assertThat(ClaimAnswer.of("A2", InformationSource.PAYER)).isEqualTo(ClaimAnswer.ACCEPTED);
        assertThat(ClaimAnswer.of("A2", InformationSource.HOUSE)).isEqualTo(ClaimAnswer.RECEIVED);
        assertThat(ClaimAnswer.of("A2", InformationSource.OTHER)).isEqualTo(ClaimAnswer.RECEIVED);
        for (String other : List.of("A5", "P3", "F0", "F2", "R4", "E1", "D0", "", "Z9")) {
            assertThat(ClaimAnswer.of(other, InformationSource.PAYER)).as(other).isEqualTo(ClaimAnswer.OTHER);
        }
    }

    @Test
    void receiverRejectionWithNothingBelowIsToldWithItsEnd() throws IOException {
        String file = Text.ISA
                + Text.file(UPPER.substring(0, UPPER.indexOf("STC*A1"))
                        + "STC*A8:746:40*20260201*U*300\nSE*12*0001\nGE*1*11\nIEA*1*000000905");
        read(file);

        assertThat(batches).singleElement().satisfies(batch -> {
            assertThat(batch.answer()).isEqualTo(ClaimAnswer.REJECTED);
            assertThat(batch.acceptedCount()).isEqualTo(-1);
            assertThat(batch.rejectedAmount()).isNull();
        });
        assertThat(claims).isEmpty();
        assertThat(ends).containsExactly(0L);
    }

    @Test
    void providerRejectionWithNoClaimsBelowIsTold() throws IOException {
        read(Text.ISA + Text.file(UPPER + "STC*A3:25:85**U*300\nHL*4*2*19*0\nNM1*85*2*SOUTH*****XX*2\nSE*1*0001"));

        assertThat(providers)
                .extracting(ProviderStatus::answer)
                .containsExactly(ClaimAnswer.REJECTED, ClaimAnswer.OTHER);
        assertThat(ends).containsExactly(0L);
    }

    @Test
    void readsPatientsThatHangUnderTheReceiver() throws IOException {
        String file = SAMPLE.replaceAll("HL\\*3\\*2\\*19\\*1~NM1\\*85[^~]*~TRN\\*1\\*0~", "");
        read(file);

        assertThat(claims)
                .extracting(ClaimStatusAnswer::answer)
                .containsExactly(ClaimAnswer.ACCEPTED, ClaimAnswer.REJECTED);
        assertThat(claims.getFirst().provider().id()).isEmpty();
    }

    @Test
    void readsLevelsWhoseHlWasLeftOut() throws IOException {
        read(SAMPLE.replaceAll("HL\\*[^~]*~", ""));

        assertThat(batches)
                .singleElement()
                .extracting(ClaimStatusBatch::batchNumber)
                .isEqualTo("B1");
        assertThat(claims)
                .extracting(c -> c.patientControlNumber() + " " + c.memberId() + " " + c.answer())
                .containsExactly("A-1 MEM001 ACCEPTED", "B-2 MEM002 REJECTED");
        assertThat(ends).containsExactly(2L);
    }

    @Test
    void severalClaimsOfOnePatientAreSeveralAnswers() throws IOException {
        read(Text.ISA
                + Text.file(UPPER
                        + "HL*4*3*PT\nNM1*QC*1*ZZTEST*ANNA****MI*MEM001\n"
                        + "TRN*2*A-1\nSTC*A2:20*20260201*WQ*1\nTRN*1*BATCH\nREF*1K*P1\n"
                        + "TRN*2*A-2\nSTC*A7:21*20260201*U*2\n"));

        assertThat(claims)
                .extracting(c ->
                        c.patientControlNumber() + " " + c.payerClaimNumber() + " " + c.memberId() + " " + c.answer())
                .containsExactly("A-1 P1 MEM001 ACCEPTED", "A-2  MEM001 REJECTED");
    }

    @Test
    void claimWithoutTraceIsStillTold() throws IOException {
        read(Text.ISA + Text.file(UPPER + "HL*4*3*PT\nNM1*QC*1*ZZTEST*ANNA****MI*MEM001\nSTC*A7:21**U\nREF*D9*clm9"));

        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.patientControlNumber()).isEmpty();
            assertThat(claim.houseClaimNumber()).isEqualTo("clm9");
            assertThat(claim.charge()).isNull();
        });
    }

    @Test
    void claimWithNoStatusOfItsOwnIsJudgedByItsLines() throws IOException {
        read(Text.ISA + Text.file(UPPER + "HL*4*3*PT\nTRN*2*A-1\nSVC*HC:1*5\nSTC*A2:20\nSVC*HC:2*5\nSTC*A7:454**U\n"));

        assertThat(claims).singleElement().extracting(ClaimStatusAnswer::answer).isEqualTo(ClaimAnswer.REJECTED);
    }

    @Test
    void everyTruncationIsReadWithoutAnException() throws IOException {
        for (int length = 0; length < SAMPLE.length(); length++) {
            List<AnswerProblem> problems = read(SAMPLE.substring(0, length));
            if (length < SAMPLE.length() - 1) {
                assertThat(problems).as("cut at " + length).isNotEmpty();
            }
        }
    }

    @Test
    void mixedFileIsReadInOnePassAndTheUnknownIsNamed() throws IOException {
        String file = Text.ISA
                + "TA1*000000001*260131*1200*A*000~"
                + Text.file("GS*FA***20260201*0100*1*X*005010X231A1\nST*999*0001\nAK1*HC*41\nAK9*A*1*1*1\nSE*4*0001\n"
                        + "GE*1*1\nGS*HP***20260201*0100*2*X*005010X221A1\nST*835*0001\nBPR*I*1\nSE*3*0001\nGE*1*2\n"
                        + "IEA*2*000000905")
                + SAMPLE.replace('*', '|');
        List<String> heard = new ArrayList<>();
        List<AnswerProblem> problems = AnswerFileReader.read(Text.in(file), new AnswerListener() {
            @Override
            public void interchangeAnswered(AnswerOrigin origin, org.clearlane.transactions.ta1.Ta1 answer) {
                heard.add("TA1 " + answer.ackCode());
            }

            @Override
            public void groupAnswered(AnswerOrigin origin, org.clearlane.transactions.t999.GroupAck group) {
                heard.add("999 " + group.code());
            }

            @Override
            public void otherSet(AnswerOrigin origin, String kind) {
                heard.add("other " + kind + " " + origin.version());
            }

            @Override
            public void claim(AnswerOrigin origin, ClaimStatusBatch batch, ClaimStatusAnswer answer) {
                heard.add("277 " + answer.patientControlNumber());
            }
        });

        assertThat(problems).isEmpty();
        assertThat(heard).containsExactly("TA1 A", "999 A", "other 835 005010X221A1", "277 A-1", "277 B-2");
    }

    @Test
    void publicFileOfAStateAcceptsItsClaim() throws IOException {
        read(Corpus.file("277CA", "x12-parser__x12_277CA_accepted.txt"));

        assertThat(batches).singleElement().satisfies(batch -> {
            assertThat(batch.source()).isEqualTo(InformationSource.PAYER);
            assertThat(batch.batchNumber()).isEqualTo("000000674");
            assertThat(batch.answer()).as("A1 is a receipt").isEqualTo(ClaimAnswer.RECEIVED);
        });
        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.patientControlNumber()).isEqualTo("5781");
            assertThat(claim.answer()).isEqualTo(ClaimAnswer.ACCEPTED);
            assertThat(claim.payerClaimNumber()).isEqualTo("1107000000014420");
            assertThat(claim.charge()).isEqualTo(Money.of("125"));
        });
        assertThat(providers.getFirst().trace()).isEqualTo("1107000000000135FF");
    }

    @Test
    void publicFileThatSaysWqWithA7IsARejection() throws IOException {
        read(Corpus.file("277CA", "x12-parser__x12_277CA_rejected.txt"));

        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.answer()).isEqualTo(ClaimAnswer.REJECTED);
            assertThat(claim.statuses().getFirst().action()).isEqualTo("WQ");
            assertThat(claim.statuses().getFirst().status()).isEqualTo(ClaimStatus.of("A7:562:85"));
            assertThat(claim.billType()).isEqualTo("731");
        });
    }

    @Test
    void publicFileOfFiveClaimsAcceptsThree() throws IOException {
        read(Corpus.file("277CA", "x12-types__src__v005010___277_test.rs.1.x12"));

        assertThat(claims)
                .extracting(c -> c.patientControlNumber() + " " + c.answer())
                .containsExactly(
                        "PATIENT22222 ACCEPTED",
                        "PATIENT33333 REJECTED",
                        "JONES44444 REJECTED",
                        "JOHNSON55555 ACCEPTED",
                        "MILLS66666 ACCEPTED");
        assertThat(claims.get(1).statuses())
                .extracting(entry -> entry.status().toString())
                .containsExactly("A3:21", "A3:187");
        assertThat(batches.getFirst().rejectedAmount()).isEqualTo(Money.of("165"));
    }

    @Test
    void publicFilesOfOther277AreReadWithoutAnException() throws IOException {
        int answered = 0;
        for (Path file : Corpus.files("277")) {
            read(file);
            assertThat(batches).as(file.toString()).isNotEmpty();
            answered += claims.size();
        }
        assertThat(answered).isGreaterThan(10);
    }
}
