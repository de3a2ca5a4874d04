package org.yuanhu.clientapi.user;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after ten wrong passwords from one address for one name, nothing is tried from there for five minutes. Others
 * can still sign in under that name from elsewhere.
 */
final class SignInAttempts {
    private static final int MOST = 10;
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int REMEMBERED = 10_000;

    private final InstantSource clock;
    private final Map<Guesser, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Guesser, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    SignInAttempts(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether a password may be tried. */
    synchronized boolean mayTry(String address, String name) {
        Failures known = failures.get(new Guesser(address, name));
        return known == null || known.count < MOST || clock.instant().isAfter(known.last.plus(PAUSE));
    }

    /** A password was wrong. */
    synchronized void failed(String address, String name) {
        Instant now = clock.instant();
        failures.merge(
                new Guesser(address, name),
                new Failures(1, now),
                (known, one) -> now.isAfter(known.last.plus(PAUSE)) ? one : new Failures(known.count + 1, now));
    }

    /** A password was right: earlier wrong ones no longer count. */
    synchronized void succeeded(String address, String name) {
        failures.remove(new Guesser(address, name));
    }

    private record Guesser(String address, String name) {}

    private record Failures(int count, Instant last) {}
}
