package org.clearlane.edits.codes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * Brings a publisher's file into the operator's own folder, {@code codesets/imported} in the configuration, in our form:
 * one file for each edition, {@code <set>@<version>.tsv}. A file that cannot be trusted is refused whole and leaves no
 * trace; a good one appears under its name all at once.
 */
public final class CodeImport {

    /** A new edition with fewer codes than this share of the old one is taken for cut off. */
    private static final int LEAST_PERCENT = 90;

    private final CodeFolder folder;
    private final CodeSets loaded;

    public CodeImport(Path codesets) {
        folder = new CodeFolder(codesets);
        loaded = CodeSets.load(codesets);
    }

    /**
     * Reads the files as one edition and keeps them.
     *
     * @throws Failure with code CONFIGURATION that names the file and the line for which they are refused
     */
    public Imported bring(CodeSet set, List<Path> files, CodeEdition edition) {
        Reading reading = read(set, files, edition);
        Path kept = folder.imported().resolve(set.id() + "@" + edition.version() + CodeFolder.ENDING);
        keep(kept, reading.text());
        return new Imported(kept, reading.rows(), reading.changes());
    }

    /**
     * Reads a list of codes without keeping it.
     *
     * @throws Failure as {@link #bring} does, and for sets that are no lists of codes
     */
    public NewEdition look(CodeSet set, List<Path> files, CodeEdition edition) {
        Reading reading = read(set, files, edition);
        if (reading.allows() == null) {
            throw new Failure(FailureCode.CONFIGURATION, set.id() + " is no list of codes, so no code of it ends");
        }
        return new NewEdition(reading.changes(), reading.allows());
    }

    private Reading read(CodeSet set, List<Path> files, CodeEdition edition) {
        if (files.size() > 1 && set.kind() != CodeSet.Kind.PAIRS) {
            throw new Failure(FailureCode.CONFIGURATION, set.id() + " comes in one file, not in " + files.size());
        }
        return switch (set.kind()) {
            case ICD_10 -> icd10(set, files.get(0), edition);
            case LISTING -> listing(set, files.get(0), edition);
            case PAIRS ->
                table(
                        set,
                        edition,
                        NcciPairsFile.text(set, files, edition),
                        ProcedurePairs::read,
                        ProcedurePairs::size);
            case LIMITS ->
                table(
                        set,
                        edition,
                        NcciLimitsFile.text(set, files.get(0), edition),
                        UnitLimits::read,
                        UnitLimits::size);
            case CONFLICTS ->
                table(
                        set,
                        edition,
                        MceFile.text(set, files.get(0), edition),
                        DiagnosisConflicts::read,
                        DiagnosisConflicts::size);
        };
    }

    private Reading icd10(CodeSet set, Path file, CodeEdition edition) {
        int year = Integer.parseInt(edition.version());
        Icd10Codes before = set == CodeSet.ICD_10_CM ? loaded.icd10Cm() : loaded.icd10Pcs();
        Icd10Codes read = Icd10OrderFile.read(set, file, year, before, edition.evenIfSmaller());
        before.with(read);
        return new Reading(
                Icd10Table.text(read),
                read.size(),
                CodeChanges.between(before, read),
                code -> read.standing(code, year) == DiagnosisStanding.VALID);
    }

    private Reading listing(CodeSet set, Path file, CodeEdition edition) {
        CodeListing before = loaded.listing(set);
        boolean quarterly = (set == CodeSet.HCPCS || set == CodeSet.MODIFIER) && HcpcsFile.isOne(file);
        CodeListing read = quarterly ? HcpcsFile.read(set, file, edition) : ListFile.read(set, file, edition);
        if (quarterly && set == CodeSet.MODIFIER) {
            // The file has the modifiers of Level II alone; those of others stay as they are.
            read = read.with(before);
        }
        requireNotSmaller(set, edition, file, before.size(), read.size());
        CodeListing after = before.followedBy(read);
        int last = read.head().knownUntil() == TableHead.ALWAYS
                ? read.head().from()
                : read.head().knownUntil();
        return new Reading(
                read.text(),
                read.size(),
                CodeChanges.between(before, after, read.head()),
                code -> after.has(code, last));
    }

    private <T> Reading table(
            CodeSet set,
            CodeEdition edition,
            String text,
            BiFunction<byte[], Consumer<String>, T> reader,
            ToIntFunction<T> size) {
        List<String> mistakes = new ArrayList<>();
        T table = reader.apply(text.getBytes(StandardCharsets.UTF_8), mistakes::add);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("what was made of a file cannot be read back: line " + mistakes.get(0));
        }
        int rows = size.applyAsInt(table);
        requireNotSmaller(set, edition, Path.of(set.id()), loaded.size(set), rows);
        return new Reading(text, rows, CodeChanges.NOT_COMPARED, null);
    }

    private static void requireNotSmaller(CodeSet set, CodeEdition edition, Path file, int before, int now) {
        if (!edition.evenIfSmaller() && now * 100L < before * (long) LEAST_PERCENT) {
            throw new Failure(
                    FailureCode.CONFIGURATION,
                    ("%s is refused: it ends behind %d rows of %s, where there were %d before, so it seems to be cut off;"
                                    + " --even-if-smaller takes it all the same")
                            .formatted(file.getFileName(), now, set.id(), before));
        }
    }

    private static void keep(Path file, String text) {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new Failure(
                    FailureCode.ARCHIVE_UNAVAILABLE, file + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    private record Reading(String text, int rows, CodeChanges changes, Predicate<String> allows) {}

    /**
     * What was kept.
     *
     * @param file where
     * @param rows how many rows it has
     * @param changes against what was loaded before
     */
    public record Imported(Path file, int rows, CodeChanges changes) {}
}
