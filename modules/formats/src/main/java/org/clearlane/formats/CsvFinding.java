package org.clearlane.formats;

import org.clearlane.model.finding.AckCodes;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.model.finding.Severity;
import org.clearlane.model.finding.SourceCell;

/** What can be wrong with a table of claims, before any rule of the guide is asked. SNIP type 1: it cannot be read. */
enum CsvFinding {
    EMPTY("csv.file.empty", "The file holds no rows.", "Export it again and send the new file."),
    BINARY("csv.file.binary", "The file is not a text table.", "Save it as CSV (UTF-8) and send that file."),
    SEPARATOR(
            "csv.file.separator",
            "The cells are separated by another character than this format has.",
            "Export with the separator of this format, or choose the format that fits."),
    HEADING_UNKNOWN(
            "csv.heading.unknown",
            "The first line holds none of this format's column headings.",
            "Send the headings in the first line, or choose the format that fits."),
    COLUMN_MISSING(
            "csv.heading.missing-column",
            "A column this format requires is missing.",
            "Add the column, with its heading in the first line."),
    COLUMN_TWICE("csv.heading.column-twice", "Two columns have the same heading.", "Send each column once."),
    COLUMN_UNKNOWN(
            "csv.heading.unknown-column",
            "The column is not known to this format; what it holds is not sent.",
            "Leave it out, or have the format extended."),
    QUOTE(
            "csv.row.quote",
            "A quotation mark is not closed, or stands where none may.",
            "Put the cell in quotation marks and double those inside it."),
    ROW_TOO_LONG("csv.row.too-long", "The row is longer than a row may be.", "Send the row without the long text."),
    CELLS_FEW("csv.row.cells-few", "The row has fewer cells than the heading.", "Send a cell for every column."),
    CELLS_MANY(
            "csv.row.cells-many",
            "The row has more cells than the heading.",
            "Put cells that hold the separator in quotation marks."),
    ROW_UNBINDABLE(
            "csv.row.unbindable",
            "The row does not fit the format's binding.",
            "Send the values in the form the format describes."),
    REQUIRED("csv.cell.required", "The cell is empty and must not be.", "Fill the cell."),
    DATE("csv.cell.date", "The date cannot be read.", "Write a real date as YYYY-MM-DD, YYYYMMDD or MM/DD/YYYY."),
    AMOUNT(
            "csv.cell.amount",
            "The amount cannot be read.",
            "Write dollars and cents as 1234.50, without currency sign or thousands separator."),
    QUANTITY("csv.cell.quantity", "The quantity cannot be read.", "Write a number such as 1 or 0.5."),
    DIAGNOSIS(
            "csv.cell.diagnosis",
            "The diagnosis cannot be read.",
            "Write one ICD-10-CM code, with or without its point."),
    DIAGNOSIS_GAP(
            "csv.claim.diagnosis-gap",
            "A diagnosis stands behind an empty diagnosis column.",
            "Fill the diagnosis columns from the first on, without a gap."),
    POINTERS(
            "csv.cell.pointers",
            "The diagnosis pointers cannot be read.",
            "Write one to four of 1 to 12 (or A to L), separated by blanks, for example 1 3."),
    CHARACTER(
            "csv.cell.character",
            "The value holds a character a claim cannot carry.",
            "Write it with plain letters, digits and punctuation, on one line."),
    SEPARATING_CHARACTER(
            "csv.cell.separating-character",
            "The value holds a character that separates elements in the claim file.",
            "Write it without the separators, usually * : ^ ~."),
    COLUMNS_DIFFER(
            "csv.claim.columns-differ",
            "The rows of the claim do not agree in this column.",
            "Repeat the claim's values in each of its rows, or leave them empty after the first."),
    APART(
            "csv.claim.apart",
            "Rows of this claim stand in two places of the file, so that neither part is the whole claim.",
            "Put all rows of a claim together, and give each claim a number of its own."),
    LINES_MANY("csv.claim.lines-many", "The claim has more than 50 service lines.", "Split the claim."),
    RELATIONSHIP(
            "csv.claim.relationship",
            "The patient is not the subscriber, but the relationship does not say so.",
            "Say how the patient is related to the subscriber, for example 01 spouse or 19 child."),
    NEIGHBOUR(
            "csv.claim.unreadable-row",
            "A row beside this claim cannot be read and may belong to it.",
            "Mend the unreadable row and send the claim again.");

    private final String code;
    private final String message;
    private final String mend;

    CsvFinding(String code, String message, String mend) {
        this.code = code;
        this.message = message;
        this.mend = mend;
    }

    Finding at(int row, String column, String value) {
        return at(Place.ofSegment("", "", 0), row, column, value);
    }

    Finding at(Place place, int row, String column, String value) {
        return new Finding(
                code,
                1,
                this == COLUMN_UNKNOWN ? Severity.WARNING : Severity.ERROR,
                place,
                AckCodes.NONE,
                null,
                value,
                message,
                mend,
                new SourceCell(row, column));
    }
}
