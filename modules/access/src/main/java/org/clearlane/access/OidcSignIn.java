package org.clearlane.access;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.clearlane.access.SignIn.Result;
import org.clearlane.access.oidc.IdentityProvider;
import org.clearlane.access.oidc.IdentityProvider.Errand;
import org.clearlane.access.oidc.IdentityProvider.Vouched;
import org.clearlane.model.Failure;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.people.AuditTrail.Outcome;
import org.clearlane.store.people.People;
import org.clearlane.store.people.Person;
import org.clearlane.store.people.Sessions.Level;
import org.clearlane.store.people.SignInFailures;

/**
 * How people get in by an identity provider. It opens the door to nobody who was not made known here before: the first time by
 * an address that the provider has verified, from then on by its subject, whatever the address becomes. Safe for use by several
 * threads.
 */
public final class OidcSignIn {

    /** How long somebody may take at the provider. */
    public static final Duration AWAY = Duration.ofMinutes(10);

    private static final String PURPOSE = "oidc";
    private static final String ACTION = "sign-in.oidc";
    private static final String BROKEN = "That sign-in did not work. Begin again from the sign-in page.";
    private static final String NOT_HERE =
            "That account does not open this door. Ask whoever looks after people in your"
                    + " practice, or an operator, to invite the e-mail address of that account.";

    private final Ledger ledger;
    private final SecretBox box;
    private final IdentityProvider provider;
    private final Throttle throttle = new Throttle();

    OidcSignIn(Ledger ledger, SecretBox box, IdentityProvider provider) {
        this.ledger = ledger;
        this.box = box;
        this.provider = provider;
    }

    /** Where somebody goes now, and what their browser keeps until they are back: sealed, so that nobody can make one. */
    public record Start(URI to, String cookie) {}

    /** What the button calls the provider. */
    public String label() {
        return provider.label();
    }

    /** Sends somebody to the provider; empty when it does not answer. */
    public Optional<Start> start() {
        return provider.begin().map(way -> {
            Errand errand = way.errand();
            String kept = String.join(
                    "\n",
                    errand.state(),
                    errand.nonce(),
                    errand.verifier(),
                    Long.toString(ledger.clock().instant().plus(AWAY).getEpochSecond()));
            return new Start(
                    way.to(),
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(box.seal(kept.getBytes(StandardCharsets.UTF_8), PURPOSE)));
        });
    }

    /**
     * Somebody comes back.
     *
     * @param cookie what their browser kept
     * @param state what the provider gave back, to be the same
     * @param code what the provider trades for a token; empty when it said no
     */
    public Result finish(String cookie, String state, String code, String address) {
        Optional<Duration> wait = ledger.transact(tx -> throttle.wait(tx, address));
        if (wait.isPresent()) {
            return new Result.Later(wait.get());
        }
        Optional<Errand> errand = errand(cookie).filter(each -> same(each.state(), state));
        Optional<Vouched> vouched =
                errand.isEmpty() || code.isEmpty() ? Optional.empty() : provider.finish(code, errand.get());
        return ledger.transact(tx -> {
            if (vouched.isEmpty()) {
                String why = errand.isEmpty() ? "not begun here" : "no token that holds";
                return refused(tx, null, why, address, BROKEN);
            }
            return let(tx, vouched.get(), address);
        });
    }

    private Optional<Errand> errand(String cookie) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cookie);
            String[] kept = sealed.length < 40
                    ? new String[0]
                    : new String(box.open(sealed, PURPOSE), StandardCharsets.UTF_8).split("\n");
            boolean inTime = kept.length == 4
                    && Instant.ofEpochSecond(Long.parseLong(kept[3]))
                            .isAfter(ledger.clock().instant());
            return inTime ? Optional.of(new Errand(kept[0], kept[1], kept[2])) : Optional.empty();
        } catch (IllegalArgumentException | Failure notOurs) {
            return Optional.empty();
        }
    }

    private static boolean same(String ours, String theirs) {
        return MessageDigest.isEqual(ours.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
    }

    private Result let(Tx tx, Vouched vouched, String address) throws SQLException {
        Optional<Person> linked = People.byOidcSubject(tx, vouched.subject());
        if (linked.isPresent()) {
            return linked.get().disabledAt() == null
                    ? in(tx, linked.get(), vouched, address)
                    : refused(tx, linked.get(), "access has ended", address, NOT_HERE);
        }
        Optional<Person> invited = vouched.email() == null ? Optional.empty() : People.byEmail(tx, vouched.email());
        if (invited.isEmpty()) {
            return refused(tx, null, "nobody known", address, NOT_HERE);
        }
        if (invited.get().disabledAt() != null) {
            return refused(tx, invited.get(), "access has ended", address, NOT_HERE);
        }
        if (!People.linkOidcSubject(tx, invited.get().id(), vouched.subject())) {
            return refused(tx, invited.get(), "another account is theirs", address, NOT_HERE);
        }
        AccessAudit.write(
                tx,
                invited.get().id(),
                invited.get().role(),
                "oidc.link",
                invited.get().id(),
                Outcome.DONE,
                "",
                address);
        return in(tx, invited.get(), vouched, address);
    }

    /** A second factor that they showed the provider counts; otherwise ours is asked for. */
    private static Result in(Tx tx, Person person, Vouched vouched, String address) throws SQLException {
        AccessAudit.write(
                tx,
                person.id(),
                person.role(),
                ACTION,
                person.id(),
                Outcome.DONE,
                vouched.secondFactor() ? "with a second factor of the provider" : "a second factor is asked for",
                address);
        return SignIn.begin(tx, person, vouched.secondFactor() ? Level.FULL : Level.PASSWORD);
    }

    private static Result refused(Tx tx, Person person, String why, String address, String words) throws SQLException {
        SignInFailures.note(tx, Tokens.sha256(PURPOSE + " " + address), address);
        String id = person == null ? "" : person.id();
        AccessAudit.write(
                tx,
                id.isEmpty() ? "nobody" : id,
                person == null ? "" : person.role(),
                ACTION,
                id,
                Outcome.REFUSED,
                why,
                address);
        return new Result.Refused(words);
    }
}
