package org.clearlane.transactions.t999;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearlane.transactions.AnswerOrigin;
import org.clearlane.transactions.AnswerProblem;
import org.clearlane.transactions.Corpus;
import org.clearlane.transactions.Text;
import org.junit.jupiter.api.Test;

class FunctionalAckReaderTest {

    private static final String SAMPLE = Text.ISA
            + Text.file(
                    """
                    GS*FA*PAYER*US*20260201*0100*11*X*005010X231A1
                    ST*999*0001*005010X231A1
                    AK1*HC*41*005010X222A1
                    AK2*837*0001*005010X222A1
                    IK5*A
                    AK2*837*0002*005010X222A1
                    IK3*REF*24*2300*I6
                    CTX*SITUATIONAL TRIGGER*CLM*19*2300*5:3
                    CTX*CLM01:PCN-1
                    IK3*NM1*55*2010BA*8
                    CTX*CLM01:PCN-2
                    IK4*9:2:3*67*7*BAD
                    CTX*SITUATIONAL TRIGGER*NM1*55*2010*8
                    IK4*3*1035*1
                    IK5*E*5*I5
                    AK9*E*2*2*2*5
                    SE*16*0001
                    GE*1*11
                    IEA*1*000000905
                    """);

    private final List<SetAck> sets = new ArrayList<>();
    private final List<GroupAck> groups = new ArrayList<>();
    private final List<AnswerOrigin> origins = new ArrayList<>();

    private final FunctionalAckListener listener = new FunctionalAckListener() {
        @Override
        public void setAnswered(AnswerOrigin origin, AnsweredGroup group, SetAck set) {
            origins.add(origin);
            sets.add(set);
        }

        @Override
        public void groupAnswered(AnswerOrigin origin, GroupAck group) {
            groups.add(group);
        }
    };

    private List<AnswerProblem> read(Path file) throws IOException {
        sets.clear();
        groups.clear();
        try (var in = Files.newInputStream(file)) {
            return FunctionalAckReader.read(in, listener);
        }
    }

    @Test
    void readsGroupsSetsAndEveryPlace() throws IOException {
        assertThat(FunctionalAckReader.read(Text.in(SAMPLE), listener)).isEmpty();

        assertThat(groups)
                .containsExactly(
                        new GroupAck(new AnsweredGroup("HC", "41", "005010X222A1"), "E", 2, 2, 2, List.of("5"), 2));
        assertThat(sets).extracting(SetAck::code).containsExactly("A", "E");
        SetAck second = sets.get(1);
        assertThat(second.codes()).containsExactly("5", "I5");
        assertThat(second.isAccepted()).isTrue();
        assertThat(second.patientControlNumbers()).containsExactly("PCN-1", "PCN-2");
        assertThat(second.errors())
                .containsExactly(
                        new SegmentError(
                                "REF",
                                24,
                                "2300",
                                "I6",
                                List.of(),
                                List.of(new Trigger("CLM", 19, "2300", 5, 3)),
                                List.of(new BusinessUnit("CLM01", "PCN-1"))),
                        new SegmentError(
                                "NM1",
                                55,
                                "2010BA",
                                "8",
                                List.of(
                                        new ElementError(
                                                9,
                                                2,
                                                3,
                                                "67",
                                                "7",
                                                "BAD",
                                                List.of(new Trigger("NM1", 55, "2010", 8, 0))),
                                        new ElementError(3, 0, 0, "1035", "1", "", List.of())),
                                List.of(),
                                List.of(new BusinessUnit("CLM01", "PCN-2"))));
        assertThat(origins.getFirst().interchangeControl()).isEqualTo("000000905");
        assertThat(origins.getFirst().groupControl()).isEqualTo("11");
        assertThat(origins.getFirst().setControl()).isEqualTo("0001");
    }

    @Test
    void readsTheElder997() throws IOException {
        String file = Text.ISA
                + Text.file("GS*FA\nST*997*0001\nAK1*HC*41\nAK2*837*0001\nAK3*NM1*9*2010*8\nAK4*9*67*1\nAK5*R*5\n"
                        + "AK9*R*1*1*0");
        FunctionalAckReader.read(Text.in(file), listener);

        assertThat(sets).singleElement().satisfies(set -> {
            assertThat(set.isRejected()).isTrue();
            assertThat(set.errors()).singleElement().satisfies(error -> assertThat(error.elements())
                    .hasSize(1));
        });
        assertThat(groups.getFirst().isRejected()).isTrue();
    }

