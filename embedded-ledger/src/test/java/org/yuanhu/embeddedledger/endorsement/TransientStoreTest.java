package org.yuanhu.embeddedledger.endorsement;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuanhu.embeddedledger.simulation.PrivateWrite;

class TransientStoreTest {
    private static final ByteString RESULTS = ByteString.copyFromUtf8("results");
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final int MEBIBYTE = 1 << 20;

    private final SetClock clock = new SetClock();
    private final TransientStore store = new TransientStore(clock);

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-27T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private void keep(String id, int bytes) {
        store.keep(id, RESULTS, List.of(new PrivateWrite("secrets", id, new byte[bytes], false)));
    }

    private boolean has(String id) {
        return store.find(id, RESULTS).isPresent();
    }

    @Test
    void keepsValuesForFifteenMinutesAndNoLonger() {
        keep("a", 1);
        clock.now = clock.now.plus(KEPT);
        assertThat(has("a")).isTrue();
        clock.now = clock.now.plusMillis(1);
        assertThat(has("a")).isFalse();
    }

    @Test
    void givesBackTheRoomOfWhatHasExpired() {
        keep("old", 20 * MEBIBYTE);
        clock.now = clock.now.plus(KEPT).plusMillis(1);
        keep("first", 15 * MEBIBYTE);
        keep("second", 15 * MEBIBYTE);
        assertThat(has("first")).isTrue();
        assertThat(has("second")).isTrue();
    }

    @Test
    void forgetsTheOldestWhenThereIsNoRoom() {
        keep("oldest", 15 * MEBIBYTE);
        keep("older", 15 * MEBIBYTE);
        keep("newest", 15 * MEBIBYTE);
        assertThat(has("oldest")).isFalse();
        assertThat(has("older")).isTrue();
        assertThat(has("newest")).isTrue();
    }

    @Test
    void forgetsWhatIsCommitted() {
        keep("a", 1);
        store.forget("a", RESULTS);
        assertThat(has("a")).isFalse();
    }
}
