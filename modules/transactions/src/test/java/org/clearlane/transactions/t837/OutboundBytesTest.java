package org.clearlane.transactions.t837;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.transactions.t837.OutboundHeaders.envelope;
import static org.clearlane.transactions.t837.OutboundHeaders.header;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.transactions.Corpus;
import org.clearlane.transactions.Text;
import org.clearlane.transactions.internal.SegmentWalk;
import org.clearlane.x12.Delimiters;
import org.clearlane.x12.X12Reader;
import org.junit.jupiter.api.Test;

/** What a practice wrote comes out as it went in, whatever was written. */
class OutboundBytesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Placement> placements = new ArrayList<>();

    @Test
    void whatThePracticeWroteComesBackByteForByte() throws IOException {
        assertGoesOutUntouched(Text.bytes(ProfessionalSamples.file()));
        assertGoesOutUntouched(Text.bytes(ProfessionalSamples.file().replace("~", "~\r\n")));
        assertGoesOutUntouched(
                Text.bytes(ProfessionalSamples.file().replace('*', '|').replace("~", "\n")));
    }

    @Test
    void whatPublicFilesSayComesBackByteForByte() throws IOException {
        for (Path file : Corpus.files("837P")) {
            assertGoesOutUntouched(Files.readAllBytes(file));
        }
    }

    @Test
    void institutionalAndDentalClaimsComeBackByteForByteAndFitTheirGuide() throws IOException {
        int claims = 0;
        for (ClaimKind kind : List.of(ClaimKind.INSTITUTIONAL, ClaimKind.DENTAL)) {
            List<Path> files = new ArrayList<>(Corpus.files(kind.transaction()));
            try (Stream<Path> samples = Files.walk(
                    Guided.ROOT.resolve("samples/" + kind.transaction().toLowerCase(java.util.Locale.ROOT)))) {
                samples.filter(each -> each.endsWith("input.edi")).forEach(files::add);
            }
            for (Path file : files) {
                claims += assertGoesOutUntouched(kind, Files.readAllBytes(file));
                boolean asksBeforehand = Files.readString(file, ISO_8859_1).contains("005010X292");
                if (out.size() > 0
                        && !asksBeforehand
                        && Guided.read(Files.readAllBytes(file)).findings.isEmpty()) {
                    assertThat(Guided.read(out.toByteArray()).findings)
                            .as("structure of what goes out of " + file)
                            .isEmpty();
                }
            }
        }
        assertThat(claims).isGreaterThanOrEqualTo(6);
    }

    /** Sends every claim of a file on with its own separators, reads that again and compares segment by segment. */
    private void assertGoesOutUntouched(byte[] file) throws IOException {
        assertGoesOutUntouched(ClaimKind.PROFESSIONAL, file);
    }

    private int assertGoesOutUntouched(ClaimKind kind, byte[] file) throws IOException {
        List<OutboundClaim> claims = cut(kind, file, "in");
        out.reset();
        placements.clear();
        if (claims.isEmpty()) {
            return 0;
        }
        Delimiters theirs = claims.getFirst().sourceDelimiters();
        String four =
                "" + (char) theirs.element() + (char) theirs.component() + repetition(theirs) + (char) theirs.segment();
        OutboundInterchange interchange = new OutboundInterchange(
                out, header(kind, envelope(four, false), "CLEARLANE HOUSE", 100_000), placements::add);
        List<OutboundClaim> sent = new ArrayList<>();
        for (OutboundClaim each : claims) {
            if (interchange.add(each).isEmpty()) {
                sent.add(each);
            }
        }
        OutboundTotals totals = interchange.finish();
        assertThat(totals.claims()).isEqualTo(sent.size());

        List<OutboundClaim> again = cut(kind, out.toByteArray(), "out");
        assertThat(again).hasSameSizeAs(sent);
        for (int i = 0; i < sent.size(); i++) {
            assertThat(segments(again.get(i).provider(), again.get(i)))
                    .isEqualTo(segments(sent.get(i).provider(), sent.get(i)));
            assertThat(segments(again.get(i).subscriber(), again.get(i)))
                    .isEqualTo(segments(sent.get(i).subscriber(), sent.get(i)));
            if (sent.get(i).patient() != null) {
                assertThat(segments(again.get(i).patient(), again.get(i)))
                        .isEqualTo(segments(sent.get(i).patient(), sent.get(i)));
            }
            List<String> before = withoutClaimNumber(segments(sent.get(i).claim(), sent.get(i)), null);
            List<String> after = withoutClaimNumber(
                    segments(again.get(i).claim(), again.get(i)), sent.get(i).d9());
            assertThat(after).isEqualTo(before);
        }
        assertCountsHold(out.toByteArray());
        return sent.size();
    }

    private static char repetition(Delimiters theirs) {
        for (char free : "^`!".toCharArray()) {
            if (theirs.repetition() == Delimiters.NONE && !theirs.separates((byte) free)) {
                return free;
            }
        }
        return (char) theirs.repetition();
    }

    /** Without REF*D9 of 2300; where ours is expected it must be there exactly once. */
    private static List<String> withoutClaimNumber(List<String> segments, String ours) {
        List<String> rest = new ArrayList<>();
        boolean inside = true;
        int found = 0;
        for (String segment : segments) {
            inside &= !segment.matches("(?s)(NM1|SBR|LX)[^A-Za-z0-9].*");
            if (inside && segment.matches("(?s)REF[^A-Za-z0-9]D9[^A-Za-z0-9].*")) {
                found++;
                assertThat(ours == null || segment.endsWith(ours)).isTrue();
            } else {
                rest.add(segment);
            }
        }
        if (ours != null) {
            assertThat(found).isEqualTo(1);
        }
        return rest;
    }

    private static List<String> segments(byte[] bytes, OutboundClaim of) {
        List<String> segments = new ArrayList<>();
        SegmentWalk walk = new SegmentWalk(bytes, of.sourceDelimiters());
        while (walk.next()) {
            segments.add(new String(
                    bytes, walk.from(), walk.to() - walk.from(), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return segments;
    }

    private static List<OutboundClaim> cut(ClaimKind kind, byte[] file, String prefix) throws IOException {
        List<OutboundClaim> claims = new ArrayList<>();
        Delimiters delimiters;
        try (X12Reader in = new X12Reader(new java.io.ByteArrayInputStream(file))) {
            if (!in.next()) {
                return claims;
            }
            delimiters = in.delimiters();
        }
        ClaimListener listener = (claim, spans) -> claims.add(new OutboundClaim(
                prefix + claims.size(),
                delimiters,
                cut(file, spans.provider()),
                cut(file, spans.subscriber()),
                spans.patient() == null ? null : cut(file, spans.patient()),
                cut(file, spans.claim())));
        if (kind == ClaimKind.PROFESSIONAL) {
            Loops.read(file, new ClaimReader(listener));
        } else {
            Guided.read(file, listener);
        }
        return claims;
    }

    private static byte[] cut(byte[] file, Span span) {
        return Arrays.copyOfRange(file, (int) span.offset(), (int) span.offset() + span.length());
    }

    /** SE01 counts, HL01 runs from 1, HL02 names a level above, HL04 says whether there are children. */
    private static void assertCountsHold(byte[] file) throws IOException {
        int segments = 0;
        int hl = 0;
        List<String[]> levels = new ArrayList<>();
        try (X12Reader in = new X12Reader(new java.io.ByteArrayInputStream(file))) {
            while (in.next()) {
                var s = in.segment();
                segments = s.is("ST") ? 1 : segments + 1;
                if (s.is("HL")) {
                    hl++;
                    assertThat(s.element(1)).isEqualTo(Integer.toString(hl));
                    levels.add(new String[] {s.element(1), s.element(2), s.element(3), s.element(4)});
                } else if (s.is("SE")) {
                    assertThat(s.element(1)).isEqualTo(Integer.toString(segments));
                }
            }
        }
        for (String[] level : levels) {
            boolean children = levels.stream().anyMatch(other -> other[1].equals(level[0]));
            assertThat(level[3]).isEqualTo(children ? "1" : "0");
            String parent = level[2].equals("20") ? "" : level[2].equals("22") ? "20" : "22";
            assertThat(levels.stream()
                            .filter(other -> other[0].equals(level[1]))
                            .map(other -> other[2])
                            .findFirst()
                            .orElse(""))
                    .isEqualTo(parent);
        }
    }
}
