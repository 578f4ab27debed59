package org.clearlane.api;

import io.javalin.http.HttpResponseException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A request's body that has to come in at a pace: one that comes by drops holds a thread for nothing and is ended with 408.
 * Belongs to one thread.
 */
final class SteadyBody extends FilterInputStream {

    /** Bytes a second, on average from the beginning. */
    static final int SLOWEST = 100;

    private static final long GRACE = Duration.ofSeconds(5).toNanos();

    private final long began = System.nanoTime();
    private long read;

    SteadyBody(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int now = super.read(into, from, length);
        read += Math.max(0, now);
        long nanos = System.nanoTime() - began;
        if (now >= 0 && nanos > GRACE && read < SLOWEST * (nanos / 1_000_000_000)) {
            throw new HttpResponseException(408, "the body comes too slowly", java.util.Map.of());
        }
        return now;
    }
}
