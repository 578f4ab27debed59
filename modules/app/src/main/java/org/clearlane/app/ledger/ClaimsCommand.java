package org.clearlane.app.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearlane.app.Main;
import org.clearlane.app.Told;
import org.clearlane.app.money.BalanceCommand;
import org.clearlane.app.money.SecondaryCommand;
import org.clearlane.model.claim.Repair;
import org.clearlane.model.claim.RepairKind;
import org.clearlane.store.ledger.ClaimHolds;
import org.clearlane.store.ledger.ClaimRepairs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looking at claims, and letting held ones go. */
@Command(
        name = "claims",
        description = {
            "Lists claims, shows one with its whole history, lets a held one go; prepares one for a second payer, says what its",
            "patient owes."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = {SecondaryCommand.class, BalanceCommand.class})
public final class ClaimsCommand {

    @Mixin
    private LedgerAccess access;

    /** For the commands below this one that stand in files of their own. */
    public LedgerAccess access() {
        return access;
    }

    @Command(name = "list", description = "Lists claims, newest first.", mixinStandardHelpOptions = true)
    Integer list(
            @Option(names = "--state", paramLabel = "STATE", description = "only these, for example HELD") String state,
            @Option(names = "--practice", paramLabel = "ID", description = "only this practice's") String practice,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "at most (default: ${DEFAULT-VALUE})")
                    int limit,
            @Option(names = "--json", description = "for programs") boolean json) {
        List<ClaimView> claims =
                access.with(ledger -> ledger.transact(tx -> ClaimView.list(tx, state, practice, limit)));
        if (json) {
            System.out.println(Told.json(claims.stream().map(ClaimView::asMap).toList()));
        } else {
            claims.forEach(claim -> System.out.println(claim.asLine()));
        }
        return 0;
    }

    @Command(
            name = "timeline",
            aliases = "show",
            description = "Shows one claim from file to money.",
            mixinStandardHelpOptions = true)
    Integer timeline(
            @Parameters(paramLabel = "ID", description = "clm_…, or the practice's own number") String id,
            @Option(names = "--json", description = "for programs") boolean json) {
        Optional<ClaimTimeline> timeline = access.with(ledger -> ledger.transact(tx -> ClaimTimeline.find(tx, id)));
        if (timeline.isEmpty()) {
            System.err.println("clearlane claims: there is no claim " + id);
            return Main.USAGE;
        }
        System.out.println(
                json ? Told.json(timeline.get().asMap()) : timeline.get().asText());
        return 0;
    }

    @Command(
            name = "release",
            description = "Lets a held claim go to a payer. The decision is recorded.",
            mixinStandardHelpOptions = true)
    Integer release(
            @Parameters(paramLabel = "ID", description = "clm_…") String id,
            @Option(
                            names = "--payer",
                            paramLabel = "PAYER",
                            required = true,
                            description = "the payer's id in config/payers")
                    String payer,
            @Option(names = "--json", description = "for programs") boolean json) {
        access.with(ledger -> {
            ledger.run(tx -> ClaimHolds.release(tx, id, payer, System.getProperty("user.name")));
            return null;
        });
        Told.outcome(json, id, "queued", Map.of("payer", payer), id + " is queued for " + payer);
        return 0;
    }

    @Command(
            name = "repairs",
            description = {
                "Shows what was mended in a claim, before and after.",
                "While it waits, --send original lets it go out as it was handed in, --send mended with its mends again."
            },
            mixinStandardHelpOptions = true)
    Integer repairs(
            @Parameters(paramLabel = "ID", description = "clm_…") String id,
            @Option(names = "--send", paramLabel = "original|mended", description = "how it goes out") String send,
            @Option(names = "--json", description = "for programs") boolean json) {
        if (send != null && !send.equals("original") && !send.equals("mended")) {
            System.err.println("clearlane claims: --send is original or mended");
            return Main.USAGE;
        }
        if (send != null) {
            boolean chosen = access.with(ledger -> ledger.transact(
                    tx -> ClaimRepairs.choose(tx, id, send.equals("original"), System.getProperty("user.name"))));
            if (!chosen) {
                System.err.println("clearlane claims: " + id + " is not waiting, or nothing was mended in it");
                return Main.USAGE;
            }
        }
        List<Repair> repairs = access.with(
                ledger -> ledger.transact(tx -> ClaimRepairs.of(tx, List.of(id)).getOrDefault(id, List.of())));
        List<ClaimRepairs.Choice> choices = access.with(ledger -> ledger.transact(tx -> ClaimRepairs.choices(tx, id)));
        boolean original = !choices.isEmpty() && choices.getLast().original();
        if (json) {
            System.out.println(Told.json(Map.of(
                    "claim",
                    id,
                    "sendOriginal",
                    original,
                    "repairs",
                    repairs.stream().map(ClaimsCommand::asMap).toList())));
            return 0;
        }
        for (Repair repair : repairs) {
            System.out.println("loop %s, segment %d, %s%02d%s: [%s] → [%s]  (%s)"
                    .formatted(
                            repair.loop(),
                            repair.position(),
                            repair.segment(),
                            repair.element(),
                            repair.component() == 0 ? "" : "-" + repair.component(),
                            repair.before(),
                            repair.after(),
                            repair.kinds().stream().map(RepairKind::inWords).collect(Collectors.joining("; "))));
        }
        System.out.println(
                repairs.isEmpty()
                        ? "nothing was mended in it"
                        : original ? "it goes out as it was handed in" : "it goes out as mended");
        return 0;
    }

    static Map<String, Object> asMap(Repair repair) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kinds", repair.kinds().stream().map(RepairKind::word).toList());
        map.put("loop", repair.loop());
        map.put("segment", repair.segment());
        map.put("position", repair.position());
        map.put("element", repair.element());
        map.put("component", repair.component());
        map.put("before", repair.before());
        map.put("after", repair.after());
        map.put("cause", repair.cause());
        return map;
    }
}
