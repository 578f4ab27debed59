package org.clearlane.connections;

import static org.clearlane.connections.Handovers.delivered;
import static org.clearlane.connections.Handovers.later;
import static org.clearlane.connections.Handovers.refused;
import static org.clearlane.connections.Handovers.unknown;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.clearlane.model.Failure;
import org.clearlane.model.connection.AnswerSink;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.connection.OutboundFile;
import org.clearlane.model.connection.PayerConnection;

/**
 * A payer's SFTP server. A file is uploaded as {@code .part} and counts from one rename on. Until the rename is on its
 * way every fault means "not delivered"; a link lost during it means "unknown", and looking settles it.
 */
final class SftpConnection implements PayerConnection {

    private static final int WRITE_BYTES = 32 * 1024;

    private final SftpSessions sessions;
    private final String outbound;
    private final String inbound;
    private final boolean removeCollected;
    private final AnswerCollector answers;

    SftpConnection(Settings settings) {
        this.sessions = new SftpSessions(settings);
        this.outbound = settings.text("outbound");
        this.inbound = settings.text("inbound");
        this.removeCollected = settings.flag("removeCollected");
        this.answers = new AnswerCollector(settings);
        sessions.provideSecrets();
    }

    @Override
    public Handover stage(OutboundFile file) {
        String part = part(file);
        try {
            return sessions.with(sftp -> {
                Optional<Attributes> there = find(sftp, finalName(file));
                if (there.isPresent()) {
                    return alreadyThere(file, there.get());
                }
                upload(sftp, file, part);
                Optional<Attributes> staged = find(sftp, part);
                return staged.isPresent() && staged.get().getSize() == file.size()
                        ? delivered("uploaded " + file.size() + " bytes as a part")
                        : later("the server does not show the upload in full");
            });
        } catch (IOException e) {
            return notDelivered("the upload failed", e);
        }
    }

    @Override
    public Handover deliver(OutboundFile file) {
        try {
            return sessions.with(sftp -> deliver(sftp, file));
        } catch (IOException e) {
            return notDelivered("the rename was not tried", e);
        }
    }

    private Handover deliver(SftpClient sftp, OutboundFile file) throws IOException {
        Optional<Attributes> there = find(sftp, finalName(file));
        if (there.isPresent()) {
            return alreadyThere(file, there.get());
        }
        Optional<Attributes> staged = find(sftp, part(file));
        if (staged.isEmpty()) {
            return unknown("nothing is staged under this name: it was never staged, or it was delivered before");
        }
        if (staged.get().getSize() != file.size()) {
            return later("what is staged is not whole");
        }
        // From here on the rename is on its way: no fault may leave this method as an exception.
        try {
            rename(sftp, part(file), finalName(file));
            return delivered("renamed on the server");
        } catch (SftpException answer) {
            return isLost(answer) ? unknown("the link was lost during the rename") : afterNo(sftp, file, answer);
        } catch (IOException e) {
            return unknown("the link was lost during the rename: " + Handovers.why(e));
        }
    }

    /** The server said no to the rename. Servers have been known to say no and do it all the same: look. */
    private Handover afterNo(SftpClient sftp, OutboundFile file, SftpException answer) {
        try {
            Optional<Attributes> there = find(sftp, finalName(file));
            if (there.isPresent()) {
                return alreadyThere(file, there.get());
            }
            return find(sftp, part(file)).isPresent()
                    ? notDelivered("the server refused the rename", answer)
                    : unknown("the server refused the rename, and the part is gone");
        } catch (IOException e) {
            return unknown("the server refused the rename, then could not be asked: " + Handovers.why(e));
        }
    }

    /**
     * The part was uploaded in full before delivering began, and only our own rename takes it away. So with neither
     * name left, the payer has already taken the file.
     */
    @Override
    public Handover inquire(OutboundFile file) {
        try {
            return sessions.with(sftp -> {
                if (!sftp.stat(outbound).isDirectory()) {
                    return unknown("the outbound folder is not there");
                }
                Optional<Attributes> there = find(sftp, finalName(file));
                if (there.isPresent()) {
                    return alreadyThere(file, there.get());
                }
                return find(sftp, part(file)).isPresent()
                        ? later("it is uploaded and was not renamed")
                        : delivered("the payer has taken it: neither the part nor the final name is left");
            });
        } catch (IOException e) {
            return unknown("the server could not be asked: " + Handovers.why(e));
        }
    }

    @Override
    public Collection collect(AnswerSink sink) {
        try {
            return sessions.with(sftp -> answers.collect(new SftpPlace(sftp, inbound, removeCollected), sink));
        } catch (IOException e) {
            return Collection.unreached(0, "the server cannot be used: " + Handovers.why(e));
        }
    }

    @Override
    public Handover check() {
        try {
            return sessions.with(sftp -> {
                if (!sftp.stat(outbound).isDirectory()) {
                    return refused("the outbound folder is no folder");
                }
                if (!sftp.stat(inbound).isDirectory()) {
                    return refused("the inbound folder is no folder");
                }
                new SftpPlace(sftp, inbound, removeCollected).list(1, unread -> {});
                return delivered("logged in, both folders are there, the inbound one can be listed");
            });
        } catch (IOException e) {
            return notDelivered("the server cannot be used", e);
        }
    }

    @Override
    public void close() {
        sessions.close();
    }

    @Override
    public String toString() {
        return "sftp connection";
    }

    private static void upload(SftpClient sftp, OutboundFile file, String part) throws IOException {
        try (OutputStream out = sftp.write(part, WRITE_BYTES, OpenMode.Write, OpenMode.Create, OpenMode.Truncate)) {
            OutboundContent.copy(file, out);
        } catch (Failure ours) {
            sftp.remove(part);
            throw ours;
        }
        OpenSSHFsyncExtension fsync = sftp.getExtension(OpenSSHFsyncExtension.class);
        if (fsync != null && fsync.isSupported()) {
            try (CloseableHandle handle = sftp.open(part, OpenMode.Write)) {
                fsync.fsync(handle);
            }
        }
    }

    private static void rename(SftpClient sftp, String part, String target) throws IOException {
        OpenSSHPosixRenameExtension posix = sftp.getExtension(OpenSSHPosixRenameExtension.class);
        if (posix != null && posix.isSupported()) {
            posix.posixRename(part, target);
        } else {
            sftp.rename(part, target);
        }
    }

    private static Handover alreadyThere(OutboundFile file, Attributes found) {
        return found.isRegularFile() && found.getSize() == file.size()
                ? delivered("it lies on the server under its final name")
                : refused("another file bears its name on the server");
    }

    private static Optional<Attributes> find(SftpClient sftp, String path) throws IOException {
        try {
            return Optional.of(sftp.lstat(path));
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Handover notDelivered(String doing, IOException fault) {
        String reason = doing + ": " + Handovers.why(fault);
        boolean permanent = fault instanceof SftpRefusal
                || fault instanceof SftpException answer
                        && (answer.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED
                                || answer.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE);
        return permanent ? refused(reason) : later(reason);
    }

    /** These two are no answers of the server: they say that there was none. */
    private static boolean isLost(SftpException answer) {
        return answer.getStatus() == SftpConstants.SSH_FX_CONNECTION_LOST
                || answer.getStatus() == SftpConstants.SSH_FX_NO_CONNECTION;
    }

    private String finalName(OutboundFile file) {
        return SftpPlace.at(outbound, FileNames.outbound(file));
    }

    private String part(OutboundFile file) {
        return SftpPlace.at(outbound, FileNames.outbound(file) + FileNames.PART);
    }
}
