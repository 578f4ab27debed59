package org.clearlane.connections;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of which there must be exactly as many as announced. A connection that ends early looks like the end of the
 * file; here it is an error, so that no sink ever keeps a part as the whole.
 */
final class WholeInputStream extends FilterInputStream {

    private final boolean moreMayFollow;
    private long left;

    /** @param announced how many bytes there must be, to the end */
    WholeInputStream(InputStream in, long announced) {
        this(in, announced, false);
    }

    /** @param moreMayFollow whether the bytes behind the announced ones are another's, and are not read */
    WholeInputStream(InputStream in, long announced, boolean moreMayFollow) {
        super(in);
        this.left = announced;
        this.moreMayFollow = moreMayFollow;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            if (!moreMayFollow && in.read() >= 0) {
                throw new IOException("it is longer than announced");
            }
            return -1;
        }
        int n = in.read(buffer, offset, (int) Math.min(length, left));
        if (n < 0) {
            throw new IOException("it is shorter than announced");
        }
        left -= n;
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = in.skip(Math.min(n, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(in.available(), left);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
