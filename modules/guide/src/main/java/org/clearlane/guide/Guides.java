package org.clearlane.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All guides of an installation, by the identifiers senders put into GS08 and ST03. A guide is compiled when it is first
 * asked for, so that judging one file does not wait for all of them; {@link #checkAll()} compiles every one. Immutable for
 * its users, safe for several threads.
 */
public final class Guides {

    /** One identifier of one guide: by the standard's set identifier (ST01), and where its guide comes from. */
    private record Offer(String set, String version, GuideSource source, Guide narrowed) {

        Guide guide() {
            return narrowed == null ? source.guide(version) : narrowed;
        }

        boolean isOfTheGuideOf(Offer other) {
            return source == other.source && source.variant(version).equals(source.variant(other.version));
        }
    }

    private final String folderName;
    private final List<GuideSource> sources;
    private final Map<String, List<Offer>> byVersion;
    private final KnownSegments knownSegments;

    private Guides(
            String folderName,
            List<GuideSource> sources,
            Map<String, List<Offer>> byVersion,
            KnownSegments knownSegments) {
        this.folderName = folderName;
        this.sources = sources;
        this.byVersion = byVersion;
        this.knownSegments = knownSegments;
    }

    /**
     * Finds every {@code .yaml} file below this folder and reads what each says of itself. What stands further down in a
     * file is read when its guide is asked for.
     *
     * @throws GuideMistakes with all mistakes of all files, when what a file says of itself holds one
     */
    public static Guides load(Path configGuidesDir) {
        String folderName = configGuidesDir.getFileName() + "";
        List<GuideMistake> mistakes = new ArrayList<>();
        KnownSegments knownSegments = new KnownSegments();
        List<GuideSource> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(configGuidesDir)) {
            files.filter(path -> path.toString().endsWith(".yaml")).sorted().forEach(path -> {
                String name = configGuidesDir.relativize(path).toString().replace('\\', '/');
                sources.add(new GuideSource(name, path, knownSegments, mistakes));
            });
        } catch (IOException | UncheckedIOException e) {
            throw new GuideMistakes(List.of(new GuideMistake(folderName, 0, "cannot be read")));
        }
        knownSegments.in(sources);
        Map<String, List<Offer>> byVersion = new LinkedHashMap<>();
        for (GuideSource source : sources) {
            for (String version : source.versions()) {
                byVersion
                        .computeIfAbsent(version, each -> new ArrayList<>())
                        .add(new Offer(source.set(), version, source, null));
            }
        }
        Guides guides = new Guides(folderName, sources, byVersion, knownSegments);
        return mistakes.isEmpty() && guides.overall().isEmpty() ? guides : guides.checkAll();
    }

    /** What is wrong between the files rather than in one of them. */
    private List<GuideMistake> overall() {
        List<GuideMistake> mistakes = new ArrayList<>();
        if (sources.isEmpty()) {
            mistakes.add(new GuideMistake(folderName, 0, "holds no guide"));
        }
        byVersion.forEach((version, offers) -> {
            Set<String> sets = new HashSet<>();
            for (Offer offer : offers) {
                if (!sets.add(offer.set())) {
                    mistakes.add(new GuideMistake(offer.source().name(), 0, version + " is accepted by two guides"));
                }
            }
        });
        return mistakes;
    }

    /**
     * Reads and compiles every guide and variant.
     *
     * @return these guides
     * @throws GuideMistakes with all mistakes of all files, when there is one
     */
    public Guides checkAll() {
        List<GuideMistake> mistakes = new ArrayList<>();
        for (GuideSource source : sources) {
            source.check(mistakes);
        }
        mistakes.addAll(overall());
        if (!mistakes.isEmpty()) {
            throw new GuideMistakes(mistakes);
        }
        return this;
    }

    /**
     * The guide for a GS08 or ST03 value, exactly as written; {@code 00501} finds the rules of the envelope. Where a request
     * and its answer share the identifier (276 and 277, 270 and 271), the request's.
     *
     * @throws GuideMistakes when the guide's definition holds mistakes
     */
    public Optional<Guide> find(String version) {
        List<Offer> offers = byVersion.get(version);
        return offers == null ? Optional.empty() : Optional.of(offers.get(0).guide());
    }

    /**
     * The guide for a GS08 or ST03 value and an ST01 value; empty when no guide of this identifier is for that set.
     *
     * @throws GuideMistakes when the guide's definition holds mistakes
     */
    public Optional<Guide> find(String version, String set) {
        for (Offer offer : byVersion.getOrDefault(version, List.of())) {
            if (offer.set().equals(set)) {
                return Optional.of(offer.guide());
            }
        }
        return Optional.empty();
    }

    /** The GS01 values of the guides of this identifier; none where there is no such guide. */
    public Set<String> groups(String version) {
        return byVersion.getOrDefault(version, List.of()).stream()
                .map(offer -> offer.source().group())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The GS01 value of the guide of this identifier for this set. */
    public Optional<String> group(String version, String set) {
        return byVersion.getOrDefault(version, List.of()).stream()
                .filter(offer -> offer.set().equals(set))
                .map(offer -> offer.source().group())
                .findFirst();
    }

    /** The identifiers accepted, in the order of the files. */
    public Collection<String> versions() {
        return List.copyOf(byVersion.keySet());
    }

    /**
     * These guides, one of them narrowed by what a payer demands beyond it. An overlay may only narrow: make required or not
     * used what is situational, list fewer codes, shorten what may be longer, repeat less. It can be applied to guides
     * that were narrowed before.
     *
     * @param overlay a YAML file as {@code modules/guide/README.md} describes it
     * @throws GuideMistakes with all mistakes of the overlay, one for each demand that is wider than the guide
     */
    public Guides narrowedBy(Path overlay) {
        List<GuideMistake> mistakes = new ArrayList<>();
        Overlay read = Overlay.read(overlay, mistakes);
        List<Offer> named = byVersion.getOrDefault(read.guide(), List.of()).stream()
                .filter(offer -> read.kind().isEmpty() || offer.guide().kind().equals(read.kind()))
                .toList();
        if (mistakes.isEmpty() && named.size() != 1) {
            mistakes.add(new GuideMistake(
                    overlay.getFileName() + "",
                    0,
                    named.isEmpty()
                            ? "there is no guide " + read.guide() + " to narrow"
                            : "kind must say which of the guides " + read.guide() + " is narrowed"));
        }
        if (!mistakes.isEmpty()) {
            throw new GuideMistakes(mistakes);
        }
        Guide before = named.get(0).guide();
        Guide after = before.narrowedBy(read);
        if (!mistakes.isEmpty()) {
            throw new GuideMistakes(mistakes);
        }
        Map<String, List<Offer>> narrowed = new LinkedHashMap<>();
        byVersion.forEach((version, offers) -> narrowed.put(
                version,
                offers.stream()
                        .map(offer -> offer.isOfTheGuideOf(named.get(0))
                                ? new Offer(offer.set(), version, offer.source(), after)
                                : offer)
                        .toList()));
        return new Guides(folderName, sources, narrowed, knownSegments);
    }
}
