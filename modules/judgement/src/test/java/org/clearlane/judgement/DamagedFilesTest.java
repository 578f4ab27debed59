package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.clearlane.judgement.FileVerdict.Verdict;
import org.junit.jupiter.api.Test;

/** Files cut off and spoilt at random: always a verdict, never an exception, never half a file taken for a whole one. */
class DamagedFilesTest {

    @Test
    void takesNothingFromAFileCutOffAtAnyByte() {
        byte[] whole = Sample.family().bytes();
        int complete = new String(whole, StandardCharsets.ISO_8859_1).indexOf("IEA*1*000000101") + 15;

        for (int length = 0; length < whole.length; length++) {
            Recording recording = Recording.of(Arrays.copyOf(whole, length));
            long accepted = recording.verdict.claims().accepted();
            assertThat(accepted).as("cut at %d", length).isEqualTo(length < complete ? 0 : 6);
            if (!recording.interchanges.isEmpty() && length < complete) {
                assertThat(recording.interchanges.getFirst().ta1().ackCode()).isEqualTo("R");
                assertThat(recording.ta1).contains("TA1*");
            }
        }
    }

    @Test
    void judgesFiveHundredSpoiltFiles() throws IOException {
        byte[] whole = Sample.family().bytes();
        for (int seed = 1; seed <= 500; seed++) {
            byte[] spoilt = spoilt(whole, new Random(seed));
            Recording recording = Recording.of(spoilt);

            assertThat(recording.verdict).as("seed %d", seed).isNotNull();
            assertThat(recording.verdict.claims().total())
                    .as("every claim handed over is counted, seed %d", seed)
                    .isGreaterThanOrEqualTo(recording.claims.size());
            if (recording.verdict.verdict() != Verdict.UNREADABLE) {
                assertThat(recording.ta1.split("TA1.", -1)).hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    private static byte[] spoilt(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "*:^~\n0AZ".charAt(random.nextInt(8));
                case 2 -> {
                    byte[] shorter = new byte[bytes.length - 1];
                    System.arraycopy(bytes, 0, shorter, 0, at);
                    System.arraycopy(bytes, at + 1, shorter, at, shorter.length - at);
                    bytes = shorter;
                }
                default -> {
                    int length = Math.min(random.nextInt(200), bytes.length - at);
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
                    System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }
}
