package org.clearlane.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our guides against tables of facts merged from three public sources, where this machine has them beside the checkout:
 * loops, segments and elements in order, usage, repeats, types, lengths, codes, syntax notes. Wherever we differ, it is on
 * purpose and stands here.
 */
class GuideReferenceTest {

    /**
     * The 835 may name its guide, as some senders do though sources call ST03 not used. CAS group CR and drug codes (N4)
     * are what one source of two knows and payers still send. AK202 repeats a control number that may be too short. A
     * location in N406 is no code.
     */
    private static final Set<String> ON_PURPOSE = Set.of(
            "usage ST ST03",
            "codes 2100 CAS01",
            "codes 2110 CAS01",
            "codes 2220D SVC01-1",
            "codes 2220E SVC01-1",
            "lengths 2000 AK202",
            "type 2100B N406",
            "type 2100C N406",
            "type 2100D N406",
            "type 2120C N406",
            "type 2120D N406");

    private record Row(
            String kind,
            String loop,
            String id,
            String usage,
            String repeat,
            String type,
            String lengths,
            Set<String> codes) {}

    private static Path table(String name) {
        Path root = Path.of(System.getProperty("clearlane.root"));
        Path found = Stream.of("../shared", "../../shared")
                .map(up ->
                        root.resolve(up).resolve("reference/guides").normalize().resolve(name + ".tsv"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
        assumeTrue(found != null, "no reference tables beside this checkout");
        return found;
    }

    private static List<Row> theirs(Path table) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(table)) {
            String[] columns = line.split("\t", -1);
            if (columns[1].matches("loop|segment|element|component")) {
                rows.add(new Row(
                        columns[1],
                        loop(columns[0], columns[1]),
                        columns[2],
                        columns[4],
                        columns[5].isEmpty() ? "1" : columns[5],
                        columns[6],
                        columns[6].equals("COMP") ? "" : columns[8] + ".." + columns[9],
                        codes(columns[10])));
            }
        }
        return rows;
    }

    private static String loop(String path, String kind) {
        String[] parts = path.split("/");
        String loop = kind.equals("loop") ? parts[parts.length - 1] : parts[parts.length - 2];
        return loop;
    }

    private static Set<String> codes(String written) {
        return written.isEmpty() || written.startsWith("@") ? Set.of() : new TreeSet<>(List.of(written.split(",")));
    }

    private static List<Row> ours(Guide guide) {
        List<Row> rows = new ArrayList<>();
        add(rows, guide.root());
        return rows;
    }

    private static void add(List<Row> rows, Spot loop) {
        for (Spot child : loop.children) {
            boolean begins = child == loop.children[0] && loop.parent != null;
            String usage = child.required || begins ? "R" : "S";
            String repeat = child.max == Spot.UNLIMITED ? ">1" : Integer.toString(child.max);
            String name = loop.parent == null ? "ST" : loop.id;
            rows.add(new Row(
                    child.isLoop ? "loop" : "segment",
                    child.isLoop ? child.id : name,
                    child.id,
                    usage,
                    repeat,
                    "",
                    "",
                    Set.of()));
            if (child.isLoop) {
                add(rows, child);
                continue;
            }
            for (int n = 1; n < child.rules.elements.length; n++) {
                ElementRule rule = child.rules.elements[n];
                String id = child.id + "%02d".formatted(n);
                rows.add(row("element", name, id, rule));
                for (int part = 0; part < rule.components().length; part++) {
                    rows.add(row("component", name, id + "-" + (part + 1), rule.components()[part]));
                }
            }
        }
    }

    private static Row row(String kind, String loop, String id, ElementRule rule) {
        String type =
                switch (rule.type()) {
                    case COMPOSITE -> "COMP";
                    case PERIOD -> "AN";
                    default -> rule.type().name();
                };
        return new Row(
                kind,
                loop,
                id,
                Character.toString(rule.usage()),
                Integer.toString(rule.repeats()),
                type,
                type.equals("COMP") ? "" : rule.min() + ".." + rule.max(),
                rule.codes() == null ? Set.of() : new TreeSet<>(rule.codes().listed()));
    }

    @ParameterizedTest
    @CsvSource({
        "837P-005010X222A1, 837", "837I-005010X223A2, 837", "837D-005010X224A2, 837", "835-005010X221A1, 835",
        "277CA-005010X214, 277", "276-005010X212, 276", "277-005010X212, 277", "270-005010X279A1, 270",
        "271-005010X279A1, 271", "834-005010X220A1, 834", "820-005010X218, 820", "999-005010X231A1, 999",
    })
    void saysWhatTheTablesOfFactsSay(String table, String set) throws IOException {
        List<Row> theirs = theirs(table(table));
        List<Row> ours = ours(SampleSet.GUIDES
                .find(table.substring(table.indexOf('-') + 1), set)
                .orElseThrow());

        assertThat(ours.stream().map(each -> each.kind() + " " + each.loop() + " " + each.id()))
                .containsExactlyElementsOf(theirs.stream()
                        .map(each -> each.kind() + " " + each.loop() + " " + each.id())
                        .toList());
        Map<String, String> differences = new LinkedHashMap<>();
        for (int i = 0; i < ours.size(); i++) {
            compare(ours.get(i), theirs.get(i), differences);
        }
        differences.keySet().removeAll(ON_PURPOSE);
        assertThat(differences).isEmpty();
    }

    private static void compare(Row our, Row their, Map<String, String> differences) {
        Map<String, String[]> sides = new HashMap<>();
        sides.put("usage", new String[] {our.usage(), their.usage()});
        boolean unused = our.usage().equals("N");
        if (!unused) {
            sides.put("repeat", new String[] {our.repeat(), their.repeat()});
            if (!our.id().equals("ST03")) { // which errata are accepted is ours to say
                sides.put(
                        "codes",
                        new String[] {our.codes().toString(), their.codes().toString()});
            }
            if (our.kind().equals("element") || our.kind().equals("component")) {
                sides.put("type", new String[] {our.type(), their.type()});
                sides.put("lengths", new String[] {our.lengths(), their.lengths()});
            }
        }
        sides.forEach((what, two) -> {
            if (!two[0].equals(two[1])) {
                differences.put(what + " " + our.loop() + " " + our.id(), two[0] + " instead of " + two[1]);
            }
        });
    }
}
