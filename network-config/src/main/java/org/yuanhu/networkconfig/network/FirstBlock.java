package org.yuanhu.networkconfig.network;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.yuanhu.vocabulary.Hash;

/**
 * What identifies a channel to those who were not there when it began.
 *
 * @param hash SHA-256 of its header's DER: number, hash of the block before it (none), hash of its data
 * @param madeAt when it was made, in whole seconds
 */
record FirstBlock(Hash hash, Instant madeAt) {

    /** @throws IllegalArgumentException if the file holds no block */
    static FirstBlock read(Path file) {
        try {
            return of(Block.parseFrom(Files.readAllBytes(file)));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(file + " holds no block", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static FirstBlock of(Block block) throws InvalidProtocolBufferException {
        Envelope configuration = Envelope.parseFrom(block.getData().getData(0));
        ChannelHeader header = ChannelHeader.parseFrom(
                Payload.parseFrom(configuration.getPayload()).getHeader().getChannelHeader());
        return new FirstBlock(
                Hash.sha256(der(block.getHeader())),
                Instant.ofEpochSecond(header.getTimestamp().getSeconds()));
    }

    private static byte[] der(BlockHeader header) {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(new ASN1Integer(BigInteger.valueOf(header.getNumber())));
        fields.add(new DEROctetString(header.getPreviousHash().toByteArray()));
        fields.add(new DEROctetString(header.getDataHash().toByteArray()));
        try {
            return new DERSequence(fields).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
