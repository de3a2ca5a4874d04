package org.yuanhu.clientapi.ledger.embedded;

import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.yuanhu.embeddedledger.EmbeddedLedger;
import org.yuanhu.embeddedledger.commit.Condition;

/**
 * Whether the ledger takes acts, and how it was found at the start. It is part of readiness: while a disk is full nothing can be
 * recorded, and the ledger goes on by itself when there is room.
 */
@Component("ledgerHealthIndicator")
@ConditionalOnProperty(name = "yuanhu.ledger.address", havingValue = "embedded")
final class LedgerHealth implements HealthIndicator {
    private final EmbeddedLedger ledger;

    LedgerHealth(EmbeddedLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Health health() {
        return of(
                ledger.condition(),
                !ledger.channel().isShutdown(),
                ledger.startReport().toString());
    }

    static Health of(Condition condition, boolean open, String start) {
        boolean writes = open && condition.state() == Condition.State.WRITING;
        Health.Builder health = (writes ? Health.up() : Health.down())
                .withDetail("kind", EmbeddedLedger.KIND)
                .withDetail("state", condition.state().name().toLowerCase(Locale.ROOT))
                .withDetail("start", start);
        if (!condition.reason().isEmpty()) {
            health.withDetail("reason", condition.reason());
        }
        return health.build();
    }
}
