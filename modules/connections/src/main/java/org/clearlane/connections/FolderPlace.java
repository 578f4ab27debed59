package org.clearlane.connections;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Answers lying in a folder of this machine. */
final class FolderPlace implements AnswerPlace {

    private static final boolean UNIX =
            Path.of("").getFileSystem().supportedFileAttributeViews().contains("unix");

    private final Path folder;

    FolderPlace(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean list(long most, Consumer<Entry> to) throws IOException {
        long shown = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path path : entries) {
                if (++shown > most) {
                    return false;
                }
                try {
                    BasicFileAttributes attributes = attributes(path);
                    to.accept(new Entry(path.getFileName().toString(), look(attributes), obstacle(path, attributes)));
                } catch (NoSuchFileException goneMeanwhile) {
                    // The payer took it back between the listing and the look.
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return true;
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public StillFiles.Look look(String name) throws IOException {
        return look(attributes(folder.resolve(name)));
    }

    @Override
    public void remove(String name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    private static String obstacle(Path path, BasicFileAttributes attributes) throws IOException {
        if (attributes.isDirectory()) {
            return null;
        }
        if (!attributes.isRegularFile()) {
            return "it is a link or no regular file";
        }
        // A hard link would let a stranger make us hand over a file that is not the payer's.
        if (UNIX && (int) Files.getAttribute(path, "unix:nlink", LinkOption.NOFOLLOW_LINKS) > 1) {
            return "it has a second name (hard link)";
        }
        return "";
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static StillFiles.Look look(BasicFileAttributes attributes) {
        return new StillFiles.Look(
                attributes.size(), attributes.lastModifiedTime().to(TimeUnit.MICROSECONDS), attributes.fileKey());
    }
}
