package org.clearlane.connections;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.connection.OutboundFile;

/** The kept bytes of a file to be sent. They are proved against their hash each time they are read. */
final class OutboundContent {

    private static final int BUFFER_BYTES = 64 * 1024;

    private OutboundContent() {}

    /**
     * Writes the bytes out.
     *
     * @return their SHA-1, lower-case hexadecimal: the CORE CheckSum
     * @throws IOException when the other side cannot be written
     * @throws Failure when our own archive cannot be read or no longer holds what was kept; what was written is then
     *     worthless
     */
    static String copy(OutboundFile file, OutputStream to) throws IOException {
        MessageDigest sha256 = digest("SHA-256");
        MessageDigest sha1 = digest("SHA-1");
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        try (InputStream from = open(file)) {
            for (int n = read(from, buffer); n >= 0; n = read(from, buffer)) {
                sha256.update(buffer, 0, n);
                sha1.update(buffer, 0, n);
                size += n;
                to.write(buffer, 0, n);
            }
        }
        HexFormat hex = HexFormat.of();
        if (size != file.size() || !hex.formatHex(sha256.digest()).equals(file.sha256())) {
            throw new Failure(FailureCode.ARCHIVE_CORRUPT, "the kept bytes of " + file.name() + " have changed");
        }
        return hex.formatHex(sha1.digest());
    }

    /** Proves the bytes without sending them. @return their SHA-1 */
    static String prove(OutboundFile file) {
        try {
            return copy(file, OutputStream.nullOutputStream());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static InputStream open(OutboundFile file) {
        try {
            return Files.newInputStream(file.content());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static int read(InputStream from, byte[] buffer) {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "the archive cannot be read", e);
        }
    }

    private static Failure unreadable(OutboundFile file, IOException cause) {
        return new Failure(
                FailureCode.ARCHIVE_UNAVAILABLE, "the kept bytes of " + file.name() + " cannot be read", cause);
    }
}
