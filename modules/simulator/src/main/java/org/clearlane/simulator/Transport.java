package org.clearlane.simulator;

/** How a simulated payer is reached. */
public enum Transport {
    /** Two folders of this machine. */
    FOLDER,
    /** An SFTP server on loopback with {@code /in} and {@code /out}. */
    SFTP,
    /** CAQH CORE batch by HTTP MIME multipart over TLS, on loopback. */
    HTTPS
}
