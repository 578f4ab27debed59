package org.clearlane.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clearlane.access.SignIn.Result;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.clearlane.store.people.Invitations;
import org.clearlane.store.people.Invitations.Invitation;
import org.clearlane.store.people.Invitations.Purpose;
import org.clearlane.store.people.People;
import org.clearlane.store.people.Person;
import org.clearlane.store.people.Sessions;
import org.clearlane.store.people.Sessions.Level;
import org.clearlane.store.people.SignInFailures;

/**
 * Ways in that work once: for the first operator, for whoever was invited, for whoever lost a password or a device. Safe for
 * use by several threads.
 */
public final class Links {

    /** How long a link works. */
    public static final Duration LIFE = Duration.ofHours(24);

    private final Ledger ledger;
    private final boolean practicesSignInLocally;
    private final Throttle throttle = new Throttle();

    public Links(Ledger ledger) {
        this(ledger, true);
    }

    /** @param practicesSignInLocally whether people of practices may choose a password here */
    public Links(Ledger ledger, boolean practicesSignInLocally) {
        this.ledger = ledger;
        this.practicesSignInLocally = practicesSignInLocally;
    }

    /** A link for setting the house up, as long as nobody is known; a new one ends the one before. */
    public Optional<String> setUpLink() {
        return ledger.transact(tx -> {
            if (People.anybody(tx)) {
                return Optional.empty();
            }
            Invitations.closeSetUp(tx);
            String token = Tokens.fresh();
            Invitations.make(tx, Tokens.sha256(token), Purpose.SET_UP, null, LIFE);
            return Optional.of(token);
        });
    }

    /** What a link is for and whose it is, if it still works. */
    public Optional<Invitation> invitation(String token) {
        return ledger.transact(tx -> Invitations.open(tx, Tokens.sha256(token)));
    }

    /** How long whoever comes from this network address has to wait before they try another link; empty for not at all. */
    public Optional<Duration> wait(String address) {
        return ledger.transact(tx -> throttle.wait(tx, address));
    }

    /** Somebody tried a link that does not work. */
    public void noteGuess(String address) {
        ledger.run(tx -> SignInFailures.note(tx, Tokens.sha256("link " + address), address));
    }

    /** The first operator makes themselves known. */
    public Result setUp(String token, String email, String name, String password, String address) {
        Optional<String> objection = objection(email, name, password);
        if (objection.isPresent()) {
            return new Result.Refused(objection.get());
        }
        String hash = Passwords.hash(password);
        return ledger.transact(tx -> {
            Optional<Invitation> link =
                    Invitations.open(tx, Tokens.sha256(token)).filter(each -> each.purpose() == Purpose.SET_UP);
            if (link.isEmpty() || People.anybody(tx) || !Invitations.use(tx, Tokens.sha256(token))) {
                return new Result.Refused("This link does not work any more. Start the service again for a new one.");
            }
            String id = People.add(tx, email, name.strip(), Role.OPERATOR.name(), List.of())
                    .orElseThrow();
            People.choosePassword(tx, id, hash);
            AccessAudit.write(tx, id, Role.OPERATOR.name(), "house.set-up", id, Outcome.DONE, "", address);
            return SignIn.begin(tx, People.byId(tx, id).orElseThrow(), Level.PASSWORD);
        });
    }

    /** Somebody with a link chooses a password; a lost second factor is chosen anew as well. */
    public Result join(String token, String password, String address) {
        Optional<Person> whose = ledger.transact(tx -> {
            Optional<Invitation> link = Invitations.open(tx, Tokens.sha256(token));
            return link.isEmpty() || link.get().personId() == null
                    ? Optional.<Person>empty()
                    : People.byId(tx, link.get().personId());
        });
        if (whose.isEmpty() || whose.get().disabledAt() != null) {
            return new Result.Refused("This link does not work any more. Ask for a new one.");
        }
        if (!practicesSignInLocally && Role.valueOf(whose.get().role()).ofAPractice()) {
            return new Result.Refused(
                    "You sign in by your identity provider. Open the sign-in page and take that button.");
        }
        Optional<String> objection = Passwords.objection(password, whose.get().email());
        if (objection.isPresent()) {
            return new Result.Refused(objection.get());
        }
        String hash = Passwords.hash(password);
        return ledger.transact(tx -> {
            if (!Invitations.use(tx, Tokens.sha256(token))) {
                return new Result.Refused("This link does not work any more. Ask for a new one.");
            }
            String id = whose.get().id();
            People.choosePassword(tx, id, hash);
            People.offerSecondFactor(tx, id, null);
            Sessions.endAllOf(tx, id);
            AccessAudit.write(tx, id, whose.get().role(), "password.choose", id, Outcome.DONE, "", address);
            return SignIn.begin(tx, People.byId(tx, id).orElseThrow(), Level.PASSWORD);
        });
    }

    private static Optional<String> objection(String email, String name, String password) {
        if (!EmailAddress.plausible(email)) {
            return Optional.of("That is no e-mail address. It looks like name@example.org.");
        }
        if (name.isBlank() || name.strip().length() > 100) {
            return Optional.of("Say your name in at most 100 characters.");
        }
        return Passwords.objection(password, email);
    }
}
