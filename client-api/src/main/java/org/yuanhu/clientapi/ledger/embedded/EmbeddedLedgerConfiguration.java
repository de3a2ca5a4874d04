package org.yuanhu.clientapi.ledger.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yuanhu.chaincode.YuanhuChaincode;
import org.yuanhu.chaincode.access.Authorities;
import org.yuanhu.clientapi.home.Home;
import org.yuanhu.clientapi.ledger.connection.IdentityFolder;
import org.yuanhu.clientapi.ledger.connection.LedgerConnection;
import org.yuanhu.clientapi.ledger.connection.MspDefinitions;
import org.yuanhu.clientapi.ledger.connection.Revocations;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.embeddedledger.EmbeddedLedger;
import org.yuanhu.embeddedledger.LedgerBuilder;

/** {@code yuanhu.ledger.address=embedded}: the ledger lives in this process, below {@code ledger/} of the home folder. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "yuanhu.ledger.address", havingValue = "embedded")
class EmbeddedLedgerConfiguration {
    private static final String PEER = "peer0";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedLedgerConfiguration.class);

    @Bean
    IdentityFolder identityFolder(Identities identities) {
        return new IdentityFolder() {
            @Override
            public Optional<UserIdentity> user(MspId msp, String name) {
                return identities.user(msp, name);
            }

            @Override
            public void keep(UserIdentity user) {
                identities.keep(user);
            }
        };
    }

    /** All organisations' keys are on this machine, or those of the ones named in {@code yuanhu.organisations}. */
    @Bean
    Identities identities(
            @Value("${yuanhu.identities}") Path folder,
            Consortium consortium,
            @Value("${yuanhu.organisations:}") List<String> organisations,
            Home home) {
        List<MspId> own = organisations.isEmpty()
                ? consortium.members()
                : organisations.stream().map(MspId::new).toList();
        LostAuthorities.mustNotBe(folder, own, home);
        return Identities.create(folder, consortium, own, InstantSource.system());
    }

    /** Closed last of all: everything that speaks to it depends on it. */
    @Bean(destroyMethod = "close")
    EmbeddedLedger embeddedLedger(
            Home home,
            Consortium consortium,
            Identities identities,
            @Value("${yuanhu.ledger.embedded.port}") int port,
            @Value("${yuanhu.listen}") String listen)
            throws IOException {
        String authorities = org.yuanhu.consortium.trust.Authorities.json(consortium, identities.msps());
        LedgerBuilder ledger = EmbeddedLedger.in(
                home.folder("ledger"), identities, new YuanhuChaincode(Authorities.parse(authorities)));
        if (port >= 0) {
            listen(ledger, home, identities, consortium.members().get(0), new InetSocketAddress(listen, port));
        }
        EmbeddedLedger started = ledger.start();
        LOG.info("Single-machine ledger: {}", started.startReport());
        if (port >= 0) {
            LOG.info("Other Fabric clients: TLS port {} of {}", started.port(), listen);
        }
        return started;
    }

    @Bean
    LedgerConnection ledgerConnection(EmbeddedLedger ledger, Consortium consortium) {
        return LedgerConnection.singleMachine(ledger.channel(), consortium.channel(), consortium.chaincode());
    }

    /** Its authorities and lists are those of this machine, as they are now. */
    @Bean
    MspDefinitions mspDefinitions(Identities identities) {
        return identities::msp;
    }

    /** Nothing is to be told: the ledger reads the lists where {@link Identities} writes them, at every request. */
    @Bean
    Revocations revocations() {
        return organisation -> {};
    }

    @Bean
    Compactor compactor(EmbeddedLedger ledger, Home home) {
        return new Compactor(ledger, home.folder().resolve("compaction-due"));
    }

    /** The port answers to this machine's names; its certificate is the first organisation's. */
    private static void listen(
            LedgerBuilder ledger, Home home, Identities identities, MspId first, InetSocketAddress address)
            throws IOException {
        Path folder = home.folder("tls");
        UserIdentity tls = identities.tls(first, PEER, TlsNames.of(address));
        identities.export(tls, folder);
        ledger.listen(address, folder.resolve("cert.pem"), folder.resolve("key.pem"));
    }
}
