package org.yuanhu.networkconfig.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestraintTest {
    @Test
    void startsAgainAfterLongerAndLongerAndFourTimesInAnHour() {
        Restraint restraint = new Restraint();
        List<Integer> at = new ArrayList<>();

        for (int second = 0; second < 7_300; second++) {
            Duration now = Duration.ofSeconds(second);
            if (restraint.allows(now)) {
                restraint.happened(now);
                at.add(second);
            }
        }

        assertThat(at).startsWith(0, 30, 90, 210, 3_600);
        for (int second : at) {
            assertThat(at.stream().filter(each -> each >= second && each < second + 3_600))
                    .hasSizeLessThanOrEqualTo(4);
        }
    }
}
