package org.clearlane.judgement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;

/** The page that says what the corpus shows. */
final class ConformancePage {

    private static final String HEAD =
            """
            # Conformance

            Written by `ConformanceReportTest` (modules/judgement) from a corpus of public sample messages that nobody here wrote and that
            is not part of this repository. Every file is judged as `clearlane validate --snip 2` judges it: structure and envelopes,
            nothing of what is in the claims. `-Dgolden.update=true` writes this page anew; why a file is judged otherwise than its
            source labels it is written by hand and reviewed (`conformance.tsv` beside the test).

            """;

    private static final int MOST_SHOWN = 4;

    private ConformancePage() {}

    static String of(List<Corpus.Entry> corpus, Map<String, String> explanations) {
        StringBuilder page = new StringBuilder(HEAD);
        List<Corpus.Entry> known =
                corpus.stream().filter(Corpus.Entry::isOfKnownGuides).toList();
        List<Corpus.Entry> labelled = corpus.stream()
                .filter(each -> each.isCalledInvalid() || each.isOfKnownGuides() && each.isCalledValid())
                .toList();
        long differing = labelled.stream().filter(Corpus.Entry::deviates).count();
        page.append("%d files; %d written by a guide described here, %d by another or none.\n"
                .formatted(corpus.size(), known.size(), corpus.size() - known.size()));
        page.append("Labelled by their source and judged: %d; as labelled %d, otherwise %d, each explained below.\n"
                .formatted(labelled.size(), labelled.size() - differing, differing));
        guides(page, known);
        faults(page, known);
        deviations(page, corpus, explanations);
        invalid(page, corpus);
        unlabelled(page, known);
        others(page, corpus);
        return page.toString();
    }

