package org.clearlane.x12;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Where the element separators and terminators ahead stand in the reader's buffer. Found block-wise, 32 bytes at a time
 * and without a branch for each byte, so that a segment is a window on this index and no byte of it is looked at again.
 *
 * <p>Slot {@code base} of a segment holds the byte before its first, the slots behind it its separators, the last of them
 * its terminator: element {@code n} lies between {@code slots[base + n]} and {@code slots[base + n + 1]}.
 */
final class SeparatorIndex {

    /** Bytes looked at in one go: little enough that separators which change at the next ISA cost little. */
    private static final int STRETCH = 1 << 13;

    /** At most so many separators in a block, however few there are usually, fit behind the last slot in use. */
    private static final int BLOCK = 32;

    private static final int SLACK = BLOCK + 1;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH_BITS = 0x8080808080808080L;
    /** Brings the high bits of eight bytes together in the highest byte of the product, in order. */
    private static final long GATHER = 0x0002040810204081L;

    int[] slots = new int[STRETCH + SLACK];
    /** By terminator ahead: its slot. */
    int[] terminators = new int[STRETCH + SLACK];

    int base;
    int nextTerminator;
    int terminatorCount;
    private int count = 1;
    /** Up to here the buffer has been looked at. */
    private int scanned;

    private byte element;
    private byte terminator;

    /** Other separators may be in force from here on. */
    void separators(byte ofElements, byte ofSegments, int position) {
        if (ofElements != element || ofSegments != terminator) {
            element = ofElements;
            terminator = ofSegments;
            forget(position);
        }
    }

    /** Nothing is known any more of what stands before or behind this position. */
    void forget(int position) {
        base = 0;
        count = 1;
        nextTerminator = 0;
        terminatorCount = 0;
        scanned = position;
    }

    /** The bytes of the buffer have moved to the front by so many. */
    void moved(int by) {
        for (int i = base + 1; i < count; i++) {
            slots[i] -= by;
        }
        scanned -= by;
    }

    /** Passes over what stands before this position. */
    void catchUp(int position) {
        if (scanned < position) {
            forget(position);
            return;
        }
        while (nextTerminator < terminatorCount && slots[terminators[nextTerminator]] < position) {
            base = terminators[nextTerminator++];
        }
        while (base + 1 < count && slots[base + 1] < position) {
            base++;
        }
    }

    boolean hasSegment() {
        return nextTerminator < terminatorCount;
    }

    /** Looks at the next bytes before this limit; false when all have been looked at. */
    boolean advance(byte[] bytes, int limit) {
        if (scanned >= limit) {
            return false;
        }
        count -= base;
        System.arraycopy(slots, base, slots, 0, count);
        base = 0;
        nextTerminator = 0;
        terminatorCount = 0;
        int to = Math.min(limit, scanned + STRETCH);
        int room = count + to - scanned + SLACK;
        if (room > slots.length) {
            slots = Arrays.copyOf(slots, Math.max(room, slots.length * 2));
        }
        int blocks = to - scanned & -BLOCK;
        scanBlocks(bytes, scanned, scanned + blocks);
        scanBytes(bytes, scanned + blocks, to);
        scanned = to;
        return true;
    }

    /**
     * Ten slots are written for every block whether it has so many separators or not, and two terminators: what is written
     * in vain is overwritten by the next block, and a branch that cannot be foretold costs more than ten stores.
     */
    private void scanBlocks(byte[] bytes, int from, int to) {
        int[] positions = slots;
        int[] ends = terminators;
        int found = count;
        int endsFound = 0;
        long elements = ONES * (element & 0xff);
        long segments = ONES * (terminator & 0xff);
        for (int at = from; at < to; at += BLOCK) {
            long separators = 0;
            long closing = 0;
            for (int word = 0; word < BLOCK; word += 8) {
                long eight = (long) WORDS.get(bytes, at + word);
                long notSegment = differing(eight ^ segments);
                long neither = differing(eight ^ elements) & notSegment;
                separators |= gather(neither) << word;
                closing |= gather(notSegment) << word;
            }
            long left = separators;
            positions[found] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            positions[found + 1] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            positions[found + 2] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            positions[found + 3] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            positions[found + 4] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            positions[found + 5] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            positions[found + 6] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            positions[found + 7] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            positions[found + 8] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            positions[found + 9] = at + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            for (int slot = found + 10; left != 0; slot++) {
                positions[slot] = at + Long.numberOfTrailingZeros(left);
                left &= left - 1;
            }
            int closed = Long.bitCount(closing);
            ends[endsFound] = found + before(closing, separators);
            closing &= closing - 1;
            ends[endsFound + 1] = found + before(closing, separators);
            closing &= closing - 1;
            for (int end = endsFound + 2; closing != 0; end++) {
                ends[end] = found + before(closing, separators);
                closing &= closing - 1;
            }
            found += Long.bitCount(separators);
            endsFound += closed;
        }
        count = found;
        terminatorCount = endsFound;
    }

    /** The high bit of each byte that is not zero; the other bits mean nothing. */
    private static long differing(long bytes) {
        return (bytes & LOW_BITS) + LOW_BITS | bytes;
    }

    /** The bytes whose high bit is clear, as eight bits. */
    private static long gather(long differing) {
        return (~differing & HIGH_BITS) * GATHER >>> 56;
    }

    /** How many bits of all stand below the lowest of these. */
    private static int before(long bits, long all) {
        return Long.bitCount(all & (bits & -bits) - 1);
    }

    private void scanBytes(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (b == terminator) {
                terminators[terminatorCount++] = count;
                slots[count++] = at;
            } else if (b == element) {
                slots[count++] = at;
            }
        }
    }

    /** Ends the segment at hand here, where the file breaks off; gives the slot of its end. */
    int breakOff(int at) {
        while (count - 1 > base && slots[count - 1] >= at) {
            count--;
        }
        slots[count] = at;
        return count;
    }
}
