package org.clearlane.transactions.t837;

/**
 * Where the parts of a claim stand in the file, each from the first byte of its first segment to the last byte of its
 * last segment's terminator. HL segments are in none of them: they are numbered anew when the claim is sent on.
 *
 * @param provider what follows the HL of 2000A: PRV, CUR, 2010AA to 2010AC; {@link Span#NONE} when there is none
 * @param subscriber what follows the HL of 2000B: SBR, PAT, 2010BA, 2010BB; {@link Span#NONE} when there is none
 * @param patient what follows the HL of 2000C: PAT, 2010CA; null when the claim hangs under 2000B
 * @param claim CLM to the end of the last 2400
 */
public record ClaimSpans(Span provider, Span subscriber, Span patient, Span claim) {}
