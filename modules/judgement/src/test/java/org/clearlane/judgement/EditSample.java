package org.clearlane.judgement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the two samples of an edit are made from a clean claim, and where the edit must find fault with the second. Recipes
 * lie in {@code edit-samples/*.txt}, clean claims in {@code edit-samples/bases/}. A recipe is the edit's id and, below it,
 * steps in order. {@code base NAME} chooses the clean claim ({@code professional} when it is not said); {@code =BEGINNING|
 * SEGMENT} puts a segment in the place of the first one that begins so ({@code #2} behind the beginning: the second one),
 * {@code >BEGINNING|SEGMENTS} puts segments behind it, {@code -BEGINNING} takes it out; {@code p} or {@code f} before a
 * step: only in the file that passes, or fails. {@code @LOOP PLACE|BEGINNING} says where fault is found: in or at the
 * segment that begins so. {@code also CODE}: another finding that comes with it. {@code by structure}: the guide says it
 * already, so that in X12 the edit is silent.
 */
record EditSample(String id, String pass, String fail, List<String> expected, List<String> also, boolean byStructure) {

    static final Path RECIPES = Sample.ROOT.resolve("modules/judgement/src/test/resources/edit-samples");

    /** All recipes, by id. */
    static Map<String, EditSample> all() {
        Map<String, EditSample> all = new HashMap<>();
        try (Stream<Path> files = Files.list(RECIPES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                List<String> recipe = new ArrayList<>();
                for (String line : Files.readAllLines(file)) {
                    if (!line.isEmpty() && line.charAt(0) != ' ' && line.charAt(0) != '#' && !recipe.isEmpty()) {
                        add(all, recipe);
                        recipe.clear();
                    }
                    if (!line.isBlank() && line.charAt(0) != '#') {
                        recipe.add(line);
                    }
                }
                add(all, recipe);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static void add(Map<String, EditSample> all, List<String> recipe) throws IOException {
        EditSample sample = of(recipe);
        if (all.put(sample.id, sample) != null) {
            throw new IllegalStateException(sample.id + " has two recipes");
        }
    }

    private static EditSample of(List<String> recipe) throws IOException {
        String id = recipe.getFirst();
        String base = "professional";
        List<String> also = new ArrayList<>();
        List<String> places = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        boolean byStructure = false;
        for (String line : recipe.subList(1, recipe.size())) {
            String step = line.strip();
            if (step.startsWith("base ")) {
                base = step.substring(5);
            } else if (step.startsWith("also ")) {
                also.add(step.substring(5));
            } else if (step.equals("by structure")) {
                byStructure = true;
            } else if (step.startsWith("@")) {
                places.add(step.substring(1));
            } else {
                steps.add(step);
            }
        }
        List<String> clean = Files.readAllLines(RECIPES.resolve("bases").resolve(base + ".edi"));
        List<String> pass = made(id, clean, steps, 'p');
        List<String> fail = made(id, clean, steps, 'f');
        List<String> expected = new ArrayList<>();
        for (String place : places) {
            expected.add(inWords(id, place, fail));
        }
        return new EditSample(id, text(pass), text(fail), expected, also, byStructure);
    }

    private static List<String> made(String id, List<String> clean, List<String> steps, char which) {
        List<String> segments = new ArrayList<>(clean);
        for (String step : steps) {
            char first = step.charAt(0);
            if (first == 'p' || first == 'f') {
                if (first == which) {
                    take(id, segments, step.substring(1));
                }
            } else {
                take(id, segments, step);
            }
        }
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).startsWith("SE*")) {
                segments.set(i, "SE*" + (i - 1) + "*0001~");
            }
        }
        return segments;
    }

    private static void take(String id, List<String> segments, String step) {
        int bar = step.indexOf('|');
        int at = find(id, segments, bar < 0 ? step.substring(1) : step.substring(1, bar));
        String text = bar < 0 ? "" : step.substring(bar + 1);
        switch (step.charAt(0)) {
            case '=' -> segments.set(at, text + "~");
            case '>' -> {
                String[] more = text.split("~");
                for (int i = 0; i < more.length; i++) {
                    segments.add(at + 1 + i, more[i] + "~");
                }
            }
            case '-' -> segments.remove(at);
            default -> throw new IllegalStateException(id + ": no step is " + step);
        }
    }

    private static int find(String id, List<String> segments, String beginning) {
        int hash = beginning.indexOf('#');
        int wanted = hash < 0 ? 1 : Integer.parseInt(beginning.substring(hash + 1));
        String start = hash < 0 ? beginning : beginning.substring(0, hash);
        int met = 0;
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).startsWith(start) && ++met == wanted) {
                return i;
            }
        }
        throw new IllegalStateException(id + ": no segment begins with " + beginning);
    }

    /** As {@link org.clearlane.model.finding.Place#inWords} says it: ST is the third segment of the file and number 1. */
    private static String inWords(String id, String place, List<String> fail) {
        int bar = place.indexOf('|');
        String[] said = place.substring(0, bar).split(" ");
        int position = find(id, fail, place.substring(bar + 1)) - 1;
        return "loop " + said[0] + ", segment " + position + ", " + said[1];
    }

    private static String text(List<String> segments) {
        return String.join("\n", segments) + "\n";
    }

    /** Writes all samples to {@code samples/edits}. */
    public static void main(String[] args) throws IOException {
        for (EditSample sample : all().values()) {
            Path folder = Sample.ROOT.resolve("samples/edits").resolve(sample.id);
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("pass.edi"), sample.pass);
            Files.writeString(folder.resolve("fail.edi"), sample.fail);
        }
    }
}
