package org.yuanhu.clientapi.ledger.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Channel;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.yuanhu.networkconfig.identity.UserIdentity;
import org.yuanhu.vocabulary.Hash;

/** Asks a peer for the channel's first block, by Fabric's own query chaincode: whether it answers, and which ledger it keeps. */
final class FirstBlock {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final UserIdentity reader;
    private final String channel;

    FirstBlock(UserIdentity reader, String channel) {
        this.reader = reader;
        this.channel = channel;
    }

    /**
     * SHA-256 of the block's header as Fabric signs it: a DER sequence of number, previous hash and data hash.
     *
     * @throws GatewayException if the peer does not answer in time
     */
    Hash hashAt(Channel peer) throws GatewayException {
        try (Gateway gateway = Gateway.newInstance()
                .identity(new X509Identity(reader.msp().value(), reader.certificate()))
                .signer(reader::sign)
                .connection(peer)
                .evaluateOptions(options -> options.withDeadlineAfter(LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                .connect()) {
            byte[] block = gateway.getNetwork(channel)
                    .getContract("qscc")
                    .evaluateTransaction("GetBlockByNumber", channel, "0");
            return hash(Block.parseFrom(block).getHeader());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The peer's first block cannot be read", e);
        }
    }

    private static Hash hash(BlockHeader header) {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(new ASN1Integer(BigInteger.valueOf(header.getNumber())));
        fields.add(new DEROctetString(header.getPreviousHash().toByteArray()));
        fields.add(new DEROctetString(header.getDataHash().toByteArray()));
        try {
            return Hash.sha256(new DERSequence(fields).getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("Three fields can always be encoded", e);
        }
    }
}
