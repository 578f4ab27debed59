package org.clearlane.remittance.denial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which scenario a reason belongs to: {@code config/codesets/core-scenarios.tsv}. Immutable. */
public final class CoreScenarios {

    private final Map<String, CoreScenario> byReason;

    private CoreScenarios(Map<String, CoreScenario> byReason) {
        this.byReason = byReason;
    }

    /**
     * Reads the table: tab-separated {@code carc scenario}, a heading, lines beginning with {@code #} ignored.
     *
     * @throws IllegalArgumentException naming the line that is no row, or whose code was there before
     */
    public static CoreScenarios load(Reader table) throws IOException {
        Map<String, CoreScenario> byReason = new HashMap<>();
        BufferedReader lines = new BufferedReader(table);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#") || line.startsWith("carc\t")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 2 || !cells[1].matches("[1-4]")) {
                throw new IllegalArgumentException("line " + number + ": carc and a scenario from 1 to 4 expected");
            }
            if (byReason.put(cells[0], CoreScenario.of(Integer.parseInt(cells[1]))) != null) {
                throw new IllegalArgumentException("line " + number + ": CARC " + cells[0] + " twice");
            }
        }
        return new CoreScenarios(Map.copyOf(byReason));
    }

    /** The scenario of a CARC, where it has one. */
    public Optional<CoreScenario> of(String reason) {
        return Optional.ofNullable(byReason.get(reason));
    }
}
