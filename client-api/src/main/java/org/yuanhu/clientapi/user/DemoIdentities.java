package org.yuanhu.clientapi.user;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.ledger.connection.IdentityFolder;
import org.yuanhu.clientapi.startup.StartOrder;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.UserIdentity;

/**
 * Keeps the demo users' certificates and keys where {@code network identity export} looks for them, beside the authorities' keys,
 * which lie on the single machine as well. Outside of the demo a person's key is in the wallet alone.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "yuanhu.ledger.address", havingValue = "embedded")
@Order(StartOrder.USERS + 1)
final class DemoIdentities implements ApplicationRunner {
    private final Wallets wallets;
    private final IdentityFolder identities;

    DemoIdentities(Wallets wallets, IdentityFolder identities) {
        this.wallets = wallets;
        this.identities = identities;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        for (Map.Entry<String, MspId> demo : DemoUsers.organisations().entrySet()) {
            Optional<UserIdentity> wallet = wallets.find(demo.getKey());
            if (wallet.isPresent()
                    && identities.user(demo.getValue(), demo.getKey()).isEmpty()) {
                identities.keep(wallet.get());
            }
        }
    }
}
