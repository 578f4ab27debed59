package org.clearlane.edits.codes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A list of codes, one a line, {@code #} before remarks. */
final class PlainCodeList {

    private PlainCodeList() {}

    static Set<String> read(Path file, String shape, List<String> mistakes) {
        Pattern pattern = Pattern.compile(shape);
        Set<String> codes = new HashSet<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (line.isEmpty() || line.charAt(0) == '#') {
                    continue;
                }
                if (!pattern.matcher(line).matches()) {
                    mistakes.add(file.getFileName() + ":" + number + ": not a code");
                } else if (!codes.add(line)) {
                    mistakes.add(file.getFileName() + ":" + number + ": stands here twice");
                }
            }
        } catch (IOException unreadable) {
            mistakes.add(file.getFileName() + ": cannot be read");
        }
        return codes;
    }
}
