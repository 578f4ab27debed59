package org.clearlane.connections;

import static org.clearlane.connections.Handovers.delivered;
import static org.clearlane.connections.Handovers.failed;
import static org.clearlane.connections.Handovers.later;
import static org.clearlane.connections.Handovers.refused;
import static org.clearlane.connections.Handovers.unknown;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.clearlane.model.Failure;
import org.clearlane.model.connection.AnswerSink;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.connection.OutboundFile;
import org.clearlane.model.connection.PayerConnection;

/**
 * A payer that looks into a folder: a mount, or a folder another program carries further. Files appear there whole,
 * by one rename; the payer may take them away at once. Only we make names in {@code outbound}, which is why looking
 * before renaming is enough to overwrite nothing.
 */
final class FolderConnection implements PayerConnection {

    private static final boolean POSIX =
            Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");

    private final Path outbound;
    private final Path inbound;
    private final AnswerCollector answers;

    FolderConnection(Settings settings) {
        this.outbound = settings.path("outbound");
        this.inbound = settings.path("inbound");
        this.answers = new AnswerCollector(settings);
    }

    @Override
    public Handover stage(OutboundFile file) {
        Path part = part(file);
        try {
            if (!Files.isDirectory(outbound)) {
                return later("the outbound folder is not there");
            }
            if (exists(finalName(file))) {
                return alreadyThere(file);
            }
            // A part left by an earlier try, whatever it is, is replaced and never written through.
            Files.deleteIfExists(part);
            write(file, part);
            syncFolder();
            return delivered("staged " + file.size() + " bytes");
        } catch (IOException e) {
            return failed("the outbound folder cannot be written", e);
        }
    }

    @Override
    public Handover deliver(OutboundFile file) {
        Path part = part(file);
        Path target = finalName(file);
        try {
            if (!Files.isDirectory(outbound)) {
                return later("the outbound folder is not there");
            }
            if (exists(target)) {
                return alreadyThere(file);
            }
            if (!exists(part)) {
                return unknown("nothing is staged under this name: it was never staged, or it was delivered before");
            }
            if (Files.size(part) != file.size()) {
                return later("what is staged is not whole");
            }
        } catch (IOException e) {
            return failed("the outbound folder cannot be read", e);
        }
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            return exists(part) ? failed("the staged file cannot be renamed", e) : unknown("the renaming broke off");
        }
        try {
            syncFolder();
        } catch (IOException e) {
            return unknown("it was renamed, but the disk did not confirm it");
        }
        return delivered("renamed in the outbound folder");
    }

    /**
     * Staging was durable before delivering began, and only our own renaming takes a part away. So with neither the
     * part nor the final name left, the payer has already taken the file.
     */
    @Override
    public Handover inquire(OutboundFile file) {
        Path part = part(file);
        if (!Files.isDirectory(outbound)) {
            return unknown("the outbound folder is not there");
        }
        try {
            if (exists(finalName(file))) {
                return alreadyThere(file);
            }
        } catch (IOException e) {
            return unknown("the outbound folder cannot be read: " + Handovers.why(e));
        }
        if (exists(part)) {
            return later("it is staged and was not renamed");
        }
        return Files.isReadable(outbound)
                ? delivered("the payer has taken it: neither the staged nor the final name is left")
                : unknown("the outbound folder cannot be read");
    }

    @Override
    public Collection collect(AnswerSink sink) {
        return answers.collect(new FolderPlace(inbound), sink);
    }

    @Override
    public Handover check() {
        if (!Files.isDirectory(outbound) || !Files.isWritable(outbound)) {
            return refused("the outbound folder is not there or cannot be written");
        }
        if (!Files.isDirectory(inbound) || !Files.isReadable(inbound) || !Files.isWritable(inbound)) {
            return refused("the inbound folder is not there or cannot be read and cleared");
        }
        return delivered("both folders are there");
    }

    @Override
    public void close() {
        // Nothing is held open between calls.
    }

    @Override
    public String toString() {
        return "folder connection";
    }

    private void write(OutboundFile file, Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            OutboundContent.copy(file, out);
            channel.force(true);
        } catch (Failure ours) {
            Files.deleteIfExists(part);
            throw ours;
        }
    }

    /** Something bears the final name. It is ours when the bytes are; another file is never overwritten. */
    private Handover alreadyThere(OutboundFile file) throws IOException {
        Path target = finalName(file);
        BasicFileAttributes found = Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isRegularFile() && found.size() == file.size() && sameBytes(target, file)) {
            return delivered("it lies in the outbound folder under its final name");
        }
        return refused("another file bears its name in the outbound folder");
    }

    private static boolean sameBytes(Path target, OutboundFile file) throws IOException {
        try (InputStream in = Files.newInputStream(target, LinkOption.NOFOLLOW_LINKS)) {
            MessageDigest sha256 = OutboundContent.digest("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
            return HexFormat.of().formatHex(sha256.digest()).equals(file.sha256());
        }
    }

    private void syncFolder() throws IOException {
        if (POSIX) {
            try (FileChannel folder = FileChannel.open(outbound, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private Path finalName(OutboundFile file) {
        return outbound.resolve(FileNames.outbound(file));
    }

    private Path part(OutboundFile file) {
        return outbound.resolve(FileNames.outbound(file) + FileNames.PART);
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
