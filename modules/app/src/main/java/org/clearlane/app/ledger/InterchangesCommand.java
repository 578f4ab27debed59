package org.clearlane.app.ledger;

import java.util.List;
import org.clearlane.app.Told;
import org.clearlane.model.Money;
import org.clearlane.pipeline.dispatch.SettleInterchange;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** Interchanges to payers: looking at them, and settling the ones a machine must not decide about. */
@Command(
        name = "interchanges",
        description = "Lists interchanges to payers; sends a parked one again; settles one whose outcome nobody knows.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class InterchangesCommand {

    @Mixin
    private LedgerAccess access;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "for programs")
    private boolean json;

    /** An interchange as a row of the list. Nothing in it is null. */
    private record Listed(
            String id,
            String payer,
            long control,
            int claims,
            String charge,
            String state,
            int attempts,
            String ta1,
            String problem) {}

    @Command(name = "list", description = "Lists interchanges, newest first.", mixinStandardHelpOptions = true)
    Integer list(
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "at most (default: ${DEFAULT-VALUE})")
                    int limit) {
        List<Listed> all = access.with(ledger -> ledger.transact(tx -> Sql.list(
                tx.connection(),
                """
                select id, payer_id, control, claims_total, charge_cents, state, attempts, coalesce(ta1_code, ''),
                    coalesce(problem, '')
                from outbound_interchanges order by id desc limit ?""",
                row -> new Listed(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getInt(4),
                        new Money(row.getLong(5)).toString(),
                        row.getString(6),
                        row.getInt(7),
                        row.getString(8),
                        row.getString(9)),
                limit)));
        if (json) {
            System.out.println(Told.json(all));
        } else {
            all.forEach(
                    each -> System.out.println("%s  %-14s ISA13 %09d  %6d claims %14s  %-10s attempts %d  TA1 %-2s %s"
                            .formatted(
                                    each.id(),
                                    each.payer(),
                                    each.control(),
                                    each.claims(),
                                    each.charge(),
                                    each.state(),
                                    each.attempts(),
                                    each.ta1(),
                                    each.problem())));
        }
        return 0;
    }

    @Command(
            name = "resend",
            description = "Sends a parked interchange again: the same number, the same bytes.",
            mixinStandardHelpOptions = true)
    Integer resend(@Parameters(paramLabel = "ID", description = "ich_…") String id) {
        return act(
                id, "is to be sent again", tx -> SettleInterchange.sendAgain(tx, id, System.getProperty("user.name")));
    }

    @Command(
            name = "settle",
            description = "Says what became of an interchange whose outcome is unknown, after asking the payer.",
            mixinStandardHelpOptions = true)
    Integer settle(
            @Parameters(paramLabel = "ID", description = "ich_…") String id,
            @Option(
                            names = "--delivered",
                            required = true,
                            negatable = true,
                            description = "whether the payer has it; --no-delivered sends it again")
                    boolean delivered) {
        return act(id, delivered ? "is noted as handed over" : "is to be sent again", tx -> {
            if (delivered) {
                SettleInterchange.payerHasIt(tx, id, System.getProperty("user.name"));
            } else {
                SettleInterchange.payerDoesNotHaveIt(tx, id, System.getProperty("user.name"));
            }
        });
    }

    private Integer act(String id, String done, Ledger.Task task) {
        access.with(ledger -> {
            ledger.run(task);
            return null;
        });
        Told.outcome(json, id, done, id + " " + done);
        return 0;
    }
}
