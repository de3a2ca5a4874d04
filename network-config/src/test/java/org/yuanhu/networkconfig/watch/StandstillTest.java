package org.yuanhu.networkconfig.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private final Standstill standstill = new Standstill();

    @Test
    void anOrdererThatIsBehindAndDoesNotMoveForFiveSecondsWhileItsPeerGoesOnStandsStill() {
        assertThat(looksAfter(0, 100, 102)).isFalse();
        assertThat(looksAfter(4, 100, 140)).isFalse();
        assertThat(looksAfter(5, 100, 150)).isTrue();
    }

    @Test
    void oneThatIsBehindAndMovesDoesNot() {
        for (int second = 0; second < 60; second++) {
            assertThat(looksAfter(second, 100 + second, 500 + second)).isFalse();
        }
    }

    @Test
    void oneThatHasNothingToDoDoesNot() {
        assertThat(looksAfter(0, 100, 101)).isFalse();
        assertThat(looksAfter(600, 100, 101)).isFalse();
        assertThat(looksAfter(1200, 100, 99)).isFalse();
    }

    @Test
    void oneWhosePeerStandsStillTooDoesNot() {
        for (int second = 0; second < 60; second++) {
            assertThat(looksAfter(second, 100, 200)).isFalse();
        }
        assertThat(looksAfter(60, 100, 201)).isTrue();
        assertThat(looksAfter(70, 100, 201)).isFalse();
    }

    @Test
    void theSecondsCountFromWhenItFellBehind() {
        assertThat(looksAfter(0, 100, 100)).isFalse();
        assertThat(looksAfter(60, 100, 100)).isFalse();
        assertThat(looksAfter(61, 100, 102)).isFalse();
        assertThat(looksAfter(64, 100, 105)).isFalse();
        assertThat(looksAfter(66, 100, 107)).isTrue();
    }

    private boolean looksAfter(int seconds, long orderer, long peer) {
        return standstill.isSeen(orderer, peer, Duration.ofSeconds(seconds));
    }
}
