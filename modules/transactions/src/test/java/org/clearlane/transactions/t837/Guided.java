package org.clearlane.transactions.t837;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.guide.Guide;
import org.clearlane.guide.Guides;
import org.clearlane.guide.SetMatcher;
import org.clearlane.guide.StructureFinding;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;

/** Reads the claims of a file as the project's own guides match it. */
final class Guided {

    static final Path ROOT = Path.of(System.getProperty("clearlane.root"));
    private static final Guides GUIDES = Guides.load(ROOT.resolve("config/guides"));

    final List<Claim> claims = new ArrayList<>();
    final List<StructureFinding> findings = new ArrayList<>();

    /** All sets of the file; one of a guide that is not known, or not of claims, is passed over. */
    static Guided read(byte[] file, ClaimListener listener) throws IOException {
        Guided guided = new Guided();
        ClaimReader reader = new ClaimReader((claim, spans) -> {
            guided.claims.add(claim);
            listener.claim(claim, spans);
        });
        SetMatcher matcher = null;
        try (X12Reader in = new X12Reader(new ByteArrayInputStream(file))) {
            while (in.next()) {
                Segment s = in.segment();
                if (s.is("ST")) {
                    Guide guide =
                            GUIDES.find(s.element(3).strip(), s.element(1)).orElse(null);
                    ClaimKind kind = guide == null ? null : ClaimKind.of(guide.kind());
                    matcher = kind == null ? null : guide.matcher(guided.findings::add);
                    if (matcher != null) {
                        matcher.begin();
                        reader.begin(kind, false);
                    }
                }
                if (matcher != null) {
                    matcher.accept(s);
                    reader.segment(s, matcher.loop(), matcher.position());
                }
                if (s.is("SE") && matcher != null) {
                    matcher.end();
                    reader.end();
                    matcher = null;
                }
            }
        }
        return guided;
    }

    static Guided read(byte[] file) throws IOException {
        return read(file, (claim, spans) -> {});
    }
}
