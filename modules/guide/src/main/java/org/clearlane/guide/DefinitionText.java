package org.clearlane.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a definition file, and the parts of it that can be read without the rest. */
final class DefinitionText {

    /** What a file says of itself stands before the first of these. */
    private static final Pattern BODY =
            Pattern.compile("^(?:dictionary|composites|segments|codes|words|shared|structure):", Pattern.MULTILINE);

    private static final Pattern SEGMENTS = Pattern.compile("^segments:", Pattern.MULTILINE);
    private static final Pattern TOP = Pattern.compile("^[^\\s#]", Pattern.MULTILINE);

    private DefinitionText() {}

    static String whole(Path path) throws IOException {
        return Files.readString(path, StandardCharsets.UTF_8);
    }

    /** Up to where the body begins; everything when there is no body. */
    static String head(String whole) {
        Matcher body = BODY.matcher(whole);
        return body.find() ? whole.substring(0, body.start()) : whole;
    }

    /** The entry {@code segments} with what belongs to it; empty when there is none. */
    static String segments(String whole) {
        Matcher begin = SEGMENTS.matcher(whole);
        if (!begin.find()) {
            return "";
        }
        Matcher end = TOP.matcher(whole);
        return whole.substring(begin.start(), end.find(begin.end()) ? end.start() : whole.length());
    }
}
