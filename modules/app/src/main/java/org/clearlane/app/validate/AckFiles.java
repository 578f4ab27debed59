package org.clearlane.app.validate;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.judgement.AckStreams;

/** The three files an answer is written to, beside each other and named after the file answered; empty ones go away. */
final class AckFiles implements Closeable {

    private final List<Path> paths = new ArrayList<>();
    private final List<OutputStream> outputs = new ArrayList<>();
    private final AckStreams streams;

    AckFiles(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        streams = new AckStreams(
                open(folder.resolve(name + ".ta1.edi")),
                open(folder.resolve(name + ".999.edi")),
                open(folder.resolve(name + ".277ca.edi")));
    }

    private OutputStream open(Path path) throws IOException {
        OutputStream output = new BufferedOutputStream(Files.newOutputStream(path));
        paths.add(path);
        outputs.add(output);
        return output;
    }

    AckStreams streams() {
        return streams;
    }

    @Override
    public void close() throws IOException {
        for (OutputStream output : outputs) {
            output.close();
        }
        for (Path path : paths) {
            if (Files.size(path) == 0) {
                Files.delete(path);
            }
        }
    }
}
