package org.clearlane.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.clearlane.access.oidc.IdentityProvider;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.clearlane.store.people.People;
import org.clearlane.store.people.Person;
import org.clearlane.store.people.Sessions;
import org.clearlane.store.people.Sessions.Level;
import org.clearlane.store.people.Sessions.Session;
import org.clearlane.store.people.SignInFailures;

/**
 * How people get in and out. Two factors, always: a password, then a code; whoever has no second factor yet is led to
 * choose one before anything is shown. Each success and refusal stands in the audit trail. Safe for use by several threads.
 */
public final class SignIn {

    /** A session that nobody uses ends. */
    public static final Duration IDLE = Duration.ofMinutes(15);
    /** However busy, a session ends. */
    public static final Duration LIFE = Duration.ofHours(12);
    /** Between password and code. */
    public static final Duration HALFWAY = Duration.ofMinutes(10);

    private static final Duration TOUCH_EVERY = Duration.ofSeconds(20);
    static final String SECOND_FACTOR = "totp";

    private final Ledger ledger;
    private final SecretBox box;
    private final boolean practicesSignInLocally;
    private final Throttle throttle = new Throttle();

    public SignIn(Ledger ledger, SecretBox box) {
        this(ledger, box, true);
    }

    /**
     * The door.
     *
     * @param practicesSignInLocally whether a password opens it to people of practices; to those of the house it always does
     */
    public SignIn(Ledger ledger, SecretBox box, boolean practicesSignInLocally) {
        this.ledger = ledger;
        this.box = box;
        this.practicesSignInLocally = practicesSignInLocally;
    }

    /** The door beside this one, which an identity provider opens. */
    public OidcSignIn by(IdentityProvider provider) {
        return new OidcSignIn(ledger, box, provider);
    }

    /** Whether a password opens the door to people of practices. */
    public boolean practicesSignInLocally() {
        return practicesSignInLocally;
    }

    /** What came of an attempt. */
    public sealed interface Result {
        /** A session began; this goes into the cookie. Whoever is only halfway is asked for a code, or to choose a device. */
        record Begun(String cookie, Next next) implements Result {}

        /** No. The words say why as far as it is anybody's business. */
        record Refused(String why) implements Result {}

        /** Too many failures: try again after this. */
        record Later(Duration after) implements Result {}
    }

    /** What has to come next. */
    public enum Next {
        CODE,
        ENROL,
        IN
    }

    /** A session and whose it is. */
    public record Halfway(Session session, Person person) {}

    // --- getting in ---

    /** The first factor. */
    public Result password(String email, String password, String address) {
        String mark = Tokens.sha256(email.strip().toLowerCase(java.util.Locale.ROOT));
        Attempt attempt = ledger.transact(tx -> attempt(tx, mark, address));
        if (attempt.pause() != null) {
            return new Result.Later(attempt.pause());
        }
        Optional<Person> known = ledger.transact(tx -> People.byEmail(tx, email))
                .filter(person -> person.disabledAt() == null && person.passwordHash() != null);
        boolean right;
        if (known.isPresent()) {
            // Whoever has to come by the identity provider is told what somebody with a wrong password is told.
            right = Passwords.matches(password, known.get().passwordHash())
                    && (practicesSignInLocally
                            || !Role.valueOf(known.get().role()).ofAPractice());
        } else {
            Passwords.pretend(password);
            right = false;
        }
        return ledger.transact(tx -> {
            if (!right) {
                AccessAudit.write(
                        tx,
                        known.map(Person::id).orElse("nobody"),
                        known.map(Person::role).orElse(""),
                        "sign-in.password",
                        known.map(Person::id).orElse(""),
                        Outcome.REFUSED,
                        "",
                        address);
                return new Result.Refused("The e-mail address or the password is not right.");
            }
            SignInFailures.takeBack(tx, attempt.failure());
            return begin(tx, known.get(), Level.PASSWORD);
        });
    }

    /** How long to wait, or the number of the failure that the attempt counts as until it succeeds. */
    private record Attempt(Duration pause, long failure) {}

    /** Hashing takes a while: an attempt counts as failed before it is made, and not only after. */
    private Attempt attempt(Tx tx, String mark, String address) throws java.sql.SQLException {
        Optional<Duration> wait = throttle.wait(tx, mark, address);
        return wait.isPresent()
                ? new Attempt(wait.get(), 0)
                : new Attempt(null, SignInFailures.note(tx, mark, address));
    }

