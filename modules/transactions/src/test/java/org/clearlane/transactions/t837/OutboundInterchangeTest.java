package org.clearlane.transactions.t837;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearlane.transactions.t837.OutboundHeaders.envelope;
import static org.clearlane.transactions.t837.OutboundHeaders.header;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Failure;
import org.clearlane.model.Money;
import org.clearlane.model.directory.PayerProfile.Envelope;
import org.clearlane.transactions.Text;
import org.clearlane.x12.Delimiters;
import org.junit.jupiter.api.Test;

class OutboundInterchangeTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Placement> placements = new ArrayList<>();

    private OutboundInterchange interchange(Envelope envelope, int claimsPerSet) throws IOException {
        return new OutboundInterchange(out, header(envelope, "CLEARLANE HOUSE", claimsPerSet), placements::add);
    }

    private static OutboundClaim claim(String d9, String subscriber, String patient, String claim) {
        return new OutboundClaim(
                d9,
                Delimiters.USUAL,
                Text.bytes(Text.file(ProfessionalSamples.PROVIDER)),
                Text.bytes(Text.file(subscriber)),
                patient == null ? null : Text.bytes(Text.file(patient)),
                Text.bytes(Text.file(claim)));
    }

    private static OutboundClaim bare(String d9) {
        return claim(d9, ProfessionalSamples.SUBSCRIBER, null, ProfessionalSamples.BARE_CLAIM);
    }

    private List<String> written() {
        return Text.segments(Text.of(out));
    }

    @Test
    void writesOneClaimAsTheGuideOrdersIt() throws IOException {
        OutboundInterchange interchange = interchange(envelope("*:^~", false), 10);
        interchange.add(bare("clm1"));
        OutboundTotals totals = interchange.finish();

        String expected = "ISA*00*          *00*          *ZZ*CLEARLANE      *ZZ*ALPHA          "
                + "*260201*0930*^*00501*000007001*0*P*:~"
                + Text.file(
                        """
                        GS*HC*CLRGS*ALPHAGS*20260201*0930*41*X*005010X222A1
                        ST*837*0001*005010X222A1
                        BHT*0019*00*B1*20260201*0930*CH
                        NM1*41*2*CLEARLANE HOUSE*****46*CLR001
                        PER*IC*EDI DESK*TE*5555550199
                        NM1*40*2*ALPHA HEALTH*****46*ALPHA1
                        HL*1**20*1
                        PRV*BI*PXC*207Q00000X
                        NM1*85*2*NORTH CLINIC*****XX*1234567893
                        N3*1 MAIN ST
                        N4*SPRINGFIELD*IL*627011234
                        REF*EI*123456789
                        HL*2*1*22*0
                        SBR*P*18*GRP9******CI
                        NM1*IL*1*ZZTEST*ANNA****MI*MEM001
                        N3*2 OAK ST
                        N4*SPRINGFIELD*IL*627011235
                        DMG*D8*19800102*F
                        NM1*PR*2*ALPHA HEALTH*****PI*ALPHA1
                        CLM*B-2*80***11:B:1*Y*A*Y*Y
                        REF*D9*clm1
                        HI*ABK:J0190
                        LX*1
                        SV1*HC:99212*80*UN*1***1
                        DTP*472*D8*20260106
                        SE*25*0001
                        GE*1*41
                        IEA*1*000007001
                        """);
        assertThat(Text.of(out)).isEqualTo(expected);
        assertThat(totals).isEqualTo(new OutboundTotals(1, Money.of("80"), 1, 29, List.of()));
        assertThat(placements).containsExactly(new Placement("clm1", "0001", 2, 19, 24, "B-2", Money.of("80")));
    }

    @Test
    void claimsOfOneSubscriberShareItsLevel() throws IOException {
        OutboundInterchange interchange = interchange(envelope("*:^~", false), 10);
        interchange.add(bare("c1"));
        interchange.add(bare("c2"));
        interchange.finish();

        assertThat(written()).filteredOn(s -> s.startsWith("HL")).containsExactly("HL*1**20*1", "HL*2*1*22*0");
    }

    @Test
    void subscriberWithPatientsIsNotSharedWithOneWithout() throws IOException {
        OutboundInterchange interchange = interchange(envelope("*:^~", false), 10);
        interchange.add(bare("c1"));
        interchange.add(
                claim("c2", ProfessionalSamples.SUBSCRIBER, ProfessionalSamples.CHILD, ProfessionalSamples.BARE_CLAIM));
        interchange.add(
                claim("c3", ProfessionalSamples.SUBSCRIBER, ProfessionalSamples.CHILD, ProfessionalSamples.BARE_CLAIM));
        interchange.add(claim(
                "c4", ProfessionalSamples.SUBSCRIBER, "PAT*01\nNM1*QC*1*ZZTEST*DORA", ProfessionalSamples.BARE_CLAIM));
        interchange.add(bare("c5"));
        interchange.finish();

        assertThat(written())
                .filteredOn(s -> s.startsWith("HL"))
                .containsExactly(
                        "HL*1**20*1", "HL*2*1*22*0", "HL*3*1*22*1", "HL*4*3*23*0", "HL*5*3*23*0", "HL*6*1*22*0");
        assertThat(placements).extracting(Placement::hl).containsExactly(2, 4, 4, 5, 6);
    }

    @Test
    void otherProviderBeginsANewTopLevel() throws IOException {
        OutboundInterchange interchange = interchange(envelope("*:^~", false), 10);
        interchange.add(bare("c1"));
        OutboundClaim other = bare("c2");
        interchange.add(new OutboundClaim(
                "c2",
                other.sourceDelimiters(),
                Text.bytes("NM1*85*1*SOLO*SUE****XX*1003000126~"),
                other.subscriber(),
                null,
                other.claim()));
        interchange.finish();

        assertThat(written())
                .filteredOn(s -> s.startsWith("HL"))
                .containsExactly("HL*1**20*1", "HL*2*1*22*0", "HL*3**20*1", "HL*4*3*22*0");
    }

    @Test
    void hundredAndFirstClaimOfALevelOpensItAnew() throws IOException {
        OutboundInterchange interchange = interchange(envelope("*:^~", false), 500);
        for (int i = 0; i < 101; i++) {
            interchange.add(bare("c" + i));
        }
        for (int i = 0; i < 101; i++) {
            interchange.add(claim(
                    "p" + i, ProfessionalSamples.PARENT, ProfessionalSamples.CHILD, ProfessionalSamples.BARE_CLAIM));
        }
        interchange.finish();

        assertThat(written())
                .filteredOn(s -> s.startsWith("HL"))
                .containsExactly(
                        "HL*1**20*1", "HL*2*1*22*0", "HL*3*1*22*0", "HL*4*1*22*1", "HL*5*4*23*0", "HL*6*4*23*0");
    }

    @Test
    void beginsANewSetWhenOneIsFull() throws IOException {
        OutboundInterchange interchange = interchange(envelope("*:^~", false), 2);
        for (int i = 1; i <= 5; i++) {
            interchange.add(bare("c" + i));
        }
        OutboundTotals totals = interchange.finish();

        assertThat(totals.sets()).isEqualTo(3).isEqualTo(OutboundInterchange.setsNeeded(5, 2));
        assertThat(placements).extracting(Placement::st02).containsExactly("0001", "0001", "0002", "0002", "0003");
        assertThat(written())
                .filteredOn(s -> s.startsWith("BHT"))
                .extracting(s -> s.split("\\*")[3])
                .containsExactly("B1", "B2", "B3");
        assertThat(written()).contains("SE*31*0001", "SE*31*0002", "SE*25*0003", "GE*3*41");
        assertThat(written()).filteredOn(s -> s.equals("HL*1**20*1")).hasSize(3);
    }

    @Test
    void refusesToInventSetNumbers() throws IOException {
        OutboundInterchange interchange = interchange(envelope("*:^~", false), 1);
        interchange.add(bare("c1"));
        interchange.add(bare("c2"));
        interchange.add(bare("c3"));

        assertThatThrownBy(() -> interchange.add(bare("c4"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void putsOurClaimNumberBehindTheLastReferenceOfTheClaim() throws IOException {
        assertThat(claimWritten(ProfessionalSamples.FULL_CLAIM))
                .containsSubsequence("REF*G1*AUTH1", "REF*F8*OLD123", "REF*D9*ours", "K3*STATE DATA");
    }

    @Test
    void putsOurClaimNumberInPlaceOfTheirs() throws IOException {
        assertThat(claimWritten(ProfessionalSamples.CLAIM_WITH_D9))
                .containsSubsequence("CLM*C-3*99.99***11:B:1*Y*A*Y*Y", "REF*D9*ours", "REF*EA*MRN7")
                .doesNotContain("REF*D9*THEIRS");
    }

    @Test
    void putsOurClaimNumberBehindDatesAndAmountsWhereThereIsNoReference() throws IOException {
        String claim =
                """
                CLM*Z*5***11:B:1*Y*A*Y*Y
                DTP*431*D8*20260102
                CN1*09*5
                AMT*F5*1
                NTE*ADD*A NOTE
                LX*1
                SV1*HC:99212*5*UN*1***1
                REF*6R*7
                """;

        assertThat(claimWritten(claim)).containsSubsequence("AMT*F5*1", "REF*D9*ours", "NTE*ADD*A NOTE");
    }

    @Test
    void referenceOfAProviderInsideTheClaimIsNotOneOfTheClaim() throws IOException {
        String claim =
                """
                CLM*Z*5***11:B:1*Y*A*Y*Y
                HI*ABK:J0190
                NM1*DN*1*REFER*RUTH****XX*1993999998
                REF*D9*NOT OURS TO TOUCH
                """;

        assertThat(claimWritten(claim))
                .containsSubsequence("CLM*Z*5***11:B:1*Y*A*Y*Y", "REF*D9*ours", "HI*ABK:J0190")
                .contains("REF*D9*NOT OURS TO TOUCH");
    }

    private List<String> claimWritten(String claim) throws IOException {
        OutboundInterchange interchange = interchange(envelope("*:^~", false), 10);
        interchange.add(claim("ours", ProfessionalSamples.SUBSCRIBER, null, claim));
        interchange.finish();
        List<String> all = written();
        int from = 0;
        while (!all.get(from).startsWith("CLM")) {
            from++;
        }
        return all.subList(from, all.size());
    }

    @Test
    void writesWithThePayersSeparatorsAndLineEnds() throws IOException {
        OutboundInterchange interchange = interchange(envelope("|>^!", true), 10);
        interchange.add(bare("clm1"));
        interchange.finish();

        assertThat(Text.of(out))
                .contains("CLM|B-2|80|||11>B>1|Y|A|Y|Y!\nREF|D9|clm1!\nHI|ABK>J0190!\n")
                .endsWith("IEA|1|000007001!\n");
    }

    @Test
    void claimThatHoldsAPayersSeparatorIsListedAndNothingOfItWritten() throws IOException {
        OutboundInterchange interchange = interchange(envelope("*:^|", false), 10);
        String odd = ProfessionalSamples.BARE_CLAIM + "NTE*ADD*EITHER|OR\n";
        Optional<Unwritable> refused = interchange.add(claim("bad", ProfessionalSamples.SUBSCRIBER, null, odd));
        interchange.add(bare("good"));
        OutboundTotals totals = interchange.finish();

        Unwritable expected = new Unwritable("bad", "NTE", Unwritable.Reason.HOLDS_A_SEPARATOR);
        assertThat(refused).contains(expected);
        assertThat(totals.unwritable()).containsExactly(expected);
        assertThat(totals.claims()).isEqualTo(1);
        assertThat(Text.of(out)).doesNotContain("EITHER").contains("REF*D9*good|");
    }

    @Test
    void repeatedElementNeedsARepetitionSeparator() {
        OutboundClaim repeated = claim("c", ProfessionalSamples.SUBSCRIBER, null, "CLM*Z*5\nDMG*D8*19800101*F**R1^R2");
        Delimiters none = new Delimiters((byte) '*', (byte) ':', Delimiters.NONE, (byte) '~');

        assertThat(OutboundInterchange.writable(repeated, none))
                .contains(new Unwritable("c", "DMG", Unwritable.Reason.REPEATS));
        assertThat(OutboundInterchange.writable(repeated, Delimiters.USUAL)).isEmpty();
    }

    @Test
    void claimWithoutSubscriberCannotBeWritten() {
        OutboundClaim lost = new OutboundClaim(
                "c", Delimiters.USUAL, Text.bytes("NM1*85~"), new byte[0], null, Text.bytes("CLM*A*1~"));

        assertThat(OutboundInterchange.writable(lost, Delimiters.USUAL))
                .contains(new Unwritable("c", "", Unwritable.Reason.INCOMPLETE));
    }

    @Test
    void bytesThatHoldAnotherClaimOrLevelCannotBeWritten() {
        assertThat(OutboundInterchange.writable(
                        claim("c", ProfessionalSamples.SUBSCRIBER, null, "CLM*A*1\nHL*9*1*22*0"), Delimiters.USUAL))
                .contains(new Unwritable("c", "HL", Unwritable.Reason.STRAY_ENVELOPE));
        assertThat(OutboundInterchange.writable(
                        claim("c", ProfessionalSamples.SUBSCRIBER, null, "CLM*A*1\nCLM*B*1"), Delimiters.USUAL))
                .contains(new Unwritable("c", "CLM", Unwritable.Reason.STRAY_ENVELOPE));
    }

    @Test
    void ownNameThatThePayersSeparatorsCannotCarryIsAMistakeOfTheConfiguration() {
        OutboundHeader wrong = header(envelope("*:^~", false), "A*B", 10);

        assertThatThrownBy(() -> new OutboundInterchange(out, wrong, placements::add))
                .isInstanceOf(Failure.class);
        assertThat(out.size()).as("nothing half-written").isZero();
    }

    @Test
    void idTooLongForTheIsaIsAMistakeOfTheConfiguration() {
        Envelope wrong = new Envelope(
                "ZZ", "A SENDER ID TOO LONG", "ZZ", "ALPHA", "C", "A", "ALPHA", "ALPHA1", "*:^~", false, 'P');

        assertThatThrownBy(() -> interchange(wrong, 10)).isInstanceOf(Failure.class);
        assertThat(out.size()).as("nothing half-written").isZero();
    }

    @Test
    void amountsTooLargeToAddDoNotStopTheInterchange() throws IOException {
        OutboundInterchange interchange = interchange(envelope("*:^~", false), 1_000);
        for (int i = 0; i < 100; i++) {
            interchange.add(claim("c" + i, ProfessionalSamples.SUBSCRIBER, null, "CLM*A*999999999999999"));
        }

        assertThat(interchange.finish().claims()).isEqualTo(100);
    }
}
