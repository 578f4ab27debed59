package org.clearlane.app.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clearlane.app.Home;
import org.clearlane.app.Main;
import org.clearlane.app.Told;
import org.clearlane.app.judging.EditionKeeper;
import org.clearlane.app.judging.Judgement;
import org.clearlane.app.judging.JudgementFolder;
import org.clearlane.app.judging.OfflineProfiles;
import org.clearlane.app.judging.SwitchedOff;
import org.clearlane.app.ledger.LedgerAccess;
import org.clearlane.edits.Rule;
import org.clearlane.profiles.Profiles;
import org.clearlane.rules.PartnerRule;
import org.clearlane.rules.RuleScope;
import org.clearlane.store.ledger.EditSwitches;
import org.clearlane.store.ledger.Editions;
import org.clearlane.store.ledger.ProposalLedger.Proposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** What is in force, what would be, and what payers teach. */
@Command(
        name = "edits",
        description =
                "Edits and rules: lists them, compares them, tries them on the past, switches them, proposes them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class EditsCommand {

    private static final String DAYS = "30";

    @Mixin
    private LedgerAccess access;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "edits, rules, profiles (default: the config folder that comes along)")
    private Path config;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "for programs")
    private boolean json;

    private JudgementFolder folder() {
        return JudgementFolder.in(config == null ? Home.config() : config);
    }

    private <T> T withWork(Function<RuleWork, T> work) {
        Profiles profiles = OfflineProfiles.load(folder().profiles());
        return access.withArchive((ledger, archive) -> work.apply(new RuleWork(ledger, archive, folder(), profiles)));
    }

    private void print(Object value, String text) {
        System.out.println(json ? Told.json(value) : text);
    }

    private static Integer usage(String message) {
        System.err.println("clearlane edits: " + message);
        return Main.USAGE;
    }

    @Command(
            name = "list",
            description = "Lists edits and rules with version, days and whether they are switched on.",
            mixinStandardHelpOptions = true)
    Integer list() {
        Judgement now = Judgement.load(
                folder(), OfflineProfiles.load(folder().profiles()), Set.of(), java.time.Clock.systemUTC(), false);
        List<EditSwitches.Switch> switches =
                access.isThere() ? access.with(ledger -> ledger.transact(EditSwitches::all)) : List.of();
        Set<String> off = SwitchedOff.on(LocalDate.now(ZoneOffset.UTC), switches);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Rule row : now.edits().rules()) {
            rows.add(row(
                    row.id(),
                    row.version(),
                    row.snip(),
                    row.severity().name(),
                    row.from(),
                    row.until(),
                    off,
                    row.source()));
        }
        for (PartnerRule rule : now.rules().all()) {
            PartnerRule.Head head = rule.head();
            rows.add(row(
                    head.id(),
                    head.version(),
                    7,
                    head.severity().name(),
                    head.from(),
                    head.until(),
                    off,
                    head.source()));
        }
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append("%-48s v%-3s SNIP %s  %-7s %s to %s  %s%n"
                .formatted(
                        row.get("id"),
                        row.get("version"),
                        row.get("snip"),
                        row.get("severity"),
                        row.get("from"),
                        row.get("until"),
                        row.get("active").equals(true) ? "" : "OFF")));
        print(rows, text.toString().stripTrailing());
        return 0;
    }

    private static Map<String, Object> row(
            String id, int version, int snip, String severity, int from, int until, Set<String> off, String source) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("version", version);
        row.put("snip", snip);
        row.put("severity", severity.toLowerCase(java.util.Locale.ROOT));
        row.put("from", day(from));
        row.put("until", day(until));
        row.put("active", !off.contains(id));
        row.put("source", source);
        return row;
    }

    private static String day(int number) {
        return "%04d-%02d-%02d".formatted(number / 10_000, number / 100 % 100, number % 100);
    }

    @Command(
            name = "diff",
            description = {
                "What two states of edits and rules say otherwise.",
                "A state is a file, a folder of configuration, or an edition files were judged by (claims show names it)."
            },
            mixinStandardHelpOptions = true)
    Integer diff(@Parameters(paramLabel = "A") String before, @Parameters(paramLabel = "B") String after) {
        Optional<Map<String, Map<String, String>>> one = state(before);
        Optional<Map<String, Map<String, String>>> other = state(after);
        if (one.isEmpty() || other.isEmpty()) {
            return usage((one.isEmpty() ? before : after) + " is no file, no folder and no edition");
        }
        List<EditFields.Change> changes = EditFields.between(one.get(), other.get());
        StringBuilder text = new StringBuilder();
        for (EditFields.Change change : changes) {
            text.append(change.what().equals("changed") ? "~ " : change.what().equals("added") ? "+ " : "- ")
                    .append(change.id());
            if (!change.field().isEmpty()) {
                text.append("  ")
                        .append(change.field())
                        .append(": ")
                        .append(change.before())
                        .append(" → ");
                text.append(change.after());
            }
            text.append('\n');
        }
        print(
                changes,
                changes.isEmpty() ? "They say the same." : text.toString().stripTrailing());
        return 0;
    }

    private Optional<Map<String, Map<String, String>>> state(String named) {
        if (Files.exists(Path.of(named))) {
            return Optional.of(EditFields.of(Path.of(named)));
        }
        if (!access.isThere()) {
            return Optional.empty();
        }
        return access.withArchive((ledger, archive) -> ledger.transact(tx -> Editions.find(tx, named))
                .map(edition -> RuleWork.inTemporaryFolder(temporary -> {
                    new EditionKeeper(archive).open(edition.archiveKey(), temporary);
                    return EditFields.of(temporary);
                })));
    }

    @Command(
            name = "shadow",
            description = {
                "Runs new or changed edits or rules over the claims of the last days, without effect: how many claims of"
                        + " which practices, how many dollars, and how many of them the payer refused anyway.",
                "FILE is a rules.yaml, or a file of the catalogue in its new form."
            },
            mixinStandardHelpOptions = true)
    Integer shadow(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--days", paramLabel = "N", defaultValue = DAYS, description = "default: ${DEFAULT-VALUE}")
                    int days,
            @Option(names = "--payer", paramLabel = "ID", description = "whose rules; else by the file's folder")
                    String payer,
            @Option(names = "--practice", paramLabel = "ID", description = "whose rules; else by the file's folder")
                    String practice) {
        if (!Files.isRegularFile(file)) {
            return usage(file + " is no file");
        }
        boolean catalogue = EditKind.isCatalogue(file);
        Optional<RuleScope> scope = EditKind.scope(file, payer, practice);
        if (!catalogue && scope.isEmpty()) {
            return usage("say whose rules these are: --payer ID or --practice ID");
        }
        RuleWork.Shadow shadow =
                withWork(work -> catalogue ? work.catalogue(file, days) : work.rules(scope.orElseThrow(), file, days));
        print(ShadowText.map(shadow, days), ShadowText.text(shadow, days));
        return 0;
    }

    @Command(
            name = "activate",
            description = "Switches an edit or rule on again, from a day on. The decision is recorded.",
            mixinStandardHelpOptions = true)
    Integer activate(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--from", paramLabel = "DATE", description = "first day (default: today)") LocalDate from,
            @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why") String reason) {
        return turn(id, true, from, reason);
    }

    @Command(
            name = "deactivate",
            description = "Switches an edit or rule off, from a day on. The decision is recorded.",
            mixinStandardHelpOptions = true)
    Integer deactivate(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--from", paramLabel = "DATE", description = "first day (default: today)") LocalDate from,
            @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why") String reason) {
        return turn(id, false, from, reason);
    }

    private Integer turn(String id, boolean active, LocalDate from, String reason) {
        return withWork(work -> {
            if (!work.now().ids().contains(id)) {
                return usage("there is no edit or rule " + id);
            }
            LocalDate today = LocalDate.ofInstant(work.ledger().clock().instant(), ZoneOffset.UTC);
            LocalDate day = from == null ? today : from;
            if (day.isBefore(today)) {
                return usage("what was judged stays judged: --from is today or later");
            }
            work.ledger().run(tx -> EditSwitches.put(tx, id, active, day, System.getProperty("user.name"), reason));
            Told.outcome(
                    json,
                    id,
                    active ? "on" : "off",
                    Map.of("from", day.toString()),
                    id + " is " + (active ? "on" : "off") + " from " + day
                            + "; a running service takes it up within seconds of that day");
            return 0;
        });
    }

    @Command(
            name = "proposals",
            description = {
                "Looks at what payers refused in the last days and proposes rules for what came again and again.",
                "A proposal is decided with: edits accept ID, edits dismiss ID."
            },
            mixinStandardHelpOptions = true)
    Integer proposals(
            @Option(names = "--days", paramLabel = "N", defaultValue = DAYS, description = "default: ${DEFAULT-VALUE}")
                    int days,
            @Option(
                            names = "--least",
                            paramLabel = "N",
                            defaultValue = "3",
                            description = "refused so often at least (default: ${DEFAULT-VALUE})")
                    int least) {
        List<Proposal> open = withWork(work -> new Proposals(work).refresh(days, least));
        StringBuilder text = new StringBuilder();
        for (Proposal each : open) {
            text.append("%s  %s  %s: %d claims refused over $%s%n"
                    .formatted(
                            each.id(),
                            each.payerId(),
                            each.reason(),
                            each.refused(),
                            new org.clearlane.model.Money(each.refusedCents())));
            text.append("  %s: caught %d, wrongly %d%n".formatted(each.pattern(), each.caught(), each.wronglyCaught()));
            text.append(each.rule());
        }
        print(open, open.isEmpty() ? "Nothing to propose." : text.toString().stripTrailing());
        return 0;
    }

    @Command(
            name = "accept",
            description = "Tries a proposed rule on the past, then puts it into the payer's rules.yaml.",
            mixinStandardHelpOptions = true)
    Integer accept(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--from", paramLabel = "DATE", description = "first day in force (default: today)")
                    LocalDate from,
            @Option(names = "--days", paramLabel = "N", defaultValue = DAYS, description = "default: ${DEFAULT-VALUE}")
                    int days) {
        return withWork(work -> {
            Proposals proposals = new Proposals(work);
            Optional<Proposal> proposal =
                    proposals.find(id).filter(each -> each.state().equals("PROPOSED"));
            if (proposal.isEmpty()) {
                return usage("there is no open proposal " + id);
            }
            RuleWork.Shadow shadow = proposals.shadow(proposal.get(), days);
            if (!json) {
                System.out.println(ShadowText.text(shadow, days));
            }
            LocalDate day =
                    from == null ? LocalDate.ofInstant(work.ledger().clock().instant(), ZoneOffset.UTC) : from;
            Path file = proposals.accept(proposal.get(), day, System.getProperty("user.name"), shadow);
            Told.outcome(
                    json,
                    id,
                    "accepted",
                    Map.of("file", file.toString(), "shadow", ShadowText.map(shadow, days)),
                    "written to " + file + "; a running service takes it up within seconds");
            return 0;
        });
    }

    @Command(
            name = "dismiss",
            description = "Says no to a proposed rule; it is not proposed again.",
            mixinStandardHelpOptions = true)
    Integer dismiss(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why") String reason) {
        return withWork(work -> {
            Proposals proposals = new Proposals(work);
            Optional<Proposal> proposal =
                    proposals.find(id).filter(each -> each.state().equals("PROPOSED"));
            if (proposal.isEmpty()) {
                return usage("there is no open proposal " + id);
            }
            proposals.dismiss(proposal.get(), System.getProperty("user.name"), reason);
            Told.outcome(json, id, "dismissed", id + " is dismissed");
            return 0;
        });
    }
}
