package org.clearlane.simulator;

import java.net.URI;
import java.nio.file.Path;

/** How a simulated payer is reached: everything a client needs to know, and nothing it must guess. */
public sealed interface PayerEndpoint {

    /**
     * Two folders.
     *
     * @param in files for the payer; it ignores names ending in {@code .part}
     * @param out its answers; whoever takes one deletes it
     */
    record Folder(Path in, Path out) implements PayerEndpoint {}

    /**
     * An SFTP server.
     *
     * @param host address
     * @param port port
     * @param user login
     * @param password login
     * @param knownHosts the line for a known_hosts file
     * @param in folder for the payer's files
     * @param out folder with its answers
     */
    record Sftp(String host, int port, String user, String password, String knownHosts, String in, String out)
            implements PayerEndpoint {}

    /**
     * A CAQH CORE endpoint.
     *
     * @param url where the multipart forms are posted
     * @param certificatePem the self-signed certificate to trust
     * @param user UserName
     * @param password Password
     * @param payerId what the payer calls itself: ReceiverID of requests
     */
    record Https(URI url, String certificatePem, String user, String password, String payerId)
            implements PayerEndpoint {}
}
