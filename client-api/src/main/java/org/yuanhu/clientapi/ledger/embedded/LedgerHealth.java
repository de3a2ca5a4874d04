package org.yuanhu.clientapi.ledger.embedded;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.yuanhu.embeddedledger.EmbeddedLedger;

/** Whether the ledger is open, and how it was found at the start. */
@Component("ledgerHealthIndicator")
@ConditionalOnProperty(name = "yuanhu.ledger.address", havingValue = "embedded")
final class LedgerHealth implements HealthIndicator {
    private final EmbeddedLedger ledger;

    LedgerHealth(EmbeddedLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Health health() {
        boolean open = !ledger.channel().isShutdown();
        return (open ? Health.up() : Health.down())
                .withDetail("kind", EmbeddedLedger.KIND)
                .withDetail("start", ledger.startReport().toString())
                .build();
    }
}
