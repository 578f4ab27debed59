package org.clearlane.edits.codes;

/**
 * A code of digits and capital letters as a number, six bits a character, so that numbers sort as the codes do and no
 * look-up makes an object. Shorter codes are filled up with zeros on the right.
 */
final class PackedCode {

    /** Ten characters (taxonomy) are sixty bits. */
    static final int MOST_CHARACTERS = 10;

    static final int BITS = 6;
    private static final int LETTERS = 11;

    private PackedCode() {}

    /** The code filled up to this many characters; -1 when it is longer, empty or of other characters. */
    static long pack(String code, int width) {
        int length = code.length();
        if (length == 0 || length > width) {
            return -1;
        }
        long packed = 0;
        for (int i = 0; i < length; i++) {
            int bits = bits(code.charAt(i));
            if (bits == 0) {
                return -1;
            }
            packed = packed << BITS | bits;
        }
        return packed << BITS * (width - length);
    }

    /** The same of bytes in a table. */
    static long pack(byte[] text, int from, int to, int width) {
        if (from == to || to - from > width) {
            return -1;
        }
        long packed = 0;
        for (int i = from; i < to; i++) {
            int bits = bits((char) text[i]);
            if (bits == 0) {
                return -1;
            }
            packed = packed << BITS | bits;
        }
        return packed << BITS * (width - (to - from));
    }

    /** One character as a number from 1 on; 0 when it is neither a digit nor a capital letter. */
    static int bits(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0' + 1;
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + LETTERS : 0;
    }

    /** The number of this character of a packed code; 0 behind its end. */
    static int at(long packed, int character, int width) {
        return (int) (packed >>> BITS * (width - 1 - character) & 63);
    }

    static boolean isLetter(int bits) {
        return bits >= LETTERS;
    }

    /** How many characters it has. */
    static int length(long packed, int width) {
        int length = width;
        while (length > 0 && at(packed, length - 1, width) == 0) {
            length--;
        }
        return length;
    }

    static String unpack(long packed, int width) {
        StringBuilder code = new StringBuilder(width);
        for (int i = 0; i < width; i++) {
            int bits = at(packed, i, width);
            if (bits > 0) {
                code.append((char) (bits < LETTERS ? '0' + bits - 1 : 'A' + bits - LETTERS));
            }
        }
        return code.toString();
    }
}
