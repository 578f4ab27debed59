package org.clearlane.api;

import java.util.regex.Pattern;
import org.clearlane.store.ledger.ApiKey;
import org.clearlane.store.people.AuditTrail.Deed;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.clearlane.store.people.AuditWriter;

/**
 * What programs saw and were refused, in the same trail as what people did. Written before anything is shown: what cannot
 * be written down is not shown. Ids only, never what was searched for.
 */
final class ApiAudit {

    /** Where the actor is a key. */
    static final String ROLE = "API_KEY";
    /** Ids of ours; payers' are short names. Anything else somebody asked for may be a patient's name. */
    private static final Pattern KNOWN_ID = Pattern.compile("[a-z]{2,5}_[0-9A-Za-z]{10,40}|[0-9]{1,18}");

    private final AuditWriter trail;

    ApiAudit(AuditWriter trail) {
        this.trail = trail;
    }

    void write(ApiKey key, String operation, String subject, Outcome outcome, String detail, String address) {
        trail.write(new Deed(key.id(), ROLE, key.practiceId(), "api." + operation, subject, outcome, detail, address));
    }

    /** An id as somebody asked for it, or a word in its place when it has no form of ours. */
    static String id(String asked) {
        return KNOWN_ID.matcher(asked).matches() ? asked : "(no id)";
    }
}
