package org.clearlane.judgement;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Public sample files that nobody here wrote, where this machine has them beside the checkout; judged at SNIP 1 and 2. */
final class Corpus {

    /**
     * A file, what its source says of it, and what came of it here.
     *
     * @param expected {@code valid}, {@code invalid}, {@code unknown}, or {@code valid(by its tests)}
     */
    record Entry(String name, String transaction, String expected, Recording recording) {

        boolean isCalledValid() {
            return expected.startsWith("valid");
        }

        boolean isCalledInvalid() {
            return expected.equals("invalid");
        }

        boolean isAccepted() {
            return recording.verdict.verdict() == FileVerdict.Verdict.ACCEPTED;
        }

        boolean isRefused() {
            return switch (recording.verdict.verdict()) {
                case REJECTED, UNREADABLE -> true;
                case ACCEPTED, PARTIAL -> false;
            };
        }

        /** Whether every set in it is written by a guide described here. */
        boolean isOfKnownGuides() {
            return !recording.sets.isEmpty() && recording.sets.stream().allMatch(Corpus::isKnown);
        }

        /** Whether the verdict is not the one its source gives it. */
        boolean deviates() {
            return isCalledInvalid() ? !isRefused() : isOfKnownGuides() && isCalledValid() && !isAccepted();
        }
    }

    private static List<Entry> entries;

    private Corpus() {}

    static boolean isKnown(SetVerdict set) {
        return Recording.GUIDES
                .find(set.facts().version(), set.facts().identifier())
                .isPresent();
    }

    static Path folder() {
        for (String up : List.of("../shared", "../../shared")) {
            Path folder = Sample.ROOT.resolve(up).resolve("corpus").normalize();
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        assumeTrue(false, "the corpus is not at hand");
        return null;
    }

    /** The columns of the index, without its heading. */
    static List<String[]> index() throws IOException {
        return Files.readAllLines(folder().resolve("INDEX.tsv"), StandardCharsets.UTF_8).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    /** Every file, judged once for all tests. */
    static synchronized List<Entry> all() throws IOException {
        if (entries == null) {
            List<Entry> all = new ArrayList<>();
            for (String[] columns : index()) {
                byte[] bytes = Files.readAllBytes(folder().resolve(columns[0]));
                all.add(new Entry(columns[0], columns[2], columns[4], Recording.of(bytes, JudgeOptions.offline(2))));
            }
            entries = all;
        }
        return entries;
    }
}
