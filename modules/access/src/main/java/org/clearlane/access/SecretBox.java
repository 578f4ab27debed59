package org.clearlane.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * Seals secrets that have to be read again (second factors, webhook secrets) with AES-256-GCM under a key that lies in the
 * folder of secrets and not in the database: a stolen copy of either alone opens nothing. Safe for use by several threads.
 */
public final class SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private SecretBox(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The box of this folder; its key is made the first time, readable by nobody else. */
    public static SecretBox in(Path secrets) {
        Path file = secrets.resolve("seal.key");
        try {
            Files.createDirectories(secrets);
            if (!Files.exists(file)) {
                make(secrets, file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES) {
                throw new Failure(FailureCode.CONFIGURATION, "seal.key in the folder of secrets is not a key");
            }
            return new SecretBox(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nodes that share the folder may start at once: a key is written whole under another name, and the first one stays. */
    private static void make(Path secrets, Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path part = Files.createTempFile(
                secrets,
                "seal",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(part, key, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        try {
            Files.createLink(file, part);
        } catch (java.nio.file.FileAlreadyExistsException another) {
            // The other node's key it is.
        } finally {
            Files.delete(part);
        }
    }

    /** Seals for one purpose; what was sealed for another does not open. */
    public byte[] seal(byte[] secret, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, secret, purpose);
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return whole;
    }

    /** Opens what {@link #seal} has sealed for the same purpose. */
    public byte[] open(byte[] whole, String purpose) {
        return crypt(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(whole, NONCE_BYTES),
                Arrays.copyOfRange(whole, NONCE_BYTES, whole.length),
                purpose);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] bytes, String purpose) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new Failure(FailureCode.CONFIGURATION, "a sealed secret does not open with the key in secrets/", e);
        }
    }
}
