package org.clearlane.access;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.people.SignInFailures;

/**
 * Slows down guessing. Nobody is locked out for good: an attacker could do that to anybody. After five failures for one
 * e-mail address the next attempt has to wait a minute, then two, then four, an hour at most; from one network address
 * thirty failures in ten minutes are enough.
 */
final class Throttle {

    static final int FREE = 5;
    static final int FREE_PER_ADDRESS = 30;
    static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration MEMORY = Duration.ofHours(24);
    private static final Duration ADDRESS_MEMORY = Duration.ofMinutes(10);

    /**
     * How long to wait before the next attempt; empty when it may be made now. Attempts for one e-mail address are counted
     * one after the other, so that a hundred at once are not all the first.
     */
    Optional<Duration> wait(Tx tx, String emailMark, String address) throws SQLException {
        SignInFailures.oneAfterTheOther(tx, emailMark);
        Optional<Duration> ofAddress = wait(tx, address);
        if (ofAddress.isPresent()) {
            return ofAddress;
        }
        long failures = SignInFailures.of(tx, emailMark, MEMORY);
        if (failures < FREE) {
            return Optional.empty();
        }
        Duration pause = pauseAfter(failures);
        Instant until = SignInFailures.lastOf(tx, emailMark).plus(pause);
        return until.isAfter(tx.now()) ? Optional.of(Duration.between(tx.now(), until)) : Optional.empty();
    }

    /** How long whoever comes from this network address has to wait. */
    Optional<Duration> wait(Tx tx, String address) throws SQLException {
        return SignInFailures.from(tx, address, ADDRESS_MEMORY) >= FREE_PER_ADDRESS
                ? Optional.of(ADDRESS_MEMORY)
                : Optional.empty();
    }

    static Duration pauseAfter(long failures) {
        long doublings = Math.min(failures - FREE, 10);
        Duration pause = Duration.ofMinutes(1L << doublings);
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
