package org.clearlane.model.finding;

/**
 * A health care claim status as in 277CA STC01: category, status, entity.
 *
 * @param category from code source 507, for example {@code A7}
 * @param status from code source 508, for example {@code 562}
 * @param entity the entity it is about ({@code 85} billing provider, {@code IL} subscriber …); empty when none
 */
public record ClaimStatus(String category, String status, String entity) {

    /** Reads {@code A7:562:85} or {@code A3:21}. */
    public static ClaimStatus of(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException("category:status[:entity] expected");
        }
        return new ClaimStatus(parts[0], parts[1], parts.length == 3 ? parts[2] : "");
    }

    @Override
    public String toString() {
        return entity.isEmpty() ? category + ":" + status : category + ":" + status + ":" + entity;
    }
}
