package org.clearlane.transactions.t837;

import org.clearlane.model.claim.Claim;

/** Hears each claim of a set when its last segment has been seen. */
@FunctionalInterface
public interface ClaimListener {

    /** One claim, whole, and where its bytes are. */
    void claim(Claim claim, ClaimSpans spans);
}
