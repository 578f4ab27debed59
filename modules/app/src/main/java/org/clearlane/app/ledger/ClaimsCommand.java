package org.clearlane.app.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Optional;
import org.clearlane.app.Main;
import org.clearlane.app.money.BalanceCommand;
import org.clearlane.app.money.SecondaryCommand;
import org.clearlane.store.ledger.ClaimHolds;
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
            @Option(names = "--json", description = "for programs") boolean json)
            throws JsonProcessingException {
        List<ClaimView> claims =
                access.with(ledger -> ledger.transact(tx -> ClaimView.list(tx, state, practice, limit)));
        if (json) {
            System.out.println(json(claims.stream().map(ClaimView::asMap).toList()));
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
            @Option(names = "--json", description = "for programs") boolean json)
            throws JsonProcessingException {
        Optional<ClaimTimeline> timeline = access.with(ledger -> ledger.transact(tx -> ClaimTimeline.find(tx, id)));
        if (timeline.isEmpty()) {
            System.err.println("clearlane claims: there is no claim " + id);
            return Main.USAGE;
        }
        System.out.println(json ? json(timeline.get().asMap()) : timeline.get().asText());
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
                    String payer) {
        access.with(ledger -> {
            ledger.run(tx -> ClaimHolds.release(tx, id, payer, System.getProperty("user.name")));
            return null;
        });
        System.err.println(id + " is queued for " + payer);
        return 0;
    }

    private static String json(Object value) throws JsonProcessingException {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    }
}
