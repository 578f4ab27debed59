package org.clearlane.app.codes;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clearlane.app.ledger.LedgerAccess;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.edits.codes.NewEdition;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;

/** Which claims of the ledger use codes that a new edition does not allow. */
final class Impact {

    private static final int PAGE = 1_000;

    /** A claim and where its bytes lie. */
    private record Row(
            String id,
            String practice,
            String number,
            long cents,
            String key,
            byte[] separators,
            long offset,
            int length) {}

    /** Claims with one code. */
    private static final class Use {
        private int claims;
        private long cents;
        private final Set<String> practices = new TreeSet<>();
        private final List<String> examples = new ArrayList<>();
    }

    private static final int MOST_EXAMPLES = 3;

    private final NewEdition news;
    private final CodeSet set;
    private final Map<String, Use> uses = new TreeMap<>();
    private int looked;
    private int touched;
    private long touchedCents;

    private Impact(CodeSet set, NewEdition news) {
        this.set = set;
        this.news = news;
    }

    /** Looks through the claims received in these days before now. */
    static Impact of(LedgerAccess access, CodeSet set, NewEdition news, Instant now, int days) {
        Instant since = now.minus(Duration.ofDays(days));
        return access.with((ledger, archive) -> {
            Impact impact = new Impact(set, news);
            impact.look(ledger, archive, since);
            return impact;
        });
    }

    private void look(Ledger ledger, Archive archive, Instant since) {
        String behind = "";
        List<Row> page;
        do {
            String last = behind;
            page = ledger.transact(tx -> page(tx, since, last));
            look(page, archive);
            behind = page.isEmpty() ? behind : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
    }

    private static List<Row> page(Tx tx, Instant since, String behind) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select c.id, c.practice_id, c.patient_control_number, c.charge_cents,
                    coalesce(f.translated_key, f.archive_key) as key, i.separators, c.claim_offset, c.claim_length
                from claims c
                join files f on f.id = c.file_id
                join transaction_sets s on s.id = c.set_id
                join interchanges i on i.id = s.interchange_id
                where c.id > ? and c.received_at >= ?
                order by c.id limit ?""",
                row -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getBytes(6),
                        row.getLong(7),
                        row.getInt(8)),
                behind,
                since,
                PAGE);
    }

    private void look(List<Row> page, Archive archive) {
        Archive.KeptBytes kept = null;
        String key = "";
        try {
            for (Row row : page) {
                if (!row.key().equals(key)) {
                    if (kept != null) {
                        kept.close();
                    }
                    kept = archive.read(row.key());
                    key = row.key();
                }
                claim(row, kept.span(row.offset(), row.length()));
            }
        } finally {
            if (kept != null) {
                kept.close();
            }
        }
    }

    private void claim(Row row, byte[] bytes) {
        looked++;
        boolean any = false;
        for (String code : ClaimCodes.in(bytes, row.separators()).getOrDefault(set, Set.of())) {
            if (!news.allows().test(code)) {
                any = true;
                Use use = uses.computeIfAbsent(code, key -> new Use());
                use.claims++;
                use.cents += row.cents();
                use.practices.add(row.practice());
                if (use.examples.size() < MOST_EXAMPLES) {
                    use.examples.add(row.id());
                }
            }
        }
        if (any) {
            touched++;
            touchedCents += row.cents();
        }
    }

    private String why(String code) {
        return news.changes().ended().contains(code) ? "ends" : "missing";
    }

    Map<String, Object> asMap(CodeSet named) {
        List<Map<String, Object>> codes = new ArrayList<>();
        uses.forEach((code, use) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("code", code);
            one.put("why", why(code));
            one.put("claims", use.claims);
            one.put("charges", new Money(use.cents).toString());
            one.put("practices", use.practices);
            one.put("examples", use.examples);
            codes.add(one);
        });
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("set", named.id());
        all.put("from", CodeReports.day(news.changes().from()));
        all.put("begun", news.changes().begun().size());
        all.put("ended", news.changes().ended().size());
        all.put("claimsLookedAt", looked);
        all.put("claims", touched);
        all.put("charges", new Money(touchedCents).toString());
        all.put("codes", codes);
        return all;
    }

    String asText(CodeSet named) {
        StringBuilder text = new StringBuilder("%s from %s on: %,d codes begin, %,d end%n"
                .formatted(
                        named.id(),
                        CodeReports.day(news.changes().from()),
                        news.changes().begun().size(),
                        news.changes().ended().size()));
        text.append("%,d of %,d claims looked at use a code that ends or is missing, over %s"
                .formatted(touched, looked, new Money(touchedCents)));
        uses.forEach((code, use) -> text.append("%n  %-10s %-8s %,6d claims %12s  %s, for example %s"
                .formatted(
                        code,
                        why(code),
                        use.claims,
                        new Money(use.cents),
                        String.join(" ", use.practices),
                        String.join(" ", use.examples))));
        return text.toString();
    }
}
