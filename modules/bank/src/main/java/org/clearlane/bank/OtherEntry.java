package org.clearlane.bank;

/**
 * Something in a bank's file that is no healthcare payment, so that nothing in it is passed over in silence.
 *
 * @param line from 1
 * @param why in words
 */
public record OtherEntry(int line, String why) {}
