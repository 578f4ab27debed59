package org.clearlane.edits.codes;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * A file with a table of codes, known by its head alone.
 *
 * @param file where it lies
 * @param imported whether an operator brought it
 * @param head what stands above the codes
 */
public record CodeTable(Path file, boolean imported, TableHead head) {

    static CodeTable of(Path file) {
        Map<String, String> head = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null && line.startsWith("#"); line = lines.readLine()) {
                int colon = line.indexOf(": ");
                if (colon > 1) {
                    head.putIfAbsent(line.substring(1, colon).strip(), line.substring(colon + 2));
                }
            }
        } catch (IOException unreadable) {
            throw new Failure(FailureCode.CONFIGURATION, file.getFileName() + " cannot be read", unreadable);
        }
        boolean imported = file.getParent().getFileName().toString().equals(CodeFolder.IMPORTED);
        return new CodeTable(file, imported, TableHead.of(head));
    }
}
