package org.clearlane.formats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;

/** One translation of one table, from its bytes to its last finding. */
final class TranslationRun {

    /** Rows given to Smooks at once: enough to spread the cost of a call, few enough to keep memory flat. */
    private static final int SLICE_ROWS = 500;
    /** Characters given to Smooks at once. */
    private static final int SLICE_CHARACTERS = 1 << 20;

    private static final int PROLOGUE = 8192;

    private final CsvLayout layout;
    private final RowBinder binder;
    private final TranslationSettings settings;
    private final TranslationListener listener;

    private final List<Finding> problems = new ArrayList<>();
    private final List<LeftOutClaim> leftOut = new ArrayList<>();
    private long problemCount;
    private int leftOutCount;
    private int rows;
    private int rowsUnreadable;

    TranslationRun(CsvLayout layout, RowBinder binder, TranslationSettings settings, TranslationListener listener) {
        this.layout = layout;
        this.binder = binder;
        this.settings = settings;
        this.listener = listener;
    }

    Translation run(InputStream table, OutputStream x12) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(table, PROLOGUE);
        byte[] prologue = bytes.readNBytes(PROLOGUE);
        if (isBinary(prologue)) {
            found(CsvFinding.BINARY.at(1, "", ""));
            return unreadable();
        }
        int mark = hasByteOrderMark(prologue) ? 3 : 0;
        bytes.unread(prologue, mark, prologue.length - mark);
        // A byte that is not UTF-8 becomes U+FFFD, which no claim can carry, and is told with its cell.
        RowReader reader = new RowReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), layout.separator());
        RawRow first = reader.next();
        if (first == null) {
            found(CsvFinding.EMPTY.at(1, "", ""));
            return unreadable();
        }
        Optional<TableHeading> heading = TableHeading.read(layout, first, this::found);
        return heading.isEmpty() ? unreadable() : translate(reader, heading.get(), x12);
    }

    private static boolean isBinary(byte[] prologue) {
        for (byte b : prologue) {
            if (b == 0) {
                return true;
            }
        }
        // An archive, which spreadsheets are too, may begin without a NUL.
        return prologue.length >= 4 && prologue[0] == 'P' && prologue[1] == 'K' && prologue[2] == 3 && prologue[3] == 4;
    }

    private static boolean hasByteOrderMark(byte[] prologue) {
        return prologue.length >= 3
                && prologue[0] == (byte) 0xEF
                && prologue[1] == (byte) 0xBB
                && prologue[2] == (byte) 0xBF;
    }

    private Translation unreadable() {
        Provenance none = new Provenance(Map.of());
        return new Translation(
                Translation.Outcome.UNREADABLE,
                new Translation.Counts(0, 0, 0, 0, 0, Money.ZERO, 0, problemCount),
                problems,
                leftOut,
                none);
    }

    private Translation translate(RowReader reader, TableHeading heading, OutputStream x12) throws IOException {
        Provenance provenance = new Provenance(heading.allHeadings());
        try {
            BufferedOutputStream out = new BufferedOutputStream(x12, 1 << 16);
            ClaimWriter writer = new ClaimWriter(out, settings, provenance);
            ClaimReader claims = new ClaimReader(layout, heading, settings.delimiters(), this::found);
            ClaimGroups groups = new ClaimGroups(heading, claims, writer, provenance, this::found, this::leftOut);
            for (List<RawRow> slice = slice(reader); !slice.isEmpty(); slice = slice(reader)) {
                slice(heading, groups, slice);
            }
            groups.end();
            writer.finish();
            out.flush();
            if (rows == 0) {
                found(CsvFinding.EMPTY.at(1, "", ""));
            }
            return new Translation(outcome(groups), counts(groups, writer), problems, leftOut, provenance);
        } catch (IOException | RuntimeException e) {
            provenance.close();
            throw e;
        }
    }

    private Translation.Outcome outcome(ClaimGroups groups) {
        if (rows == 0) {
            return Translation.Outcome.UNREADABLE;
        }
        if (groups.claimsWritten() == 0) {
            return Translation.Outcome.NOTHING;
        }
        return leftOutCount == 0 && rowsUnreadable == 0 ? Translation.Outcome.COMPLETE : Translation.Outcome.PARTIAL;
    }

    private Translation.Counts counts(ClaimGroups groups, ClaimWriter writer) {
        return new Translation.Counts(
                rows,
                rowsUnreadable,
                groups.claimsWritten(),
                leftOutCount,
                groups.linesWritten(),
                groups.chargesWritten(),
                writer.sets(),
                problemCount);
    }

    private List<RawRow> slice(RowReader reader) throws IOException {
        List<RawRow> slice = new ArrayList<>(SLICE_ROWS);
        int characters = 0;
        while (slice.size() < SLICE_ROWS && characters < SLICE_CHARACTERS) {
            RawRow row = reader.next();
            if (row == null) {
                break;
            }
            rows++;
            characters += row.text().length();
            slice.add(row);
        }
        return slice;
    }

    private void slice(TableHeading heading, ClaimGroups groups, List<RawRow> slice) throws IOException {
        List<RawRow> readable =
                slice.stream().filter(row -> isReadable(heading, row)).toList();
        BoundRow[] bound = bind(heading, readable);
        int next = 0;
        for (RawRow row : slice) {
            if (!isReadable(heading, row)) {
                unreadableRow(heading, groups, row);
            } else if (bound[next++] != null) {
                groups.row(bound[next - 1]);
            } else {
                rowsUnreadable++;
                found(CsvFinding.ROW_UNBINDABLE.at(row.line(), "", ""));
                groups.unusableRow(row.line(), heading.claimKey(row.cells()));
            }
        }
    }

    /** Whether the row has a cell for each column; empty ones behind the last column mean nothing. */
    private static boolean isReadable(TableHeading heading, RawRow row) {
        if (row.malformed() || row.cells().count() < heading.columns()) {
            return false;
        }
        for (int i = heading.columns(); i < row.cells().count(); i++) {
            if (row.cells().filled(i)) {
                return false;
            }
        }
        return true;
    }

    private void unreadableRow(TableHeading heading, ClaimGroups groups, RawRow row) throws IOException {
        rowsUnreadable++;
        int cells = row.cells().count();
        if (row.tooLong()) {
            found(CsvFinding.ROW_TOO_LONG.at(row.line(), "", ""));
        } else if (row.malformed()) {
            found(CsvFinding.QUOTE.at(row.line(), heading.ofColumn(cells - 1), ""));
        } else if (cells < heading.columns()) {
            found(CsvFinding.CELLS_FEW.at(row.line(), heading.ofColumn(cells), ""));
        } else {
            found(CsvFinding.CELLS_MANY.at(row.line(), "", ""));
        }
        // A cell too many or too few may have shifted the claim number, unless it comes first or continues the claim.
        Optional<List<String>> claim = heading.claimKey(row.cells());
        boolean certain = claim.isPresent() && (heading.claimKeyComesFirst() || groups.isOpen(claim.get()));
        groups.unusableRow(row.line(), certain ? claim : Optional.empty());
    }

    /** Binds the rows; where Smooks refuses the slice, row by row, with null for those it refuses. */
    private BoundRow[] bind(TableHeading heading, List<RawRow> readable) {
        if (readable.isEmpty()) {
            return new BoundRow[0];
        }
        try {
            return bindSlice(heading, readable);
        } catch (RowBinder.UnbindableRowsException e) {
            BoundRow[] bound = new BoundRow[readable.size()];
            for (int i = 0; i < bound.length; i++) {
                try {
                    bound[i] = bindSlice(heading, readable.subList(i, i + 1))[0];
                } catch (RowBinder.UnbindableRowsException refused) {
                    bound[i] = null;
                }
            }
            return bound;
        }
    }

    private BoundRow[] bindSlice(TableHeading heading, List<RawRow> readable) {
        BitSet filled = new BitSet();
        StringBuilder text = new StringBuilder();
        int[] lines = new int[readable.size()];
        for (int i = 0; i < lines.length; i++) {
            RawRow row = readable.get(i);
            lines[i] = row.line();
            text.append(row.text()).append('\n');
            for (int column = 0; column < heading.columns(); column++) {
                if (row.cells().filled(column)) {
                    filled.set(column);
                }
            }
        }
        return binder.bind(heading.forBinding(filled) + text, lines);
    }

    private void found(Finding finding) {
        problemCount++;
        if (problems.size() < Translator.PROBLEMS_KEPT) {
            problems.add(finding);
        }
        listener.found(finding);
    }

    private void leftOut(LeftOutClaim claim) {
        leftOutCount++;
        if (leftOut.size() < Translator.PROBLEMS_KEPT) {
            leftOut.add(claim);
        }
        listener.leftOut(claim);
    }
}
