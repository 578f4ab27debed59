package org.clearlane.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.SourceCell;

/**
 * Which row and column every segment of a translated file came from: five bytes a segment (what kind of segment, which
 * row), kept in memory up to a million or so and beyond that in a temporary file that holds nothing but those numbers and
 * is gone when this is closed. Memory does not grow with the file.
 *
 * <p>Not safe for use by several threads.
 */
public final class Provenance implements AutoCloseable {

    private static final int RECORD = 5;
    /** Kept in memory; what is beyond goes to the file. */
    private static final int MEMORY_RECORDS = 1 << 18;
    /** A segment of the envelope, which no cell stands behind. */
    private static final byte ENVELOPE = -1;

    private static final SegmentTemplate[] TEMPLATES = SegmentTemplate.values();

    private final Map<ClaimField, String> headings;
    private byte[] memory = new byte[RECORD * 256];
    private int inMemory;
    private long spilled;
    private FileChannel file;
    private int[] setStarts = new int[4];
    private int sets;

    Provenance(Map<ClaimField, String> headings) {
        this.headings = headings;
    }

    /** Notes the next segment of the file. */
    void append(SegmentTemplate template, int row) throws IOException {
        append((byte) template.ordinal(), row);
    }

    /** Notes the next segment of the file as one of the envelope. */
    void appendEnvelope(boolean startsSet) throws IOException {
        append(ENVELOPE, 0);
        if (startsSet) {
            if (sets == setStarts.length) {
                setStarts = Arrays.copyOf(setStarts, sets * 2);
            }
            setStarts[sets++] = Math.toIntExact(segments());
        }
    }

    private void append(byte code, int row) throws IOException {
        if (inMemory == MEMORY_RECORDS) {
            spill();
        }
        int at = inMemory * RECORD;
        if (at == memory.length) {
            memory = Arrays.copyOf(memory, Math.min(memory.length * 2, MEMORY_RECORDS * RECORD));
        }
        memory[at] = code;
        memory[at + 1] = (byte) (row >>> 24);
        memory[at + 2] = (byte) (row >>> 16);
        memory[at + 3] = (byte) (row >>> 8);
        memory[at + 4] = (byte) row;
        inMemory++;
    }

    private void spill() throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("clearlane-provenance-", ".bin");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        ByteBuffer bytes = ByteBuffer.wrap(memory, 0, inMemory * RECORD);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        spilled += inMemory;
        inMemory = 0;
    }

    /** How many segments are known. */
    public long segments() {
        return spilled + inMemory;
    }

    /** The segment's number in the file, for a position in a transaction set; both count from 1. */
    public long ordinalOf(int set, int position) {
        return set < 1 || set > sets ? 0 : setStarts[set - 1] + position - 1L;
    }

    /** The position in its transaction set of the segment with this number in the file. */
    int positionOf(long ordinal) {
        int set = sets;
        while (set > 1 && setStarts[set - 1] > ordinal) {
            set--;
        }
        return set == 0 ? 0 : Math.toIntExact(ordinal - setStarts[set - 1] + 1);
    }

    /**
     * The cell behind a place in the translated file, or null where there is none (the envelope, or a place that is not in
     * this file). A missing segment is looked up by its loop and identifier, in the row of the segment before which it was
     * missed. A place whose {@code segmentOrdinal} is 0 is taken to be in the first transaction set.
     */
    public SourceCell cellOf(Place place) {
        long ordinal = place.segmentOrdinal() > 0 ? place.segmentOrdinal() : ordinalOf(1, place.position());
        return cellOf(ordinal, place);
    }

    /** As {@link #cellOf(Place)}, for a position in the n-th transaction set of the file, counted from 1. */
    public SourceCell cellOf(int set, Place place) {
        return cellOf(ordinalOf(set, place.position()), place);
    }

    private SourceCell cellOf(long ordinal, Place place) {
        if (ordinal < 1 || ordinal > segments()) {
            return null;
        }
        byte[] record = record(ordinal - 1);
        SegmentTemplate written = record[0] == ENVELOPE ? null : TEMPLATES[record[0]];
        if (written == null && place.loop().isEmpty()) {
            return null;
        }
        boolean missing = written == null || !isAt(written, place);
        SegmentTemplate meant = missing ? SegmentTemplate.missing(place.loop(), place.segment()) : written;
        if (missing && ordinal > 1) {
            record = rowBefore(ordinal - 1, record);
        }
        int row = ByteBuffer.wrap(record, 1, 4).getInt();
        if (row == 0) {
            return null;
        }
        if (meant == null) {
            return new SourceCell(row, "");
        }
        return new SourceCell(row, heading(meant.fieldAt(place.element(), place.component())));
    }

    private static boolean isAt(SegmentTemplate written, Place place) {
        boolean sameLoop = place.loop().isEmpty() || written.loop().equals(place.loop());
        return place.segment().isEmpty() || (sameLoop && written.id().equals(place.segment()));
    }

    /** What is missed before a segment is missed in what came before it: the trailer or the next claim is not at fault. */
    private byte[] rowBefore(long index, byte[] otherwise) {
        byte[] before = record(index - 1);
        return before[0] == ENVELOPE ? otherwise : before;
    }

    private String heading(ClaimField field) {
        String heading = headings.getOrDefault(field, "");
        // Without a column of its own the claim's charge is the sum of its lines.
        return heading.isEmpty() && field == ClaimField.CLAIM_CHARGE
                ? headings.getOrDefault(ClaimField.LINE_CHARGE, "")
                : heading;
    }

    private byte[] record(long index) {
        if (index >= spilled) {
            int at = (int) (index - spilled) * RECORD;
            return Arrays.copyOfRange(memory, at, at + RECORD);
        }
        ByteBuffer bytes = ByteBuffer.allocate(RECORD);
        try {
            while (bytes.hasRemaining()) {
                if (file.read(bytes, index * RECORD + bytes.position()) < 0) {
                    throw new IllegalStateException("the spool is shorter than what was written to it");
                }
            }
        } catch (IOException e) {
            throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "the temporary file of a translation is gone", e);
        }
        return bytes.array();
    }

    /** Deletes the temporary file, if there is one. */
    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "the temporary file of a translation stays behind", e);
        }
    }
}
