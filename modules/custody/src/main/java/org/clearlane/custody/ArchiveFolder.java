package org.clearlane.custody;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The kept bytes as they lie on disk: content K, named by its SHA-256, at {@code K[0..2]/K}.
 *
 * @param root the folder
 */
record ArchiveFolder(Path root) {

    /**
     * What lies under a key.
     *
     * @param present whether anything does
     * @param size in bytes
     * @param sha256 of the bytes, lower-case hexadecimal
     * @param writable whether anybody may write to it
     */
    record Kept(boolean present, long size, String sha256, boolean writable) {

        private static final Kept MISSING = new Kept(false, 0, "", false);
    }

    /** Where a key's bytes lie, or null for what is no key. */
    Path path(String key) {
        return key.matches("[0-9a-f]{64}") ? root.resolve(key.substring(0, 2)).resolve(key) : null;
    }

    /** Whether the key's bytes are there to be read. */
    boolean has(String key) {
        Path path = path(key);
        return path != null && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** The bytes from the start. The caller closes. */
    InputStream open(String key) throws IOException {
        return Files.newInputStream(path(key));
    }

    /** Reads all bytes of a key. */
    Kept inspect(String key) throws IOException {
        return has(key) ? inspect(path(key)) : Kept.MISSING;
    }

    static Kept inspect(Path file) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] block = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
                size += read;
            }
        }
        return new Kept(true, size, HexFormat.of().formatHex(digest.digest()), isWritable(file));
    }

    /** The permission bits, not whether we may write: the superuser always may. */
    private static boolean isWritable(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return Files.isWritable(file);
        }
        var permissions = view.readAttributes().permissions();
        return permissions.contains(PosixFilePermission.OWNER_WRITE)
                || permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
