package org.clearlane.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** All guides of an installation, by the identifiers senders put into GS08 and ST03. Immutable, safe for several threads. */
public final class Guides {

    private static final Set<String> KEYS = Set.of(
            "guide",
            "kind",
            "set",
            "group",
            "accepts",
            "variants",
            "unused",
            "dictionary",
            "composites",
            "segments",
            "codes",
            "words",
            "shared",
            "structure");

    private final Map<String, Guide> byVersion = new LinkedHashMap<>();
    private final List<GuideMistake> mistakes = new ArrayList<>();
    private final Set<String> allSegments = new HashSet<>();

    private Guides() {}

    /**
     * Reads every {@code .yaml} file below this folder.
     *
     * @throws GuideMistakes with all mistakes of all files, when there is one
     */
    public static Guides load(Path configGuidesDir) {
        Guides guides = new Guides();
        try (Stream<Path> files = Files.walk(configGuidesDir)) {
            files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .forEach(path -> guides.read(configGuidesDir, path));
        } catch (IOException | UncheckedIOException e) {
            guides.mistakes.add(new GuideMistake(configGuidesDir.getFileName() + "", 0, "cannot be read"));
        }
        if (guides.byVersion.isEmpty() && guides.mistakes.isEmpty()) {
            guides.mistakes.add(new GuideMistake(configGuidesDir.getFileName() + "", 0, "holds no guide"));
        }
        if (!guides.mistakes.isEmpty()) {
            throw new GuideMistakes(guides.mistakes);
        }
        guides.byVersion.values().forEach(guide -> guides.allSegments.addAll(guide.segments()));
        return guides;
    }

    private void read(Path folder, Path path) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        DefinitionFile file = new DefinitionFile(name, mistakes);
        Optional<MappingNode> top = file.read(path);
        if (top.isEmpty()) {
            return;
        }
        Map<String, Node> entries = file.entries(top.get(), KEYS);
        String id = file.required(entries, "guide", top.get());
        String kind = file.required(entries, "kind", top.get());
        Vocabulary vocabulary = new Vocabulary(file, entries);
        List<String> accepts = file.texts(entries.get("accepts"));
        if (accepts.isEmpty()) {
            file.mistake(entries.get("accepts"), "accepts names no identifier");
        }
        Set<String> unused = new HashSet<>(file.texts(entries.get("unused")));
        int before = mistakes.size();
        Guide guide = compile(file, entries, vocabulary, id, kind, "", accepts, Set.of(), unused);
        for (String version : accepts) {
            add(file, entries.get("accepts"), version, guide);
        }
        if (mistakes.size() > before) {
            return; // the variants would only tell the same mistakes again
        }
        file.entries(entries.get("variants")).forEach((version, node) -> {
            Map<String, Node> variant = file.entries(node, Set.of("name", "situational"));
            Set<String> situational = new HashSet<>(file.texts(variant.get("situational")));
            String variantName = file.required(variant, "name", node);
            add(
                    file,
                    node,
                    version,
                    compile(
                            file,
                            entries,
                            vocabulary,
                            version,
                            kind,
                            variantName,
                            List.of(version),
                            situational,
                            unused));
        });
    }

    private Guide compile(
            DefinitionFile file,
            Map<String, Node> entries,
            Vocabulary vocabulary,
            String id,
            String kind,
            String variant,
            List<String> accepted,
            Set<String> situational,
            Set<String> unused) {
        int before = mistakes.size();
        Situational loosened = new Situational(situational);
        SegmentReader segments = new SegmentReader(file, vocabulary, new CodeSet(accepted), loosened);
        Map<String, Node> shared = file.entries(entries.get("shared"));
        StructureReader reader = new StructureReader(file, segments, shared, loosened);
        if (!entries.containsKey("structure")) {
            file.mistake(null, "structure is missing");
            return null;
        }
        Spot root = reader.read(entries.get("structure"));
        for (String path : loosened.unmet()) {
            file.mistake(entries.get("variants"), "there is no " + path + " to make situational");
        }
        return mistakes.size() > before ? null : new Guide(id, kind, variant, root, unused, allSegments);
    }

    private void add(DefinitionFile file, Node at, String version, Guide guide) {
        if (guide != null && byVersion.putIfAbsent(version, guide) != null) {
            file.mistake(at, version + " is accepted by two guides");
        }
    }

    /** The guide for a GS08 or ST03 value, exactly as written; {@code 00501} finds the rules of the envelope. */
    public Optional<Guide> find(String version) {
        return Optional.ofNullable(byVersion.get(version));
    }

    /** The identifiers accepted, in the order of the files. */
    public Collection<String> versions() {
        return List.copyOf(byVersion.keySet());
    }

    /** The guides by every identifier accepted. */
    public Map<String, Guide> byVersion() {
        return new HashMap<>(byVersion);
    }
}
