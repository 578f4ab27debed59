package org.clearlane.model.remittance;

/**
 * A segment of an 835 that says something for which the model has no word, as sent: it is shown, never dropped.
 *
 * @param loop the loop it stood in, for example {@code 2110}; empty outside any
 * @param position its number in the transaction set, ST being 1
 * @param text the segment without its terminator
 */
public record KeptSegment(String loop, int position, String text) {}
