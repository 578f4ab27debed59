package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.clearlane.judgement.FileVerdict.Verdict;
import org.clearlane.model.directory.Practice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {

    @Test
    void answersAGoodInterchangeWithTa1AndOne999AndOne277ca() {
        Recording recording = Recording.of(Sample.clean());

        assertThat(recording.ta1).contains("TA1*000000101*260210*0915*A*000~");
        assertThat(recording.functional).containsOnlyOnce("ST*999*").contains("AK1*HC*1*005010X222A1~");
        assertThat(recording.claimStatus).containsOnlyOnce("ST*277*").contains("TRN*2*LFC0000101~");
        assertThat(recording.events).containsExactly("ISA", "GS", "ST", "claims 1", "SE", "GE", "IEA");
    }

    @ParameterizedTest
    @CsvSource({
        "ISA13 differs from IEA02, IEA*1*000000101, IEA*1*000000102, 001",
        "IEA01 counts wrong,       IEA*1*000000101, IEA*2*000000101, 021",
        "unknown version,          *00501*,         *09999*,         003",
        "no usage,                 *0*P*,           *0*X*,           020",
        "control number no number, *00501*000000101*, *00501*00000010A*, 018",
        "control number zero,      *00501*000000101*, *00501*000000000*, 018"
    })
    void refusesAnInterchangeThatCannotBeTrusted(String why, String old, String with, String note) {
        Recording recording = Recording.of(Sample.clean().replace(old, with));

        assertThat(recording.interchanges.getFirst().ta1().ackCode()).as(why).isEqualTo("R");
        assertThat(recording.interchanges.getFirst().ta1().noteCode()).isEqualTo(note);
        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(recording.verdict.claims().rejected()).isEqualTo(1);
        assertThat(recording.functional).contains("AK9*R*1*1*0");
        assertThat(recording.claimStatus).contains("STC*A3:684*").contains("QTY*AA*1~");
    }

    @ParameterizedTest
    @CsvSource({
        "date,   *260210*0915*, *261310*0915*, 014",
        "time,   *260210*0915*, *260210*2515*, 015",
        "mark,   *000000101*0*, *000000101*2*, 019",
        "widths, *ZZ*LAKESIDE       *, *ZZ*LAKESIDE*, 022"
    })
    void takesAnInterchangeWithHarmlessFaultsAndSaysSo(String what, String old, String with, String note) {
        Recording recording = Recording.of(Sample.clean().replace(old, with));

        assertThat(recording.interchanges.getFirst().ta1().ackCode()).as(what).isEqualTo("E");
        assertThat(recording.interchanges.getFirst().ta1().noteCode()).isEqualTo(note);
        assertThat(recording.verdict.claims().accepted()).isEqualTo(1);
    }

    @Test
    void refusesAnInterchangeThatEndsTooEarly() {
        Recording recording = Recording.of(Sample.clean().without("IEA"));

        assertThat(recording.ta1).contains("*R*023~");
        assertThat(recording.verdict.claims().rejected()).isEqualTo(1);
    }

    @Test
    void refusesAnInterchangeInWhichTheNextOneBegins() {
        String first = Sample.clean().without("IEA").text();
        Recording recording = Recording.of((first + Sample.clean().text()).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(recording.interchanges)
                .extracting(each -> each.ta1().ackCode() + each.ta1().noteCode())
                .containsExactly("R022", "A000");
        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(recording.verdict.claims().accepted()).isEqualTo(1);
    }

    @Test
    void answersEveryInterchangeOfAFile() {
        String one = Sample.clean().text();
        Recording recording = Recording.of((one + one + one).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(recording.ta1.split("TA1\\*000000101", -1)).hasSize(4);
        assertThat(recording.functional.split("ST\\*999", -1)).hasSize(4);
        assertThat(recording.claimStatus.split("ST\\*277", -1)).hasSize(4);
    }

    @Test
    void refusesASenderThatIsNotOfThePractice() {
        Practice practice = new Practice("hill", "Hill Clinic", Set.of("HILL"), Set.of("1234567893"), Set.of());
        Recording recording =
                Recording.of(Sample.clean().bytes(), new JudgeOptions(7, practice, null, JudgeOptions.USUAL_SLICE));

        assertThat(recording.ta1).contains("*R*006~");
    }

    @ParameterizedTest
    @CsvSource({"GE*1*1,GE*2*1,5", "GE*1*1,GE*1*2,4", "GS*HC,GS*HP,1"})
    void refusesAGroupThatCannotBeTrusted(String old, String with, String code) {
        Recording recording = Recording.of(Sample.clean().replace(old, with));

        assertThat(recording.groups.getFirst().codes()).containsExactly(code);
        assertThat(recording.groups.getFirst().ack()).isEqualTo("R");
        assertThat(recording.functional).containsPattern("AK9\\*R\\*\\d\\*1\\*0\\*" + code);
        assertThat(recording.verdict.claims().rejected()).isEqualTo(1);
    }

    @Test
    void refusesAGroupWithoutTrailer() {
        Recording recording = Recording.of(Sample.clean().without("GE"));

        assertThat(recording.groups.getFirst().codes()).containsExactly("3");
        assertThat(recording.verdict.claims().rejected()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "set.segment-count,     SE*29*0001, SE*28*0001, 4",
        "set.segment-count,     SE*29*0001, SE*x*0001, 4",
        "set.control.differs,   SE*29*0001, SE*29*0002, 3",
        "set.control.malformed, ST*837*0001, ST*837*001, 7"
    })
    void refusesASetThatCannotBeTrusted(String code, String old, String with, String ik5) {
        String text = Sample.clean().text().replace(old, with);
        Recording recording = Recording.of(text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(text).contains(with);
        assertThat(recording.findings()).extracting("code").contains(code);
        assertThat(recording.functional).containsPattern("IK5\\*R(\\*\\d+)*\\*" + ik5);
        assertThat(recording.set().distrusted()).isTrue();
    }

    @Test
    void refusesASetWithoutTrailer() {
        Recording recording = Recording.of(Sample.clean().without("SE"));

        assertThat(recording.functional).contains("IK5*R*2~");
    }

    @Test
    void refusesTheSecondSetOfAGroupWithTheSameControlNumber() {
        List<String> again = Sample.clean().setSegments();
        Recording recording = Recording.of(Sample.clean().before("GE", again).replace("GE*1", "GE*2"));

        assertThat(recording.sets).extracting(SetVerdict::ack).containsExactly("A", "R");
        assertThat(recording.functional).contains("IK5*R*23~");
    }

    @Test
    void answersASetOfAnUnknownGuideAndCountsItsClaims() {
        Recording recording = Recording.of(Sample.of("unknown-guide"));

        assertThat(recording.functional).contains("AK1*HC*1*005010X299~").contains("IK5*R*I6~");
        assertThat(recording.verdict.claims().rejected()).isEqualTo(1);
        assertThat(recording.verdict.claims().rejectedCharge()).hasToString("132.00");
    }

    @Test
    void refusesASetThatNamesAnotherGuideThanItsGroup() {
        Recording recording =
                Recording.of(Sample.clean().replace("ST*837*0001*005010X222A1", "ST*837*0001*005010X223A2"));

        assertThat(recording.functional).contains("IK5*R*I6~");
    }

    @Test
    void takesAddendaOfOneGuideForTheSame() {
        Recording recording =
                Recording.of(Sample.clean().replace("ST*837*0001*005010X222A1", "ST*837*0001*005010X222"));

        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void neverAnswersAnAcknowledgmentWithAnAcknowledgment() {
        Recording answers = Recording.of(Sample.clean());
        Recording recording = Recording.of(answers.functional.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(recording.functional).isEmpty();
        assertThat(recording.ta1).contains("*A*000~");
        assertThat(recording.findings()).isEmpty();
    }

    @Test
    void countsClaimsThatStandOutsideOfAnySet() {
        Recording recording = Recording.of(Sample.clean().without("ST"));

        assertThat(recording.verdict.claims().rejected()).isEqualTo(1);
        assertThat(recording.ta1).contains("*R*024~");
    }

    @Test
    void tellsThatAFileIsNoX12AndAnswersItWithATa1AllTheSame() {
        Recording recording = Recording.of("name;date\nfoo;bar\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(recording.findings()).extracting("code").containsExactly("file.unreadable");
        assertThat(recording.ta1).contains("*ZZ*UNKNOWN        *").contains("TA1*000000000*260301*1200*R*022~");
    }

    @Test
    void answersWithTheUsualSeparatorsWhenTheAskersStandInNumbers() {
        String text = Sample.clean().text().replace(':', '.');
        Recording recording = Recording.of(text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(recording.claimStatus).contains("*0*P*:~").contains("STC*A2:20*20260301*WQ*132~");
    }

    @Test
    void readsByteOrderMarkLineEndsAndOtherSeparators() {
        String text = "\u00ef\u00bb\u00bf"
                + Sample.clean().text().replace("\n", "\r\n").replace('*', '|').replace(':', '>');
        Recording recording = Recording.of(text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(recording.findings()).isEmpty();
        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.ACCEPTED);
    }
}
