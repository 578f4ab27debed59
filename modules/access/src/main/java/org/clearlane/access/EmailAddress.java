package org.clearlane.access;

import java.util.regex.Pattern;

/** The shape of an e-mail address, as far as it is worth checking without writing to it. */
final class EmailAddress {

    private static final Pattern SHAPE = Pattern.compile("[^\\s@<>\"']{1,64}@[A-Za-z0-9.-]{1,180}\\.[A-Za-z]{2,24}");

    private EmailAddress() {}

    static boolean plausible(String text) {
        return SHAPE.matcher(text.strip()).matches();
    }
}
