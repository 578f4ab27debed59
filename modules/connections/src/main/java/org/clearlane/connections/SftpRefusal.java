package org.clearlane.connections;

import java.io.IOException;

/** An SFTP server that we do not trust, or that does not let us in: pointless to try again until somebody acts. */
final class SftpRefusal extends IOException {

    private static final long serialVersionUID = 1L;

    SftpRefusal(String message, Throwable cause) {
        super(message, cause);
    }
}
