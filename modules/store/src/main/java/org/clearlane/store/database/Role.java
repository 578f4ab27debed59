package org.clearlane.store.database;

/** Who talks to the database. Each has a login of its own; only the owner may change tables. */
public enum Role {
    /** The embedded server's administrator; not used with a server of your own. */
    ADMINISTRATOR("postgres"),
    /** Owns the tables and runs the migrations; connected at start only. */
    OWNER("clearlane_owner"),
    /** Moves claims of all practices. */
    PIPELINE("clearlane_pipeline"),
    /** Answers one practice at a time. */
    API("clearlane_api"),
    /** Reads everything for checks, changes nothing. */
    AUDITOR("clearlane_auditor");

    private final String roleName;

    Role(String roleName) {
        this.roleName = roleName;
    }

    public String roleName() {
        return roleName;
    }
}
