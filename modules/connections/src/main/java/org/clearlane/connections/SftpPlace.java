package org.clearlane.connections;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attribute;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;

/** Answers lying in a folder of an SFTP server, seen through one channel. */
final class SftpPlace implements AnswerPlace {

    private final SftpClient sftp;
    private final String folder;
    private final boolean removes;

    SftpPlace(SftpClient sftp, String folder, boolean removes) {
        this.sftp = sftp;
        this.folder = folder;
        this.removes = removes;
    }

    /** The path of a plain name; a name holding a separator never gets here. */
    static String at(String folder, String plainName) {
        return folder.endsWith("/") ? folder + plainName : folder + "/" + plainName;
    }

    @Override
    public boolean list(long most, Consumer<Entry> to) throws IOException {
        long shown = 0;
        try (CloseableHandle handle = sftp.openDir(folder)) {
            AtomicReference<Boolean> end = new AtomicReference<>();
            // A hostile listing may never end: it is read in steps and given up at the limit.
            for (List<DirEntry> step = sftp.readDir(handle, end); step != null; step = sftp.readDir(handle, end)) {
                for (DirEntry entry : step) {
                    if (++shown > most) {
                        return false;
                    }
                    show(entry, to);
                }
                if (Boolean.TRUE.equals(end.get())) {
                    return true;
                }
            }
        }
        return true;
    }

    private void show(DirEntry entry, Consumer<Entry> to) throws IOException {
        String name = entry.getFilename();
        if (FileNames.judge(name) != FileNames.Verdict.ANSWER) {
            // Nothing more is asked about a name that will not be used.
            to.accept(new Entry(name, null, name.equals(".") || name.equals("..") ? null : ""));
            return;
        }
        Attributes attributes = entry.getAttributes();
        if (!attributes.getFlags().contains(Attribute.Perms)) {
            attributes = sftp.lstat(at(folder, name));
        }
        String obstacle = attributes.isRegularFile() ? "" : "it is a link or no regular file";
        to.accept(new Entry(name, look(attributes), attributes.isDirectory() ? null : obstacle));
    }

    @Override
    public InputStream open(String name) throws IOException {
        return sftp.read(at(folder, name));
    }

    @Override
    public StillFiles.Look look(String name) throws IOException {
        return look(sftp.lstat(at(folder, name)));
    }

    @Override
    public void remove(String name) throws IOException {
        if (removes) {
            sftp.remove(at(folder, name));
        }
    }

    private static StillFiles.Look look(Attributes attributes) {
        long modified = attributes.getModifyTime() == null
                ? 0
                : attributes.getModifyTime().toMillis() / 1000;
        return new StillFiles.Look(attributes.getSize(), modified, null);
    }
}
