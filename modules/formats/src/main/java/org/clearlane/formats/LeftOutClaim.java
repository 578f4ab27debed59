package org.clearlane.formats;

import org.clearlane.model.Money;

/**
 * A claim that did not go into the 837P, so that none goes missing without a name.
 *
 * @param claimNumber as the table has it; empty when not even that could be read
 * @param firstRow the line its first row begins in
 * @param lastRow the line its last row begins in
 * @param charge what it was for: the claim's charge, else the sum of its lines; null when unreadable
 */
public record LeftOutClaim(String claimNumber, int firstRow, int lastRow, Money charge) {}
