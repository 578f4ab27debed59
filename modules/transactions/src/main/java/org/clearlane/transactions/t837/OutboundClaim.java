package org.clearlane.transactions.t837;

import org.clearlane.x12.Delimiters;

/**
 * A claim to be sent on, as the bytes its practice wrote ({@link ClaimSpans}).
 *
 * @param d9 our number of the claim, 1 to 20 characters; becomes REF*D9 of 2300
 * @param sourceDelimiters the separators of the file it came in
 * @param provider the bytes of {@link ClaimSpans#provider()}
 * @param subscriber the bytes of {@link ClaimSpans#subscriber()}
 * @param patient the bytes of {@link ClaimSpans#patient()}, or null
 * @param claim the bytes of {@link ClaimSpans#claim()}
 */
public record OutboundClaim(
        String d9, Delimiters sourceDelimiters, byte[] provider, byte[] subscriber, byte[] patient, byte[] claim) {

    public OutboundClaim {
        if (d9.isEmpty() || d9.length() > 20) {
            throw new IllegalArgumentException("our claim number has 1 to 20 characters");
        }
    }
}
