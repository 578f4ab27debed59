package org.clearlane.app.judging;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.clearlane.edits.Edits;
import org.clearlane.edits.Rule;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.edits.codes.CodeSets;
import org.clearlane.guide.GuideMistake;
import org.clearlane.guide.GuideMistakes;
import org.clearlane.guide.Guides;
import org.clearlane.judgement.Judge;
import org.clearlane.judgement.Partners;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.directory.Practice;
import org.clearlane.profiles.Profiles;
import org.clearlane.rules.PartnerRule;
import org.clearlane.rules.PartnerRules;
import org.clearlane.rules.RuleMistakes;

/**
 * What judges: guides, the catalogue of edits, code sets, the rules and overlays of partners, read together and checked
 * together. The same for the service and for commands that judge offline, so that both say the same.
 *
 * @param edits the catalogue, without what is switched off
 * @param rules of payers and practices, without what is switched off
 */
public record Judgement(Judge judge, Edits edits, PartnerRules rules) {

    /**
     * Reads everything anew.
     *
     * @param profiles the payers and practices there are
     * @param off the ids of edits and rules that are switched off
     * @param checkAll whether every guide and code set is read now, or each when a claim asks for it
     * @throws org.clearlane.model.Failure CONFIGURATION, with every mistake of rules and overlays by file and line
     */
    public static Judgement load(
            JudgementFolder folder, Profiles profiles, Set<String> off, Clock clock, boolean checkAll) {
        Guides guides = Guides.load(folder.config().resolve("guides"));
        CodeSets codes = CodeSets.load(folder.config().resolve("codesets"));
        if (checkAll) {
            guides.checkAll();
            codes.checkAll();
        }
        Edits edits = Edits.load(folder.config().resolve("edits"), codes);
        RuleMistakes mistakes = new RuleMistakes();
        PartnerRules rules = rules(folder.profiles(), profiles, mistakes);
        Map<String, Guides> narrowed = new HashMap<>();
        for (PayerProfile payer : profiles.payers()) {
            List<Path> overlays = PartnerRules.overlays(folder.profiles(), payer.id());
            if (!overlays.isEmpty()) {
                narrowed.put(payer.id(), narrowed(guides, payer, overlays, mistakes));
            }
        }
        Set<String> catalogued = edits.rules().stream().map(Rule::id).collect(Collectors.toSet());
        for (PartnerRule rule : rules.all()) {
            if (catalogued.contains(rule.head().id())) {
                mistakes.add(
                        rule.head().file(),
                        rule.head().line(),
                        rule.head().id() + " is an edit of the catalogue already");
            }
        }
        mistakes.throwIfAny();
        Edits active = off.isEmpty() ? edits : edits.where(row -> !off.contains(row.id()));
        PartnerRules activeRules = off.isEmpty() ? rules : rules.without(off::contains);
        return new Judgement(
                new Judge(guides, active, new Partners(activeRules, narrowed), clock), active, activeRules);
    }

    /** The rules alone, with their mistakes. */
    public static PartnerRules rules(Path folder, Profiles profiles, RuleMistakes mistakes) {
        return PartnerRules.read(
                folder,
                profiles.payers().stream().map(PayerProfile::id).toList(),
                profiles.practices().stream().map(Practice::id).toList(),
                mistakes);
    }

    private static Guides narrowed(Guides guides, PayerProfile payer, List<Path> overlays, RuleMistakes mistakes) {
        Guides narrowed = guides;
        for (Path overlay : overlays) {
            try {
                narrowed = narrowed.narrowedBy(overlay);
            } catch (GuideMistakes wrong) {
                for (GuideMistake mistake : wrong.mistakes()) {
                    mistakes.add("payers/" + payer.id() + "/" + mistake.file(), mistake.line(), mistake.what());
                }
            }
        }
        return narrowed;
    }

    /** The version of an edit or rule by its id; 0 for what is neither, such as a fault of structure. */
    public ToIntFunction<String> versions() {
        Map<String, Integer> versions = new HashMap<>();
        for (Rule row : edits.rules()) {
            versions.put(row.id(), row.version());
        }
        rules.all().forEach(rule -> versions.put(rule.head().id(), rule.head().version()));
        return code -> versions.getOrDefault(code, 0);
    }

    /** The code-set date: the first day of the newest table there is; which tables there are, the edition says. */
    public String codeSets() {
        int newest = Arrays.stream(CodeSet.values())
                .flatMap(set -> edits.codes().tables(set).stream())
                .mapToInt(table -> table.head().from())
                .max()
                .orElse(0);
        return "%04d-%02d-%02d".formatted(newest / 10_000, newest / 100 % 100, newest % 100);
    }

    /** The ids of everything that can be switched off. */
    public Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        edits.rules().forEach(row -> ids.add(row.id()));
        rules.all().forEach(rule -> ids.add(rule.head().id()));
        return ids;
    }
}
