package org.clearlane.rules;

/**
 * Whose rules: those of a payer hold for claims sent to it, those of a practice for claims it hands in.
 *
 * @param owner {@code payers} or {@code practices}, as the folder under {@code config}
 * @param id the short name in its profile
 */
public record RuleScope(Owner owner, String id) {

    /** Who can have rules. */
    public enum Owner {
        PAYER("payers"),
        PRACTICE("practices");

        private final String folder;

        Owner(String folder) {
            this.folder = folder;
        }

        /** The folder under {@code config}. */
        public String folder() {
            return folder;
        }
    }

    public static RuleScope payer(String id) {
        return new RuleScope(Owner.PAYER, id);
    }

    public static RuleScope practice(String id) {
        return new RuleScope(Owner.PRACTICE, id);
    }

    /** {@code payers/northwind}. */
    @Override
    public String toString() {
        return owner.folder() + "/" + id;
    }
}
