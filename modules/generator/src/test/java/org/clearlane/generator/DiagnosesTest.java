package org.clearlane.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The diagnoses we write are billable in both fiscal years, by the order files of those years. */
class DiagnosesTest {

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026})
    void areBillable(int fiscalYear) throws Exception {
        Path orderFiles = shared("reference/codesets/cms_%d_dx.zip".formatted(fiscalYear));
        assumeTrue(orderFiles != null, "the order files are not at hand");

        assertThat(billable(orderFiles, fiscalYear)).contains(Synthetic.DIAGNOSES);
    }

    private static Path shared(String name) {
        Path root = Path.of(System.getProperty("clearlane.root"));
        return List.of(root.resolve("../shared"), root.resolve("../../shared")).stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }

    /** Columns 7 to 13 hold the code; column 15 says 1 where it may be billed. */
    private static Set<String> billable(Path zip, int fiscalYear) throws IOException {
        Set<String> codes = new HashSet<>();
        try (ZipFile files = new ZipFile(zip.toFile());
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        files.getInputStream(files.getEntry("icd10cm_order_%d.txt".formatted(fiscalYear))),
                        StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.charAt(14) == '1') {
                    codes.add(line.substring(6, 13).strip());
                }
            }
        }
        return codes;
    }
}
