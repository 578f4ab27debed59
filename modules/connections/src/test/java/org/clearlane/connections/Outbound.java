package org.clearlane.connections;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.clearlane.model.connection.OutboundFile;

/** Makes files to be sent. */
final class Outbound {

    static final String CONTENT = "ISA*00*          *00*          ~IEA*1*000000001~\n";

    private Outbound() {}

    static OutboundFile file(Path folder, String name) {
        return file(folder, name, CONTENT);
    }

    static OutboundFile file(Path folder, String name, String content) {
        try {
            byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
            Path kept = Files.write(folder.resolve("kept-" + UUID.randomUUID()), bytes);
            return new OutboundFile(
                    name,
                    UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII))
                            .toString(),
                    "X12_837_Request_005010X222A1",
                    kept,
                    bytes.length,
                    hash("SHA-256", bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
