package org.clearlane.store.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * Keeps bytes for good, each content once, under its SHA-256. What {@link #keep} or {@link ArchiveWriter#seal} has
 * returned is on disk: file, name and folder are synced. Kept files are read-only and never change.
 *
 * <p>Nodes that share a database share this folder. Safe for use by several threads.
 */
public final class Archive {

    private final Path root;
    private final Path incoming;

    /** An archive under this folder, which is made if needed. */
    public Archive(Path root) {
        this.root = root;
        this.incoming = root.resolve("incoming");
        try {
            Files.createDirectories(incoming);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /**
     * What was kept.
     *
     * @param key how to get it back
     * @param sha256 of its bytes, lower-case hexadecimal
     * @param size in bytes
     */
    public record Kept(String key, String sha256, long size) {}

    /** Keeps all bytes of the stream, at most {@code limit}. */
    public Kept keep(InputStream bytes, long limit) {
        try (ArchiveWriter writer = write()) {
            byte[] block = new byte[1 << 16];
            long total = 0;
            for (int read = bytes.read(block); read >= 0; read = bytes.read(block)) {
                total += read;
                if (total > limit) {
                    throw new Failure(
                            FailureCode.FILE_TOO_LARGE, "the file is larger than the limit of " + limit + " bytes");
                }
                writer.write(block, 0, read);
            }
            return writer.seal();
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** Begins something that is written piece by piece; it is kept when sealed and gone when not. */
    public ArchiveWriter write() {
        try {
            return new ArchiveWriter(Files.createTempFile(incoming, "kept", ".part"), this);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** The kept bytes from the start. The caller closes. */
    public InputStream open(String key) {
        try {
            return new BufferedInputStream(Files.newInputStream(path(key)), 1 << 16);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** The kept bytes in any order. The caller closes. */
    public KeptBytes read(String key) {
        try {
            return new KeptBytes(FileChannel.open(path(key), StandardOpenOption.READ));
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** Removes what was begun long ago and never sealed: what a crash left behind. Returns how much there was. */
    public int sweep(Instant begunBefore) {
        int swept = 0;
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(incoming, "*.part")) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(begunBefore)) {
                    Files.deleteIfExists(part);
                    swept++;
                }
            }
            return swept;
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** Where the bytes lie; for reading only. */
    public Path path(String key) {
        if (!key.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not an archive key");
        }
        return root.resolve(key.substring(0, 2)).resolve(key);
    }

    static Failure unavailable(IOException cause) {
        return new Failure(
                FailureCode.ARCHIVE_UNAVAILABLE,
                "the archive cannot be read or written; nothing was acknowledged ("
                        + cause.getClass().getSimpleName() + ")",
                cause);
    }

    /** Random access to kept bytes. Not safe for use by several threads. */
    public static final class KeptBytes implements AutoCloseable {

        private final FileChannel channel;

        KeptBytes(FileChannel channel) {
            this.channel = channel;
        }

        /** A copy of {@code length} bytes from {@code offset} on. */
        public byte[] span(long offset, int length) {
            try {
                ByteBuffer bytes = ByteBuffer.allocate(length);
                while (bytes.hasRemaining()) {
                    if (channel.read(bytes, offset + bytes.position()) < 0) {
                        throw new Failure(FailureCode.ARCHIVE_CORRUPT, "a kept file is shorter than the ledger says");
                    }
                }
                return bytes.array();
            } catch (IOException e) {
                throw unavailable(e);
            }
        }

        /** A copy of what there is from {@code offset} on, at most this much. */
        public byte[] atMost(long offset, int most) {
            try {
                return span(offset, Math.clamp(channel.size() - offset, 0, most));
            } catch (IOException e) {
                throw unavailable(e);
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw unavailable(e);
            }
        }
    }
}
