package org.clearlane.browser;

import java.time.Instant;
import org.clearlane.access.TimeCodes;

/** What somebody does who was sent a link. */
final class Joining {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Joining() {}

    /** Chooses a password, reads the key of the second factor into an app, and shows its first code. */
    static Person by(Tab tab, String link, String name, String email, boolean first) {
        tab.open(link);
        if (first) {
            tab.write("Your name", name).write("Your e-mail address", email);
        }
        tab.write("Password", Person.PASSWORD).press("Go on");
        tab.sees("Choose a second factor").press("The app cannot read pictures?");
        byte[] secret = bytes(tab.find("code.key").getText());
        tab.write("Code", TimeCodes.codeAt(secret, Instant.now())).press("Go on");
        tab.sees("Today");
        return new Person(name, email, secret, tab.cookie("clearlane"));
    }

    /** RFC 4648 base 32, as apps read it. */
    private static byte[] bytes(String written) {
        byte[] bytes = new byte[written.length() * 5 / 8];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (char each : written.toCharArray()) {
            held = held << 5 | BASE_32.indexOf(each);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }
}
