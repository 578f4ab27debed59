package org.clearlane.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/**
 * Makes identifiers that sort by the time they were made: a prefix that tells the kind, ten characters of milliseconds
 * and six that tell apart what was made in the same millisecond, in Crockford's base 32 (no I, L, O, U). The sixteen
 * characters behind {@code clm_} are what travels as REF*D9, which holds twenty at the most.
 *
 * <p>Safe for use by several threads. Ids of one process never repeat; those of several nodes differ by chance (30
 * random bits at the start of each millisecond), and the primary keys refuse the rest.
 */
public final class Ids {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int TAIL_BITS = 30;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long lastMillis;
    private long tail;

    public Ids(Clock clock) {
        this.clock = clock;
    }

    /** A new id with this prefix, for example {@code clm_}. */
    public String next(String prefix) {
        long millis;
        long low;
        synchronized (this) {
            long now = clock.millis();
            if (now > lastMillis) {
                lastMillis = now;
                // The top bit stays free so that a busy millisecond has room to count upwards.
                tail = random.nextInt(1 << (TAIL_BITS - 1));
            } else if (++tail >= 1L << TAIL_BITS) {
                lastMillis++;
                tail = 0;
            }
            millis = lastMillis;
            low = tail;
        }
        return prefix + stamp(millis) + base32(low, 6);
    }

    /** The ten characters that ids made from this instant on begin with, behind their prefix. */
    public static String stamp(Instant instant) {
        return stamp(instant.toEpochMilli());
    }

    private static String stamp(long millis) {
        return base32(millis, 10);
    }

    private static String base32(long value, int length) {
        char[] text = new char[length];
        for (int i = length - 1; i >= 0; i--) {
            text[i] = ALPHABET[(int) (value & 31)];
            value >>>= 5;
        }
        return new String(text);
    }
}
