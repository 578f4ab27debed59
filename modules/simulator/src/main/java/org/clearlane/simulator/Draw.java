package org.clearlane.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.ToIntFunction;

/** Chance without chance: numbers that depend on the seed and on names, never on the order of events. */
final class Draw {

    private Draw() {}

    /** One of these by weight, or null where no weight is above 0. */
    static <T> T weighted(List<T> choices, ToIntFunction<T> weight, long seed, String... names) {
        int total = choices.stream().mapToInt(weight).sum();
        if (total == 0) {
            return null;
        }
        long point = number(seed, names) % total;
        for (T choice : choices) {
            point -= weight.applyAsInt(choice);
            if (point < 0) {
                return choice;
            }
        }
        throw new IllegalStateException("the draw went past its weights");
    }

    /** A number from 0 on. */
    static long number(long seed, String... names) {
        byte[] digest = sha256((seed + "\u0000" + String.join("\u0000", names)).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest).getLong() & Long.MAX_VALUE;
    }

    static String sha256Hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    static String sha1Hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-1", bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        return digest("SHA-256", bytes);
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
