package org.clearlane.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * The second factor: six digits that change every thirty seconds (TOTP, RFC 6238), as any authenticator app shows them. A
 * code of the step before or after counts too, since clocks differ. Safe for use by several threads.
 */
public final class TimeCodes {

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final long STEP_SECONDS = 30;
    private static final int SECRET_BYTES = 20;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private TimeCodes() {}

    /** A new secret. */
    public static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /** The time step whose code this is, if it is one of now, or of the step before or after. */
    public static OptionalLong stepOf(byte[] secret, String code, Instant now) {
        byte[] given = code.replace(" ", "").getBytes(StandardCharsets.US_ASCII);
        long step = now.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        for (long each = step - 1; each <= step + 1; each++) {
            byte[] expected = codeOf(secret, each).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(expected, given)) {
                found = OptionalLong.of(each);
            }
        }
        return found;
    }

    /** The code of now. */
    public static String codeAt(byte[] secret, Instant now) {
        return codeOf(secret, now.getEpochSecond() / STEP_SECONDS);
    }

    private static String codeOf(byte[] secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "HmacSHA1"), Instant.ofEpochSecond(step * STEP_SECONDS));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret as apps take it by hand (RFC 4648 base 32). */
    public static String written(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : secret) {
            held = held << 8 | each & 0xFF;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE_32.charAt(held >> bits & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE_32.charAt(held << 5 - bits & 31));
        }
        return text.toString();
    }

    /** What an app reads from the picture. */
    public static String uri(byte[] secret, String house, String email) {
        return "otpauth://totp/" + encoded(house) + ":" + encoded(email) + "?secret=" + written(secret) + "&issuer="
                + encoded(house);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
