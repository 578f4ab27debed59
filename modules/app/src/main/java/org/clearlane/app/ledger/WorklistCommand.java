package org.clearlane.app.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a person has to look at. */
@Command(
        name = "worklist",
        description = "Lists what a person has to look at: unmatched answers and money, parked sendings, failed steps.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class WorklistCommand implements Callable<Integer> {

    @Mixin
    private LedgerAccess access;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    @Option(names = "--practice", paramLabel = "ID", description = "what belongs to this practice only")
    private String practice;

    @Override
    public Integer call() throws JsonProcessingException {
        List<Map<String, Object>> all = access.with(ledger -> ledger.transact(tx -> Sql.list(
                tx.connection(),
                """
                select kind, subject, practice_id, payer_id, message, amount_cents, created_at from worklist
                where resolved_at is null and (?::text is null or practice_id = ?) order by id""",
                row -> {
                    Map<String, Object> item = new LinkedHashMap<>();
                    item.put("kind", row.getString("kind"));
                    item.put("subject", row.getString("subject"));
                    item.put("practice", row.getString("practice_id"));
                    item.put("payer", row.getString("payer_id"));
                    item.put("message", row.getString("message"));
                    if (row.getObject("amount_cents") != null) {
                        item.put("amount", new Money(row.getLong("amount_cents")).toString());
                    }
                    item.put("since", Sql.instant(row, "created_at").toString());
                    return item;
                },
                practice,
                practice)));
        if (json) {
            System.out.println(new ObjectMapper().writeValueAsString(all));
        } else if (all.isEmpty()) {
            System.out.println("nothing to do");
        } else {
            all.forEach(item -> System.out.printf(
                    "%-22s %s  %s%s%n",
                    item.get("kind"),
                    item.get("since"),
                    item.get("message"),
                    item.get("amount") == null ? "" : "  " + item.get("amount")));
        }
        return 0;
    }
}