    /** What refuses a file, each kind and place once, envelopes first. */
    private static String found(Corpus.Entry entry) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> inside = new LinkedHashSet<>();
        for (Finding finding : entry.recording().findings()) {
            if (finding.isError()) {
                boolean envelope = finding.code().matches("(file|interchange|group|set)\\..*");
                (envelope ? all : inside).add(finding.code() + " " + place(finding.place()));
            }
        }
        all.addAll(inside);
        String shown = all.stream().limit(MOST_SHOWN).map(String::strip).collect(Collectors.joining(", "));
        return shown + (all.size() > MOST_SHOWN ? " and " + (all.size() - MOST_SHOWN) + " more" : "");
    }

    private static String place(Place place) {
        StringBuilder words = new StringBuilder(place.loop().isEmpty() ? "" : place.loop() + " ");
        words.append(place.segment());
        if (place.element() > 0) {
            words.append("%02d".formatted(place.element()));
        }
        return place.component() > 0
                ? words.append('-').append(place.component()).toString()
                : words.toString();
    }

    private static void guides(StringBuilder page, List<Corpus.Entry> known) {
        page.append("\n## By guide\n\n| guide | files | sets | accepted | in part | refused | errors | warnings |\n");
        page.append("|---|--:|--:|--:|--:|--:|--:|--:|\n");
        Map<String, List<Corpus.Entry>> byGuide = new TreeMap<>();
        known.forEach(each ->
                byGuide.computeIfAbsent(guide(each), name -> new ArrayList<>()).add(each));
        byGuide.forEach((guide, files) -> {
            long accepted = files.stream().filter(Corpus.Entry::isAccepted).count();
            long refused = files.stream().filter(Corpus.Entry::isRefused).count();
            long sets = files.stream()
                    .mapToLong(each -> each.recording().sets.size())
                    .sum();
            List<Finding> findings = files.stream()
                    .flatMap(each -> each.recording().findings().stream())
                    .toList();
            long errors = findings.stream().filter(Finding::isError).count();
            page.append("| %s | %d | %d | %d | %d | %d | %d | %d |\n"
                    .formatted(
                            guide,
                            files.size(),
                            sets,
                            accepted,
                            files.size() - accepted - refused,
                            refused,
                            errors,
                            findings.size() - errors));
        });
    }

    private static String guide(Corpus.Entry entry) {
        return entry.recording().sets.stream()
                .map(set -> Recording.GUIDES
                        .find(set.facts().version(), set.facts().identifier())
                        .orElseThrow())
                .map(guide -> guide.kind() + " " + guide.id())
                .distinct()
                .collect(Collectors.joining(" + "));
    }

    private static void faults(StringBuilder page, List<Corpus.Entry> known) {
        page.append("\n## By fault\n\n| finding | SNIP | severity | IK304 | IK403 | IK502 | findings | files |\n");
        page.append("|---|--:|---|---|---|---|--:|--:|\n");
        Map<String, long[]> counts = new TreeMap<>();
        for (Corpus.Entry entry : known) {
            Set<String> here = new TreeSet<>();
            for (Finding finding : entry.recording().findings()) {
                String row = "| %s | %d | %s | %s | %s | %s |"
                        .formatted(
                                finding.code(),
                                finding.snip(),
                                finding.isError() ? "error" : "warning",
                                finding.ack().ik3(),
                                finding.ack().ik4(),
                                finding.ack().ik5());
                long[] count = counts.computeIfAbsent(row, each -> new long[2]);
                count[0]++;
                count[1] += here.add(row) ? 1 : 0;
            }
        }
        counts.forEach((row, count) -> page.append("%s %d | %d |\n".formatted(row, count[0], count[1])));
        page.append("\nFindings of `interchange.` go into a TA1 (TA105), those of `group.` into AK9 (AK905).\n");
    }

    private static void deviations(StringBuilder page, List<Corpus.Entry> corpus, Map<String, String> explanations) {
        page.append("\n## Judged otherwise than labelled\n\n");
        page.append("| file | label | judged | found | who is right, and why |\n|---|---|---|---|---|\n");
        corpus.stream()
                .filter(Corpus.Entry::deviates)
                .forEach(each -> page.append("| %s | %s | %s | %s | %s |\n"
                        .formatted(
                                each.name(),
                                each.expected(),
                                verdict(each),
                                found(each),
                                explanations.getOrDefault(each.name(), "not explained"))));
    }

    private static String verdict(Corpus.Entry entry) {
        return switch (entry.recording().verdict.verdict()) {
            case ACCEPTED -> "accepted";
            case PARTIAL -> "accepted in part";
            case REJECTED -> "refused";
            case UNREADABLE -> "unreadable";
        };
    }

    private static void invalid(StringBuilder page, List<Corpus.Entry> corpus) {
        page.append("\n## Labelled invalid, and refused for\n\n| file | found |\n|---|---|\n");
        corpus.stream()
                .filter(each -> each.isCalledInvalid() && each.isRefused())
                .forEach(each -> page.append("| %s | %s |\n".formatted(each.name(), found(each))));
    }

    private static void unlabelled(StringBuilder page, List<Corpus.Entry> known) {
        page.append("\n## Without a label, and not accepted\n\n| file | judged | found |\n|---|---|---|\n");
        known.stream()
                .filter(each -> each.expected().equals("unknown") && !each.isAccepted())
                .forEach(each -> page.append("| %s | %s | %s |\n".formatted(each.name(), verdict(each), found(each))));
    }

    private static void others(StringBuilder page, List<Corpus.Entry> corpus) {
        page.append("\n## Of no guide described here\n\nAnswered as a guide that is not supported (999: IK502 I6); a");
        page.append(" group of acknowledgments by a TA1 alone.\n\n| set and GS08 | files | why |\n|---|--:|---|\n");
        Map<String, Integer> files = new TreeMap<>();
        for (Corpus.Entry entry : corpus) {
            Set<String> here = new TreeSet<>();
            for (SetVerdict set : entry.recording().sets) {
                if (!Corpus.isKnown(set)) {
                    here.add(set.facts().identifier() + " " + set.facts().version());
                }
            }
            here.forEach(id -> files.merge(id, 1, Integer::sum));
        }
        files.forEach((id, count) -> page.append("| %s | %d | %s |\n".formatted(id, count, reason(id))));
        long none =
                corpus.stream().filter(each -> each.recording().sets.isEmpty()).count();
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
