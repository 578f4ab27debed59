package org.clearlane.guide;

import org.clearlane.x12.Delimiters;

/**
 * What each byte is, as bits to be gathered while running along a value: X12's basic and extended character sets, and
 * the separators in force. Bytes above 0x7E belong to neither set, whatever code page the sender had in mind.
 */
final class CharacterClasses {

    static final int DIGIT = 1;
    static final int UPPER = 2;
    static final int BLANK = 4;
    /** Punctuation and lower case. */
    static final int OTHER = 8;

    static final int BAD = 16;
    static final int COMPONENT = 32;
    static final int REPETITION = 64;

    private static final byte[] PLAIN = plain();

    private CharacterClasses() {}

    private static byte[] plain() {
        byte[] classes = new byte[256];
        for (int c = 0; c < 256; c++) {
            if (c >= '0' && c <= '9') {
                classes[c] = DIGIT;
            } else if (c >= 'A' && c <= 'Z') {
                classes[c] = UPPER;
            } else if (c == ' ') {
                classes[c] = BLANK;
            } else if (c > ' ' && c < 0x7F) {
                classes[c] = OTHER;
            } else {
                classes[c] = BAD;
            }
        }
        return classes;
    }

    /** The classes with no separator in force, for the segment that declares them. */
    static byte[] withoutSeparators() {
        return PLAIN.clone();
    }

    static byte[] with(Delimiters delimiters) {
        byte[] classes = PLAIN.clone();
        classes[delimiters.component() & 0xff] = COMPONENT;
        if (delimiters.repetition() != Delimiters.NONE) {
            classes[delimiters.repetition() & 0xff] = REPETITION;
        }
        return classes;
    }
}
