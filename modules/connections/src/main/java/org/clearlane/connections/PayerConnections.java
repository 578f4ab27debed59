package org.clearlane.connections;

import java.time.Clock;
import java.util.List;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.connection.PayerConnection;
import org.clearlane.model.directory.PayerProfile;

/** Makes the connection a payer's profile asks for. */
public final class PayerConnections {

    private PayerConnections() {}

    /**
     * Opens a connection without yet talking to the payer; {@link PayerConnection#check} does that.
     *
     * @param clock the time stamped on requests
     * @param secrets reads the secrets the profile refers to
     * @throws Failure {@link FailureCode#CONFIGURATION} with every mistake in the settings, or the first secret, key or
     *     certificate file that cannot be read
     */
    public static PayerConnection open(PayerProfile payer, Clock clock, SecretResolver secrets) {
        List<String> mistakes = ConnectionSettingsChecker.mistakes(payer);
        if (!mistakes.isEmpty()) {
            throw new Failure(FailureCode.CONFIGURATION, String.join("; ", mistakes));
        }
        ConnectionKind kind = ConnectionKind.of(payer.connection().kind()).orElseThrow();
        Settings settings = new Settings(kind, payer.connection().settings(), secrets);
        return switch (kind) {
            case FOLDER -> new FolderConnection(settings);
            case SFTP -> new SftpConnection(settings);
            case HTTPS_CORE -> new HttpsCoreConnection(settings, clock);
        };
    }
}
