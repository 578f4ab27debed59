package org.clearlane.app.serve;

import java.nio.file.Path;
import java.util.Map;

/**
 * How the service is started.
 *
 * @param data what this node keeps for itself lies under this folder: embedded database and broker, its name
 * @param shared what all nodes of one clearinghouse share lies under this one: archive, inboxes, mailboxes, passwords of
 *     the database roles; for a single node the same as {@code data}
 * @param config guides, edits, code sets, formats, and {@code application.yaml}
 * @param profiles the folder with {@code practices/} and {@code payers/}; usually the same as {@code config}
 * @param placeholders values for <code>${NAME}</code> in profiles
 * @param host the address the API listens on
 * @param port its port, 0 for any free one
 * @param databaseUrl a PostgreSQL server of your own, or null for the embedded one
 * @param brokerUrl an Artemis cluster, or null for the embedded one
 */
public record ServiceSettings(
        Path data,
        Path shared,
        Path config,
        Path profiles,
        Map<String, String> placeholders,
        String host,
        int port,
        String databaseUrl,
        String brokerUrl) {

    public ServiceSettings {
        placeholders = Map.copyOf(placeholders);
    }

    /** A single node: it shares nothing with anybody. */
    public ServiceSettings(
            Path data,
            Path config,
            Path profiles,
            Map<String, String> placeholders,
            String host,
            int port,
            String databaseUrl,
            String brokerUrl) {
        this(data, data, config, profiles, placeholders, host, port, databaseUrl, brokerUrl);
    }
}
