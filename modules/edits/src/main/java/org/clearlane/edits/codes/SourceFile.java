package org.clearlane.edits.codes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * A file as its publisher gives it out, read line by line. An archive (.zip) is read through to the one file in it whose
 * name fits. A line without an end shows that the file is cut off.
 */
final class SourceFile implements AutoCloseable {

    /** Longer lines than any publisher writes: then it is no such file. */
    private static final int LONGEST_LINE = 20_000;

    private final String name;
    private final Reader reader;
    private int line;
    private boolean cut;

    private SourceFile(String name, InputStream bytes) {
        this.name = name;
        this.reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.ISO_8859_1), 1 << 16);
    }

    /**
     * Opens it.
     *
     * @param inArchive what the name of the wanted file in an archive looks like
     * @throws Failure with code CONFIGURATION when it cannot be read, or an archive has no such file
     */
    static SourceFile open(Path file, Pattern inArchive) {
        try {
            InputStream bytes = Files.newInputStream(file);
            if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                return new SourceFile(file.getFileName().toString(), bytes);
            }
            ZipInputStream archive = new ZipInputStream(bytes);
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (inArchive.matcher(name).matches()) {
                    return new SourceFile(name, archive);
                }
            }
            archive.close();
            throw new Failure(
                    FailureCode.CONFIGURATION,
                    file.getFileName() + " is refused: no file in it is called like " + inArchive.pattern());
        } catch (IOException unreadable) {
            throw new Failure(FailureCode.CONFIGURATION, file + " cannot be read", unreadable);
        }
    }

    /** The file's own name, also inside an archive. */
    String name() {
        return name;
    }

    /** The number of the line read last. */
    int line() {
        return line;
    }

    /** Goes back in what is said, to name an earlier line. */
    Failure refusedAt(int number, String why) {
        return new Failure(FailureCode.CONFIGURATION, name + " is refused: line " + number + " " + why);
    }

    /** To be thrown: the file is refused for what stands in the line read last. */
    Failure refused(String why) {
        return refusedAt(line, why);
    }

    /** The next line without its end, null behind the last one. */
    String next() {
        StringBuilder text = new StringBuilder(128);
        try {
            int c = reader.read();
            if (c < 0) {
                return null;
            }
            line++;
            for (; c >= 0 && c != '\n'; c = reader.read()) {
                text.append((char) c);
                if (text.length() > LONGEST_LINE) {
                    throw refused("is longer than lines of such a file are");
                }
            }
            cut = c < 0;
        } catch (IOException broken) {
            throw new Failure(
                    FailureCode.CONFIGURATION,
                    name + " is refused: behind line " + line + " it cannot be read (" + broken.getMessage() + ")",
                    broken);
        }
        int length = text.length();
        return length > 0 && text.charAt(length - 1) == '\r' ? text.substring(0, length - 1) : text.toString();
    }

    /** To be called behind the last line, where the publisher ends every line. */
    void requireWhole() {
        if (cut) {
            throw refused("has no end, so the file is cut off there");
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