    /** The second factor. The session of the first one ends, whatever the cookie was: a new one begins. */
    public Result code(String cookie, String code, String address) {
        return ledger.transact(tx -> {
            Optional<Halfway> half = halfway(tx, cookie);
            if (half.isEmpty() || !half.get().person().hasSecondFactor()) {
                return new Result.Refused("That took too long. Please sign in again.");
            }
            Person person = half.get().person();
            String mark = Tokens.sha256(person.email());
            Optional<Duration> wait = throttle.wait(tx, mark, address);
            if (wait.isPresent()) {
                return new Result.Later(wait.get());
            }
            if (!takes(tx, person, code)) {
                return wrongCode(tx, person, mark, address);
            }
            return in(tx, half.get(), mark, address);
        });
    }

    /** Somebody halfway in, or empty. */
    public Optional<Halfway> halfway(String cookie) {
        return ledger.transact(tx -> halfway(tx, cookie));
    }

    /** A new secret for somebody who is halfway in and has no second factor; shown once, proved by {@link #enrol}. */
    public Optional<byte[]> offerSecret(String cookie) {
        return ledger.transact(tx -> {
            Optional<Halfway> half =
                    halfway(tx, cookie).filter(each -> !each.person().hasSecondFactor());
            if (half.isEmpty()) {
                return Optional.empty();
            }
            Person person = half.get().person();
            if (person.totpSealed() != null) {
                return Optional.of(box.open(person.totpSealed(), SECOND_FACTOR + person.id()));
            }
            byte[] secret = TimeCodes.newSecret();
            People.offerSecondFactor(tx, person.id(), box.seal(secret, SECOND_FACTOR + person.id()));
            return Optional.of(secret);
        });
    }

    /** The first code of a new second factor proves that the device has the secret; then they are in. */
    public Result enrol(String cookie, String code, String address) {
        return ledger.transact(tx -> {
            Optional<Halfway> half = halfway(tx, cookie)
                    .filter(each ->
                            !each.person().hasSecondFactor() && each.person().totpSealed() != null);
            if (half.isEmpty()) {
                return new Result.Refused("That took too long. Please sign in again.");
            }
            Person person = half.get().person();
            String mark = Tokens.sha256(person.email());
            Optional<Duration> wait = throttle.wait(tx, mark, address);
            if (wait.isPresent()) {
                return new Result.Later(wait.get());
            }
            if (!takes(tx, person, code)) {
                return wrongCode(tx, person, mark, address);
            }
            People.confirmSecondFactor(tx, person.id());
            AccessAudit.write(
                    tx, person.id(), person.role(), "second-factor.enrol", person.id(), Outcome.DONE, "", address);
            return in(tx, half.get(), mark, address);
        });
    }

    private boolean takes(Tx tx, Person person, String code) throws java.sql.SQLException {
        OptionalLong step =
                TimeCodes.stepOf(box.open(person.totpSealed(), SECOND_FACTOR + person.id()), code, tx.now());
        return step.isPresent() && People.takeStep(tx, person.id(), step.getAsLong());
    }

    private static Result wrongCode(Tx tx, Person person, String mark, String address) throws java.sql.SQLException {
        SignInFailures.note(tx, mark, address);
        AccessAudit.write(tx, person.id(), person.role(), "sign-in.code", person.id(), Outcome.REFUSED, "", address);
        return new Result.Refused("That code is not right, or was used before. Wait for the next one and try again.");
    }

    private static Result in(Tx tx, Halfway half, String mark, String address) throws java.sql.SQLException {
        SignInFailures.forget(tx, mark);
        Sessions.end(tx, half.session().id());
        AccessAudit.write(
                tx,
                half.person().id(),
                half.person().role(),
                "sign-in",
                half.person().id(),
                Outcome.DONE,
                "",
                address);
        return begin(tx, half.person(), Level.FULL);
    }

    static Result.Begun begin(Tx tx, Person person, Level level) throws java.sql.SQLException {
        String cookie = Tokens.fresh();
        boolean ofOne =
                Role.valueOf(person.role()).ofAPractice() && !person.practices().isEmpty();
        Sessions.begin(
                tx,
                Tokens.sha256(cookie),
                person.id(),
                ofOne ? person.practices().getFirst() : null,
                Tokens.fresh(),
                level,
                level == Level.FULL ? LIFE : HALFWAY);
        Next next = level == Level.FULL ? Next.IN : person.hasSecondFactor() ? Next.CODE : Next.ENROL;
        return new Result.Begun(cookie, next);
    }

