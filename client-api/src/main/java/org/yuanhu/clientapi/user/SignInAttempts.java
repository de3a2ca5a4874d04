package org.yuanhu.clientapi.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * Slows down guessing: after ten wrong passwords from one address for one name, nothing is tried from there for five minutes. Others
 * can still sign in under that name from elsewhere.
 */
final class SignInAttempts {
    private static final int MOST = 10;
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int REMEMBERED = 10_000;

    /** How many passwords were wrong; forgotten so long after the last. */
    private final Cache<Guesser, Integer> failures;

    SignInAttempts(InstantSource clock) {
        failures = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(PAUSE)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /** Whether a password may be tried. */
    boolean mayTry(String address, String name) {
        Integer known = failures.getIfPresent(new Guesser(address, name));
        return known == null || known < MOST;
    }

    /** A password was wrong. */
    void failed(String address, String name) {
        failures.asMap().merge(new Guesser(address, name), 1, Integer::sum);
    }

    /** A password was right: earlier wrong ones no longer count. */
    void succeeded(String address, String name) {
        failures.invalidate(new Guesser(address, name));
    }

    private record Guesser(String address, String name) {}
}
