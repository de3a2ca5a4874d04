package org.yuanhu.clientapi.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.yuanhu.embeddedledger.commit.Condition;

/** What a supervisor is told of the ledger: not ready while it cannot record, not alive when only a start helps. */
class LedgerHealthTest {
    private static final Condition FULL_DISK = new Condition(Condition.State.RECOVERING, "No space left on device");
    private static final Condition DAMAGED = new Condition(Condition.State.STOPPED, "block 7 is damaged");

    @Test
    void aLedgerThatTakesActsIsUpAndAlive() {
        assertThat(LedgerHealth.of(Condition.WRITING, true, "clean").getStatus())
                .isEqualTo(Status.UP);
        assertThat(LedgerLiveness.of(Condition.WRITING).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aFullDiskIsSaidWithItsReasonAndIsNoCauseToStartAnew() {
        assertThat(LedgerHealth.of(FULL_DISK, true, "clean").getStatus()).isEqualTo(Status.DOWN);
        assertThat(LedgerHealth.of(FULL_DISK, true, "clean").getDetails())
                .containsEntry("state", "recovering")
                .containsEntry("reason", "No space left on device");
        assertThat(LedgerLiveness.of(FULL_DISK).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aLedgerThatOnlyAStartCanHelpIsNotAlive() {
        assertThat(LedgerHealth.of(DAMAGED, true, "clean").getStatus()).isEqualTo(Status.DOWN);
        assertThat(LedgerLiveness.of(DAMAGED).getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void aClosedLedgerIsDown() {
        assertThat(LedgerHealth.of(Condition.WRITING, false, "clean").getStatus())
                .isEqualTo(Status.DOWN);
    }
}
