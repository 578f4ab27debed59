package org.clearlane.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What a payer demands beyond a guide, as its companion guide says it: the file as written, to be held against the guide by
 * {@link Narrowing}.
 *
 * @param name what the overlay is called
 * @param guide an identifier of the guide it narrows
 * @param kind which guide, where several have that identifier; else empty
 * @param demands by place ({@code 2300}, {@code 2300/REF[G1]}, {@code 2300/CLM}), in the order of the file
 */
record Overlay(String name, String guide, String kind, Map<String, Demand> demands, DefinitionFile file) {

    private static final Set<String> KEYS = Set.of("overlay", "guide", "kind", "narrow");
    private static final Set<String> DEMAND_KEYS = Set.of("use", "elements");

    /** @param use as written, for example {@code R} or {@code S x5}; null when the place's own use is not narrowed */
    record Demand(Node at, Node use, Map<String, Node> elements) {}

    static Overlay read(Path path, List<GuideMistake> mistakes) {
        DefinitionFile file = new DefinitionFile(path.getFileName() + "", mistakes);
        Optional<MappingNode> top = file.read(() -> text(path));
        Map<String, Demand> demands = new LinkedHashMap<>();
        if (top.isEmpty()) {
            return new Overlay("", "", "", demands, file);
        }
        Map<String, Node> entries = file.entries(top.get(), KEYS);
        String name = file.required(entries, "overlay", top.get());
        String guide = file.required(entries, "guide", top.get());
        file.entries(entries.get("narrow")).forEach((place, node) -> {
            Map<String, Node> written = file.entries(node, DEMAND_KEYS);
            demands.put(place, new Demand(node, written.get("use"), file.entries(written.get("elements"))));
        });
        if (demands.isEmpty()) {
            file.mistake(top.get(), "narrow names nothing");
        }
        return new Overlay(name, guide, file.text(entries.get("kind")), demands, file);
    }

    private static String text(Path path) throws IOException {
        return Files.readString(path, StandardCharsets.UTF_8);
    }
}
