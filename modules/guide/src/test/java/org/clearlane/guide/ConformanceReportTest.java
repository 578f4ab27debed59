package org.clearlane.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Judges the whole corpus and writes what came of it; {@code -Dgolden.update=true} writes the page anew. */
class ConformanceReportTest {

    private static final Path PAGE =
            Path.of(System.getProperty("clearlane.root")).resolve("docs/reference/conformance.md");

    private record Judged(Corpus.Sample sample, CorpusWalk walk) {

        boolean isKnown() {
            return !walk.guides.isEmpty();
        }

        boolean isCalledValid() {
            return sample.expected().startsWith("valid");
        }

        boolean deviates() {
            return isKnown()
                    && (isCalledValid() ? walk.isRefused() : sample.expected().equals("invalid") && !walk.isRefused());
        }

        String guide() {
            return walk.guides.stream()
                    .map(guide -> guide.kind() + " " + guide.id())
                    .collect(Collectors.joining(" + "));
        }

        /** What was found, each kind and place once, envelope first. */
        String found() {
            Set<String> all = new TreeSet<>();
            walk.serious().forEach(finding -> all.add(finding.fault() + " " + finding.place()));
            List<String> shown = new ArrayList<>(walk.envelopeFaults);
            all.stream().limit(3).forEach(shown::add);
            return String.join(", ", shown) + (all.size() > 3 ? " and " + (all.size() - 3) + " more" : "");
        }
    }

