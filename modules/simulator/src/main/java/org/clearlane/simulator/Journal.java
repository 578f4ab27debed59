package org.clearlane.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearlane.simulator.JournalLine.Marker;

/**
 * What a payer has received, on disk before anybody is told. The line in {@code journal.tsv} is what counts: lines in
 * {@code claims.tsv} without one (the process died between the two) are cut off at the next start, and the file is
 * read again. {@code answered.tsv} says to which lines the answers are written.
 *
 * <p>Not safe for use by several threads.
 */
final class Journal {

    private final Path journal;
    private final Path claims;
    private final Path answered;

    private final List<JournalLine> lines = new ArrayList<>();
    private final Map<String, JournalLine> byControl = new HashMap<>();
    private final Map<String, JournalLine> byName = new HashMap<>();
    private final Map<Long, JournalLine> unanswered = new LinkedHashMap<>();

    Journal(PayerFolders folders) throws IOException {
        journal = folders.file("journal.tsv");
        claims = folders.file("claims.tsv");
        answered = folders.file("answered.tsv");
        wholeLines(journal).forEach(line -> index(parse(line)));
        List<String> all = wholeLines(claims);
        List<String> covered = all.stream()
                .filter(line -> parseClaim(line).receipt() <= lines.size())
                .toList();
        if (covered.size() < all.size()) {
            DurableFiles.replace(claims, text(covered));
        }
        wholeLines(answered).forEach(line -> unanswered.remove(Long.parseLong(line)));
    }

    /** The lines of a file; a last line that was not written to its end is cut off. */
    private static List<String> wholeLines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (whole.length() < text.length()) {
            DurableFiles.replace(file, whole.getBytes(StandardCharsets.ISO_8859_1));
        }
        return whole.lines().toList();
    }

    private void index(JournalLine line) {
        lines.add(line);
        unanswered.put(line.receipt(), line);
        byName.putIfAbsent(line.name(), line);
        if (line.marker() == Marker.FIRST) {
            byControl.put(controlKey(line.sender(), line.isa13()), line);
        }
    }

    private static String controlKey(String sender, String isa13) {
        return sender + "/" + isa13;
    }

    long nextReceipt() {
        return lines.size() + 1L;
    }

    List<JournalLine> lines() {
        return List.copyOf(lines);
    }

    List<JournaledClaim> claims() throws IOException {
        return wholeLines(claims).stream().map(Journal::parseClaim).toList();
    }

    /** The first line under this file name or PayloadID, or null. */
    JournalLine byName(String name) {
        return byName.get(clean(name));
    }

    /** The interchange taken under this control number, or null. */
    JournalLine byControl(String sender, String isa13) {
        return byControl.get(controlKey(clean(sender), clean(isa13)));
    }

    /** Writes a line and the claims it stands for; both are on disk when this returns. */
    void append(JournalLine line, List<JournaledClaim> ofLine) throws IOException {
        if (!ofLine.isEmpty()) {
            DurableFiles.append(claims, text(ofLine.stream().map(Journal::text).toList()));
        }
        String text = text(line);
        DurableFiles.append(journal, text(List.of(text)));
        index(parse(text));
    }

    List<JournalLine> unanswered() {
        return List.copyOf(unanswered.values());
    }

    void answered(JournalLine line) throws IOException {
        DurableFiles.append(answered, text(List.of(Long.toString(line.receipt()))));
        unanswered.remove(line.receipt());
    }

    private static byte[] text(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(JournalLine line) {
        return row(
                line.received().toString(),
                line.name(),
                line.sha256(),
                line.isa13(),
                line.gs06(),
                Integer.toString(line.sets()),
                Integer.toString(line.claims()),
                Cents.fixed(line.chargeCents()),
                line.marker().name().toLowerCase(Locale.ROOT),
                Long.toString(line.receipt()),
                line.interchangeSha256(),
                line.sender());
    }

    private static JournalLine parse(String row) {
        String[] columns = row.split("\t", -1);
        return new JournalLine(
                Instant.parse(columns[0]),
                columns[1],
                columns[2],
                columns[3],
                columns[4],
                Integer.parseInt(columns[5]),
                Integer.parseInt(columns[6]),
                Cents.parse(columns[7]),
                Marker.valueOf(columns[8].toUpperCase(Locale.ROOT)),
                Long.parseLong(columns[9]),
                columns[10],
                columns[11]);
    }

    private static String text(JournaledClaim claim) {
        return row(
                claim.isa13(),
                claim.st02(),
                claim.pcn(),
                claim.houseId(),
                Cents.fixed(claim.chargeCents()),
                Long.toString(claim.receipt()));
    }

    private static JournaledClaim parseClaim(String row) {
        String[] columns = row.split("\t", -1);
        return new JournaledClaim(
                columns[0], columns[1], columns[2], columns[3], Cents.parse(columns[4]), Long.parseLong(columns[5]));
    }

    private static String row(String... columns) {
        List<String> clean = new ArrayList<>();
        for (String column : columns) {
            clean.add(clean(column));
        }
        return String.join("\t", clean);
    }

    /** What a sender wrote must not make columns or lines of its own. */
    private static String clean(String value) {
        return value.replaceAll("[\\x00-\\x1f\\x7f-\\x9f]", "?");
    }
}
