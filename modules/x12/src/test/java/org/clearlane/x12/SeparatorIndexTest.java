package org.clearlane.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking at blocks finds what looking at each byte finds. */
class SeparatorIndexTest {

    private static List<Integer> byteByByte(byte[] bytes, int length) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '*' || bytes[i] == '~') {
                found.add(i);
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsEverySeparatorAndWhichOfThemEndASegment(long seed) {
        Random random = new Random(seed);
        // From hardly any separators to nothing else; bytes above 0x7F differ from a separator in one bit alone.
        int share = 1 + random.nextInt(100);
        int length = random.nextInt(40_000);
        byte[] bytes = new byte[length + Segment.SPARE];
        for (int i = 0; i < bytes.length; i++) {
            boolean separator = random.nextInt(100) < share;
            bytes[i] = separator ? (byte) (random.nextInt(4) == 0 ? '~' : '*') : (byte) random.nextInt(256);
        }
        SeparatorIndex index = new SeparatorIndex();
        index.separators((byte) '*', (byte) '~', 0);
        List<Integer> found = new ArrayList<>();
        while (index.advance(bytes, length)) {
            while (index.hasSegment()) {
                int last = index.terminators[index.nextTerminator++];
                assertThat(bytes[index.slots[last]]).isEqualTo((byte) '~');
                for (int slot = index.base + 1; slot <= last; slot++) {
                    found.add(index.slots[slot]);
                }
                index.base = last;
            }
        }
        List<Integer> expected = byteByByte(bytes, length);
        while (!expected.isEmpty() && bytes[expected.getLast()] != '~') {
            expected.removeLast();
        }
        assertThat(found).isEqualTo(expected);
    }
}
