package org.clearlane.store.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Something on its way into the archive. Kept when {@link #seal}ed; {@link #close} without it leaves nothing behind. */
public final class ArchiveWriter extends OutputStream {

    private final Path part;
    private final Archive archive;
    private final FileChannel channel;
    private final OutputStream out;
    private final MessageDigest digest;
    private long size;
    private boolean sealed;

    ArchiveWriter(Path part, Archive archive) throws IOException {
        this.part = part;
        this.archive = archive;
        this.channel = FileChannel.open(part, StandardOpenOption.WRITE);
        this.out = new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel), 1 << 16);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        size++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        digest.update(bytes, from, length);
        size += length;
    }

    /** Bytes written so far. */
    public long size() {
        return size;
    }

    /** Makes it durable and gives it its name. */
    public Archive.Kept seal() throws IOException {
        out.flush();
        channel.force(true);
        channel.close();
        String key = HexFormat.of().formatHex(digest.digest());
        Path kept = archive.path(key);
        Files.createDirectories(kept.getParent());
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("r--------"));
        // The same content may be there already: replacing it by itself changes nothing, and needs no special case.
        Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(kept.getParent());
        sync(kept.getParent().getParent());
        sealed = true;
        return new Archive.Kept(key, key, size);
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        if (!sealed) {
            channel.close();
            Files.deleteIfExists(part);
        }
    }
}
