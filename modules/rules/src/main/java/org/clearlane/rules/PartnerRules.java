package org.clearlane.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.PartnerEdits;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Finding;

/**
 * The rules of all payers and practices, from {@code config/payers/<id>/rules.yaml} and {@code config/practices/<id>/
 * rules.yaml}. Immutable, safe for use by several threads.
 */
public final class PartnerRules implements PartnerEdits {

    /** The file of rules in a partner's folder. */
    public static final String RULES = "rules.yaml";
    /** What narrows a guide, for a payer: this name, or one that begins {@code overlay-}. */
    private static final String OVERLAYS = "overlay(-[a-z0-9-]+)?\\.yaml";

    private final Map<RuleScope, List<PartnerRule>> byScope;
    private final Map<String, PartnerRule> byId = new HashMap<>();

    private PartnerRules(Map<RuleScope, List<PartnerRule>> byScope) {
        this.byScope = byScope;
        byScope.values()
                .forEach(rules -> rules.forEach(rule -> byId.put(rule.head().id(), rule)));
    }

    /** No rules at all. */
    public static PartnerRules none() {
        return new PartnerRules(Map.of());
    }

    /**
     * Reads the rules of all partners.
     *
     * @param payers the short names of those that have a profile
     * @param practices the same
     * @throws Failure CONFIGURATION with every mistake of every file, with file and line
     */
    public static PartnerRules load(Path config, Collection<String> payers, Collection<String> practices) {
        RuleMistakes mistakes = new RuleMistakes();
        PartnerRules rules = read(config, payers, practices, mistakes);
        mistakes.throwIfAny();
        return rules;
    }

    /** As {@link #load}, with mistakes gathered instead of thrown; what has one is left out. */
    public static PartnerRules read(
            Path config, Collection<String> payers, Collection<String> practices, RuleMistakes mistakes) {
        Map<RuleScope, List<PartnerRule>> byScope = new LinkedHashMap<>();
        RuleLanguage language = null;
        Map<String, String> owners = new HashMap<>();
        for (RuleScope.Owner owner : RuleScope.Owner.values()) {
            Collection<String> known = owner == RuleScope.Owner.PAYER ? payers : practices;
            for (Path folder : folders(config.resolve(owner.folder()))) {
                RuleScope scope = new RuleScope(owner, folder.getFileName().toString());
                if (!known.contains(scope.id())) {
                    mistakes.add(
                            scope.toString(),
                            0,
                            "there is no profile " + scope + ".yaml" + NearName.hint(scope.id(), new TreeSet<>(known)));
                    continue;
                }
                strangers(folder, scope, mistakes);
                Path file = folder.resolve(RULES);
                if (Files.isRegularFile(file)) {
                    language = language == null ? new RuleLanguage() : language;
                    List<PartnerRule> rules = readFile(language, scope, file, mistakes);
                    for (PartnerRule rule : rules) {
                        String first = owners.putIfAbsent(
                                rule.head().id(),
                                rule.head().file() + ":" + rule.head().line());
                        if (first != null) {
                            mistakes.add(
                                    rule.head().file(),
                                    rule.head().line(),
                                    rule.head().id() + " also stands at " + first);
                        }
                    }
                    byScope.put(scope, List.copyOf(rules));
                }
            }
        }
        return new PartnerRules(byScope);
    }

    /**
     * Reads one file by itself, wherever it lies: a rule that is not in force yet.
     *
     * @throws Failure CONFIGURATION with every mistake of the file
     */
    public static PartnerRules of(RuleScope scope, Path file) {
        RuleMistakes mistakes = new RuleMistakes();
        List<PartnerRule> rules = readFile(new RuleLanguage(), scope, file, mistakes);
        mistakes.throwIfAny();
        return new PartnerRules(Map.of(scope, List.copyOf(rules)));
    }

