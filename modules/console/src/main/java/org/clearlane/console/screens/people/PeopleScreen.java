package org.clearlane.console.screens.people;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clearlane.access.Permission;
import org.clearlane.access.Permissions;
import org.clearlane.access.Role;
import org.clearlane.access.Staff;
import org.clearlane.access.Visitor;
import org.clearlane.console.web.ChosenPractice;
import org.clearlane.console.web.Desk;
import org.clearlane.console.web.Frame.PracticeName;
import org.clearlane.console.web.Screen;
import org.clearlane.store.people.Person;

/** Who may sign in: an operator looks after everybody, a practice's administrator after the people of that practice. */
public final class PeopleScreen implements Screen {

    private static final int PAGE = 50;

    private final Desk desk;
    private final Staff staff;

    public PeopleScreen(Desk desk) {
        this.desk = desk;
        this.staff = new Staff(desk.ledger());
    }

    @Override
    public void open(JavalinDefaultRoutingApi routes) {
        routes.get("/people", desk.page(Permission.MANAGE_PEOPLE, (context, visitor) -> list(context, visitor, null)));
        routes.post("/people", desk.form(Permission.MANAGE_PEOPLE, this::invite));
        routes.get(
                "/people/{id}", desk.page(Permission.MANAGE_PEOPLE, (context, visitor) -> one(context, visitor, null)));
        routes.post("/people/{id}/change", desk.form(Permission.MANAGE_PEOPLE, this::change));
        routes.post("/people/{id}/reset", desk.form(Permission.MANAGE_PEOPLE, this::reset));
        routes.post(
                "/people/{id}/disable",
                desk.form(Permission.MANAGE_PEOPLE, (context, visitor) -> setDisabled(context, visitor, true)));
        routes.post(
                "/people/{id}/enable",
                desk.form(Permission.MANAGE_PEOPLE, (context, visitor) -> setDisabled(context, visitor, false)));
    }

    /** What the table of permissions shows. */
    public record PermissionRow(String label, List<Boolean> allowed) {}

    private void list(Context context, Visitor visitor, String problem) {
        String after = Optional.ofNullable(context.queryParam("after")).orElse("");
        List<Person> people = staff.all(visitor, after, PAGE + 1);
        boolean more = people.size() > PAGE;
        Map<String, Object> values = values(context, visitor, problem);
        values.put("people", more ? people.subList(0, PAGE) : people);
        values.put("next", more ? people.get(PAGE - 1).email() : null);
        values.put("permissions", permissions());
        values.put("email", form(context, "email"));
        values.put("name", form(context, "name"));
        desk.show(context, "people/list", desk.frame(context, visitor, "People", "/people"), values);
    }

    private static List<PermissionRow> permissions() {
        return Arrays.stream(Permission.values())
                .map(permission -> new PermissionRow(
                        inWords(permission),
                        Arrays.stream(Role.values())
                                .map(role -> Permissions.allow(role, permission))
                                .toList()))
                .toList();
    }

    private static String inWords(Permission permission) {
        String words = permission.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private Map<String, Object> values(Context context, Visitor visitor, String problem) {
        Map<String, Object> values = new HashMap<>();
        values.put("problem", problem);
        values.put("roles", roles(visitor));
        values.put("practices", practices(context, visitor));
        return values;
    }

    private static List<Role> roles(Visitor visitor) {
        return Arrays.stream(Role.values())
                .filter(role -> !visitor.role().ofAPractice() || role.ofAPractice())
                .toList();
    }

    private List<PracticeName> practices(Context context, Visitor visitor) {
        return ChosenPractice.of(desk, context, visitor).all();
    }

    private void invite(Context context, Visitor visitor) {
        Optional<Role> role = role(context);
        Optional<List<String>> practices = role.flatMap(each -> practices(context, visitor, each));
        Staff.Invited invited = practices.isEmpty()
                ? new Staff.Invited(null, "Choose a role, and practices of the list.")
                : staff.invite(visitor, form(context, "email"), form(context, "name"), role.get(), practices.get());
        if (invited.objection() != null) {
            list(context.status(422), visitor, invited.objection());
            return;
        }
        link(context, visitor, form(context, "name").strip(), invited.token(), true);
    }

    private static Optional<Role> role(Context context) {
        String asked = form(context, "role");
        return Arrays.stream(Role.values())
                .filter(each -> each.name().equals(asked))
                .findFirst();
    }

    /** The practices a form names; empty when one of them is none. An administrator's own practice goes without saying. */
    private Optional<List<String>> practices(Context context, Visitor visitor, Role role) {
        if (!role.ofAPractice()) {
            return Optional.of(List.of());
        }
        if (visitor.role().ofAPractice()) {
            return Optional.of(List.of(String.valueOf(visitor.practiceId())));
        }
        List<String> known =
                practices(context, visitor).stream().map(PracticeName::id).toList();
        List<String> asked =
                context.formParams("practices").stream().distinct().sorted().toList();
        return known.containsAll(asked) ? Optional.of(asked) : Optional.empty();
    }

    private void link(Context context, Visitor visitor, String name, String token, boolean fresh) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("fresh", fresh);
        values.put("link", desk.guard().ourAddress(context) + "/join/" + token);
        desk.show(context, "people/link", desk.frame(context, visitor, "A link for " + name, "/people"), values);
    }

    private void one(Context context, Visitor visitor, String problem) {
        String id = context.pathParam("id");
        Optional<Person> person = staff.one(visitor, id);
        if (person.isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        Map<String, Object> values = values(context, visitor, problem);
        values.put("person", person.get());
        values.put("themselves", id.equals(visitor.personId()));
        desk.show(
                context,
                "people/person",
                desk.frame(context, visitor, person.get().name(), "/people"),
                values);
    }

    private void change(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        if (staff.one(visitor, id).isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        Optional<Role> role = role(context);
        Optional<List<String>> practices = role.flatMap(each -> practices(context, visitor, each));
        Optional<String> objection = practices.isEmpty()
                ? Optional.of("Choose a role, and practices of the list.")
                : staff.change(visitor, id, role.get(), practices.get());
        done(context, visitor, id, objection, "Changed. They sign in anew.");
    }

    private void reset(Context context, Visitor visitor) {
        String id = context.pathParam("id");
        Optional<Person> person = staff.one(visitor, id);
        Optional<String> token = staff.reset(visitor, id);
        if (person.isEmpty() || token.isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        link(context, visitor, person.get().name(), token.get(), false);
    }

    private void setDisabled(Context context, Visitor visitor, boolean disabled) {
        String id = context.pathParam("id");
        if (staff.one(visitor, id).isEmpty()) {
            desk.nothingHere(context, visitor, id);
            return;
        }
        done(
                context,
                visitor,
                id,
                staff.setDisabled(visitor, id, disabled),
                disabled ? "They cannot sign in any more, and are signed out everywhere." : "They can sign in again.");
    }

    private void done(Context context, Visitor visitor, String id, Optional<String> objection, String notice) {
        if (objection.isPresent()) {
            one(context.status(422), visitor, objection.get());
        } else {
            desk.onTo(context, "/people/" + id, notice);
        }
    }

    private static String form(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }
}
