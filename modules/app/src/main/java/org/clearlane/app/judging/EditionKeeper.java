package org.clearlane.app.judging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.profiles.Profiles;
import org.clearlane.store.archive.Archive;

/**
 * Editions in the archive: every file a verdict depends on lies there under its content, once, and an edition is the list
 * of them with what was switched off and who the partners were. The list itself is kept the same way, so its hash is its
 * name and an edition cannot change.
 */
public final class EditionKeeper {

    private static final String HEADING = "clearlane edition 1";
    private static final String PARTNERS = "partners";
    private static final long LARGEST = 1L << 30;

    private final Archive archive;

    public EditionKeeper(Archive archive) {
        this.archive = archive;
    }

    /** Keeps everything and says under which name. */
    public Archive.Kept keep(JudgementFolder folder, Profiles profiles, Set<String> off) {
        StringBuilder list = new StringBuilder(HEADING).append('\n');
        for (Map.Entry<String, Path> file : folder.files().entrySet()) {
            try (InputStream bytes = Files.newInputStream(file.getValue())) {
                Archive.Kept kept = archive.keep(bytes, LARGEST);
                list.append("file\t")
                        .append(file.getKey())
                        .append('\t')
                        .append(kept.key())
                        .append('\n');
            } catch (IOException e) {
                throw new Failure(FailureCode.CONFIGURATION, file.getKey() + " cannot be read", e);
            }
        }
        Archive.Kept partners = keep(EditionPartners.asLines(profiles));
        list.append("file\t")
                .append(PARTNERS)
                .append('\t')
                .append(partners.key())
                .append('\n');
        for (String id : new TreeSet<>(off)) {
            list.append("off\t").append(id).append('\n');
        }
        return keep(list.toString());
    }

    private Archive.Kept keep(String text) {
        return archive.keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), LARGEST);
    }

    /**
     * An edition, laid out as a configuration folder again.
     *
     * @param off what was switched off
     */
    public record Opened(JudgementFolder folder, Profiles profiles, Set<String> off) {}

    /** Lays an edition out in this folder, which is empty. */
    public Opened open(String archiveKey, Path into) {
        try {
            Set<String> off = new TreeSet<>();
            Profiles profiles = EditionPartners.of("");
            for (String line : text(archiveKey).lines().skip(1).toList()) {
                String[] cells = line.split("\t");
                if (cells[0].equals("off")) {
                    off.add(cells[1]);
                } else if (cells[1].equals(PARTNERS)) {
                    profiles = EditionPartners.of(text(cells[2]));
                } else {
                    Path file = into.resolve(cells[1]).normalize();
                    if (!file.startsWith(into)) {
                        throw new IllegalStateException("an edition names a file outside itself");
                    }
                    Files.createDirectories(file.getParent());
                    try (InputStream bytes = archive.open(cells[2])) {
                        Files.copy(bytes, file);
                    }
                }
            }
            return new Opened(JudgementFolder.in(into), profiles, off);
        } catch (IOException e) {
            throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "the edition cannot be laid out", e);
        }
    }

    private String text(String key) throws IOException {
        try (InputStream bytes = archive.open(key)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
