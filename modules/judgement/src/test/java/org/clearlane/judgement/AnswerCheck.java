package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.finding.Place;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;

/** What every file must get, whatever is wrong with it: one TA1 an interchange, one 999 a group, one AK2 a set. */
final class AnswerCheck {

    private AnswerCheck() {}

    /** Reads the answers as a partner would and holds them against what the listener was told. */
    static void everythingIsAnsweredOnce(Recording recording) {
        int interchanges = Math.max(1, recording.interchanges.size());
        List<List<String>> ta1 = segments(recording.ta1);
        assertThat(named(ta1, "TA1")).as("TA1s").hasSize(interchanges);
        assertThat(named(ta1, "ISA")).as("interchanges of TA1").hasSize(interchanges);
        recording.interchanges.forEach(each -> assertThat(named(ta1, "TA1"))
                .anyMatch(answer -> answer.get(4).equals(each.ta1().ackCode())));

        List<GroupVerdict> groups = recording.groups.stream()
                .filter(group -> !group.facts().isAcknowledgment())
                .toList();
        List<List<String>> functional = segments(recording.functional);
        assertThat(named(functional, "AK1")).as("answers to groups").hasSameSizeAs(groups);
        assertThat(named(functional, "AK9")).as("verdicts on groups").hasSameSizeAs(groups);
        long sets = groups.stream().mapToLong(GroupVerdict::received).sum();
        assertThat((long) named(functional, "AK2").size()).as("answers to sets").isEqualTo(sets);
        assertThat((long) named(functional, "IK5").size())
                .as("verdicts on sets")
                .isEqualTo(sets);
        assertThat(named(functional, "AK9")).allSatisfy(AnswerCheck::addsUp);
        for (String answer : List.of(recording.ta1, recording.functional, recording.claimStatus)) {
            holdsByItsOwnGuide(answer);
        }
    }

    /** What we write must stand our own judgement, save what AK1 and AK2 repeat of the file answered. */
    static void holdsByItsOwnGuide(String answer) {
        if (!answer.isEmpty()) {
            Recording own = Recording.of(answer.getBytes(StandardCharsets.ISO_8859_1), JudgeOptions.offline(2));
            List<String> wrong = own.findings().stream()
                    .filter(finding -> finding.isError()
                            && !finding.place().segment().matches("AK[12]")
                            && !isDateThatNeverCame(finding.place()))
                    .map(finding -> finding.code() + " at " + finding.place().inWords() + " " + finding.value())
                    .toList();
            assertThat(wrong).as(answer).isEmpty();
        }
    }

    /**
     * The 277CA requires the service date of a claim, and no date is right for a claim that has none; the guide's own
     * example leaves it out (X12 RFI 1575).
     */
    private static boolean isDateThatNeverCame(Place place) {
        return place.loop().equals("2200D") && place.segment().equals("DTP");
    }

    /** AK901 says what AK903 and AK904 count. */
    private static void addsUp(List<String> ak9) {
        long received = Long.parseLong(ak9.get(3));
        long accepted = Long.parseLong(ak9.get(4));
        String code = accepted == 0 ? "R" : accepted < received ? "P" : "[AE]";
        assertThat(ak9.get(1)).matches(code);
        assertThat(accepted).isLessThanOrEqualTo(received);
    }

    private static List<List<String>> named(List<List<String>> segments, String id) {
        return segments.stream().filter(each -> each.getFirst().equals(id)).toList();
    }

    /** All segments of what we wrote, as their elements. */
    static List<List<String>> segments(String answer) {
        List<List<String>> all = new ArrayList<>();
        try (X12Reader reader = new X12Reader(new ByteArrayInputStream(answer.getBytes(StandardCharsets.ISO_8859_1)))) {
            while (reader.next()) {
                Segment segment = reader.segment();
                List<String> elements = new ArrayList<>(List.of(segment.id()));
                for (int n = 1; n <= segment.elementCount(); n++) {
                    elements.add(segment.element(n));
                }
                all.add(elements);
            }
            assertThat(answer.isEmpty() || reader.end() == X12Reader.End.COMPLETE)
                    .as("our own answer is whole")
                    .isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
