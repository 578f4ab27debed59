package org.clearlane.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.X12Reader;

/** Tables of synthetic claims for tests: a row is a clean claim of one line, changed where the test says. */
final class Table {

    static final Path CONFIG = Path.of(System.getProperty("clearlane.root")).resolve("config");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-08T09:10:11Z"), ZoneOffset.UTC);
    static final TranslationSettings SETTINGS = settings(5_000);

    private static final Map<String, String> CLEAN = clean();
    /** Built once: Smooks takes its time. */
    private static Formats formats;

    private final List<String> headings;
    private final List<String> lines = new ArrayList<>();

    private Table(List<String> headings) {
        this.headings = headings;
        lines.add(String.join(",", headings));
    }

    /** A table with the columns every row needs, and these. */
    static Table with(String... moreHeadings) {
        List<String> headings = new ArrayList<>(CLEAN.keySet());
        headings.addAll(List.of(moreHeadings));
        return new Table(headings);
    }

    /** Adds a clean row, changed: column, value, column, value. */
    Table row(String... changes) {
        Map<String, String> values = new LinkedHashMap<>(CLEAN);
        for (int i = 0; i < changes.length; i += 2) {
            if (!headings.contains(changes[i])) {
                throw new IllegalArgumentException("no such column: " + changes[i]);
            }
            values.put(changes[i], changes[i + 1]);
        }
        lines.add(String.join(
                ",", headings.stream().map(h -> values.getOrDefault(h, "")).toList()));
        return this;
    }

    /** Adds a line as it is. */
    Table line(String line) {
        lines.add(line);
        return this;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    Result translate() throws IOException {
        return translate(text());
    }

    static Result translate(String text) throws IOException {
        return translate(text.getBytes(StandardCharsets.UTF_8), SETTINGS);
    }

    static Result translate(byte[] bytes, TranslationSettings settings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Translation translation = professional().translate(new ByteArrayInputStream(bytes), out, settings);
        return new Result(translation, out.toByteArray());
    }

    static synchronized Translator professional() {
        if (formats == null) {
            formats = Formats.load(CONFIG);
        }
        return formats.format("professional-csv").orElseThrow();
    }

    static TranslationSettings settings(int claimsPerSet) {
        return new TranslationSettings(
                new TranslationSettings.Party("ZZ", "SUBMITTER", "SUBMITTER INC"),
                new TranslationSettings.Contact("CLAIMS DESK", "5550100"),
                new TranslationSettings.Party("ZZ", "RECEIVER", "RECEIVER LLC"),
                42,
                Delimiters.USUAL,
                'P',
                claimsPerSet,
                CLOCK);
    }

    private static Map<String, String> clean() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("claim_number", "C1");
        values.put("place_of_service", "11");
        values.put("billing_name", "ZZHARBOR CLINIC");
        values.put("billing_npi", "1234567893");
        values.put("billing_tax_id", "990000001");
        values.put("billing_address", "1 PIER ROAD");
        values.put("billing_city", "PORTLAND");
        values.put("billing_state", "ME");
        values.put("billing_zip", "041010001");
        values.put("payer_name", "NORTHWIND");
        values.put("payer_id", "NWH01");
        values.put("subscriber_id", "M1");
        values.put("subscriber_last_name", "ZZYLER");
        values.put("diagnosis_1", "J06.9");
        values.put("service_date", "2026-03-04");
        values.put("procedure_code", "G0463");
        values.put("line_charge", "120.00");
        values.put("units", "1");
        values.put("diagnosis_pointers", "1");
        return values;
    }

    /** What a translation left behind. */
    record Result(Translation translation, byte[] x12) {

        /** The segments, without terminators. */
        List<String> segments() throws IOException {
            List<String> segments = new ArrayList<>();
            try (X12Reader reader = new X12Reader(new ByteArrayInputStream(x12))) {
                while (reader.next()) {
                    segments.add(reader.segment().toString());
                }
            }
            return segments;
        }

        List<String> segments(String id) throws IOException {
            return segments().stream()
                    .filter(segment -> segment.startsWith(id + "*"))
                    .toList();
        }

        List<String> codes() {
            return translation.problems().stream()
                    .map(problem -> problem.code())
                    .toList();
        }
    }
}
