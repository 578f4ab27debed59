package org.clearlane.connections;

import java.util.Locale;
import java.util.regex.Pattern;
import org.clearlane.model.connection.OutboundFile;

/**
 * Which names are taken from a listing. A listing is written by the other side and may be hostile: whatever is not
 * plain is left where it is, so a name never gets near a path.
 */
final class FileNames {

    /** What a name in a listing tells us to do. */
    enum Verdict {
        /** An answer to collect. */
        ANSWER,
        /** Hidden, or not finished by its writer: silently left alone. */
        UNFINISHED,
        /** Not a plain name: left alone, and people are told. */
        STRANGE
    }

    static final String PART = ".part";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,120}");

    private FileNames() {}

    static Verdict judge(String name) {
        if (!PLAIN.matcher(name).matches()) {
            return Verdict.STRANGE;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        boolean unfinished =
                lower.startsWith(".") || lower.endsWith(PART) || lower.endsWith(".tmp") || lower.endsWith(".filepart");
        return unfinished ? Verdict.UNFINISHED : Verdict.ANSWER;
    }

    /** The name of a file we send; a name we made ourselves that is not plain is a bug. */
    static String outbound(OutboundFile file) {
        if (judge(file.name()) != Verdict.ANSWER) {
            throw new IllegalStateException("not a plain outbound file name: " + PeerText.shown(file.name()));
        }
        return file.name();
    }
}
