package org.yuanhu.clientapi.ledger.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Channel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.common.Block;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.trust.BlockHash;
import org.yuanhu.vocabulary.Hash;

/** Asks a peer for the channel's first block, by Fabric's own query chaincode: whether it answers, and which ledger it keeps. */
final class FirstBlock {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final Supplier<UserIdentity> server;
    private final String channel;

    /** @param server whose certificate is asked with; it is renewed in the course of time */
    FirstBlock(Supplier<UserIdentity> server, String channel) {
        this.server = server;
        this.channel = channel;
    }

    /**
     * The hash the trust file names the ledger by, see {@link BlockHash}.
     *
     * @throws GatewayException if the peer does not answer in time
     */
    Hash hashAt(Channel peer) throws GatewayException {
        UserIdentity reader = server.get();
        try (Gateway gateway = Gateway.newInstance()
                .identity(new X509Identity(reader.msp().value(), reader.certificate()))
                .signer(reader::sign)
                .connection(peer)
                .evaluateOptions(options -> options.withDeadlineAfter(LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                .connect()) {
            byte[] block = gateway.getNetwork(channel)
                    .getContract("qscc")
                    .evaluateTransaction("GetBlockByNumber", channel, "0");
            return BlockHash.of(Block.parseFrom(block).getHeader());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The peer's first block cannot be read", e);
        }
    }
}
