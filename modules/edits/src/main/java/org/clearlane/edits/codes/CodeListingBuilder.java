package org.clearlane.edits.codes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Gathers rows of a {@link CodeListing} in any order. */
final class CodeListingBuilder {

    private long[] codes = new long[256];
    private int[] from = new int[256];
    private int[] until = new int[256];
    private int count;

    void add(long code, int firstDay, int lastDay) {
        if (count == codes.length) {
            codes = Arrays.copyOf(codes, count * 2);
            from = Arrays.copyOf(from, count * 2);
            until = Arrays.copyOf(until, count * 2);
        }
        codes[count] = code;
        from[count] = firstDay;
        until[count++] = lastDay;
    }

    int size() {
        return count;
    }

    /** The last day of the row added last. */
    int lastDay() {
        return count == 0 ? 0 : until[count - 1];
    }

    CodeListing build(TableHead head) {
        Comparator<Integer> byCode = Comparator.comparingLong(row -> codes[row]);
        int[] order = isSorted()
                ? IntStream.range(0, count).toArray()
                : IntStream.range(0, count)
                        .boxed()
                        .sorted(byCode.thenComparingInt(row -> from[row]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return CodeListing.of(
                head,
                IntStream.of(order).mapToLong(row -> codes[row]).toArray(),
                IntStream.of(order).map(row -> from[row]).toArray(),
                IntStream.of(order).map(row -> until[row]).toArray());
    }

    private boolean isSorted() {
        for (int i = 1; i < count; i++) {
            if (codes[i] < codes[i - 1] || codes[i] == codes[i - 1] && from[i] < from[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
