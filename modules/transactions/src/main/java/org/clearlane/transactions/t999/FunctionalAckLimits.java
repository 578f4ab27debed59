package org.clearlane.transactions.t999;

/**
 * How much a 999 says.
 *
 * @param findingsPerSet at most this many findings are written for one set; the verdict counts all of them
 * @param loopIdLength how many characters of a loop's name are written in IK303 and CTX04. The standard's dictionary
 *     allows four (data element 447), so {@code 2010AA} is written {@code 2010}; six writes whole names, for partners who
 *     want them so
 */
public record FunctionalAckLimits(int findingsPerSet, int loopIdLength) {

    public static final FunctionalAckLimits USUAL = new FunctionalAckLimits(5_000, 4);
}
