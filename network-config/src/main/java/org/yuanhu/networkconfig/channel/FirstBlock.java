package org.yuanhu.networkconfig.channel;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.yuanhu.consortium.trust.BlockHash;
import org.yuanhu.vocabulary.Hash;

/**
 * What identifies a channel to those who were not there when it began.
 *
 * @param hash see {@link BlockHash}
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
                BlockHash.of(block.getHeader()),
                Instant.ofEpochSecond(header.getTimestamp().getSeconds()));
    }
}
