package org.clearlane.guide;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A closed list of codes that is asked with bytes and makes no object. Codes of up to eight bytes are packed into a long,
 * the first byte lowest, and looked up in a table without collisions.
 */
final class CodeSet {

    /** What {@link #key} says of a value that cannot be one of the packed codes. */
    static final long NO_KEY = 0;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST_PACKED = 8;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Multipliers tried for a table of one size before it is made larger. */
    private static final int MOST_TRIES = 64;

    private final List<String> listed;
    /** Every code in the one slot where it is looked for. */
    private final long[] table;

    private final long multiplier;
    private final int shift;
    private final byte[][] longer;

    CodeSet(List<String> codes) {
        listed = List.copyOf(codes);
        List<byte[]> rest = new ArrayList<>();
        long[] keys = new long[codes.size()];
        int packed = 0;
        for (String code : codes) {
            byte[] bytes = code.getBytes(StandardCharsets.ISO_8859_1);
            if (bytes.length > LONGEST_PACKED) {
                rest.add(bytes);
            } else if (bytes.length > 0) {
                keys[packed++] = key(bytes, 0, bytes.length);
            }
        }
        longer = rest.toArray(byte[][]::new);
        keys = Arrays.copyOf(keys, packed);
        int bits = 2;
        while (1 << bits < packed * 2) {
            bits++;
        }
        long[] filled = null;
        long tried = SPREAD;
        for (int tries = 0; filled == null; tries++) {
            if (tries == MOST_TRIES) {
                tries = 0;
                bits++;
            }
            tried = tried * SPREAD + 2;
            filled = filled(keys, tried, bits);
        }
        table = filled;
        multiplier = tried;
        shift = 64 - bits;
    }

    /** A table in which every key has a slot of its own, or null where two would share one. */
    private static long[] filled(long[] keys, long multiplier, int bits) {
        long[] table = new long[1 << bits];
        for (long key : keys) {
            int slot = (int) (key * multiplier >>> 64 - bits);
            if (table[slot] != NO_KEY && table[slot] != key) {
                return null;
            }
            table[slot] = key;
        }
        return table;
    }

    /** A value of one to eight bytes as a number; {@link #NO_KEY} for any other, and for one that ends in NUL. */
    static long key(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 1 || length > LONGEST_PACKED || bytes[to - 1] == 0) {
            return NO_KEY;
        }
        if (from + LONGEST_PACKED <= bytes.length) {
            return (long) WORD.get(bytes, from) & -1L >>> 64 - 8 * length;
        }
        long key = 0;
        for (int i = to - 1; i >= from; i--) {
            key = key << 8 | (bytes[i] & 0xff);
        }
        return key;
    }

    /** Whether the value with this {@link #key} is one of the codes of up to eight bytes. */
    boolean containsKey(long key) {
        return table[(int) (key * multiplier >>> shift)] == key && key != NO_KEY;
    }

    boolean contains(byte[] bytes, int from, int to) {
        if (to - from > LONGEST_PACKED) {
            for (byte[] code : longer) {
                if (Arrays.equals(code, 0, code.length, bytes, from, to)) {
                    return true;
                }
            }
            return false;
        }
        return containsKey(key(bytes, from, to));
    }

    /** Whether {@link #keys} are all there are. */
    boolean isAllPacked() {
        return longer.length == 0;
    }

    /** The {@link #key} of each code of up to eight bytes, in no order. */
    long[] keys() {
        return Arrays.stream(table).filter(key -> key != NO_KEY).toArray();
    }

    List<String> listed() {
        return listed;
    }

    /** The codes as listed, for people. */
    @Override
    public String toString() {
        return String.join(", ", listed);
    }
}
