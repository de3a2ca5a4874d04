package org.yuanhu.networkconfig.channel;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.NodeAddress;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.networkconfig.configuration.OwnKeys;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;

/** An organisation's administrator as a client of Fabric's gateway in its own peer. */
public final class AdminGateway implements AutoCloseable {
    private final ManagedChannel connection;
    private final Gateway gateway;
    private final String channel;

    /** Connects when it is first asked. */
    public AdminGateway(OrganisationFolder organisation, Consortium consortium) {
        this.channel = consortium.channel();
        this.connection = connect(organisation);
        UserIdentity admin = new OwnKeys(organisation, consortium).admin();
        this.gateway = Gateway.newInstance()
                .identity(new X509Identity(admin.msp().value(), admin.certificate()))
                .signer(admin::sign)
                .connection(connection)
                .connect();
    }

    /** A chaincode on the channel; {@code _lifecycle} is Fabric's own. */
    public Contract contract(String chaincode) {
        return gateway.getNetwork(channel).getContract(chaincode);
    }

    @Override
    public void close() {
        gateway.close();
        connection.shutdownNow();
    }

    private static ManagedChannel connect(OrganisationFolder organisation) {
        NodeAddress address = organisation.organisation().address();
        try {
            return NettyChannelBuilder.forAddress(address.host(), address.peerPort())
                    .sslContext(GrpcSslContexts.forClient()
                            .trustManager(organisation
                                    .node(NodeKind.PEER)
                                    .resolve("tls/ca.pem")
                                    .toFile())
                            .build())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the TLS authorities of " + organisation.msp(), e);
        }
    }
}