    private static Optional<Halfway> halfway(Tx tx, String cookie) throws java.sql.SQLException {
        Optional<Session> session =
                Sessions.alive(tx, Tokens.sha256(cookie), IDLE).filter(each -> each.level() == Level.PASSWORD);
        if (session.isEmpty()) {
            return Optional.empty();
        }
        return People.byId(tx, session.get().personId())
                .filter(person -> person.disabledAt() == null)
                .map(person -> new Halfway(session.get(), person));
    }

    // --- being in ---

    /** Who this cookie is, if anybody who may be here. */
    public Optional<Visitor> visitor(String cookie, String address) {
        return ledger.transact(tx -> {
            Optional<Session> alive =
                    Sessions.alive(tx, Tokens.sha256(cookie), IDLE).filter(each -> each.level() == Level.FULL);
            if (alive.isEmpty()) {
                return Optional.empty();
            }
            Session session = alive.get();
            Optional<Person> found = People.byId(tx, session.personId()).filter(each -> each.disabledAt() == null);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            if (session.seenAt().isBefore(tx.now().minus(TOUCH_EVERY))) {
                Sessions.seen(tx, session.id());
            }
            return Optional.of(visitor(session, found.get(), tx.now(), address));
        });
    }

    private static Visitor visitor(Session session, Person person, Instant now, String address) {
        boolean glass = session.glassUntil() != null && session.glassUntil().isAfter(now);
        // A practice somebody no longer works for is no longer shown, though the session began with it.
        String worked = session.practiceId();
        String practice = worked != null && person.practices().contains(worked) ? worked : null;
        return new Visitor(
                session.id(),
                person.id(),
                person.email(),
                person.name(),
                Role.valueOf(person.role()),
                practice,
                person.practices(),
                glass ? session.glassPracticeId() : null,
                session.formToken(),
                person.singleKeys(),
                address);
    }

    /**
     * The same session under a new cookie, with a new token of forms: what a session may see is about to change, and whoever
     * knew the cookie before must not see more by it. How long it lives stays as it was.
     */
    public String renewed(Visitor visitor) {
        String cookie = Tokens.fresh();
        ledger.run(tx -> Sessions.renew(tx, visitor.sessionId(), Tokens.sha256(cookie), Tokens.fresh()));
        return cookie;
    }

    /** From now on another of their practices is shown; false when it is none of theirs. */
    public boolean workFor(Visitor visitor, String practiceId) {
        if (!visitor.practices().contains(practiceId)) {
            return false;
        }
        ledger.run(tx -> Sessions.workFor(tx, visitor.sessionId(), practiceId));
        return true;
    }

    /** Ends this session. */
    public void out(Visitor visitor) {
        ledger.run(tx -> {
            Sessions.end(tx, visitor.sessionId());
            AccessAudit.write(tx, visitor, "sign-out", visitor.personId(), Outcome.DONE, "");
        });
    }

    /** Why somebody may not break the glass for this reason; empty when they may. */
    public Optional<String> objectionToGlass(Visitor visitor, String reason) {
        if (!visitor.may(Permission.BREAK_GLASS)) {
            return Optional.of("Your role does not allow this.");
        }
        int length = reason.strip().length();
        return length < 10 || length > 500
                ? Optional.of(
                        "Say in 10 to 500 characters why you have to see this. Your words stand in the audit trail.")
                : Optional.empty();
    }

    /** An operator sees one practice's health information for an hour. The reason is kept for ever. */
    public Optional<String> breakGlass(Visitor visitor, String practiceId, String reason) {
        Optional<String> objection = objectionToGlass(visitor, reason);
        if (objection.isPresent()) {
            return objection;
        }
        String why = reason.strip();
        ledger.run(tx -> {
            Sessions.breakGlass(
                    tx, visitor.sessionId(), practiceId, why, tx.now().plus(Duration.ofHours(1)));
            AccessAudit.write(tx, visitor, practiceId, "glass.break", practiceId, Outcome.DONE, why);
        });
        return Optional.empty();
    }
}
