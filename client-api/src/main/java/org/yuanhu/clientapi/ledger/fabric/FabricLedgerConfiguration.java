package org.yuanhu.clientapi.ledger.fabric;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yuanhu.clientapi.ledger.connection.Compaction;
import org.yuanhu.clientapi.ledger.connection.Deadlines;
import org.yuanhu.clientapi.ledger.connection.LedgerConnection;
import org.yuanhu.clientapi.ledger.connection.MspDefinitions;
import org.yuanhu.clientapi.ledger.connection.Revocations;
import org.yuanhu.clientapi.ledger.connection.ServerIdentity;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.NodeAddress;
import org.yuanhu.consortium.Organisation;
import org.yuanhu.consortium.OrganisationRole;
import org.yuanhu.consortium.enrolment.Enrolment;
import org.yuanhu.consortium.enrolment.IssuerClient;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.trust.LedgerFacts;

/** {@code yuanhu.ledger.address=fabric}: the peers of the consortium file, on a network of Hyperledger Fabric. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FabricProperties.class)
@ConditionalOnProperty(name = "yuanhu.ledger.address", havingValue = "fabric")
class FabricLedgerConfiguration {
    /** What one answer may weigh; a block of large acts has many of 256 KiB. */
    private static final int INBOUND_BYTES = 32 << 20;

    /** A peer that hangs is found out by its silence; peers allow no more frequent question. */
    private static final long KEEP_ALIVE_SECONDS = 10;

    private static final long KEEP_ALIVE_TIMEOUT_SECONDS = 3;
    private static final Duration PATIENCE_AT_START = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(FabricLedgerConfiguration.class);

    @Bean
    MspDefinitions mspDefinitions(FabricProperties properties) {
        return new ReceivedBundles(properties.bundles());
    }

    /** The organisation's issuer has the authorities' keys; this process reads none. */
    @Bean
    Enrolment enrolment(Consortium consortium, FabricProperties properties) {
        return new IssuerClient(properties.issuer(), consortium, new MspId(properties.organisation()));
    }

    @Bean
    Peers peers(
            Consortium consortium,
            FabricProperties properties,
            MspDefinitions mspDefinitions,
            ServerIdentity server,
            MeterRegistry metrics) {
        MspId own =
                consortium.organisation(new MspId(properties.organisation())).msp();
        TrustedLedger trusted = TrustedLedger.read(properties.trustFile(), consortium);
        List<Peer> inOrder = ownFirst(consortium.organisations(), own)
                .map(organisation -> new Peer(organisation.msp(), connect(organisation, mspDefinitions)))
                .toList();
        Peers peers = new Peers(inOrder, new FirstBlock(server::reader, consortium.channel()), trusted.genesis());
        metrics.gauge("yuanhu.ledger.peers.usable", peers, FabricLedgerConfiguration::usable);
        peers.open(PATIENCE_AT_START);
        return peers;
    }

    @Bean
    LedgerConnection ledgerConnection(Peers peers, Consortium consortium) {
        return new LedgerConnection(
                PeersChannel.toAny(peers),
                PeersChannel.toMembers(peers, peers.of(consortium.collection().members())),
                consortium.channel(),
                consortium.chaincode(),
                LedgerFacts.Kind.FABRIC,
                requiredFirst(consortium),
                consortium.policy().organisations(),
                Deadlines.NETWORK);
    }

    /** Every peer's operator compacts that peer's own files. */
    @Bean
    Compaction compaction() {
        return () -> {};
    }

    @Bean
    Revocations revocations() {
        return organisation ->
                LOG.warn("{} has a new revocation list: bring it to the channel with 'network crl'", organisation);
    }

    /** Peers know each other's hosts by TLS certificates of their own organisation's node authority. */
    private static ManagedChannel connect(Organisation organisation, MspDefinitions mspDefinitions) {
        NodeAddress address = organisation.address();
        MspDefinition definition = mspDefinitions.of(organisation.msp());
        String authorities = Pem.of(List.of(definition.root(), definition.nodes()));
        try {
            return Grpc.newChannelBuilderForAddress(
                            address.host(),
                            address.peerPort(),
                            TlsChannelCredentials.newBuilder()
                                    .trustManager(
                                            new ByteArrayInputStream(authorities.getBytes(StandardCharsets.US_ASCII)))
                                    .build())
                    .maxInboundMessageSize(INBOUND_BYTES)
                    .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
                    .keepAliveTimeout(KEEP_ALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("The TLS authorities of " + organisation.msp() + " cannot be read", e);
        }
    }

    private static Stream<Organisation> ownFirst(List<Organisation> organisations, MspId own) {
        return Stream.concat(
                organisations.stream().filter(each -> each.msp().equals(own)),
                organisations.stream().filter(each -> !each.msp().equals(own)));
    }

    private static List<MspId> requiredFirst(Consortium consortium) {
        Set<OrganisationRole> required = consortium.policy().required();
        return Stream.concat(
                        consortium.organisations().stream().filter(each -> required.contains(each.role())),
                        consortium.organisations().stream().filter(each -> !required.contains(each.role())))
                .map(Organisation::msp)
                .toList();
    }

    private static double usable(Peers peers) {
        return peers.all().stream()
                .filter(peer -> peer.state() == Peer.State.USABLE)
                .count();
    }
}
