package org.clearlane.transactions.t277ca;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clearlane.model.finding.ClaimStatus;

/**
 * Claim statuses in plain sentences, our own words. Codes that have no words here are said as codes, never left out.
 * Immutable; safe for use by several threads.
 */
public final class ClaimStatusLabels {

    private static final String RESOURCE = "claim-status-labels.tsv";

    private final Map<String, String> categories = new HashMap<>();
    private final Map<String, String> statuses = new HashMap<>();
    private final Map<String, String> entities = new HashMap<>();

    private ClaimStatusLabels() {}

    /** The words that come with Clearlane. */
    public static ClaimStatusLabels bundled() {
        try (InputStream in = ClaimStatusLabels.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the build");
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads words from a table with the columns set (category, status, entity), code, label, separated by tabs. Lines that
     * begin with # are remarks.
     *
     * @throws IllegalStateException when a line is not of that shape
     */
    public static ClaimStatusLabels read(Reader table) throws IOException {
        ClaimStatusLabels labels = new ClaimStatusLabels();
        BufferedReader lines = new BufferedReader(table);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#") || line.startsWith("set\t")) {
                continue;
            }
            String[] columns = line.split("\t", -1);
            if (columns.length != 3) {
                throw new IllegalStateException("line " + number + ": set, code and label expected");
            }
            labels.mapOf(columns[0], number).put(columns[1], columns[2]);
        }
        return labels;
    }

    private Map<String, String> mapOf(String set, int line) {
        return switch (set) {
            case "category" -> categories;
            case "status" -> statuses;
            case "entity" -> entities;
            default -> throw new IllegalStateException("line " + line + ": set is category, status or entity");
        };
    }

    /** What a category means, or empty. */
    public Optional<String> category(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    /** What a status says about this entity (which may be empty), or empty when the code has no words here. */
    public Optional<String> status(String code, String entity) {
        String label = statuses.get(code);
        if (label == null) {
            return Optional.empty();
        }
        String party = entity.isEmpty() ? "one of the parties" : entities.getOrDefault(entity, "party " + entity);
        return Optional.of(label.replace("{entity}", party)
                .replace("{Entity}", Character.toUpperCase(party.charAt(0)) + party.substring(1)));
    }

    /** Category and status as one or two sentences. */
    public String sentence(ClaimStatus status) {
        String category = category(status.category()).orElse("Status category " + status.category() + ".");
        String detail = status(status.status(), status.entity()).orElse("Status code " + status.status() + ".");
        return category + " " + detail;
    }
}
