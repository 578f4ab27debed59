package org.clearlane.connections;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of which there must be exactly as many as announced. A connection that ends early looks like the end of the
 * file; here it is an error, so that no sink ever keeps a part as the whole.
 */
final class WholeInputStream extends FilterInputStream {

    private final long announced;
    private long read;

    WholeInputStream(InputStream in, long announced) {
        super(in);
        this.announced = announced;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        count(b < 0 ? -1 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        count(n);
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = in.skip(n);
        read += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int n) throws IOException {
        if (n > 0) {
            read += n;
        }
        if (read > announced || n < 0 && read < announced) {
            throw new IOException("it is not as long as announced");
        }
    }
}
