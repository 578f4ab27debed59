package org.clearlane.connections;

import java.io.IOException;

/**
 * Finds a delimiter in a stream of bytes without looking back, whatever bytes begin like it (Knuth, Morris and Pratt),
 * and passes on the bytes before it.
 */
final class DelimiterScan {

    /** Takes the bytes that are not the delimiter. */
    @FunctionalInterface
    interface Bytes {
        void take(int b) throws IOException;
    }

    private final byte[] delimiter;
    private final int[] fallback;
    private int matched;
    private int assumed;

    DelimiterScan(byte[] delimiter) {
        this.delimiter = delimiter.clone();
        this.fallback = new int[delimiter.length + 1];
        for (int i = 1, k = 0; i < delimiter.length; i++) {
            while (k > 0 && delimiter[i] != delimiter[k]) {
                k = fallback[k];
            }
            if (delimiter[i] == delimiter[k]) {
                k++;
            }
            fallback[i + 1] = k;
        }
    }

    /** Acts as if the delimiter's first two bytes had just been read. */
    void assumeLineBreak() {
        matched = 2;
        assumed = 2;
    }

    /**
     * @param b the next byte, or -1 at the end
     * @return whether it completes the delimiter
     */
    boolean found(int b, Bytes before) throws IOException {
        while (matched > 0 && (b < 0 || (byte) b != delimiter[matched])) {
            int shorter = fallback[matched];
            for (int i = 0; i < matched - shorter; i++) {
                if (assumed > 0) {
                    assumed--;
                } else {
                    before.take(delimiter[i] & 0xff);
                }
            }
            matched = shorter;
        }
        if (b < 0) {
            return false;
        }
        if ((byte) b == delimiter[matched]) {
            if (++matched == delimiter.length) {
                matched = 0;
                assumed = 0;
                return true;
            }
        } else {
            before.take(b);
        }
        return false;
    }
}
