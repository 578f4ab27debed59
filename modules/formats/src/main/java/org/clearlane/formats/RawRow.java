package org.clearlane.formats;

/**
 * One row of a table as it came.
 *
 * @param line the line of the file in which it begins, the first being 1
 * @param text as written, line ends inside quotes included, without the one behind it
 * @param cells where its cells stand
 * @param tooLong whether it was cut off at the longest a row may be
 */
record RawRow(int line, String text, RowCells cells, boolean tooLong) {

    boolean malformed() {
        return tooLong || cells.state() != RowCells.State.COMPLETE;
    }
}
