package org.yuanhu.clientapi.ledger.embedded;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.yuanhu.embeddedledger.EmbeddedLedger;
import org.yuanhu.embeddedledger.commit.Condition;

/** Down when only a new start can make the ledger write again: part of liveness, so that a supervisor starts the server anew. */
@Component("ledgerWriterHealthIndicator")
@ConditionalOnProperty(name = "yuanhu.ledger.address", havingValue = "embedded")
final class LedgerLiveness implements HealthIndicator {
    private final EmbeddedLedger ledger;

    LedgerLiveness(EmbeddedLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Health health() {
        return of(ledger.condition());
    }

    static Health of(Condition condition) {
        boolean stopped = condition.state() == Condition.State.STOPPED;
        return (stopped ? Health.down() : Health.up()).build();
    }
}
