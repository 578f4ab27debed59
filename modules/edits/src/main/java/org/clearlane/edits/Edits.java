package org.clearlane.edits;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.clearlane.edits.codes.CodeSets;
import org.clearlane.edits.professional.ProfessionalEdits;

/**
 * The edits in force: the catalogue's rows bound to their classes. Immutable, safe for use by several threads; the
 * work is done by an {@link #examination}, one per thread.
 */
public final class Edits {

    private final List<Rule> rules;
    private final Map<String, Edit> classes;
    private final CodeSets codes;

    private Edits(List<Rule> rules, Map<String, Edit> classes, CodeSets codes) {
        this.rules = List.copyOf(rules);
        this.classes = Map.copyOf(classes);
        this.codes = codes;
    }

    /**
     * Reads {@code catalog.yaml} in this folder.
     *
     * @throws org.clearlane.model.Failure with code CONFIGURATION and every mistake, when there is one
     */
    public static Edits load(Path configEdits, CodeSets codes) {
        Path file = configEdits.resolve("catalog.yaml");
        EditMistakes mistakes = new EditMistakes();
        List<Rule> rules = new CatalogReader(file, mistakes).read();
        Map<String, Edit> classes = ProfessionalEdits.byId();
        TreeSet<String> without = new TreeSet<>(classes.keySet());
        for (Rule rule : rules) {
            if (!classes.containsKey(rule.id())) {
                mistakes.add(file, 0, rule.id() + " names no edit");
            }
            without.remove(rule.id());
        }
        without.forEach(id -> mistakes.add(file, 0, "the edit " + id + " has no row"));
        mistakes.throwIfAny();
        return new Edits(rules, classes, codes);
    }

    /** The catalogue, in its own order. */
    public List<Rule> rules() {
        return rules;
    }

    /** The code sets the edits judge by. */
    public CodeSets codes() {
        return codes;
    }

    /** A fresh examination that runs the edits of SNIP types up to this one, in the catalogue's order. */
    public Examination examination(Clock clock, int maxSnip) {
        List<Rule> chosen = new ArrayList<>();
        List<Edit> edits = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.snip() <= maxSnip) {
                chosen.add(rule);
                edits.add(classes.get(rule.id()));
            }
        }
        return new Examination(chosen.toArray(Rule[]::new), edits.toArray(Edit[]::new), new EditContext(codes, clock));
    }
}
