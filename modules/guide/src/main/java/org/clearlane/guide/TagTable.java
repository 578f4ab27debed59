package org.clearlane.guide;

import java.util.List;
import org.clearlane.x12.Segment;

/** Numbers the segment identifiers of a guide, asked with {@link Segment#tag()} and answered without making an object. */
final class TagTable {

    private final int[] keys;
    private final int[] numbers;
    private final int shift;
    private final int size;

    TagTable(List<String> ids) {
        int bits = 6;
        while ((1 << bits) < ids.size() * 4) {
            bits++;
        }
        keys = new int[1 << bits];
        numbers = new int[1 << bits];
        shift = 32 - bits;
        size = ids.size();
        for (int i = 0; i < ids.size(); i++) {
            int tag = Segment.tag(ids.get(i));
            int slot = slot(tag);
            while (keys[slot] != 0) {
                slot = slot + 1 & keys.length - 1;
            }
            keys[slot] = tag;
            numbers[slot] = i;
        }
    }

    private int slot(int tag) {
        return tag * 0x9E3779B1 >>> shift;
    }

    /** The number of this tag, or -1 when the guide does not use it. */
    int numberOf(int tag) {
        int slot = slot(tag);
        while (true) {
            int key = keys[slot];
            if (key == tag && key != 0) {
                return numbers[slot];
            }
            if (key == 0) {
                return -1;
            }
            slot = slot + 1 & keys.length - 1;
        }
    }

    int size() {
        return size;
    }
}
