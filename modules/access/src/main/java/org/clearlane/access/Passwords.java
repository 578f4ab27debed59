package org.clearlane.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords, kept as Argon2id in the usual text form {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}. What a hash costs stands
 * in it, so the cost can be raised later without anybody noticing. Safe for use by several threads; at most two hash at a
 * time, so that a flood of sign-ins cannot fill the memory.
 */
public final class Passwords {

    /** Shorter ones are refused. Length is what makes a password strong; no signs or digits are asked for. */
    public static final int SHORTEST = 12;

    /** Longer ones are refused, so that nobody hashes a book. */
    public static final int LONGEST = 256;

    private static final int MEMORY_KB = 19_456;
    private static final int ROUNDS = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int DEAREST_MEMORY_KB = 1 << 20;

    private static final Set<String> TOO_USUAL = Set.of(
            "123456789012",
            "1234567890123",
            "password1234",
            "password12345",
            "passwordpassword",
            "qwertyuiop12",
            "qwertyuiopas",
            "letmeinletmein",
            "changemechangeme",
            "administrator",
            "clearlaneclearlane");

    private static final Semaphore AT_A_TIME = new Semaphore(2, true);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong HASHED = new AtomicLong();

    private Passwords() {}

    /** What is wrong with a password somebody wants to choose, and what would mend it; empty when it will do. */
    public static Optional<String> objection(String password, String email) {
        String lower = password.toLowerCase(Locale.ROOT);
        String name = email.toLowerCase(Locale.ROOT).split("@", 2)[0];
        if (password.length() < SHORTEST) {
            return Optional.of("The password is shorter than " + SHORTEST
                    + " characters. Take a longer one; a few words you can remember are fine.");
        }
        if (password.length() > LONGEST) {
            return Optional.of("The password is longer than " + LONGEST + " characters. Take a shorter one.");
        }
        if (TOO_USUAL.contains(lower) || lower.chars().distinct().count() < 5) {
            return Optional.of("That password is among the first that somebody would try. Take another one.");
        }
        if (name.length() >= 4 && lower.contains(name)) {
            return Optional.of("The password contains your e-mail address. Take another one.");
        }
        return Optional.empty();
    }

    /** A new hash with a salt of its own. */
    public static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = argon2id(password, salt, MEMORY_KB, ROUNDS, LANES, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KB, ROUNDS, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** Whether the password is the one that was hashed. False for a hash that is none of ours. */
    public static boolean matches(String password, String hash) {
        String[] parts = hash.split("\\$");
        if (parts.length != 6 || !parts[1].equals("argon2id") || !parts[2].equals("v=19")) {
            return false;
        }
        String[] cost = parts[3].split("[=,]");
        if (cost.length != 6) {
            return false;
        }
        if (password.length() > LONGEST) {
            // Refused, but after as much work: otherwise a long password would tell who is known here.
            pretend("");
            return false;
        }
        try {
            byte[] expected = Base64.getDecoder().decode(parts[5]);
            int memory = Integer.parseInt(cost[1]);
            if (memory > DEAREST_MEMORY_KB) {
                return false;
            }
            byte[] actual = argon2id(
                    password,
                    Base64.getDecoder().decode(parts[4]),
                    memory,
                    Integer.parseInt(cost[3]),
                    Integer.parseInt(cost[5]),
                    expected.length);
            return MessageDigest.isEqual(expected, actual);
        } catch (IllegalArgumentException notOurs) {
            return false;
        }
    }

    /** Takes as long as {@link #matches}: whoever asks for an unknown address learns nothing from the clock. */
    public static void pretend(String password) {
        argon2id(
                password.length() > LONGEST ? "" : password,
                new byte[SALT_BYTES],
                MEMORY_KB,
                ROUNDS,
                LANES,
                HASH_BYTES);
    }

    /** How many hashes were computed since the start: the same work for every sign-in, known or not. */
    public static long hashed() {
        return HASHED.get();
    }

    private static byte[] argon2id(String password, byte[] salt, int memory, int rounds, int lanes, int bytes) {
        AT_A_TIME.acquireUninterruptibly();
        try {
            HASHED.incrementAndGet();
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(rounds)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[bytes];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            AT_A_TIME.release();
        }
    }
}