    /** File and sentence, as {@code conformance.tsv} has them. */
    private static Map<String, String> explanations() {
        try (InputStream in = ConformanceReportTest.class.getResourceAsStream("conformance.tsv")) {
            Map<String, String> explanations = new LinkedHashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] columns = line.split("\t");
                    explanations.put(columns[0], columns[1]);
                }
            }
            return explanations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Judged> corpus() throws IOException {
        List<Judged> judged = new ArrayList<>();
        for (Corpus.Sample sample : Corpus.all()) {
            judged.add(new Judged(sample, CorpusWalk.of(Files.readAllBytes(sample.path()))));
        }
        return judged;
    }

    @Test
    void saysWhoIsRightWhereverAVerdictIsNotTheSamplesOwn() throws IOException {
        assertThat(corpus().stream().filter(Judged::deviates).map(each -> each.sample()
                        .name()))
                .containsExactlyInAnyOrderElementsOf(explanations().keySet());
    }

    @Test
    void conformancePageIsWhatTheCorpusShows() throws IOException {
        String page = page(corpus(), explanations());
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page(List<Judged> corpus, Map<String, String> explanations) {
        StringBuilder page = new StringBuilder(
                """
                # Conformance

                Written by `ConformanceReportTest` (modules/guide) from a corpus of public sample messages that nobody here wrote and that
                is not part of this repository. Every file goes through the reader and the guide's matcher (SNIP 1 and 2), and the counts
                and control numbers of its envelopes are compared; one serious finding refuses the file. `-Dgolden.update=true` writes
                this page anew.

                """);
        List<Judged> known = corpus.stream().filter(Judged::isKnown).toList();
        long agreeing = known.stream()
                .filter(each -> !each.sample().expected().equals("unknown") && !each.deviates())
                .count();
        long differing = known.stream().filter(Judged::deviates).count();
        page.append(
                "%d files; %d written by a guide described here, %d by another or none. Of those with a label of their"
                        .formatted(corpus.size(), known.size(), corpus.size() - known.size()));
        page.append(" own, %d are judged as labelled and %d are not, each explained below.\n\n"
                .formatted(agreeing, differing));
        guides(page, known);
        faults(page, known);
        deviations(page, known, explanations);
        unlabelled(page, known);
        others(page, corpus);
        return page.toString();
    }

    private static void guides(StringBuilder page, List<Judged> known) {
        page.append(
                "## By guide\n\n| guide | files | sets | accepted | refused | findings | harmless |\n|---|--:|--:|--:|--:|--:|--:|\n");
        Map<String, List<Judged>> byGuide = new TreeMap<>();
        known.forEach(each ->
                byGuide.computeIfAbsent(each.guide(), name -> new ArrayList<>()).add(each));
        byGuide.forEach((guide, files) -> {
            long refused =
                    files.stream().filter(each -> each.walk().isRefused()).count();
            int sets = files.stream().mapToInt(each -> each.walk().sets).sum();
            int all =
                    files.stream().mapToInt(each -> each.walk().findings.size()).sum();
            int serious = files.stream()
                    .mapToInt(each -> each.walk().serious().size())
                    .sum();
            page.append("| %s | %d | %d | %d | %d | %d | %d |\n"
                    .formatted(guide, files.size(), sets, files.size() - refused, refused, serious, all - serious));
        });
    }

    private static void faults(StringBuilder page, List<Judged> known) {
        page.append(
                "\n## By fault\n\n| fault | SNIP | IK304 | IK403 | findings | files |\n|---|--:|---|---|--:|--:|\n");
        for (StructureFault fault : StructureFault.values()) {
            long findings = known.stream()
                    .flatMap(each -> each.walk().findings.stream())
                    .filter(finding -> finding.fault() == fault)
                    .count();
            long files = known.stream()
                    .filter(each -> each.walk().findings.stream().anyMatch(finding -> finding.fault() == fault))
                    .count();
            if (findings > 0) {
                page.append("| %s | %d | %s | %s | %d | %d |\n"
                        .formatted(fault, fault.snip(), fault.ik304(), fault.ik403(), findings, files));
            }
        }
        Map<String, Integer> envelope = new TreeMap<>();
        known.forEach(each -> each.walk().envelopeFaults.forEach(fault -> envelope.merge(fault, 1, Integer::sum)));
        page.append("\nEnvelopes, by files: ");
        page.append(envelope.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", ")));
        page.append(".\n");
    }

    private static void deviations(StringBuilder page, List<Judged> known, Map<String, String> explanations) {
        page.append(
                "\n## Judged otherwise than labelled\n\n| file | label | judged | found | who is right, and why |\n|---|---|---|---|---|\n");
        known.stream()
                .filter(Judged::deviates)
                .forEach(each -> page.append("| %s | %s | %s | %s | %s |\n"
                        .formatted(
                                each.sample().name(),
                                each.sample().expected(),
                                each.walk().isRefused() ? "refused" : "accepted",
                                each.found(),
                                explanations.getOrDefault(each.sample().name(), "not explained"))));
    }

    private static void unlabelled(StringBuilder page, List<Judged> known) {
        page.append("\n## Without a label, and refused\n\n| file | found |\n|---|---|\n");
        known.stream()
                .filter(each -> each.sample().expected().equals("unknown")
                        && each.walk().isRefused())
                .forEach(each ->
                        page.append("| %s | %s |\n".formatted(each.sample().name(), each.found())));
    }

    private static void others(StringBuilder page, List<Judged> corpus) {
        page.append(
                "\n## Of no guide described here\n\nAnswered as a guide that is not supported (999: IK502 I6).\n\n");
        page.append("| set and GS08 | files | why |\n|---|--:|---|\n");
        Map<String, Integer> files = new TreeMap<>();
        corpus.forEach(each -> each.walk().unknown.forEach(id -> files.merge(id, 1, Integer::sum)));
        files.forEach((id, count) -> page.append("| %s | %d | %s |\n".formatted(id, count, reason(id))));
        long none = corpus.stream().filter(each -> each.walk().sets == 0).count();
        page.append("\n%d files hold no set at all: a TA1 alone, an interchange without groups, or what is no X12.\n"
                .formatted(none));
    }

    private static String reason(String id) {
        String set = id.substring(0, id.indexOf(' '));
        String version = id.substring(id.indexOf(' ') + 1);
        if (!version.startsWith("005010")) {
            return "a version before 5010, or none";
        }
        if (!version.contains("X")) {
            return "the standard without a guide";
        }
        return switch (set) {
            case "997" -> "the acknowledgment before the 999";
            case "278", "275", "824" -> "a transaction that no guide here describes";
            default -> "the identifier of another guide than the one for this set";
        };
    }
}
