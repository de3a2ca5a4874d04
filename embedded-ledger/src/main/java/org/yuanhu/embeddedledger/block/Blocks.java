package org.yuanhu.embeddedledger.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;

/** Puts blocks together as Fabric's orderers and peers do; no orderer signs them. */
public final class Blocks {
    private static final int METADATA_ENTRIES = BlockMetadataIndex.COMMIT_HASH_VALUE + 1;

    /** The largest block, in bytes as it is written. */
    public static final int MOST_BYTES = 16 << 20;

    /** What of it transactions may take up; the rest is for the header and the metadata. */
    public static final int MOST_TRANSACTION_BYTES = MOST_BYTES - (1 << 10);

    private static final int TAG_AND_CODE_BYTES = 2;

    private Blocks() {}

    /** What a transaction adds to a block: its bytes, their tag and length, and its validation code. */
    public static int bytesOf(ByteString envelope) {
        return envelope.size() + CodedOutputStream.computeUInt32SizeNoTag(envelope.size()) + TAG_AND_CODE_BYTES;
    }

    /**
     * A block.
     *
     * @param number its number
     * @param previousHash header hash of the block before it, empty for block 0
     * @param envelopes serialized envelopes
     * @param codes one validation code for each
     */
    public static Block block(long number, byte[] previousHash, List<ByteString> envelopes, ByteString codes) {
        BlockMetadata.Builder metadata = BlockMetadata.newBuilder();
        for (int index = 0; index < METADATA_ENTRIES; index++) {
            metadata.addMetadata(index == BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE ? codes : ByteString.EMPTY);
        }
        return Block.newBuilder()
                .setHeader(BlockHeader.newBuilder()
                        .setNumber(number)
                        .setPreviousHash(ByteString.copyFrom(previousHash))
                        .setDataHash(ByteString.copyFrom(BlockHashes.data(envelopes))))
                .setData(BlockData.newBuilder().addAllData(envelopes))
                .setMetadata(metadata)
                .build();
    }
}
