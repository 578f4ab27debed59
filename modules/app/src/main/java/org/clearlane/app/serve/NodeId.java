package org.clearlane.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/** The name of this node, kept in its data folder: after a crash it takes its own leases up again at once. */
final class NodeId {

    private NodeId() {}

    static String in(Path data) {
        Path file = data.resolve("node-id");
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            String id = "node-" + UUID.randomUUID();
            Files.createDirectories(data);
            Files.writeString(file, id + "\n");
            return id;
        } catch (IOException e) {
            throw new Failure(FailureCode.CONFIGURATION, "the data folder " + data + " cannot be written", e);
        }
    }
}
