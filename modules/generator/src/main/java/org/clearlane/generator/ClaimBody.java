package org.clearlane.generator;

import java.io.IOException;
import java.time.LocalDate;

/** Writes loop 2300 of one kind of claim, its 2400s included. */
interface ClaimBody {

    /**
     * Writes the claim.
     *
     * @param number its number in the file, from 1
     * @param fault what is wrong with it, or null
     * @param service the day of the service, or the first of several
     * @param charges of each line, in cents
     * @param charge CLM02, in cents
     */
    void write(long number, Fault fault, LocalDate service, int[] charges, long charge) throws IOException;
}
