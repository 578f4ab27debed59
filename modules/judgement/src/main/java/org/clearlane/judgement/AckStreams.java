package org.clearlane.judgement;

import java.io.OutputStream;

/**
 * Where the answers to one file go. Each stream gets an interchange for each interchange answered, or stays empty; the
 * caller buffers and closes them.
 *
 * @param ta1 interchange acknowledgments
 * @param functional 999
 * @param claimStatus 277CA
 */
public record AckStreams(OutputStream ta1, OutputStream functional, OutputStream claimStatus) {}
