package org.clearlane.guide;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A closed list of codes that is asked with bytes and makes no object. Codes of up to eight bytes are packed into a long. */
final class CodeSet {

    private static final int FEW = 8;

    private final List<String> listed;
    private final long[] packed;
    private final byte[][] longer;

    CodeSet(List<String> codes) {
        listed = List.copyOf(codes);
        packed = codes.stream()
                .filter(code -> code.length() <= 8)
                .map(code -> code.getBytes(StandardCharsets.ISO_8859_1))
                .mapToLong(code -> pack(code, 0, code.length))
                .distinct()
                .sorted()
                .toArray();
        List<byte[]> rest = new ArrayList<>();
        for (String code : codes) {
            if (code.length() > 8) {
                rest.add(code.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        longer = rest.toArray(byte[][]::new);
    }

    private static long pack(byte[] bytes, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value << 8 | (bytes[i] & 0xff);
        }
        return value;
    }

    boolean contains(byte[] bytes, int from, int to) {
        if (to - from > 8) {
            for (byte[] code : longer) {
                if (Arrays.equals(code, 0, code.length, bytes, from, to)) {
                    return true;
                }
            }
            return false;
        }
        long wanted = pack(bytes, from, to);
        if (packed.length > FEW) {
            return Arrays.binarySearch(packed, wanted) >= 0;
        }
        for (long code : packed) {
            if (code == wanted) {
                return true;
            }
        }
        return false;
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
