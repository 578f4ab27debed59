package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.clearlane.judgement.FileVerdict.Verdict;
import org.clearlane.model.finding.Finding;
import org.junit.jupiter.api.Test;

/**
 * Five faults, one each, planted in a clean generated file of five claims: the very one is found, at its place, and
 * nothing else. Each is planted in the last segment of its kind, so that the place is not the first there is.
 */
class GeneratedFaultsTest {

    private final List<String> segments = Generated.segments(Generated.file(5));

    /** Bends the last segment that begins so; the answer is its number in the set, ST being 1. */
    private int plant(String beginning, UnaryOperator<String> fault) {
        int at = segments.size() - 1;
        while (!segments.get(at).startsWith(beginning)) {
            at--;
        }
        segments.set(at, fault.apply(segments.get(at)));
        return position(at);
    }

    private int position(int index) {
        int st = 0;
        while (!segments.get(st).startsWith("ST*")) {
            st++;
        }
        return index - st + 1;
    }

    private static String with(String segment, int element, String value) {
        String[] elements = segment.split("\\*", -1);
        elements[element] = value;
        return String.join("*", elements);
    }

    private Recording judged() {
        return Recording.of(Generated.bytes(segments));
    }

    @Test
    void findsNoFaultInTheFileAsItIs() {
        Recording recording = judged();
        assertThat(recording.errors()).isEmpty();
        assertThat(recording.verdict.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(recording.verdict.claims().accepted()).isEqualTo(5);
    }

    @Test
    void findsAWrongSegmentCount() {
        int position = plant("SE*", se -> with(se, 1, "7"));
        assertThat(judged().errors()).containsExactly("set.segment-count at segment " + position + ", SE01");
    }

    @Test
    void findsAMissingDiagnosisSegment() {
        int position = plant("HI*", hi -> "");
        segments.remove("");
        plant("SE*", se -> with(se, 1, Integer.toString(Integer.parseInt(se.split("\\*")[1]) - 1)));
        assertThat(judged().errors()).containsExactly("segment.missing at loop 2300, segment " + position + ", HI");
    }

    @Test
    void findsAClaimFilingCodeThatIsNotInTheList() {
        int position = plant("SBR*", sbr -> with(sbr, 9, "QQ"));
        assertThat(judged().errors().stream().distinct())
                .containsExactly("element.code-not-in-guide at loop 2000B, segment " + position + ", SBR09");
    }

    @Test
    void findsADateThatIsNoDay() {
        int position = plant("DTP*472*", dtp -> with(dtp, 3, "20251399"));
        assertThat(judged().errors())
                .containsExactly("element.invalid-date at loop 2400, segment " + position + ", DTP03");
    }

    @Test
    void findsALevelWhoseParentDoesNotExist() {
        int position = plant("HL*", hl -> with(hl, 2, "99"));
        Recording recording = judged();
        assertThat(recording.findings().stream().filter(Finding::isError).toList())
                .extracting(Finding::code)
                .containsExactly("hl.parent-unknown");
        assertThat(recording.errors().getFirst()).endsWith("segment " + position + ", HL02");
        assertThat(recording.functional)
                .contains("IK3*HL*" + position + "*2000*8~")
                .contains("IK4*2*734*7*99~");
    }
}
