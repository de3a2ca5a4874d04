package org.yuanhu.clientapi.scan.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.yuanhu.clientapi.scan.document.ScanRefusedException;
import org.yuanhu.vocabulary.label.RunNumber;

class GuessLimitTest {
    private static final RunNumber RUN = new RunNumber("52012301");

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000); // nanoTime may overflow
    private final GuessLimit limit = new GuessLimit(now::get);

    @Test
    void tenWrongGuessesAMinuteAndNoMore() {
        AddressPrefix caller = network("203.0.113.7");
        for (int i = 0; i < 10; i++) {
            limit.begin(caller, RUN);
        }
        assertThatThrownBy(() -> limit.begin(caller, RUN))
                .isInstanceOfSatisfying(ScanRefusedException.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(ScanRefusedException.Reason.TOO_MANY);
                    assertThat(refused.waitSeconds()).isBetween(60L, 61L);
                });
        pass(Duration.ofSeconds(59));
        assertThatThrownBy(() -> limit.begin(caller, RUN)).isInstanceOf(ScanRefusedException.class);
        pass(Duration.ofSeconds(1));
        assertThatCode(() -> limit.begin(caller, RUN)).doesNotThrowAnyException();
    }

    @Test
    void theMinuteSlidesSoThatTwentyNeverFitAroundItsEdge() {
        AddressPrefix caller = network("203.0.113.7");
        for (int i = 0; i < 5; i++) {
            limit.begin(caller, RUN);
        }
        pass(Duration.ofSeconds(50));
        for (int i = 0; i < 5; i++) {
            limit.begin(caller, RUN);
        }
        pass(Duration.ofSeconds(11));
        for (int i = 0; i < 5; i++) {
            limit.begin(caller, RUN);
        }
        assertThatThrownBy(() -> limit.begin(caller, RUN)).isInstanceOf(ScanRefusedException.class);
    }

    @Test
    void rightQuestionsAreNotCounted() {
        AddressPrefix caller = network("203.0.113.7");
        for (int i = 0; i < 1_000; i++) {
            limit.begin(caller, RUN).wasRight();
        }
        for (int i = 0; i < 9; i++) {
            limit.begin(caller, RUN);
        }
        limit.begin(caller, RUN).wasRight();
        limit.begin(caller, RUN);
        assertThatThrownBy(() -> limit.begin(caller, RUN)).isInstanceOf(ScanRefusedException.class);
    }

    @Test
    void oneNetworksGuessesDoNotStopAnother() {
        for (int i = 0; i < 10; i++) {
            limit.begin(network("203.0.113.7"), RUN);
        }
        assertThatCode(() -> limit.begin(network("203.0.113.8"), RUN)).doesNotThrowAnyException();
    }

    @Test
    void guessesAtOneRunDoNotCloseAnother() {
        for (int i = 0; i < 10; i++) {
            limit.begin(network("203.0.113.7"), RUN);
        }
        assertThatCode(() -> limit.begin(network("203.0.113.7"), new RunNumber("52012302")))
                .doesNotThrowAnyException();
    }

    @Test
    void anIpv6LineIsItsFirst64BitsWhateverAddressItTakes() {
        for (int i = 0; i < 10; i++) {
            limit.begin(network("2001:db8:1:2::" + Integer.toHexString(i)), RUN);
        }
        assertThatThrownBy(() -> limit.begin(network("2001:db8:1:2:ffff::1"), RUN))
                .isInstanceOf(ScanRefusedException.class);
        assertThatCode(() -> limit.begin(network("2001:db8:1:3::1"), RUN)).doesNotThrowAnyException();
    }

    @Test
    void manyAtOnceGetNoFurtherThanTen() throws InterruptedException {
        AddressPrefix caller = network("203.0.113.7");
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                await(start);
                for (int j = 0; j < 50; j++) {
                    try {
                        limit.begin(caller, RUN);
                        begun.incrementAndGet();
                    } catch (ScanRefusedException expected) {
                        assertThat(expected.reason()).isEqualTo(ScanRefusedException.Reason.TOO_MANY);
                    }
                }
            });
            threads[i].start();
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(begun).hasValue(GuessLimit.WRONG_A_MINUTE);
    }

    @Test
    void memoryIsBoundedHoweverManyNetworksAsk() {
        for (int i = 0; i < GuessLimit.REMEMBERED + 5_000; i++) {
            limit.begin(new AddressPrefix(true, i), RUN);
        }
        assertThat(limit.remembered()).isEqualTo(GuessLimit.REMEMBERED);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static AddressPrefix network(String address) {
        try {
            return AddressPrefix.of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
