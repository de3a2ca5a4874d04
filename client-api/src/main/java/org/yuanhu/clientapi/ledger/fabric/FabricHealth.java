package org.yuanhu.clientapi.ledger.fabric;

import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.yuanhu.consortium.trust.LedgerFacts;

/** Whether a peer answers, and what is known of each. */
@Component("ledgerHealthIndicator")
@ConditionalOnProperty(name = "yuanhu.ledger.address", havingValue = "fabric")
final class FabricHealth implements HealthIndicator {
    private final Peers peers;

    FabricHealth(Peers peers) {
        this.peers = peers;
    }

    @Override
    public Health health() {
        boolean usable = peers.all().stream().anyMatch(peer -> peer.state() == Peer.State.USABLE);
        Health.Builder health =
                (usable ? Health.up() : Health.down()).withDetail("kind", LedgerFacts.Kind.FABRIC.text());
        peers.all()
                .forEach(peer -> health.withDetail(
                        peer.organisation().value(), peer.state().name().toLowerCase(Locale.ROOT)));
        return health.build();
    }
}
