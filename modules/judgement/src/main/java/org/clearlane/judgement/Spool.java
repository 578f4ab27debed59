package org.clearlane.judgement;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes written now and read again soon: in memory while they are few, else in a file that goes away on closing. */
final class Spool extends OutputStream implements Closeable {

    private static final int MOST_IN_MEMORY = 1 << 20;

    private final Path folder;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Path file;
    private OutputStream disk;
    private long size;

    Spool(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (disk == null && size + length > MOST_IN_MEMORY) {
            file = Files.createTempFile(folder, "answer", ".spool");
            disk = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
            memory.writeTo(disk);
            memory = null;
        }
        if (disk == null) {
            memory.write(bytes, from, length);
        } else {
            disk.write(bytes, from, length);
        }
        size += length;
    }

    /** How many bytes were written. */
    long size() {
        return size;
    }

    /** The bytes from here to there; the caller closes it before writing on. */
    InputStream range(long from, long to) throws IOException {
        if (disk == null) {
            return new ByteArrayInputStream(memory.toByteArray(), (int) from, (int) (to - from));
        }
        disk.flush();
        FileChannel channel = FileChannel.open(file);
        channel.position(from);
        return new Range(Channels.newInputStream(channel), to - from);
    }

    @Override
    public void close() throws IOException {
        memory = new ByteArrayOutputStream();
        size = 0;
        if (disk != null) {
            disk.close();
            disk = null;
            Files.deleteIfExists(file);
        }
    }

    /** So many bytes of a stream. */
    private static final class Range extends InputStream {

        private final InputStream in;
        private long left;

        Range(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(bytes, from, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
