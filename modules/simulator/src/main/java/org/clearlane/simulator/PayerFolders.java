package org.clearlane.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where one payer keeps its things. */
record PayerFolders(Path root, Path box) {

    static PayerFolders of(Path data, PayerSettings payer) throws IOException {
        Path root = data.resolve(payer.id()).toAbsolutePath();
        // What an SFTP client can see is a folder of its own, so that nothing else of the payer lies within its reach.
        PayerFolders folders = new PayerFolders(root, payer.transport() == Transport.SFTP ? root.resolve("box") : root);
        for (Path folder : new Path[] {folders.received(), folders.pending(), folders.sent(), folders.keys()}) {
            Files.createDirectories(folder);
        }
        return folders;
    }

    /** What is handed to the payer. */
    Path in() {
        return box.resolve("in");
    }

    /** What the payer hands out. */
    Path out() {
        return box.resolve("out");
    }

    /** Received bytes, kept. */
    Path received() {
        return root.resolve("received");
    }

    /** Answers that wait for their time. */
    Path pending() {
        return root.resolve("pending");
    }

    /** Copies of every answer handed out. */
    Path sent() {
        return root.resolve("sent");
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path file(String name) {
        return root.resolve(name);
    }
}
