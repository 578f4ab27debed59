package org.clearlane.guide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One definition file: what it says of itself at once, the guide and its variants when they are asked for. Safe for
 * several threads.
 */
final class GuideSource {

    private static final List<String> HEAD = List.of("guide", "kind", "set", "group", "accepts", "variants", "unused");
    private static final List<String> BODY =
            List.of("dictionary", "composites", "segments", "codes", "words", "shared", "structure");
    private static final Set<String> KEYS = keys();

    private final String name;
    private final Path path;
    private final KnownSegments knownSegments;
    private final String set;
    private final String group;
    private final List<String> accepted;
    private final List<String> variants;
    /** By the variant's identifier; the guide itself under the empty one. */
    private final Map<String, Guide> compiled = new HashMap<>();

    GuideSource(String name, Path path, KnownSegments knownSegments, List<GuideMistake> mistakes) {
        this.name = name;
        this.path = path;
        this.knownSegments = knownSegments;
        DefinitionFile file = new DefinitionFile(name, mistakes);
        Optional<MappingNode> top = file.read(() -> DefinitionText.head(DefinitionText.whole(path)));
        Map<String, Node> entries = top.map(file::entries).orElseGet(LinkedHashMap::new);
        set = file.text(entries.get("set"));
        group = file.text(entries.get("group"));
        accepted = file.texts(entries.get("accepts"));
        variants = List.copyOf(file.entries(entries.get("variants")).keySet());
    }

    private static Set<String> keys() {
        Set<String> keys = new HashSet<>(HEAD);
        keys.addAll(BODY);
        return keys;
    }

    String name() {
        return name;
    }

    /** ST01. */
    String set() {
        return set;
    }

    /** GS01; empty for the envelope, which stands in no group. */
    String group() {
        return group;
    }

    /** All identifiers judged by this file, variants last. */
    List<String> versions() {
        List<String> versions = new ArrayList<>(accepted);
        versions.addAll(variants);
        return versions;
    }

    /** The identifier itself when it is a variant's; empty when it is the guide's own. */
    String variant(String version) {
        return accepted.contains(version) ? "" : version;
    }

    /**
     * The guide for one of {@link #versions()}.
     *
     * @throws GuideMistakes when there are any in what is needed for it
     */
    synchronized Guide guide(String version) {
        String variant = variant(version);
        Guide guide = compiled.get(variant);
        if (guide == null) {
            List<GuideMistake> mistakes = new ArrayList<>();
            guide = new Reading(mistakes).guide(variant);
            if (!mistakes.isEmpty()) {
                throw new GuideMistakes(mistakes);
            }
            compiled.put(variant, guide);
        }
        return guide;
    }

    /** Reads everything and compiles what has not been. */
    synchronized void check(List<GuideMistake> mistakes) {
        int before = mistakes.size();
        Reading reading = new Reading(mistakes);
        Map<String, Guide> all = new HashMap<>();
        all.put("", reading.guide(""));
        for (String variant : variants) {
            if (mistakes.size() == before) { // the variants would only tell the same mistakes again
                all.put(variant, reading.guide(variant));
            }
        }
        if (mistakes.size() == before) {
            all.forEach(compiled::putIfAbsent);
        }
    }

    /** The segments defined here, without reading the rest; none when they cannot be read, which is told elsewhere. */
    Set<String> segments() {
        DefinitionFile file = new DefinitionFile(name, new ArrayList<>());
        return file.read(() -> DefinitionText.segments(DefinitionText.whole(path)))
                .map(top -> file.entries(file.entries(top).get("segments")).keySet())
                .orElse(Set.of());
    }

    /** One reading of the whole file. */
    private final class Reading {

        private final List<GuideMistake> mistakes;
        private final DefinitionFile file;
        private final Map<String, Node> entries;
        private final Vocabulary vocabulary;
        private final String id;
        private final String kind;
        private final Set<String> unused;

        Reading(List<GuideMistake> mistakes) {
            this.mistakes = mistakes;
            file = new DefinitionFile(name, mistakes);
            Optional<MappingNode> top = file.read(() -> DefinitionText.whole(path));
            if (top.isEmpty()) {
                entries = null;
                vocabulary = null;
                id = "";
                kind = "";
                unused = Set.of();
                return;
            }
            entries = file.entries(top.get(), KEYS);
            id = file.required(entries, "guide", top.get());
            kind = file.required(entries, "kind", top.get());
            vocabulary = new Vocabulary(file, entries);
            unused = new HashSet<>(file.texts(entries.get("unused")));
            if (file.texts(entries.get("accepts")).isEmpty()) {
                file.mistake(entries.get("accepts"), "accepts names no identifier");
            }
            checkOrder();
        }

        private void checkOrder() {
            String body = "";
            for (String key : entries.keySet()) {
                if (BODY.contains(key)) {
                    body = key;
                } else if (HEAD.contains(key) && !body.isEmpty()) {
                    file.mistake(entries.get(key), key + " must stand before " + body);
                }
            }
        }

        /** Null when there are mistakes. */
        Guide guide(String variant) {
            if (entries == null) {
                return null;
            }
            if (variant.isEmpty()) {
                return compile(id, "", accepted, Set.of());
            }
            Node node = file.entries(entries.get("variants")).get(variant);
            Map<String, Node> written = file.entries(node, Set.of("name", "situational"));
            String variantName = file.required(written, "name", node);
            Set<String> situational = new HashSet<>(file.texts(written.get("situational")));
            return compile(variant, variantName, List.of(variant), situational);
        }

        private Guide compile(String guideId, String variantName, List<String> ids, Set<String> situational) {
            int before = mistakes.size();
            Situational loosened = new Situational(situational);
            SegmentReader segments = new SegmentReader(file, vocabulary, new CodeSet(ids), loosened);
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
            return mistakes.size() > before
                    ? null
                    : new Guide(guideId, kind, variantName, "", root, unused, knownSegments);
        }
    }

    /** Gets the text to read. */
    interface Text {
        String get() throws IOException;
    }
}
