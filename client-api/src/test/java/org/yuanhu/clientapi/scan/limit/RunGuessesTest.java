package org.yuanhu.clientapi.scan.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.yuanhu.vocabulary.label.RunNumber;

class RunGuessesTest {
    private static final RunNumber RUN = new RunNumber("10000101");

    private final AtomicLong now = new AtomicLong(-Duration.ofMinutes(7).toNanos());
    private final RunGuesses guesses = new RunGuesses(now::get);

    @Test
    void theThousandAndFirstWrongGuessOfAnHourIsAnAlertAndTheNextIsNot() {
        assertThat(wrong(RUN, 1_000)).isZero();
        assertThat(wrong(RUN, 1)).isOne();
        assertThat(wrong(RUN, 500)).isZero();
    }

    @Test
    void theHourSlides() {
        assertThat(wrong(RUN, 600)).isZero();
        pass(Duration.ofMinutes(50));
        assertThat(wrong(RUN, 400)).isZero();
        pass(Duration.ofMinutes(15));
        assertThat(wrong(RUN, 600)).isZero();
        assertThat(wrong(RUN, 1)).isOne();
    }

    @Test
    void afterAQuietHourTheNextWaveIsAnAlertAgain() {
        assertThat(wrong(RUN, 1_001)).isOne();
        pass(Duration.ofHours(2));
        assertThat(wrong(RUN, 1_000)).isZero();
        assertThat(wrong(RUN, 1)).isOne();
    }

    @Test
    void runsAreCountedApart() {
        assertThat(wrong(RUN, 1_000)).isZero();
        assertThat(wrong(new RunNumber("10000102"), 1_000)).isZero();
    }

    @Test
    void memoryIsBoundedHoweverManyRunsAreGuessedAt() {
        for (int i = 0; i < RunGuesses.RUNS + 100; i++) {
            guesses.wrong(new RunNumber(String.format(java.util.Locale.ROOT, "%08d", i)));
        }
        assertThat(guesses.runs()).isEqualTo(RunGuesses.RUNS);
    }

    private int wrong(RunNumber run, int times) {
        int alerts = 0;
        for (int i = 0; i < times; i++) {
            alerts += guesses.wrong(run) ? 1 : 0;
        }
        return alerts;
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
