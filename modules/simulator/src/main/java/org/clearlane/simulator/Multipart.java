package org.clearlane.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A multipart/form-data body as fields. Reads leniently (any case in field names, bare line feeds, a preamble); where a
 * field is there twice the first counts. Not safe for use by several threads.
 */
final class Multipart {

    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME =
            Pattern.compile("[;\\s]name=(?:\"([^\"]*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

    private final Map<String, byte[]> fields = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /** The fields of a body, or null when the content type names no boundary. */
    static Multipart read(String contentType, byte[] body) {
        Matcher matcher = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!matcher.find()) {
            return null;
        }
        String boundary = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        Multipart form = new Multipart();
        int from = indexOf(body, delimiter, 0);
        while (from >= 0) {
            int start = from + delimiter.length;
            int next = indexOf(body, delimiter, start);
            if (next < 0) {
                break;
            }
            form.part(body, start, next);
            from = next;
        }
        return form;
    }

    private void part(byte[] body, int from, int to) {
        int start = afterLineEnd(body, from, to);
        int head = start;
        while (head < to && body[head] != '\n' && body[head] != '\r') {
            head = afterLineEnd(body, endOfLine(body, head, to), to);
        }
        String headers = new String(body, start, head - start, StandardCharsets.ISO_8859_1);
        int content = afterLineEnd(body, head, to);
        int end = to;
        if (end > content && body[end - 1] == '\n') {
            end--;
        }
        if (end > content && body[end - 1] == '\r') {
            end--;
        }
        Matcher name = NAME.matcher(headers);
        if (name.find()) {
            put(
                    name.group(1) == null ? name.group(2) : name.group(1),
                    Arrays.copyOfRange(body, content, Math.max(content, end)));
        }
    }

    private static int endOfLine(byte[] body, int from, int to) {
        int at = from;
        while (at < to && body[at] != '\n' && body[at] != '\r') {
            at++;
        }
        return at;
    }

    private static int afterLineEnd(byte[] body, int from, int to) {
        int at = from;
        if (at < to && body[at] == '\r') {
            at++;
        }
        if (at < to && body[at] == '\n') {
            at++;
        }
        return at;
    }

    private static int indexOf(byte[] body, byte[] wanted, int from) {
        for (int at = from; at <= body.length - wanted.length; at++) {
            if (body[at] == wanted[0] && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private void put(String name, byte[] value) {
        String key = name.toLowerCase(Locale.ROOT);
        if (fields.putIfAbsent(key, value) == null) {
            names.put(key, name);
        }
    }

    Multipart with(String name, String value) {
        put(name, value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Multipart with(String name, byte[] value) {
        put(name, value);
        return this;
    }

    /** A field as text, stripped; empty when it is not there. */
    String text(String name) {
        byte[] value = fields.get(name.toLowerCase(Locale.ROOT));
        return value == null ? "" : new String(value, StandardCharsets.UTF_8).strip();
    }

    /** A field as it came, or null. */
    byte[] bytes(String name) {
        return fields.get(name.toLowerCase(Locale.ROOT));
    }

    /** The body, with this boundary. */
    byte[] write(String boundary) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fields.forEach((key, value) -> {
            String head =
                    "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + names.get(key) + "\"\r\n\r\n";
            out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            out.writeBytes(value);
            out.writeBytes(new byte[] {'\r', '\n'});
        });
        out.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
