package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a file: never an exception, never silence, one answer for each interchange, group and set. */
class AnswersPropertyTest {

    private static final String FILE = Generated.file(5);

    private static Recording answered(byte[] file, String what) {
        Recording recording = Recording.of(file, JudgeOptions.offline(2));
        try {
            AnswerCheck.everythingIsAnsweredOnce(recording);
        } catch (AssertionError failure) {
            throw new AssertionError(what, failure);
        }
        return recording;
    }

    @Test
    void everyBeginningOfAFileIsAnsweredAndTakenForNoWholeOne() {
        byte[] whole = FILE.getBytes(StandardCharsets.ISO_8859_1);
        int complete = whole.length - 1; // the last terminator may be missing
        for (int length = 0; length <= whole.length; length++) {
            Recording recording = answered(Arrays.copyOf(whole, length), "cut at " + length);
            assertThat(recording.verdict.claims().accepted())
                    .as("cut at %d", length)
                    .isEqualTo(length < complete ? 0 : 5);
        }
    }

    @Test
    void everySegmentLeftOutDoubledOrMovedIsAnswered() {
        List<String> segments = Generated.segments(FILE);
        for (int at = 0; at < segments.size(); at++) {
            List<String> without = new ArrayList<>(segments);
            String segment = without.remove(at);
            answered(Generated.bytes(without), "without segment " + at);
            List<String> moved = new ArrayList<>(without);
            moved.add(Math.floorMod(at + 7, moved.size()), segment);
            answered(Generated.bytes(moved), "segment moved from " + at);
            List<String> doubled = new ArrayList<>(segments);
            doubled.add(at, segment);
            answered(Generated.bytes(doubled), "doubled segment " + at);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyElementSpoiltIsAnswered(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<String> segments = Generated.segments(FILE);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(segments.size());
                String[] elements = segments.get(at).split("\\*", -1);
                int element = random.nextInt(elements.length);
                elements[element] = spoilt(elements[element], random);
                segments.set(at, String.join("*", elements));
            }
            answered(Generated.bytes(segments), "seed " + seed + ", round " + round);
        }
    }

    private static String spoilt(String value, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> value + value;
            case 2 -> value.isEmpty() ? "X" : value.substring(1);
            case 3 -> value + ":1";
            case 4 -> value + "^" + value;
            case 5 -> "9".repeat(random.nextInt(200));
            case 6 -> value + "*" + value;
            default -> value + (char) random.nextInt(256);
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void everyFileWithBytesSpoiltIsAnswered(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            byte[] bytes = FILE.getBytes(StandardCharsets.ISO_8859_1);
            for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            answered(bytes, "seed " + seed + ", round " + round);
        }
    }
}
