package org.clearlane.access;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.clearlane.store.people.People;
import org.clearlane.store.people.Person;
import org.clearlane.store.people.Sessions;
import org.clearlane.store.people.Sessions.Session;
import org.clearlane.store.people.SignInFailures;

/**
 * What somebody signed in changes about themselves. Whatever lets them in is changed only for who knows the password now: an
 * unlocked screen is not enough. Guessing it here is slowed down as it is at the door. Safe for use by several threads.
 */
public final class Account {

    private static final String WRONG = "That is not your password.";

    private final Ledger ledger;
    private final SecretBox box;
    private final Throttle throttle = new Throttle();

    public Account(Ledger ledger, SecretBox box) {
        this.ledger = ledger;
        this.box = box;
    }

    /** A secret to show, or why not. */
    public record Offer(byte[] secret, String objection) {}

    /** Chooses a new password; every other session ends. Returns why not, or empty when it is done. */
    public Optional<String> changePassword(Visitor visitor, String current, String wanted) {
        Optional<String> wrong = wrongPassword(visitor, current).or(() -> Passwords.objection(wanted, visitor.email()));
        if (wrong.isPresent()) {
            return wrong;
        }
        String hash = Passwords.hash(wanted);
        ledger.run(tx -> {
            People.choosePassword(tx, visitor.personId(), hash);
            Sessions.endOthersOf(tx, visitor.personId(), visitor.sessionId());
            AccessAudit.write(tx, visitor, "password.change", visitor.personId(), Outcome.DONE, "");
        });
        return Optional.empty();
    }

    /** A secret for a new device. The one in use goes on counting until a code has proved the new one. */
    public Offer offerSecondFactor(Visitor visitor, String current) {
        Optional<String> wrong = wrongPassword(visitor, current);
        if (wrong.isPresent()) {
            return new Offer(null, wrong.get());
        }
        byte[] secret = TimeCodes.newSecret();
        ledger.run(tx -> People.offerNextSecondFactor(
                tx, visitor.personId(), box.seal(secret, SignIn.SECOND_FACTOR + visitor.personId())));
        return new Offer(secret, null);
    }

    /** The secret that waits to be proved. */
    public Optional<byte[]> offered(Visitor visitor) {
        return ledger.transact(tx -> People.nextSecondFactor(tx, visitor.personId()))
                .map(kept -> box.open(kept, SignIn.SECOND_FACTOR + visitor.personId()));
    }

    /** The first code of the new device; from then on the old one counts no more. Returns why not, or empty. */
    public Optional<String> proveSecondFactor(Visitor visitor, String code) {
        return ledger.transact(tx -> {
            Optional<byte[]> kept = People.nextSecondFactor(tx, visitor.personId());
            if (kept.isEmpty()) {
                return Optional.of("Begin again: no new device is waiting.");
            }
            OptionalLong step =
                    TimeCodes.stepOf(box.open(kept.get(), SignIn.SECOND_FACTOR + visitor.personId()), code, tx.now());
            if (step.isEmpty()) {
                return Optional.of("That code is not right. Wait for the next one and try again.");
            }
            People.takeNextSecondFactor(tx, visitor.personId(), kept.get(), step.getAsLong());
            Sessions.endOthersOf(tx, visitor.personId(), visitor.sessionId());
            AccessAudit.write(tx, visitor, "second-factor.change", visitor.personId(), Outcome.DONE, "");
            return Optional.empty();
        });
    }

    /** Where they are signed in. */
    public List<Session> sessions(Visitor visitor) {
        return ledger.transact(tx -> Sessions.of(tx, visitor.personId(), SignIn.IDLE));
    }

    /** Ends every session but this one; returns how many. */
    public int signOutElsewhere(Visitor visitor) {
        return ledger.transact(tx -> {
            int ended = Sessions.endOthersOf(tx, visitor.personId(), visitor.sessionId());
            AccessAudit.write(tx, visitor, "sign-out.elsewhere", visitor.personId(), Outcome.DONE, ended + " sessions");
            return ended;
        });
    }

    private Optional<String> wrongPassword(Visitor visitor, String current) {
        String mark = Tokens.sha256(visitor.email());
        Optional<Duration> wait = ledger.transact(tx -> throttle.wait(tx, mark, visitor.address()));
        if (wait.isPresent()) {
            return Optional.of("There were too many attempts. Try again later.");
        }
        Person person =
                ledger.transact(tx -> People.byId(tx, visitor.personId())).orElseThrow();
        if (person.passwordHash() != null && Passwords.matches(current, person.passwordHash())) {
            return Optional.empty();
        }
        ledger.run(tx -> refused(tx, visitor, mark));
        return Optional.of(WRONG);
    }

    private static void refused(Tx tx, Visitor visitor, String mark) throws SQLException {
        SignInFailures.note(tx, mark, visitor.address());
        AccessAudit.write(tx, visitor, "account.password", visitor.personId(), Outcome.REFUSED, "");
    }
}
