package org.clearlane.formats;

import java.util.List;

/**
 * Which claim numbers have come in a file, and the segment each was written at: twelve bytes a claim and room to spare,
 * so that a million claims fit where a million strings would not. Numbers are known by a 64-bit hash.
 */
final class ClaimNumbers {

    /** Never came. */
    static final long UNSEEN = -1;

    private long[] hashes = new long[1 << 10];
    private int[] segments = new int[1 << 10];
    private int size;

    /** The segment the claim was written at, 0 when it came and was left out, or {@link #UNSEEN}. */
    long segmentOf(List<String> key) {
        int at = slot(hash(key));
        return hashes[at] == 0 ? UNSEEN : segments[at];
    }

    /** Notes a claim that has not come before. */
    void put(List<String> key, long segment) {
        if (size * 3L > hashes.length * 2L) {
            grow();
        }
        long hash = hash(key);
        int at = slot(hash);
        hashes[at] = hash;
        segments[at] = Math.toIntExact(segment);
        size++;
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int at = (int) (hash ^ hash >>> 32) & mask;
        while (hashes[at] != 0 && hashes[at] != hash) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldSegments = segments;
        hashes = new long[oldHashes.length * 2];
        segments = new int[oldHashes.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int at = slot(oldHashes[i]);
                hashes[at] = oldHashes[i];
                segments[at] = oldSegments[i];
            }
        }
    }

    /** FNV-1a over the characters, mixed; 0 is kept for an empty slot. */
    private static long hash(List<String> key) {
        long hash = 0xcbf29ce484222325L;
        for (String part : key) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ 0xffff) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 31) * 0x9E3779B97F4A7C15L;
        return hash == 0 ? 1 : hash;
    }
}
