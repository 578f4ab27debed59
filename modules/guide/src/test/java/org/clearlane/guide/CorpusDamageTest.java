package org.clearlane.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a file on its way, it is judged to its end: findings, never an exception. */
@Tag("slow")
class CorpusDamageTest {

    private static final int MUTATIONS = 200;
    private static final int CUTS = 50;
    /** Of a long file the beginning is spoilt and judged; what follows is more of the same. */
    private static final int LONGEST = 24_000;

    private static byte[] read(Corpus.Sample sample) throws IOException {
        byte[] bytes = Files.readAllBytes(sample.path());
        return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
    }

    @Test
    void judgesEveryFileCutOffAnywhere() throws IOException {
        for (Corpus.Sample sample : Corpus.all()) {
            byte[] bytes = read(sample);
            int step = Math.max(1, bytes.length / CUTS);
            for (int length = 0; length < bytes.length; length += step) {
                byte[] cut = Arrays.copyOf(bytes, length);
                judge(sample.name() + " cut at " + length, cut);
            }
        }
    }

    @Test
    void judgesEveryFileSpoiltInManyWays() throws IOException {
        List<Corpus.Sample> samples = Corpus.all();
        for (int i = 0; i < samples.size(); i++) {
            byte[] bytes = read(samples.get(i));
            for (int seed = 0; seed < MUTATIONS; seed++) {
                judge(samples.get(i).name() + " seed " + seed, spoilt(bytes, new Random(1_000L * i + seed)));
            }
        }
    }

    private static void judge(String what, byte[] bytes) {
        try {
            assertThat(CorpusWalk.of(bytes).findings).as(what).doesNotContainNull();
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
    }

    /** Bytes changed, left out, doubled, or a stretch moved elsewhere. */
    private static byte[] spoilt(byte[] bytes, Random random) {
        byte[] spoilt = bytes.clone();
        for (int times = 1 + random.nextInt(8); times > 0 && spoilt.length > 2; times--) {
            int at = random.nextInt(spoilt.length);
            int length = 1 + random.nextInt(Math.min(200, spoilt.length - at));
            switch (random.nextInt(4)) {
                case 0 -> spoilt[at] = (byte) random.nextInt(256);
                case 1 -> spoilt = joined(spoilt, 0, at, at + length, spoilt.length);
                case 2 -> spoilt = joined(spoilt, 0, at + length, at, spoilt.length);
                default -> spoilt[at] = spoilt[random.nextInt(spoilt.length)];
            }
        }
        return spoilt;
    }

    private static byte[] joined(byte[] bytes, int from, int to, int secondFrom, int secondTo) {
        byte[] joined = Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), to - from + secondTo - secondFrom);
        System.arraycopy(bytes, secondFrom, joined, to - from, secondTo - secondFrom);
        return joined;
    }
}