    private static List<PartnerRule> readFile(
            RuleLanguage language, RuleScope scope, Path file, RuleMistakes mistakes) {
        String name = scope + "/" + file.getFileName();
        try {
            return new RuleFileReader(language, scope, name, mistakes).read(Files.readString(file));
        } catch (IOException unreadable) {
            mistakes.add(name, 0, "the file cannot be read as UTF-8 text");
            return List.of();
        }
    }

    private static List<Path> folders(Path dir) {
        if (!Files.isDirectory(dir)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(dir)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new Failure(FailureCode.CONFIGURATION, "the folder " + dir + " cannot be read", unreadable);
        }
    }

    /** The overlays in a payer's folder, in the order in which they are applied. */
    public static List<Path> overlays(Path config, String payer) {
        return files(config.resolve(RuleScope.Owner.PAYER.folder()).resolve(payer), name -> name.matches(OVERLAYS));
    }

    private static void strangers(Path folder, RuleScope scope, RuleMistakes mistakes) {
        boolean payer = scope.owner() == RuleScope.Owner.PAYER;
        for (Path each : files(folder, name -> name.endsWith(".yaml") || name.endsWith(".yml"))) {
            String name = each.getFileName().toString();
            if (!name.equals(RULES) && !(payer && name.matches(OVERLAYS))) {
                mistakes.add(
                        scope + "/" + name,
                        0,
                        "no file of this name is read; rules stand in rules.yaml"
                                + (payer ? ", what narrows a guide in overlay.yaml or overlay-NAME.yaml" : ""));
            }
        }
    }

    private static List<Path> files(Path folder, Predicate<String> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> wanted.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new Failure(FailureCode.CONFIGURATION, "the folder " + folder + " cannot be read", unreadable);
        }
    }

    /** Every rule, by file and in its order. */
    public List<PartnerRule> all() {
        return byScope.values().stream().flatMap(List::stream).toList();
    }

    /** The partners that have rules. */
    public Set<RuleScope> scopes() {
        return byScope.keySet();
    }

    /** These rules without those of these ids: switched off. */
    public PartnerRules without(Predicate<String> switchedOff) {
        Map<RuleScope, List<PartnerRule>> left = new LinkedHashMap<>();
        byScope.forEach((scope, rules) -> left.put(
                scope,
                rules.stream()
                        .filter(rule -> !switchedOff.test(rule.head().id()))
                        .toList()));
        return new PartnerRules(left);
    }

    @Override
    public int version(String code) {
        PartnerRule rule = byId.get(code);
        return rule == null ? 0 : rule.head().version();
    }

    @Override
    public Examination examination(Clock clock) {
        return new Looking(clock, false);
    }

    /** As {@link #examination}, with every rule taken to be in force: what it would have said of claims before its time. */
    public Examination shadow(Clock clock) {
        return new Looking(clock, true);
    }

    /** One thread's work. Views of a claim are made once for all rules. */
    private final class Looking implements Examination {

        private final Clock clock;
        private final boolean whateverTheDay;

        Looking(Clock clock, boolean whateverTheDay) {
            this.clock = clock;
            this.whateverTheDay = whateverTheDay;
        }

        @Override
        public List<Finding> examine(Claim claim, String payer, String practice) {
            List<PartnerRule> ofPayer =
                    payer == null ? List.of() : byScope.getOrDefault(RuleScope.payer(payer), List.of());
            List<PartnerRule> ofPractice =
                    practice == null ? List.of() : byScope.getOrDefault(RuleScope.practice(practice), List.of());
            if (ofPayer.isEmpty() && ofPractice.isEmpty()) {
                return List.of();
            }
            int day = CalendarDay.of(LocalDate.now(clock));
            FactView view = new FactView(Vocabulary.CLAIM, claim);
            List<Finding> found = new ArrayList<>();
            for (List<PartnerRule> rules : List.of(ofPayer, ofPractice)) {
                for (PartnerRule rule : rules) {
                    if (whateverTheDay || rule.inForceOn(day)) {
                        rule.examine(claim, view, Integer.toString(day), found);
                    }
                }
            }
            return found;
        }
    }
}
