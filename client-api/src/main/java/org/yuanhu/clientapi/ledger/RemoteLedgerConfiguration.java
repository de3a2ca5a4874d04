package org.yuanhu.clientapi.ledger;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yuanhu.networkconfig.consortium.Consortium;

/** A ledger elsewhere: {@code yuanhu.ledger.address=HOST:PORT}, a Fabric peer's Gateway or another machine's TLS port. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${yuanhu.ledger.address}' != 'embedded'")
class RemoteLedgerConfiguration {
    /** What one answer may weigh; a block of large acts has many of 256 KiB. */
    private static final int INBOUND_BYTES = 32 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(RemoteLedgerConfiguration.class);

    @Bean(destroyMethod = "shutdown")
    ManagedChannel ledgerChannel(
            @Value("${yuanhu.ledger.address}") String address,
            @Value("${yuanhu.ledger.tls-ca}") Path tlsCa,
            @Value("${yuanhu.ledger.authority:}") String authority)
            throws IOException {
        ManagedChannelBuilder<?> channel = Grpc.newChannelBuilder(
                        address,
                        TlsChannelCredentials.newBuilder()
                                .trustManager(tlsCa.toFile())
                                .build())
                .maxInboundMessageSize(INBOUND_BYTES);
        if (!authority.isEmpty()) {
            channel.overrideAuthority(authority);
        }
        return channel.build();
    }

    @Bean
    LedgerConnection ledgerConnection(ManagedChannel channel, Consortium consortium) {
        return new LedgerConnection(channel, consortium.channel(), consortium.chaincode());
    }

    /** Every peer's operator compacts that peer's own files. */
    @Bean
    Compaction compaction() {
        return () -> {};
    }

    @Bean
    Revocations revocations() {
        return organisation -> LOG.warn(
                "{} has a new revocation list: bring it to the channel with a configuration update", organisation);
    }
}
