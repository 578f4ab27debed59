package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every code of the acknowledgments that we say, each with the smallest fault that makes us say it. An edit of the clean
 * claim is written {@code old => new}, {@code - segment} without it, {@code segment + segment} the second behind the first;
 * several are parted by {@code ;}.
 */
class SyntaxCodesTest {

    private static final String PAGE = "docs/reference/acknowledgment-codes.md";

    private static Recording judged(String edits) {
        Sample sample = Sample.clean();
        for (String edit : edits.split("\\s*;\\s*")) {
            if (edit.startsWith("- ")) {
                sample.without(edit.substring(2));
            } else if (edit.contains(" => ")) {
                String[] sides = edit.split(" => ", 2);
                sample.replace(sides[0], sides[1]);
            } else {
                String[] sides = edit.split(" \\+ ", 2);
                sample.after(sides[0], sides[1]);
            }
        }
        return Recording.of(sample);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1 | N3 + ZZZ*1 | IK3*ZZZ*10*2010*1",
                "2 | CLM + REF*ZZ*1 | IK3*REF*20*2300*2",
                "3 | - HI | IK3*HI*20*2300*3",
                "4 | DMG + NM1*IL*1*DOE*JIM****MI*M2 | IK3*NM1*18*2010*4",
                "5 | REF*EI + REF*SY*123456789 | IK3*REF*12*2010*5",
                "6 | BHT + BPR*I | IK3*BPR*3**6",
                "7 | - N3; REF*EI + N3*12 HARBOR ROAD | IK3*N3*11*2010*7",
                "8 | CLM*LFC-1001 => CLM* | IK3*CLM*19*2300*8",
                "I4 | CLM + CL1*1 | IK3*CL1*20*2300*I4",
                "I7 | - NM1*PR | IK3*NM1*18*2010*I7",
            })
    void saysWhatIsWrongWithASegment(String ik304, String edits, String expected) {
        assertThat(judged(edits).functional).contains("~" + expected + "~").contains("~IK5*R*5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1 | CLM*LFC-1001 => CLM* | IK4*1*1028*1",
                "2 | *MI*M1000001 => *MI | IK4*9*67*2",
                "3 | LX*1 => LX*1*2 | IK4*2**3*2",
                "4 | *MI*M1000001 => *MI*M | IK4*9*67*4*M",
                "5 | :1*Y*A => :1*YY*A | IK4*6*1073*5*YY",
                "6 | *132*** => *ten*** | IK4*2*782*6*ten",
                "7 | :1*Y*A => :1*y*A | IK4*6*1073*7*y",
                "8 | D8*20260202 => D8*20251399 | IK4*3*1251*8*20251399",
                "9 | *0915*CH => *2460*CH | IK4*5*337*9*2460",
                "10 | 537031234 => 537031234*CA***ON | IK4*7*1715*10*ON",
                "12 | CLM*LFC-1001 => CLM*P1^P2 | IK4*1::2*1028*12*P2",
                "13 | 11:B:1 => 11:B:1:9 | IK4*5:4**13*9",
                "I6 | *******CI => *******QQ | IK4*9*1032*I6*QQ",
                "I10 | *132*** => *132*X** | IK4*3*1032*I10*X",
            })
    void saysWhatIsWrongWithAnElement(String ik403, String edits, String expected) {
        assertThat(judged(edits).functional).contains("*8~").contains("~" + expected + "~");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2 | - SE | IK5*R*2~",
                "3 | SE*29*0001 => SE*29*0002 | IK5*R*3~",
                "4 | SE*29*0001 => SE*30*0001 | IK5*R*4~",
                "5 | N3 + ZZZ*1 | IK5*R*5~",
                "6 | ST*837*0001 => ST*835*0001 | IK5*R*6*",
                "7 | ST*837*0001 => ST*837*1; SE*29*0001 => SE*29*1 | IK5*R*7*",
                "I5 | - HI; N3 + ZZZ*1; *******CI => *******QQ | IK5*R*5*I5~",
                "I6 | 005010X222A1 => 005010X299; 005010X222A1 => 005010X299 | IK5*R*I6~",
            })
    void saysWhatIsWrongWithASet(String ik502, String edits, String expected) {
        assertThat(judged(edits).functional).contains("~" + expected);
    }

    @Test
    void saysThatASetIsNoneThatIsTakenHere() {
        String answers = Recording.of(Sample.clean()).functional;
        String refused =
                Recording.of(answers.replace("*FA*", "*HC*").getBytes(StandardCharsets.ISO_8859_1), HOUSE).functional;
        assertThat(refused).containsPattern("IK5\\*R\\*1\\D");
    }

    private static final JudgeOptions HOUSE = new JudgeOptions(
            7,
            new org.clearlane.model.directory.Practice("us", "Us", Set.of("CLEARLANE"), Set.of("1234567893"), Set.of()),
            null,
            JudgeOptions.USUAL_SLICE);

    @Test
    void saysThatASetHasTheNumberOfOneBeforeIt() {
        List<String> again = Sample.clean().setSegments();
        Recording recording = Recording.of(Sample.clean().before("GE", again).replace("GE*1", "GE*2"));
        assertThat(recording.functional)
                .contains("IK5*A~")
                .contains("IK5*R*23~")
                .contains("AK9*P*2*2*1~");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1 | GS*HC => GS*HP | AK9*R*1*1*0*1~",
                "2 | *X*005010X222A1 => *X*005010X299 | AK9*R*1*1*0*2~",
                "3 | - GE | AK9*R*1*1*0*3~",
                "4 | GE*1*1 => GE*1*2 | AK9*R*1*1*0*4~",
                "5 | GE*1*1 => GE*2*1 | AK9*R*2*1*0*5~",
                "6 | *0915*1*X => *0915*ONE*X; GE*1*1 => GE*1*ONE | AK9*E*1*1*1*6~",
            })
    void saysWhatIsWrongWithAGroup(String ak905, String edits, String expected) {
        assertThat(judged(edits).functional).contains("~" + expected);
    }

    @Test
    void saysThatAGroupHasTheNumberOfOneBeforeIt() {
        Recording recording = Recording.of(Sample.clean().twoGroups());
        assertThat(recording.functional).contains("AK9*A*1*1*1~").contains("AK9*R*1*1*0*19~");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "000 | LX*1 => LX*1 | A*000",
                "001 | IEA*1*000000101 => IEA*1*000000102 | R*001",
                "003 | *00501* => *09999* | R*003",
                "005 | *ZZ*LAKESIDE => *Z9*LAKESIDE | E*005",
                "006 | LAKESIDE       *ZZ => \"               \"*ZZ | R*006",
                "007 | *ZZ*CLEARLANE => *Z9*CLEARLANE | E*007",
                "008 | CLEARLANE      * => \"               \"* | E*008",
                "010 | ISA*00* => ISA*09* | E*010",
                "012 | \"*00*          *ZZ*L\" => \"*09*          *ZZ*L\" | E*012",
                "014 | *260210*0915*^ => *261310*0915*^ | E*014",
                "015 | *260210*0915*^ => *260210*2515*^ | E*015",
                "018 | *000000101*0 => *00000010A*0 | R*018",
                "019 | *0*P*: => *2*P*: | E*019",
                "020 | *0*P*: => *0*X*: | R*020",
                "021 | IEA*1*000000101 => IEA*2*000000101 | R*021",
                "022 | \"*ZZ*LAKESIDE       *\" => *ZZ*LAKESIDE* | E*022",
                "023 | - IEA | R*023",
                "024 | - ST | R*024",
            })
    void saysWhatIsWrongWithAnInterchange(String ta105, String edits, String expected) {
        assertThat(judged(edits.replace("\"", "")).ta1).contains("*" + expected + "~");
    }

    @Test
    void saysThatAnInterchangeHasTheNumberOfOneBeforeIt() {
        String one = Sample.clean().text();
        Recording recording = Recording.of((one + one).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(recording.ta1).contains("*A*000~").contains("*R*025~");
        assertThat(recording.verdict.claims().accepted()).isEqualTo(1);
    }

    /** The page names a code as found if and only if a case above finds it. */
    @Test
    void thePageOfCodesSaysNeitherMoreNorLess() throws IOException {
        Set<String> found = new TreeSet<>(Set.of("IK502 1", "IK502 23", "AK905 19", "TA105 025"));
        codes(found, "IK304", "saysWhatIsWrongWithASegment");
        codes(found, "IK403", "saysWhatIsWrongWithAnElement");
        codes(found, "IK502", "saysWhatIsWrongWithASet");
        codes(found, "AK905", "saysWhatIsWrongWithAGroup");
        codes(found, "TA105", "saysWhatIsWrongWithAnInterchange");

        Matcher rows = Pattern.compile("\\| (IK304|IK403|IK502|AK905|TA105) \\| (\\w+) \\| yes ")
                .matcher(Files.readString(Sample.ROOT.resolve(PAGE)));
        Set<String> written = rows.results()
                .map(row -> row.group(1) + " " + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).isEqualTo(found);
    }

    private static void codes(Set<String> all, String kind, String test) {
        Arrays.stream(SyntaxCodesTest.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(test))
                .map((Method method) -> method.getAnnotation(CsvSource.class))
                .flatMap(cases -> Arrays.stream(cases.value()))
                .forEach(each -> all.add(kind + " " + each.substring(0, each.indexOf(' '))));
    }
}
