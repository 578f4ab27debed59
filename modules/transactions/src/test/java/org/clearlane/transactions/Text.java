package org.clearlane.transactions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.x12.Delimiters;

/** X12 as text, a segment a line, for tests. */
public final class Text {

    private Text() {}

    public static final String ISA = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       "
            + "*260131*1200*^*00501*000000905*0*P*:~";

    public static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static String of(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    /** What was written, a segment a line, without terminators. */
    public static List<String> segments(String text) {
        List<String> segments = new ArrayList<>();
        for (String segment : text.split("~")) {
            if (!segment.isBlank()) {
                segments.add(segment.strip());
            }
        }
        return segments;
    }

    /** Segments given a line each, joined as they stand in a file. */
    public static String file(String lines) {
        StringBuilder file = new StringBuilder();
        for (String line : lines.strip().split("\n")) {
            file.append(line.strip()).append("~");
        }
        return file.toString();
    }

    public static AnswerEnvelope envelope() {
        return new AnswerEnvelope(
                "ZZ", "CLEARLANE", "ZZ", "PRACTICE", "CLEARLANE", "PRACTICE", Delimiters.USUAL, false, 'P');
    }
}
