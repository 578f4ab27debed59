package org.clearlane.app.serve;

import java.nio.file.Path;
import java.util.Map;

/**
 * How the service is started.
 *
 * @param data everything it keeps lies under this folder
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
}
