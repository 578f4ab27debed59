package org.clearlane.store.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * The passwords of the database roles, made up on first start and kept under the data folder for the owner of the
 * process alone. Nodes that share a database share this file.
 */
public final class DatabaseSecrets {

    private final Properties secrets = new Properties();

    private DatabaseSecrets() {}

    /** Reads {@code database.properties} in this folder, or makes it. */
    public static DatabaseSecrets in(Path folder) {
        Path file = folder.resolve("database.properties");
        DatabaseSecrets all = new DatabaseSecrets();
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    all.secrets.load(reader);
                }
            }
            boolean changed = false;
            for (Role role : Role.values()) {
                if (all.secrets.getProperty(role.roleName()) == null) {
                    all.secrets.setProperty(role.roleName(), newPassword());
                    changed = true;
                }
            }
            if (changed) {
                write(all.secrets, file);
            }
            return all;
        } catch (IOException e) {
            throw new Failure(FailureCode.CONFIGURATION, "the database passwords cannot be kept in " + file, e);
        }
    }

    private static void write(Properties secrets, Path file) throws IOException {
        Path part = file.resolveSibling("database.properties.part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(part)) {
            secrets.store(writer, "Passwords of the database roles. Nodes that share a database share this file.");
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String newPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The password of this role. */
    public String passwordOf(Role role) {
        return secrets.getProperty(role.roleName());
    }
}
