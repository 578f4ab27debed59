package org.clearlane.app.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.rules.RuleScope;

/** What a file of edits is, and whose. */
final class EditKind {

    private EditKind() {}

    /** Whether it is a file of the catalogue: its list is called edits. */
    static boolean isCatalogue(Path file) {
        try {
            return Files.readString(file).lines().anyMatch(line -> line.startsWith("edits:"));
        } catch (IOException e) {
            throw new Failure(FailureCode.CONFIGURATION, file + " cannot be read as UTF-8 text", e);
        }
    }

    /** Whose rules stand in it: as said, else as its folders say. */
    static Optional<RuleScope> scope(Path file, String payer, String practice) {
        if (payer != null) {
            return Optional.of(RuleScope.payer(payer));
        }
        if (practice != null) {
            return Optional.of(RuleScope.practice(practice));
        }
        Path folder = file.toAbsolutePath().getParent();
        Path above = folder == null ? null : folder.getParent();
        if (above == null || above.getFileName() == null) {
            return Optional.empty();
        }
        return switch (above.getFileName().toString()) {
            case "payers" -> Optional.of(RuleScope.payer(folder.getFileName().toString()));
            case "practices" ->
                Optional.of(RuleScope.practice(folder.getFileName().toString()));
            default -> Optional.empty();
        };
    }
}
