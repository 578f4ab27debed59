package org.clearlane.connections;

import java.util.Map;

/** Writes CORE replies by hand. */
final class CoreText {

    private CoreText() {}

    static String multipart(String boundary, Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return text.append("--").append(boundary).append("--\r\n").toString();
    }
}
