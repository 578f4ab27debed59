package org.clearlane.edits.institutional;

import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;

/** Who is named on a claim of a facility, by NM101: 71 attending, 72 operating. */
final class Roles {

    private Roles() {}

    static boolean isNamed(Claim claim, String role) {
        for (OtherProvider provider : claim.otherProviders()) {
            if (provider.role().equals(role)) {
                return true;
            }
        }
        return false;
    }
}
