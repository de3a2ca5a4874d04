package org.yuanhu.clientapi.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {
    private Instant now = Instant.parse("2026-11-25T08:00:00Z");
    private final SignInAttempts attempts = new SignInAttempts(() -> now);

    private void failTenTimes() {
        for (int i = 0; i < 10; i++) {
            assertThat(attempts.mayTry("10.0.0.1", "clerk")).isTrue();
            attempts.failed("10.0.0.1", "clerk");
        }
    }

    @Test
    void stopsAfterTenWrongPasswordsFromOneAddressForOneName() {
        failTenTimes();

        assertThat(attempts.mayTry("10.0.0.1", "clerk")).isFalse();
        assertThat(attempts.mayTry("10.0.0.2", "clerk")).isTrue();
        assertThat(attempts.mayTry("10.0.0.1", "province")).isTrue();
    }

    @Test
    void letsTryAgainAfterFiveMinutes() {
        failTenTimes();
        now = now.plus(Duration.ofMinutes(5)).plusMillis(1);

        assertThat(attempts.mayTry("10.0.0.1", "clerk")).isTrue();
        attempts.failed("10.0.0.1", "clerk");
        assertThat(attempts.mayTry("10.0.0.1", "clerk")).isTrue();
    }

    @Test
    void forgetsWrongPasswordsAfterARightOne() {
        failTenTimes();
        attempts.succeeded("10.0.0.1", "clerk");

        assertThat(attempts.mayTry("10.0.0.1", "clerk")).isTrue();
    }
}
