package org.clearlane.connections;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * Reads the secrets a profile refers to: {@code env:NAME} from the environment, {@code file:PATH} from a file whose one
 * trailing line end does not count. Nothing is kept, so a changed secret counts from the next connection on. Safe for
 * several threads.
 */
public final class SecretResolver {

    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";
    private static final int LARGEST_BYTES = 64 * 1024;

    private final UnaryOperator<String> environment;

    /** Reads the environment of this process. */
    public SecretResolver() {
        this(System::getenv);
    }

    /** @param environment gives the value of a variable, or null when it is not set */
    public SecretResolver(UnaryOperator<String> environment) {
        this.environment = Objects.requireNonNull(environment, "environment is null");
    }

    /**
     * @param reference {@code env:NAME} or {@code file:PATH}
     * @return the secret, never empty
     * @throws Failure {@link FailureCode#CONFIGURATION} with a sentence that holds no secret
     */
    public String resolve(String reference) {
        if (!isReference(reference)) {
            // The text is not shown: it may be the secret itself, written where its reference belongs.
            throw mistake("a secret must be given as env:NAME or file:PATH", null);
        }
        String secret = reference.startsWith(ENVIRONMENT)
                ? fromEnvironment(reference.substring(ENVIRONMENT.length()))
                : fromFile(Path.of(reference.substring(FILE.length())));
        if (secret.isEmpty()) {
            throw mistake("the secret " + reference + " is empty", null);
        }
        return secret;
    }

    static boolean isReference(String text) {
        return text.startsWith(ENVIRONMENT) && text.length() > ENVIRONMENT.length()
                || text.startsWith(FILE) && text.length() > FILE.length();
    }

    private String fromEnvironment(String name) {
        String value = environment.apply(name);
        if (value == null) {
            throw mistake("the environment variable " + name + " is not set", null);
        }
        return value;
    }

    private static String fromFile(Path path) {
        try {
            PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            if (posix != null && posix.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ)) {
                throw mistake("the secret file " + path + " can be read by everybody; do chmod o-r on it", null);
            }
            if (Files.size(path) > LARGEST_BYTES) {
                throw mistake("the secret file " + path + " is larger than " + LARGEST_BYTES + " bytes", null);
            }
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            if (text.endsWith("\n")) {
                text = text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
            }
            return text;
        } catch (IOException e) {
            throw mistake("the secret file " + path + " cannot be read: " + Handovers.why(e), e);
        }
    }

    private static Failure mistake(String message, Throwable cause) {
        return new Failure(FailureCode.CONFIGURATION, message, cause);
    }
}
