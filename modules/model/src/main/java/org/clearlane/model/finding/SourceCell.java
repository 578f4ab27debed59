package org.clearlane.model.finding;

/**
 * A place in a submitter's own table, for findings in claims that came as CSV.
 *
 * @param row the line of the file, the heading being line 1
 * @param column the column's heading
 */
public record SourceCell(int row, String column) {}
