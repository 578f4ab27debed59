package org.clearlane.model.claim;

/**
 * From the first to the last day of service of a claim, CCYYMMDD each, as far as they can be read; empty when no day can.
 * Of an institutional claim it is its statement period (2300 DTP*434); of others, and of an institutional one that does
 * not say it readably, the days of its lines (2400 DTP*472), with the claim's own (2300 DTP*472, dental) where lines have
 * none. Days are digits, not necessarily of the calendar.
 *
 * @param from the first day, or empty
 * @param to the last day, or empty when {@code from} is
 */
public record ServiceDays(String from, String to) {

    private static final ServiceDays NONE = new ServiceDays("", "");

    /** Those of this claim. */
    public static ServiceDays of(Claim claim) {
        ServiceDays stay = claim.kind() == ClaimKind.INSTITUTIONAL ? NONE.and(claim.date("434")) : NONE;
        if (!stay.isEmpty()) {
            return stay;
        }
        ServiceDays days = NONE;
        for (int i = 0; i < claim.lines().size(); i++) {
            days = days.and(claim.lines().get(i).serviceDate());
        }
        return days.isEmpty() ? NONE.and(claim.date("472")) : days;
    }

    /** Whether no day can be read. */
    public boolean isEmpty() {
        return from.isEmpty();
    }

    private ServiceDays and(DateFact date) {
        String first = date == null ? "" : date.from();
        if (first.isEmpty()) {
            return this;
        }
        String last = date.to().isEmpty() ? first : date.to();
        if (isEmpty()) {
            return new ServiceDays(first, last);
        }
        return new ServiceDays(first.compareTo(from) < 0 ? first : from, last.compareTo(to) > 0 ? last : to);
    }
}
