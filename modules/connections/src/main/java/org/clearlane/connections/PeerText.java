package org.clearlane.connections;

/**
 * Words that came from the other side, made fit to be shown or logged: printable ASCII only, and short. A line break or
 * an escape sequence sent by a payer must not forge a line of our log.
 */
final class PeerText {

    private static final int LONGEST = 120;

    private PeerText() {}

    static String shown(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), LONGEST));
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            shown.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return text.length() > LONGEST ? shown + "..." : shown.toString();
    }
}
