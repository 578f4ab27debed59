package org.clearlane.judgement;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every public sample cut off and spoilt in places drawn by a seed: an answer for everything, and never an exception. */
class CorpusDamageTest {

    private static final int LONGEST = 60_000;
    private static final int TIMES = 3;

    @Test
    void everySampleCutOffOrSpoiltIsAnswered() throws IOException {
        int number = 0;
        for (String[] columns : Corpus.index()) {
            byte[] whole = Files.readAllBytes(Corpus.folder().resolve(columns[0]));
            Random random = new Random(++number);
            for (int time = 0; time < TIMES && whole.length <= LONGEST; time++) {
                answered(Arrays.copyOf(whole, random.nextInt(whole.length + 1)), columns[0], number, "cut", time);
                byte[] spoilt = whole.clone();
                for (int changes = 1 + random.nextInt(8); changes > 0 && spoilt.length > 0; changes--) {
                    byte mark = (byte) "*:^~\n>|0AZ \u00e9\u0000".charAt(random.nextInt(13));
                    spoilt[random.nextInt(spoilt.length)] = mark;
                }
                answered(spoilt, columns[0], number, "spoilt", time);
            }
        }
    }

    private static void answered(byte[] file, String name, int seed, String how, int time) {
        try {
            AnswerCheck.everythingIsAnsweredOnce(Recording.of(file, JudgeOptions.offline(2)));
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError("%s, seed %d, %s, time %d".formatted(name, seed, how, time), failure);
        }
    }
}
