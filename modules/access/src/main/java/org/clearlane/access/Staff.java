package org.clearlane.access;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.clearlane.store.people.Invitations;
import org.clearlane.store.people.Invitations.Purpose;
import org.clearlane.store.people.People;
import org.clearlane.store.people.Person;
import org.clearlane.store.people.Sessions;

/**
 * Who looks after whom: a practice's administrator after the people of that practice, an operator after everybody. Safe for
 * use by several threads.
 */
public final class Staff {

    private static final String NOT_YOURS = "There is nobody like that among the people you look after.";

    private final Ledger ledger;

    public Staff(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A link somebody can join by, or why not. */
    public record Invited(String token, String objection) {}

    /** The people this visitor looks after, by address, as many as a page holds. */
    public List<Person> all(Visitor visitor, String afterEmail, int most) {
        return visitor.may(Permission.MANAGE_PEOPLE) && (!visitor.role().ofAPractice() || visitor.practiceId() != null)
                ? ledger.transact(tx ->
                        People.all(tx, visitor.role().ofAPractice() ? visitor.practiceId() : "", afterEmail, most))
                : List.of();
    }

    /** One of them, or empty when this visitor does not look after them. */
    public Optional<Person> one(Visitor visitor, String personId) {
        return ledger.transact(tx -> lookedAfter(tx, visitor, personId));
    }

    /** Makes somebody known and returns a link for them, shown once. */
    public Invited invite(Visitor visitor, String email, String name, Role role, List<String> practices) {
        Optional<String> objection = objection(visitor, email, name, role, practices);
        if (objection.isPresent()) {
            return new Invited(null, objection.get());
        }
        return ledger.transact(tx -> {
            Optional<String> id = People.add(tx, email, name.strip(), role.name(), practices);
            if (id.isEmpty()) {
                return new Invited(null, "Somebody is known under that address already.");
            }
            return new Invited(link(tx, visitor, id.get(), Purpose.JOIN, "person.invite"), null);
        });
    }

    private static Optional<String> objection(
            Visitor visitor, String email, String name, Role role, List<String> practices) {
        if (!visitor.may(Permission.MANAGE_PEOPLE)) {
            return Optional.of("Your role does not allow this.");
        }
        if (!EmailAddress.plausible(email)) {
            return Optional.of("That is no e-mail address. It looks like name@example.org.");
        }
        if (name.isBlank() || name.strip().length() > 100) {
            return Optional.of("Say their name in at most 100 characters.");
        }
        if (role.ofAPractice() == practices.isEmpty()) {
            return Optional.of(
                    role.ofAPractice()
                            ? "Choose at least one practice they work for."
                            : "People of the clearinghouse work for no single practice.");
        }
        boolean beyond = visitor.role().ofAPractice()
                && (!role.ofAPractice() || !practices.equals(List.of(String.valueOf(visitor.practiceId()))));
        return beyond ? Optional.of("You can invite people to your own practice only.") : Optional.empty();
    }

    /** A link by which somebody chooses a new password and second factor; empty when this visitor may not. */
    public Optional<String> reset(Visitor visitor, String personId) {
        return ledger.transact(tx -> lookedAfter(tx, visitor, personId).isEmpty()
                ? Optional.empty()
                : Optional.of(link(tx, visitor, personId, Purpose.RESET, "person.reset")));
    }

    /** Ends or restores somebody's access; returns why not, or empty when it is done. */
    public Optional<String> setDisabled(Visitor visitor, String personId, boolean disabled) {
        return ledger.transact(tx -> {
            Optional<Person> person = lookedAfter(tx, visitor, personId);
            if (person.isEmpty()) {
                return Optional.of(NOT_YOURS);
            }
            if (disabled) {
                Optional<String> objection = objectionToLosing(tx, visitor, person.get());
                if (objection.isPresent()) {
                    return objection;
                }
                Sessions.endAllOf(tx, personId);
            }
            People.setDisabled(tx, personId, disabled);
            AccessAudit.write(tx, visitor, disabled ? "person.disable" : "person.enable", personId, Outcome.DONE, "");
            return Optional.empty();
        });
    }

    /** Changes what somebody is and whom they work for; they sign in anew. Returns why not, or empty when it is done. */
    public Optional<String> change(Visitor visitor, String personId, Role role, List<String> practices) {
        return ledger.transact(tx -> {
            Optional<Person> person = lookedAfter(tx, visitor, personId);
            if (person.isEmpty()) {
                return Optional.of(NOT_YOURS);
            }
            Optional<String> objection =
                    objection(visitor, person.get().email(), person.get().name(), role, practices);
            if (objection.isEmpty() && !role.name().equals(person.get().role())) {
                objection = objectionToLosing(tx, visitor, person.get());
            }
            if (objection.isPresent()) {
                return objection;
            }
            People.change(tx, personId, role.name(), practices);
            Sessions.endAllOf(tx, personId);
            AccessAudit.write(
                    tx,
                    visitor,
                    "person.change",
                    personId,
                    Outcome.DONE,
                    person.get().role() + " to " + role + (practices.isEmpty() ? "" : " of " + practices));
            return Optional.empty();
        });
    }

    /** Nobody ends themselves by mistake, and a house without an operator could never get one again. */
    private static Optional<String> objectionToLosing(Tx tx, Visitor visitor, Person person) throws SQLException {
        if (person.id().equals(visitor.personId())) {
            return Optional.of("You cannot do this to yourself. Ask somebody else who looks after people.");
        }
        return person.role().equals(Role.OPERATOR.name()) && !People.anotherIn(tx, person.role(), person.id())
                ? Optional.of("This is the last operator. Make another one first.")
                : Optional.empty();
    }

    /** A practice's administrator must not reach, through one shared practice, somebody of the clearinghouse or of others. */
    private static Optional<Person> lookedAfter(Tx tx, Visitor visitor, String personId) throws SQLException {
        if (!visitor.may(Permission.MANAGE_PEOPLE)) {
            return Optional.empty();
        }
        return People.byId(tx, personId)
                .filter(person -> !visitor.role().ofAPractice()
                        || Role.valueOf(person.role()).ofAPractice()
                                && person.practices().equals(List.of(String.valueOf(visitor.practiceId()))));
    }

    private static String link(Tx tx, Visitor visitor, String personId, Purpose purpose, String action)
            throws SQLException {
        String token = Tokens.fresh();
        Invitations.make(tx, Tokens.sha256(token), purpose, personId, Links.LIFE);
        AccessAudit.write(tx, visitor, action, personId, Outcome.DONE, "");
        return token;
    }
}
