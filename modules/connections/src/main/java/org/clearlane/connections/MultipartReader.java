package org.clearlane.connections;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a multipart reply in one pass and trusts nothing in it: few parts, short heads, short fields, and an end that
 * must be there. Only the part named {@code Payload} may be long; it is not kept but told by its place in the stream,
 * its length and its SHA-1.
 */
final class MultipartReader {

    static final int MOST_PARTS = 32;
    static final int LONGEST_HEAD_BYTES = 8 * 1024;
    static final int LONGEST_FIELD_BYTES = 64 * 1024;

    private static final String PAYLOAD = "Payload";
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME =
            Pattern.compile(";\\s*name=(?:\"([^\"]{1,64})\"|([^\\s;\"]{1,64}))", Pattern.CASE_INSENSITIVE);

    /**
     * What was read.
     *
     * @param fields the short parts by name, whatever their case
     * @param payload the long part, or empty
     */
    record Form(Map<String, String> fields, Optional<Payload> payload) {}

    /**
     * @param offset of its first byte in the stream
     * @param length in bytes
     * @param sha1 lower-case hexadecimal
     */
    record Payload(long offset, long length, String sha1) {}

    private final InputStream in;
    private final DelimiterScan delimiter;
    private final Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private Payload payload;
    private long position;

    private MultipartReader(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = new DelimiterScan(("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * @param in buffered; the caller closes
     * @param contentType the Content-Type header of the whole
     * @throws MalformedReply when it is not a whole multipart form within the limits
     */
    static Form read(InputStream in, String contentType) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/") || !boundary.find()) {
            throw new MalformedReply("the reply is not multipart");
        }
        return new MultipartReader(in, either(boundary)).readAll();
    }

    private Form readAll() throws IOException {
        // The very first delimiter may stand at the very beginning, without the line break before it.
        delimiter.assumeLineBreak();
        scanTo(new Preamble());
        for (int parts = 0; !isEnd(); parts++) {
            if (parts == MOST_PARTS) {
                throw new MalformedReply("the reply has more than " + MOST_PARTS + " parts");
            }
            readPart();
        }
        return new Form(fields, Optional.ofNullable(payload));
    }

    private void readPart() throws IOException {
        String name = partName(readHead());
        if (fields.containsKey(name) || name.equalsIgnoreCase(PAYLOAD) && payload != null) {
            throw new MalformedReply("the reply has two parts of one name");
        }
        if (name.equalsIgnoreCase(PAYLOAD)) {
            Digester digester = new Digester();
            long offset = position;
            scanTo(digester);
            payload = new Payload(offset, digester.length, digester.sha1());
        } else {
            Field field = new Field();
            scanTo(field);
            fields.put(name, field.bytes.toString(StandardCharsets.UTF_8).strip());
        }
    }

    private Map<String, String> readHead() throws IOException {
        Map<String, String> head = new HashMap<>();
        int left = LONGEST_HEAD_BYTES;
        for (String line = readLine(left); !line.isEmpty(); line = readLine(left)) {
            left -= line.length() + 2;
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedReply("a part of the reply has a broken head");
            }
            head.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return head;
    }

    private static String partName(Map<String, String> head) throws MalformedReply {
        String disposition = head.getOrDefault("content-disposition", "");
        Matcher name = NAME.matcher(disposition);
        if (!disposition.toLowerCase(Locale.ROOT).startsWith("form-data") || !name.find()) {
            throw new MalformedReply("a part of the reply has no name");
        }
        String encoding =
                head.getOrDefault("content-transfer-encoding", "binary").toLowerCase(Locale.ROOT);
        if (!encoding.equals("binary") && !encoding.equals("8bit") && !encoding.equals("7bit")) {
            throw new MalformedReply("a part of the reply is encoded");
        }
        return either(name);
    }

    /** Behind a delimiter: {@code --} ends the whole, a line break begins a part. */
    private boolean isEnd() throws IOException {
        String rest = readLine(64).strip();
        if (!rest.isEmpty() && !rest.equals("--")) {
            throw new MalformedReply("the reply has a broken delimiter");
        }
        return rest.equals("--");
    }

    private String readLine(int longest) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = next(); b != '\r'; b = next()) {
            if (b < 0 && line.toString().equals("--")) {
                return line.toString();
            }
            if (b < 0 || b == '\n' || line.length() >= longest) {
                throw new MalformedReply("the reply ends, or has no line break, where one must be");
            }
            line.append((char) b);
        }
        if (next() != '\n') {
            throw new MalformedReply("the reply has a broken line break");
        }
        return line.toString();
    }

    private void scanTo(DelimiterScan.Bytes bytes) throws IOException {
        for (int b = next(); !delimiter.found(b, bytes); b = next()) {
            if (b < 0) {
                throw new MalformedReply("the reply is cut off");
            }
        }
    }

    private int next() throws IOException {
        int b = in.read();
        if (b >= 0) {
            position++;
        }
        return b;
    }

    private static String either(Matcher matcher) {
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    private static final class Preamble implements DelimiterScan.Bytes {
        private int seen;

        @Override
        public void take(int b) throws MalformedReply {
            if (++seen > LONGEST_HEAD_BYTES) {
                throw new MalformedReply("the reply has no first part");
            }
        }
    }

    private static final class Field implements DelimiterScan.Bytes {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void take(int b) throws MalformedReply {
            if (bytes.size() == LONGEST_FIELD_BYTES) {
                throw new MalformedReply("a field of the reply is too long");
            }
            bytes.write(b);
        }
    }

    private static final class Digester implements DelimiterScan.Bytes {
        private final MessageDigest sha1 = OutboundContent.digest("SHA-1");
        private final byte[] buffer = new byte[8 * 1024];
        private int filled;
        private long length;

        @Override
        public void take(int b) {
            buffer[filled++] = (byte) b;
            length++;
            if (filled == buffer.length) {
                sha1.update(buffer);
                filled = 0;
            }
        }

        String sha1() {
            sha1.update(buffer, 0, filled);
            return HexFormat.of().formatHex(sha1.digest());
        }
    }
}
