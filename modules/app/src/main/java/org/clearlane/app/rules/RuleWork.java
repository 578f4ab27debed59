package org.clearlane.app.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearlane.app.judging.EditionKeeper;
import org.clearlane.app.judging.Judgement;
import org.clearlane.app.judging.JudgementFolder;
import org.clearlane.edits.Edits;
import org.clearlane.edits.Examination;
import org.clearlane.edits.PartnerEdits;
import org.clearlane.edits.Rule;
import org.clearlane.pipeline.history.PastClaims;
import org.clearlane.pipeline.history.Replay;
import org.clearlane.pipeline.history.ShadowRun;
import org.clearlane.profiles.Profiles;
import org.clearlane.rules.PartnerRules;
import org.clearlane.rules.RuleScope;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.PastClaimLedger;
import org.clearlane.store.ledger.PastClaimLedger.Origin;

/**
 * Work on rules beside the past: shadow runs and replays.
 *
 * @param folder the configuration
 * @param profiles the payers and practices there are
 */
public record RuleWork(Ledger ledger, Archive archive, JudgementFolder folder, Profiles profiles) {

    /** All SNIP types. */
    private static final int ALL = 7;

    /** What a shadow run was about, and what came of it. */
    public record Shadow(List<String> ids, ShadowRun.Result result) {}

    /** The judge and everything else as it would be loaded now. */
    public Judgement now() {
        return Judgement.load(folder, profiles, Set.of(), ledger.clock(), false);
    }

    /** When the last so many days began. */
    public Instant daysAgo(int days) {
        return ledger.clock().instant().minus(Duration.ofDays(days));
    }

    /** Runs the rules of a file over the past, as if they had been in force. */
    public Shadow rules(RuleScope scope, Path file, int days) {
        PartnerRules rules = PartnerRules.of(scope, file);
        boolean payer = scope.owner() == RuleScope.Owner.PAYER;
        Function<Instant, ShadowRun.Look> looks = judgedAt -> {
            PartnerEdits.Examination examination = rules.shadow(Clock.fixed(judgedAt, ZoneOffset.UTC));
            return examination::examine;
        };
        return new Shadow(
                rules.all().stream().map(rule -> rule.head().id()).toList(),
                run(days, payer ? scope.id() : null, payer ? null : scope.id(), looks));
    }

    /** Runs the rows of a catalogue file that differ from those in force over the past. */
    public Shadow catalogue(Path file, int days) {
        Edits before =
                Edits.load(folder.config().resolve("edits"), now().edits().codes());
        Edits after = withFile(file, before);
        Set<Rule> known = new HashSet<>(before.rules());
        Set<String> changed = after.rules().stream()
                .filter(row -> !known.contains(row))
                .map(Rule::id)
                .collect(Collectors.toSet());
        Edits differing = after.where(row -> changed.contains(row.id()));
        int from = differing.rules().stream().mapToInt(Rule::from).max().orElse(0);
        Instant firstDay = from == 0
                ? Instant.EPOCH
                : LocalDate.of(from / 10_000, from / 100 % 100, from % 100)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
        Function<Instant, ShadowRun.Look> looks = judgedAt -> {
            Instant at = judgedAt.isBefore(firstDay) ? firstDay : judgedAt;
            Examination examination = differing.examination(Clock.fixed(at, ZoneOffset.UTC), ALL);
            return (claim, payer, practice) -> examination.examine(claim);
        };
        return new Shadow(changed.stream().sorted().toList(), run(days, null, null, looks));
    }

    private ShadowRun.Result run(int days, String payerId, String practiceId, Function<Instant, ShadowRun.Look> looks) {
        return new ShadowRun(new PastClaims(ledger, archive, now().judge()))
                .since(daysAgo(days), payerId, practiceId, looks, true);
    }

    /** The catalogue with this file in place of the one of its name, or beside the others. */
    private Edits withFile(Path file, Edits before) {
        return inTemporaryFolder(temporary -> {
            try (Stream<Path> rows = Files.list(folder.config().resolve("edits"))) {
                for (Path each :
                        rows.filter(row -> row.toString().endsWith(".yaml")).toList()) {
                    Files.copy(each, temporary.resolve(each.getFileName()));
                }
                Files.copy(
                        file, temporary.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            return Edits.load(temporary, before.codes());
        });
    }

    @FunctionalInterface
    interface InFolder<T> {
        T in(Path folder) throws IOException;
    }

    /** Does something in a folder that is gone afterwards. */
    static <T> T inTemporaryFolder(InFolder<T> work) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("clearlane-rules");
            return work.in(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException leftBehind) {
            // Copies of a configuration in the temporary folder hurt nobody.
        }
    }

    /** Whether a claim can be judged again, and what came of it. */
    public sealed interface Replayed {

        /** It was. */
        record Done(Replay.Result result) implements Replayed {}

        /** It cannot be. */
        record Impossible(String why) implements Replayed {}
    }

    /** Judges a claim again by what its file was judged by; empty when there is no such claim. */
    public Optional<Replayed> replay(String claim) {
        Optional<Origin> origin = ledger.transact(tx -> PastClaimLedger.origin(tx, claim));
        return origin.map(found -> {
            if (found.archiveKey() == null) {
                return new Replayed.Impossible("it stood in a table and was never written as X12");
            }
            if (found.edition() == null) {
                return new Replayed.Impossible("its file was judged before editions were kept");
            }
            return new Replayed.Done(inTemporaryFolder(temporary -> replay(found, temporary)));
        });
    }

    private Replay.Result replay(Origin origin, Path temporary) {
        EditionKeeper.Opened opened = new EditionKeeper(archive).open(origin.editionKey(), temporary);
        Judgement then = Judgement.load(
                opened.folder(),
                opened.profiles(),
                opened.off(),
                Clock.fixed(origin.judgedAt(), ZoneOffset.UTC),
                false);
        return Replay.of(ledger, archive, origin, then.judge(), opened.profiles());
    }
}
