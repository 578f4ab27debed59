package org.clearlane.store;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * Which request or file the work of this thread goes back to: a trace id as W3C Trace Context has it, 32 hexadecimal
 * digits. It stands in every log line (MDC key {@value #KEY}) and travels with the outbox from step to step.
 */
public final class Trace {

    /** The key in log lines. */
    public static final String KEY = "trace";

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String NONE = "0".repeat(32);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /** Begins with the trace that whoever asked is in ({@code traceparent}), or a new one when they said none. */
    public static String begin(String traceparent) {
        Matcher said = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        String id = said.matches() && !said.group(1).equals(NONE) ? said.group(1) : fresh();
        MDC.put(KEY, id);
        return id;
    }

    /** Goes on with work of an earlier trace; null or what is no trace begins a new one. */
    public static void goOn(String id) {
        MDC.put(KEY, id != null && ID.matcher(id).matches() ? id : fresh());
    }

    /** The trace of this thread, or null. */
    public static String current() {
        return MDC.get(KEY);
    }

    /** This thread works on nothing any more. */
    public static void end() {
        MDC.remove(KEY);
    }

    private static String fresh() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
