package org.clearlane.edits.codes;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.clearlane.edits.CalendarDay;

/**
 * The quarterly HCPCS Level II file of CMS ({@code HCPC2026_JAN_ANWEB.txt}): fixed columns, of which the code (1 to 5),
 * the kind of record (11: 3 a procedure, 7 a modifier, 4 and 8 their further text), the day it was added (269 to 276),
 * of its last change (277 to 284) and its last day (285 to 292) are kept.
 */
final class HcpcsFile {

    private static final Pattern IN_ARCHIVE = Pattern.compile("HCPC\\d{4}_\\w+_ANWEB[\\w-]*\\.txt");
    private static final Pattern PROCEDURE = Pattern.compile("[A-Z]\\d{4}");
    private static final Pattern MODIFIER = Pattern.compile("   [A-Z0-9]{2}|[A-Z0-9]{2}   ");
    private static final int KIND = 10;
    private static final int ADDED = 268;
    private static final int CHANGED = 276;
    private static final int LAST = 284;
    private static final int LEAST_LENGTH = 292;

    private final SourceFile file;
    private final boolean modifiers;
    private final CodeListingBuilder rows = new CodeListingBuilder();
    private int newest;
    private int newestLine;
    private String last = "";

    private HcpcsFile(SourceFile file, boolean modifiers) {
        this.file = file;
        this.modifiers = modifiers;
    }

    /** Whether a file of this name is one, or an archive of one. */
    static boolean isOne(Path path) {
        String name = path.getFileName().toString();
        return IN_ARCHIVE.matcher(name).matches() || name.endsWith(".zip");
    }

    /** Its procedures, or its modifiers. */
    static CodeListing read(CodeSet set, Path path, CodeEdition edition) {
        try (SourceFile file = SourceFile.open(path, IN_ARCHIVE)) {
            return new HcpcsFile(file, set == CodeSet.MODIFIER).read(edition, set);
        }
    }

    private CodeListing read(CodeEdition edition, CodeSet set) {
        for (String text = file.next(); text != null; text = file.next()) {
            record(text);
        }
        file.requireWhole();
        if (rows.size() == 0) {
            throw file.refused("ends a file without codes");
        }
        if (newest >= CalendarDay.of(IsoDay.date(edition.from()).plusMonths(set.months()))
                || newest < CalendarDay.of(IsoDay.date(edition.from()).minusMonths(12))) {
            throw file.refusedAt(
                    newestLine,
                    "has its newest change, of %s: this is not the edition of %s"
                            .formatted(IsoDay.text(newest), IsoDay.text(edition.from())));
        }
        return rows.build(edition.head(
                set,
                "HCPCS quarterly file of CMS (" + file.name() + ")",
                "US government work, public domain; codes only"));
    }

    private void record(String text) {
        if (text.length() <= KIND || "3478".indexOf(text.charAt(KIND)) < 0) {
            throw file.refused("is no record of a procedure (3, 4) or of a modifier (7, 8) in column 11");
        }
        boolean first = text.charAt(KIND) == '3' || text.charAt(KIND) == '7';
        String code = text.substring(0, 5);
        boolean modifier = text.charAt(KIND) >= '7';
        if (!first) {
            if (!code.strip().equals(last)) {
                throw file.refused("goes on with another code than the line before it");
            }
            return;
        }
        last = code.strip();
        if (text.length() < LEAST_LENGTH
                || !(modifier ? MODIFIER : PROCEDURE).matcher(code).matches()) {
            throw file.refused("is not laid out as the quarterly file of HCPCS");
        }
        int added = day(text, ADDED);
        int ends = day(text, LAST);
        int changed = Math.max(day(text, CHANGED), added);
        if (changed > newest) {
            newest = changed;
            newestLine = file.line();
        }
        if (modifier == modifiers) {
            int until = ends == CalendarDay.NONE ? TableHead.ALWAYS : ends;
            rows.add(PackedCode.pack(last, PackedCode.MOST_CHARACTERS), Math.min(added, until), until);
        }
    }

    private int day(String text, int at) {
        String digits = text.substring(at, at + 8).strip();
        int day = CalendarDay.parse(digits);
        if (day == CalendarDay.UNREAL) {
            throw file.refused("has no day in columns %d to %d".formatted(at + 1, at + 8));
        }
        return day;
    }
}
