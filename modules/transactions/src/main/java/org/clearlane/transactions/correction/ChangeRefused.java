package org.clearlane.transactions.correction;

/**
 * A change that cannot be made: nothing is changed then.
 *
 * @param segment which segment, from 0
 * @param element from 1; 0 for the segment as a whole
 * @param component from 1; 0 for the element as a whole
 * @param place for people: {@code CLM02}, {@code SV101-2}
 * @param message what is wrong, without the value
 * @param mend what to do
 */
public record ChangeRefused(int segment, int element, int component, String place, String message, String mend) {}
