package org.clearlane.browser;

import java.util.regex.Pattern;

/**
 * A page that somebody can reach.
 *
 * @param who its reader
 * @param path where it is, with its query
 * @param kind the path with whatever names one thing of many taken out, so that all claims are one kind
 */
record Page(String who, String path, String kind) {

    /** Identifiers of ours: a few letters, an underscore, a time-ordered text. */
    private static final Pattern ID = Pattern.compile("/[a-z]+_[0-9A-Z]{10,}");

    private static final Pattern NUMBER = Pattern.compile("/[0-9]+");

    static Page of(String who, String path, Iterable<String> names) {
        String kind = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        kind = NUMBER.matcher(ID.matcher(kind).replaceAll("/-")).replaceAll("/-");
        kind = kind.replaceAll("^/queues/.+", "/queues/-");
        for (String name : names) {
            kind = kind.replaceAll("/" + Pattern.quote(name) + "(?=/|$)", "/-");
        }
        return new Page(who, path, kind);
    }

    /** What a picture of it is called. */
    String picture() {
        String name = kind.replace("/-", "/one").replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "today" : name;
    }
}
