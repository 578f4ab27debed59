package org.clearlane.pipeline.judging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.clearlane.formats.Formats;
import org.clearlane.formats.Translator;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.FileLedger.ReceivedFile;

/** What a file is, by its first bytes and, for tables, by its heading. The name decides nothing. */
public sealed interface FileKind {

    /** Anything that may hold an interchange. */
    record X12() implements FileKind {}

    /** A table of a format we know. */
    record Table(Translator translator) implements FileKind {}

    /** Neither. */
    record Unreadable(String why) implements FileKind {}

    /** A byte order mark and blanks may stand before it. */
    Pattern BEGINS_WITH_ISA = Pattern.compile("[^A-Za-z0-9]*ISA[^A-Za-z0-9]");

    /** Mail headers and transport frames may, too; but a name such as Lisa in a table is no interchange. */
    Pattern HOLDS_ISA = Pattern.compile("(^|[^A-Za-z0-9])ISA[^A-Za-z0-9]");

    /** How much of a file is looked at. */
    int HEAD = 8192;

    static FileKind of(Archive archive, ReceivedFile file, Formats formats) throws IOException {
        byte[] head;
        try (InputStream bytes = archive.open(file.archiveKey())) {
            head = bytes.readNBytes(HEAD);
        }
        return of(head, () -> formats);
    }

    /**
     * @param head the first {@value #HEAD} bytes, or all there are
     * @param formats asked for only where it takes a heading to decide
     */
    static FileKind of(byte[] head, Supplier<Formats> formats) {
        if (head.length == 0) {
            return new Unreadable("The file is empty.");
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (BEGINS_WITH_ISA.matcher(text).lookingAt()) {
            return new X12();
        }
        Optional<Translator> format = formats.get().recognise(head);
        if (format.isPresent()) {
            return new Table(format.get());
        }
        if (HOLDS_ISA.matcher(text).find()) {
            return new X12();
        }
        return new Unreadable(
                text.indexOf('\0') >= 0
                        ? "It is a binary file, neither X12 nor a table."
                        : "It begins like neither X12 nor a table whose heading we know.");
    }
}
