package org.clearlane.simulator;

import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The port of a server: as given, or a free one that is kept for every later start on the same data folder. */
final class KeptPort {

    private final int given;
    private final Path file;

    KeptPort(int given, Path file) {
        this.given = given;
        this.file = file;
    }

    /** Binds a server to a port (0 = any free one) and says to which. */
    @FunctionalInterface
    interface Binding {
        int bind(int port) throws IOException;
    }

    int bind(Binding binding) throws IOException {
        if (given != 0) {
            return binding.bind(given);
        }
        int wanted =
                Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        int bound;
        try {
            bound = binding.bind(wanted);
        } catch (BindException e) {
            // Somebody else took the port while we were away; a new one is better than no payer.
            bound = binding.bind(0);
        }
        if (bound != wanted) {
            DurableFiles.replace(file, Integer.toString(bound).getBytes(StandardCharsets.US_ASCII));
        }
        return bound;
    }
}
