package org.clearlane.routes;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Leaves an X12 file alone that does not end with its IEA, and one that is still empty, until it has not changed for a
 * while: an upload may pause longer than any reasonable waiting time for a whole file. Behind the grace it is taken as it
 * is, and answered as cut off or empty.
 */
public final class CompleteFiles implements GenericFileFilter<File> {

    private static final int TAIL = 512;

    private final Clock clock;
    private final Duration grace;

    public CompleteFiles(Clock clock, Duration grace) {
        this.clock = clock;
        this.grace = grace;
    }

    @Override
    public boolean accept(GenericFile<File> file) {
        if (file.isDirectory() || clock.millis() - file.getLastModified() > grace.toMillis()) {
            return true;
        }
        return !looksCutOff(file.getFile());
    }

    private static boolean looksCutOff(File file) {
        try (RandomAccessFile bytes = new RandomAccessFile(file, "r")) {
            long length = bytes.length();
            if (length == 0) {
                return true;
            }
            boolean x12 = length >= 4 && text(bytes, 0, 4).matches("ISA[^A-Za-z0-9]");
            return x12 && !text(bytes, Math.max(0, length - TAIL), TAIL).contains("IEA");
        } catch (IOException e) {
            // Gone or not readable just now: the next look will tell.
            return true;
        }
    }

    private static String text(RandomAccessFile bytes, long from, int most) throws IOException {
        bytes.seek(from);
        byte[] read = new byte[(int) Math.min(most, bytes.length() - from)];
        bytes.readFully(read);
        return new String(read, StandardCharsets.ISO_8859_1);
    }
}
