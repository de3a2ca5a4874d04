package org.yuanhu.clientapi.ledger;

import io.grpc.inprocess.InProcessChannelBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yuanhu.clientapi.Home;
import org.yuanhu.networkconfig.consortium.Consortium;
import org.yuanhu.networkconfig.identity.Identities;

/** Chooses the ledger by {@code yuanhu.ledger.address}. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
    @Bean
    Consortium consortium() {
        return Consortium.demo();
    }

    @Bean
    Identities identities(Home home, Consortium consortium) {
        return Identities.create(home.folder(), consortium);
    }

    @Bean
    Revocations revocations() {
        return organisation -> {};
    }

    @Bean(destroyMethod = "")
    LedgerConnection ledgerConnection(Consortium consortium) {
        return new LedgerConnection(
                InProcessChannelBuilder.forName("yuanhu").build(), consortium.channel(), consortium.chaincode());
    }
}
