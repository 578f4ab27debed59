package org.clearlane.console.web;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.Frame.PracticeName;
import org.clearlane.store.Sql;

/**
 * Whose keys, webhooks or set-up a page shows: a practice's people see the practice they work for, people of the clearinghouse
 * choose one, and the choice stands in the address.
 *
 * @param id the practice at hand, or null while nobody has chosen
 * @param all those one can choose from; empty for a practice's people
 */
public record ChosenPractice(String id, List<PracticeName> all) {

    public ChosenPractice {
        all = List.copyOf(all);
    }

    /** By the address or the form. */
    public static ChosenPractice of(Desk desk, Context context, Visitor visitor) {
        if (visitor.role().ofAPractice()) {
            return new ChosenPractice(visitor.practiceId(), List.of());
        }
        List<PracticeName> all = desk.reads()
                .flows(connection ->
                        Sql.list(connection, "select * from practices order by name limit 500", PracticeName::of));
        String asked = Optional.ofNullable(context.queryParam("practice"))
                .or(() -> Optional.ofNullable(context.formParam("practice")))
                .orElse("");
        String id = all.stream()
                .map(PracticeName::id)
                .filter(asked::equals)
                .findFirst()
                .orElse(all.size() == 1 ? all.getFirst().id() : null);
        return new ChosenPractice(id, all);
    }

    /** An address of the same practice. */
    public String address(String path) {
        return all.isEmpty() || id == null
                ? path
                : path + (path.contains("?") ? "&" : "?") + "practice=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
