package org.clearlane.transactions.t999;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.Place;
import org.clearlane.transactions.AnswerOrigin;
import org.clearlane.transactions.AnswerProblem;
import org.clearlane.transactions.Text;
import org.junit.jupiter.api.Test;

class FunctionalAckWriterTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 1, 31, 12, 5, 9);
    private static final Place NM109 = Place.ofSegment("2010AA", "NM1", 9).atElement(9);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private FunctionalAckWriter writer(FunctionalAckLimits limits) throws IOException {
        return new FunctionalAckWriter(out, Text.envelope(), AT, 31, 7, limits);
    }

    private static SetAnswer set(String code, ClaimFinding... findings) {
        return new SetAnswer("837", "0021", "005010X222A1", code, List.of(findings));
    }

    private static ClaimFinding of(String claim, Place place, AckCodes ack, String value) {
        return new ClaimFinding(Findings.of(place, ack, value), claim);
    }

    /** One group with these sets; the answer is the body of its 999 without envelope. */
    private List<String> body(FunctionalAckLimits limits, SetAnswer... sets) throws IOException {
        FunctionalAckWriter writer = writer(limits);
        writer.group("HC", "41", "005010X222A1");
        for (SetAnswer set : sets) {
            writer.set(set);
        }
        writer.endGroup(new GroupTotals(sets.length, sets.length, List.of(), false));
        writer.finish();
        List<String> all = Text.segments(Text.of(out));
        return all.subList(4, all.size() - 3);
    }

    @Test
    void writesAnAcceptedGroupWithItsEnvelope() throws IOException {
        FunctionalAckWriter writer = writer(FunctionalAckLimits.USUAL);
        writer.group("HC", "41", "005010X222A1");
        SetAnswered answered = writer.set(set("A"));
        String code = writer.endGroup(new GroupTotals(1, 1, List.of(), false));
        writer.finish();

        assertThat(code).isEqualTo("A");
        assertThat(answered).isEqualTo(new SetAnswered("A", 0, 0));
        assertThat(Text.of(out))
                .isEqualTo(
                        "ISA*00*          *00*          *ZZ*CLEARLANE      *ZZ*PRACTICE       "
                                + "*260131*1205*^*00501*000000031*0*P*:~"
                                + Text.file(
                                        """
                                GS*FA*CLEARLANE*PRACTICE*20260131*120509*7*X*005010X231A1
                                ST*999*0001*005010X231A1
                                AK1*HC*41*005010X222A1
                                AK2*837*0021*005010X222A1
                                IK5*A
                                AK9*A*1*1*1
                                SE*6*0001
                                GE*1*7
                                IEA*1*000000031
                                """));
    }

    @Test
    void saysAnElementsFaultWithItsPlaceItsValueAndItsClaim() throws IOException {
        assertThat(body(
                        FunctionalAckLimits.USUAL,
                        set(
                                "E",
                                of(
                                        "PCN-9",
                                        Place.ofSegment("2300", "HI", 27).atComponent(2, 1),
                                        AckCodes.element("I6", "1270"),
                                        "XX"))))
                .containsExactly(
                        "AK2*837*0021*005010X222A1",
                        "IK3*HI*27*2300*8",
                        "CTX*CLM01:PCN-9",
                        "IK4*2:1*1270*I6*XX",
                        "IK5*E*5*I5",
                        "AK9*E*1*1*1");
    }

    @Test
    void saysWhatMadeAMissingSegmentRequired() throws IOException {
        AckCodes missing = new AckCodes(
                "I6",
                "",
                "",
                "",
                List.of(
                        Place.ofSegment("2300", "CLM", 19).atComponent(5, 3),
                        Place.ofSegment("2000B", "SBR", 13).atElement(9)));

        assertThat(body(
                        FunctionalAckLimits.USUAL,
                        set("R", of("PCN-9", Place.ofSegment("2300", "REF", 24), missing, ""))))
                .containsExactly(
                        "AK2*837*0021*005010X222A1",
                        "IK3*REF*24*2300*I6",
                        "CTX*SITUATIONAL TRIGGER*CLM*19*2300*5:3",
                        "CTX*SITUATIONAL TRIGGER*SBR*13*2000*9",
                        "CTX*CLM01:PCN-9",
                        "IK5*R*5*I5",
                        "AK9*R*1*1*0");
    }

    @Test
    void saysWhatMadeAnElementRequiredBelowTheElement() throws IOException {
        AckCodes missing = new AckCodes("8", "I9", "", "67", List.of(NM109.atElement(8)));

        assertThat(body(FunctionalAckLimits.USUAL, set("R", of("", NM109, missing, ""))))
                .containsSubsequence("IK3*NM1*9*2010*8", "IK4*9*67*I9", "CTX*SITUATIONAL TRIGGER*NM1*9*2010*8");
    }

    @Test
    void faultsOfOneSegmentShareItsIk3AndSegmentsStandInOrder() throws IOException {
        assertThat(body(
                        FunctionalAckLimits.USUAL,
                        set(
                                "R",
                                of("B", Place.ofSegment("2400", "SV1", 50), AckCodes.segment("5"), ""),
                                of("A", NM109, AckCodes.element("7", "67"), "BAD"),
                                of("A", Place.ofSegment("2010AA", "NM1", 9), AckCodes.segment("7"), ""),
                                of("A", NM109.atElement(3), AckCodes.element("1", "1035"), ""),
                                of("A", NM109.atElement(3), AckCodes.element("1", "1035"), ""))))
                .containsExactly(
                        "AK2*837*0021*005010X222A1",
                        "IK3*NM1*9*2010*8",
                        "CTX*CLM01:A",
                        "IK4*9*67*7*BAD",
                        "IK4*3*1035*1",
                        "IK3*NM1*9*2010*7",
                        "CTX*CLM01:A",
                        "IK3*SV1*50*2400*5",
                        "CTX*CLM01:B",
                        "IK5*R*5",
                        "AK9*R*1*1*0");
    }

    @Test
    void wholeLoopNamesAreWrittenWhereAskedFor() throws IOException {
        assertThat(body(new FunctionalAckLimits(5_000, 6), set("R", of("", NM109, AckCodes.element("1", "67"), ""))))
                .contains("IK3*NM1*9*2010AA*8");
    }

    @Test
    void valueThatWouldBreakTheAnswerIsLeftOut() throws IOException {
        assertThat(body(
                        FunctionalAckLimits.USUAL,
                        set(
                                "R",
                                of("P*1", NM109, AckCodes.element("6", "67"), "A~B"),
                                of("P*1", NM109.atElement(3), AckCodes.element("6", "1035"), "LINE\nEND"),
                                of("P*1", NM109.atElement(4), AckCodes.element("5", "1036"), "X".repeat(100)))))
                .containsExactly(
                        "AK2*837*0021*005010X222A1",
                        "IK3*NM1*9*2010*8",
                        "IK4*9*67*6",
                        "IK4*3*1035*6",
                        "IK4*4*1036*5",
                        "IK5*R*5",
                        "AK9*R*1*1*0");
    }

    @Test
    void setsOwnFaultsComeFirstInIk5AndThereAreFiveAtTheMost() throws IOException {
        Place trailer = Place.ofSegment("", "SE", 40);
        List<ClaimFinding> findings = new ArrayList<>();
        for (String code : List.of("4", "3", "4", "2", "6", "23")) {
            findings.add(of("", trailer, AckCodes.set(code), ""));
        }
        findings.add(of("", NM109, AckCodes.element("1", "67"), ""));

        assertThat(body(FunctionalAckLimits.USUAL, new SetAnswer("837", "0021", "005010X222A1", "R", findings)))
                .contains("IK5*R*4*3*2*6*23");
    }

    @Test
    void unsupportedGuideIsRefusedWithI6() throws IOException {
        assertThat(body(FunctionalAckLimits.USUAL, SetAnswer.unsupportedGuide("837", "0001", "005010X999")))
                .containsExactly("AK2*837*0001*005010X999", "IK5*R*I6", "AK9*R*1*1*0");
    }

    @Test
    void writesNoMoreFindingsThanItsLimitButCountsThemAll() throws IOException {
        List<ClaimFinding> findings = new ArrayList<>();
        for (int i = 10; i > 0; i--) {
            findings.add(of("C" + i, Place.ofSegment("2300", "CLM", i * 10), AckCodes.segment("I9"), ""));
        }
        FunctionalAckWriter writer = writer(new FunctionalAckLimits(3, 4));
        writer.group("HC", "41", "005010X222A1");
        SetAnswered answered = writer.set(new SetAnswer("837", "0021", "", "E", findings));
        writer.endGroup(new GroupTotals(1, 1, List.of(), false));
        writer.finish();

        assertThat(answered).isEqualTo(new SetAnswered("E", 3, 7));
        assertThat(Text.segments(Text.of(out)))
                .filteredOn(s -> s.startsWith("IK"))
                .containsExactly("IK3*CLM*10*2300*I9", "IK3*CLM*20*2300*I9", "IK3*CLM*30*2300*I9", "IK5*E*5*I5");
    }

    @Test
    void acceptedSetWithSomethingToSayIsAnsweredE() throws IOException {
        assertThat(body(FunctionalAckLimits.USUAL, set("A", of("", NM109, AckCodes.element("6", "67"), ""))))
                .contains("IK5*E*5", "AK9*E*1*1*1");
    }

    @Test
    void findingThatNo999SaysChangesNothing() throws IOException {
        assertThat(body(FunctionalAckLimits.USUAL, set("A", of("", NM109, AckCodes.NONE, ""))))
                .containsExactly("AK2*837*0021*005010X222A1", "IK5*A", "AK9*A*1*1*1");
    }

    @Test
    void groupWithSomeSetsRefusedIsAnsweredP() throws IOException {
        assertThat(body(FunctionalAckLimits.USUAL, set("A"), set("R"), set("E")))
                .endsWith("AK9*P*3*3*2");
    }

    @Test
    void groupRefusedAsAWholeAcceptsNothing() throws IOException {
        FunctionalAckWriter writer = writer(FunctionalAckLimits.USUAL);
        writer.group("HC", "41", "005010X222A1");
        writer.set(set("A"));
        String code = writer.endGroup(new GroupTotals(2, 1, List.of("4", "5"), true));

        assertThat(code).isEqualTo("R");
        writer.finish();
        assertThat(Text.of(out)).contains("AK9*R*2*1*0*4*5~");
    }

    @Test
    void groupTrailerFaultOfAnAcceptedGroupIsNotedWithE() throws IOException {
        FunctionalAckWriter writer = writer(FunctionalAckLimits.USUAL);
        writer.group("HC", "41", "005010X222A1");
        writer.set(set("A"));

        assertThat(writer.endGroup(new GroupTotals(2, 1, List.of("5"), false))).isEqualTo("E");
    }

    @Test
    void answersEachGroupWithASetOfItsOwnAndReadsBack() throws IOException {
        FunctionalAckWriter writer = writer(FunctionalAckLimits.USUAL);
        for (String control : List.of("41", "42")) {
            writer.group("HC", control, "005010X222A1");
            writer.set(set("E", of("PCN " + control, NM109, AckCodes.element("7", "67"), "V")));
            writer.endGroup(new GroupTotals(1, 1, List.of(), false));
        }
        writer.finish();
        List<String> heard = new ArrayList<>();
        List<AnswerProblem> problems = FunctionalAckReader.read(Text.in(Text.of(out)), new FunctionalAckListener() {
            @Override
            public void setAnswered(AnswerOrigin origin, AnsweredGroup group, SetAck set) {
                heard.add(origin.setControl() + " " + group.control() + " " + set.control() + " " + set.code() + " "
                        + set.patientControlNumbers());
            }

            @Override
            public void groupAnswered(AnswerOrigin origin, GroupAck group) {
                heard.add(group.group().control() + " " + group.code());
            }
        });

        assertThat(problems).isEmpty();
        assertThat(heard).containsExactly("0001 41 0021 E [PCN 41]", "41 E", "0002 42 0021 E [PCN 42]", "42 E");
    }
}
