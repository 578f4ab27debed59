package org.clearlane.app.journey;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk so small that a test can fill it. Where none can be mounted it is a plain folder, and says why. */
final class TmpfsDisk implements AutoCloseable {

    private final Path folder;
    private final String whyNot;

    private TmpfsDisk(Path folder, String whyNot) {
        this.folder = folder;
        this.whyNot = whyNot;
    }

    static TmpfsDisk mount(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new TmpfsDisk(
                folder, run("mount", "-t", "tmpfs", "-o", "size=48m,mode=700", "tmpfs", folder.toString()));
    }

    /** Why there is no such disk, or null when there is one. */
    String whyNot() {
        return whyNot;
    }

    /** Leaves no room for a single byte more. */
    void fill() throws IOException {
        try (OutputStream filler = Files.newOutputStream(folder.resolve("filler"))) {
            byte[] block = new byte[1 << 16];
            for (int size = block.length; size > 0; ) {
                try {
                    filler.write(block, 0, size);
                } catch (IOException full) {
                    size /= 2;
                }
            }
        }
    }

    void free() throws IOException {
        Files.delete(folder.resolve("filler"));
    }

    @Override
    public void close() throws IOException {
        if (whyNot == null) {
            String refused = run("umount", folder.toString());
            if (refused != null) {
                throw new IOException(refused);
            }
        }
    }

    /** What went wrong, or null. */
    private static String run(String... command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? null : String.join(" ", command) + ": " + said.strip();
        } catch (IOException e) {
            return command[0] + " cannot be run: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
