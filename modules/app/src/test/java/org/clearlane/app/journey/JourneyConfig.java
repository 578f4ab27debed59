package org.clearlane.app.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;

/** A configuration folder as an operator keeps one: what comes along, the demo's practices and payers, shorter times. */
final class JourneyConfig {

    static final Path ROOT = Path.of(System.getProperty("clearlane.root"));

    /** A larger file is refused at the door. */
    static final int LARGEST_FILE = 400_000;

    /** What Northwind gives a practice from the day of service, and from its decision. */
    static final int FILING_DAYS = 365;

    static final int APPEAL_DAYS = 120;

    private JourneyConfig() {}

    static Path write(Path folder) throws IOException {
        copy(ROOT.resolve("config"), folder);
        copy(ROOT.resolve("samples/demo/practices"), folder.resolve("practices"));
        copy(ROOT.resolve("samples/demo/payers"), folder.resolve("payers"));
        change(
                folder.resolve("application.yaml"),
                Map.of(
                        "largestFileBytes: \\d+", "largestFileBytes: " + LARGEST_FILE,
                        "folderStableFor: \\w+", "folderStableFor: 400ms",
                        "firstInquiryAfter: \\w+", "firstInquiryAfter: 1s",
                        "batchLookEvery: \\w+", "batchLookEvery: 200ms"));
        for (String payer : new String[] {"northwind", "blue-harbor", "cedar-point"}) {
            change(
                    folder.resolve("payers").resolve(payer + ".yaml"),
                    Map.of(
                            "window: 1s", "window: 200ms",
                            "pollInterval: 500ms", "pollInterval: 200ms",
                            "checkEvery: 2s", "checkEvery: 200ms",
                            "healthyFor: 5s", "healthyFor: 200ms"));
        }
        Files.writeString(
                folder.resolve("payers/northwind.yaml"),
                "deadlines: {filingDays: %d, appealDays: %d}%n".formatted(FILING_DAYS, APPEAL_DAYS),
                StandardOpenOption.APPEND);
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }

    private static void change(Path file, Map<String, String> changes) throws IOException {
        String text = Files.readString(file);
        for (Map.Entry<String, String> change : changes.entrySet()) {
            String changed = text.replaceFirst(change.getKey(), change.getValue());
            if (changed.equals(text)) {
                throw new IllegalStateException(file + " has no " + change.getKey());
            }
            text = changed;
        }
        Files.writeString(file, text);
    }
}
