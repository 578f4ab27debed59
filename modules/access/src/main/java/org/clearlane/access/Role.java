package org.clearlane.access;

/** What somebody is in this house. One role a person; what a role may do stands in {@link Permissions}. */
public enum Role {
    /** Works claims and money of the practices they are assigned to. */
    BILLER("Biller", true),
    /** A biller who also looks after the practice's people, keys and webhooks. */
    PRACTICE_ADMIN("Practice administrator", true),
    /** Keeps the clearinghouse running: sees all flows, and no health information unless they break the glass. */
    OPERATOR("Operator", false),
    /** Reads flows and the audit trail, changes nothing, sees no health information. */
    AUDITOR("Auditor", false);

    private final String label;
    private final boolean ofAPractice;

    Role(String label, boolean ofAPractice) {
        this.label = label;
        this.ofAPractice = ofAPractice;
    }

    /** How it is called on a page. */
    public String label() {
        return label;
    }

    /** Whether people in it work for practices, and see only theirs. */
    public boolean ofAPractice() {
        return ofAPractice;
    }
}
