package org.clearlane.app;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Says how far the reading of a long file is, as a bar on one line that is written over and wiped at the end. Files read
 * within a fifth of a second say nothing. Not safe for use by several threads.
 */
public final class Progress {

    private static final long PATIENCE_NANOS = 200_000_000L;
    private static final long EVERY_NANOS = 100_000_000L;
    private static final int BAR = 24;
    private static final String WIPE = "\r\u001b[K";

    private final PrintWriter err;
    private final LongSupplier nanoTime;
    private final boolean shown;

    /**
     * @param err where the line goes
     * @param shown false where nobody looks on
     */
    public Progress(PrintWriter err, boolean shown) {
        this(err, shown, System::nanoTime);
    }

    Progress(PrintWriter err, boolean shown, LongSupplier nanoTime) {
        this.err = err;
        this.shown = shown;
        this.nanoTime = nanoTime;
    }

    /**
     * The same stream, watched.
     *
     * @param doing what is done with it, for example {@code a.edi: judging}
     * @param bytes how long it is
     */
    public InputStream watch(InputStream in, String doing, long bytes) {
        return shown ? new Watched(in, doing, bytes) : in;
    }

    private final class Watched extends FilterInputStream {

        private final String doing;
        private final long bytes;
        private long read;
        private long nextNanos = nanoTime.getAsLong() + PATIENCE_NANOS;
        private boolean written;

        Watched(InputStream in, String doing, long bytes) {
            super(in);
            this.doing = doing;
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int more) {
            read += more;
            long now = nanoTime.getAsLong();
            if (now - nextNanos < 0) {
                return;
            }
            nextNanos = now + EVERY_NANOS;
            written = true;
            long percent = bytes <= 0 ? 100 : Math.min(100, read * 100 / bytes);
            int done = (int) (percent * BAR / 100);
            String bar = "[" + "#".repeat(done) + ".".repeat(BAR - done) + "]";
            err.print(WIPE + doing + " " + bar + " " + percent + " %, " + megabytes(read) + " of " + megabytes(bytes)
                    + " MB");
            err.flush();
        }

        private static String megabytes(long bytes) {
            return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
        }

        @Override
        public void close() throws IOException {
            if (written) {
                err.print(WIPE);
                err.flush();
            }
            super.close();
        }
    }
}
