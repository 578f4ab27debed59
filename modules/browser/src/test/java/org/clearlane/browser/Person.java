package org.clearlane.browser;

import java.time.Instant;
import org.clearlane.access.TimeCodes;

/**
 * Somebody who uses the console.
 *
 * @param secret of their authenticator app, as the page of enrolment showed it
 * @param cookie of the session they got when they joined
 */
record Person(String name, String email, byte[] secret, String cookie) {

    static final String PASSWORD = "three tall pine trees";

    /** What their app shows half a minute from now: taken already, and never shown before. */
    String nextCode() {
        return TimeCodes.codeAt(secret, Instant.now().plusSeconds(30));
    }
}