    @Test
    void setThatWasCutOffIsToldWithoutAVerdict() throws IOException {
        String file = SAMPLE.substring(0, SAMPLE.indexOf("IK5*E"));
        List<AnswerProblem> problems = FunctionalAckReader.read(Text.in(file), listener);

        assertThat(sets).extracting(SetAck::code).containsExactly("A", "");
        assertThat(sets.get(1).isAccepted()).isFalse();
        assertThat(sets.get(1).isRejected()).isFalse();
        assertThat(groups).isEmpty();
        assertThat(problems).extracting(AnswerProblem::kind).containsExactly(AnswerProblem.Kind.CUT_OFF);
    }

    @Test
    void everyTruncationIsReadWithoutAnException() throws IOException {
        for (int length = 0; length < SAMPLE.length(); length++) {
            sets.clear();
            List<AnswerProblem> problems = FunctionalAckReader.read(Text.in(SAMPLE.substring(0, length)), listener);
            if (length < SAMPLE.length() - 1) {
                assertThat(problems).as("cut at " + length).isNotEmpty();
            }
            assertThat(sets.size()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void keepsNoMoreErrorsThanItsLimitButCountsThem() throws IOException {
        int many = FunctionalAckSetReader.MOST_ERRORS + 5;
        String file = Text.ISA + "GS*FA~ST*999*0001~AK1*HC*1~AK2*837*0001~" + "IK3*CLM*1**8~".repeat(many)
                + "IK5*R*5~AK9*R*1*1*0~";
        FunctionalAckReader.read(Text.in(file), listener);

        assertThat(sets.getFirst().errors()).hasSize(FunctionalAckSetReader.MOST_ERRORS);
        assertThat(sets.getFirst().errorCount()).isEqualTo(many);
    }

    @Test
    void publicFilesSayWhatTheySay() throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        for (Path file : Corpus.files("999")) {
            read(file);
            StringBuilder verdict = new StringBuilder();
            sets.forEach(set -> verdict.append(set.code()));
            verdict.append('/');
            groups.forEach(group -> verdict.append(group.code()));
            verdicts.put(
                    file.getFileName().toString().replaceAll("__src__.*EventSequence", "__EventSequence"),
                    verdict.toString());
        }

        assertThat(verdicts)
                .containsEntry("pyx12__834_lui_id_5010.999.txt", "AAAA/AAAA")
                .containsEntry("pyx12__pyx12__test__x12testdata.py.4.x12", "A/A")
                .containsEntry("pyx12__pyx12__test__x12testdata.py.46.x12", "R/R")
                .containsEntry("staedi__simple999.edi", "ARR/P")
                .containsEntry("x12-parser__77-999-with-TA1-office-ally.x12", "R/R")
                .containsEntry("x12-parser__x12_999_accepted.txt", "A/A")
                .containsEntry("x12-parser__x12_999_rejected.txt", "R/R")
                .containsEntry("x12-types__src__v005010___999_test.rs.1.x12", "A/A")
                .containsEntry("staedi__EventSequenceTest.java.5.x12", "/");
    }

    @Test
    void publicFileNamesTheClaimsAtFault() throws IOException {
        read(Corpus.file("999", "staedi__simple999.edi"));

        assertThat(sets)
                .extracting(SetAck::patientControlNumbers)
                .extracting(numbers -> String.join(",", numbers))
                .containsExactly("", "123456789", "987654321");
        SegmentError missing = sets.get(2).errors().getFirst();
        assertThat(missing.triggers()).containsExactly(new Trigger("CLM", 43, "", 5, 3));
    }

    @Test
    void publicFileOfABigHousePointsAtTwoSegments() throws IOException {
        assertThat(read(Corpus.file("999", "x12-parser__77-999-with-TA1-office-ally.x12")))
                .isEmpty();

        assertThat(sets.getFirst().errors())
                .extracting(error -> error.segment() + " " + error.position() + " " + error.loop() + " " + error.code())
                .containsExactly("CLM 289 2010 6", "CLM 381 2010 6");
        assertThat(groups.getFirst().group().controlNumber()).isEqualTo(101);
    }

    @Test
    void publicFilesOfTheElder997AreReadWithoutAnException() throws IOException {
        int answered = 0;
        for (Path file : Corpus.files("997")) {
            read(file);
            answered += groups.size();
        }
        assertThat(answered).isGreaterThan(20);
    }
}
