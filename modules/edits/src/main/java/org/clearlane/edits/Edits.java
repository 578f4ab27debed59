package org.clearlane.edits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clearlane.edits.codes.CodeSets;

/**
 * The edits in force: the catalogue's rows bound to their classes. Immutable, safe for use by several threads; the
 * work is done by an {@link #examination}, one per thread.
 */
public final class Edits {

    private final List<BoundEdit> all;
    private final CodeSets codes;

    private Edits(List<BoundEdit> all, CodeSets codes) {
        this.all = List.copyOf(all);
        this.codes = codes;
    }

    /**
     * Reads every {@code .yaml} of this folder, in the order of their names.
     *
     * @throws org.clearlane.model.Failure with code CONFIGURATION and every mistake, when there is one
     */
    public static Edits load(Path configEdits, CodeSets codes) {
        EditMistakes mistakes = new EditMistakes();
        Map<String, Edit> classes = EditClasses.byId();
        Set<String> without = new TreeSet<>(classes.keySet());
        Set<String> ids = new HashSet<>();
        List<BoundEdit> all = new ArrayList<>();
        for (Path file : catalogue(configEdits, mistakes)) {
            for (Rule rule : new CatalogReader(file, ids, mistakes).read()) {
                Edit edit = classes.get(rule.id());
                if (edit == null) {
                    mistakes.add(file, 0, rule.id() + " names no edit");
                }
                all.add(new BoundEdit(rule, edit));
            }
        }
        without.removeAll(ids);
        without.forEach(id -> mistakes.add(configEdits, 0, "the edit " + id + " has no row"));
        mistakes.throwIfAny();
        return new Edits(all, codes);
    }

    private static List<Path> catalogue(Path folder, EditMistakes mistakes) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                mistakes.add(folder, 0, "holds no catalogue");
            }
            return found;
        } catch (IOException unreadable) {
            mistakes.add(folder, 0, "cannot be read");
            return List.of();
        }
    }

    /** The catalogue, in its own order. */
    public List<Rule> rules() {
        return all.stream().map(BoundEdit::rule).toList();
    }

    /** The code sets the edits judge by. */
    public CodeSets codes() {
        return codes;
    }

    /**
     * These edits and, behind them, more that have no class here, such as a payer's own.
     *
     * @throws IllegalArgumentException when one has the id of another
     */
    public Edits with(List<BoundEdit> more) {
        Set<String> ids = new HashSet<>();
        List<BoundEdit> together = new ArrayList<>(all);
        together.addAll(more);
        for (BoundEdit each : together) {
            if (!ids.add(each.rule().id())) {
                throw new IllegalArgumentException(
                        "two edits are called " + each.rule().id());
            }
        }
        return new Edits(together, codes);
    }

    /** Only those of these edits whose rows are wanted. */
    public Edits where(Predicate<Rule> wanted) {
        return new Edits(all.stream().filter(each -> wanted.test(each.rule())).toList(), codes);
    }

    /** A fresh examination that runs the edits of SNIP types up to this one, in the catalogue's order. */
    public Examination examination(Clock clock, int maxSnip) {
        return new Examination(
                all.stream().filter(each -> each.rule().snip() <= maxSnip).toList(), new EditContext(codes, clock));
    }
}
