package org.clearlane.edits.codes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * All code sets in force.
 *
 * @param icd10Cm diagnoses
 * @param placesOfService the two digits of CLM05-1 and SV105
 */
public record CodeSets(Icd10Cm icd10Cm, Set<String> placesOfService) {

    public CodeSets {
        placesOfService = Set.copyOf(placesOfService);
    }

    /**
     * Reads {@code icd-10-cm.tsv} and {@code place-of-service.tsv} of this folder.
     *
     * @throws Failure with code CONFIGURATION and every mistake
     */
    public static CodeSets load(Path folder) {
        List<String> mistakes = new ArrayList<>();
        Icd10Cm icd = null;
        Path icdFile = folder.resolve("icd-10-cm.tsv");
        try (InputStream in = Files.newInputStream(icdFile)) {
            icd = Icd10CmTable.read(in, what -> mistakes.add(icdFile.getFileName() + ":" + what));
        } catch (IOException unreadable) {
            mistakes.add(icdFile.getFileName() + ": cannot be read");
        }
        Set<String> places = PlainCodeList.read(folder.resolve("place-of-service.tsv"), "\\d\\d", mistakes);
        if (!mistakes.isEmpty()) {
            throw new Failure(
                    FailureCode.CONFIGURATION,
                    mistakes.size() + " mistakes in the code sets:\n  "
                            + String.join("\n  ", mistakes.subList(0, Math.min(50, mistakes.size()))));
        }
        return new CodeSets(icd, places);
    }
}
