package org.clearlane.edits;

/**
 * Texts that an edit has looked at on a day and found right, as far as it remembers. Addresses, specialties and
 * procedures of a practice come again and again, and looking a text up here is cheaper than looking it up in a code set.
 * Forgets some when there are many, so its size is fixed. Belongs to one {@link Examination}, so to one thread.
 */
public final class Passed {

    private static final int SLOTS = 512;

    private final String[] texts = new String[SLOTS];
    private final int[] days = new int[SLOTS];

    Passed() {}

    /** Whether this text is known to be right on this day. */
    public boolean holds(String text, int day) {
        int slot = slot(text, day);
        return days[slot] == day && text.equals(texts[slot]);
    }

    /** This text is right on this day. */
    public void keep(String text, int day) {
        int slot = slot(text, day);
        texts[slot] = text;
        days[slot] = day;
    }

    private static int slot(String text, int day) {
        int mixed = (text.hashCode() + day * 31) * 0x9E3779B9;
        return mixed >>> (Integer.SIZE - 9);
    }
}
