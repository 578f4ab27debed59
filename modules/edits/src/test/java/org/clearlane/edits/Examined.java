package org.clearlane.edits;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.clearlane.edits.codes.CodeSets;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Finding;

/** The project's own catalogue and code sets, judging on 1 March 2026. */
public final class Examined {

    public static final Path CONFIG = Path.of(System.getProperty("clearlane.root"), "config");
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    public static final CodeSets CODES = CodeSets.load(CONFIG.resolve("codesets"));
    public static final Edits EDITS = Edits.load(CONFIG.resolve("edits"), CODES);

    private Examined() {}

    /** All findings about this claim. */
    public static List<Finding> findings(Claim claim) {
        return EDITS.examination(CLOCK, 7).examine(claim);
    }

    /** The codes of all findings about this claim. */
    public static List<String> codes(Claim claim) {
        return findings(claim).stream().map(Finding::code).toList();
    }
}
