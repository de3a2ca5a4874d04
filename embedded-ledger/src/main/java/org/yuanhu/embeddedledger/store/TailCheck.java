package org.yuanhu.embeddedledger.store;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.rocksdb.RocksDBException;
import org.yuanhu.consortium.trust.BlockHash;
import org.yuanhu.embeddedledger.block.BlockHashes;

/** Reads the end of a ledger back and holds it against itself and against its tip. */
final class TailCheck {
    /** Blocks read back at a start. */
    static final int TAIL_BLOCKS = 64;

    /** Below this, a start also reads every table file back against its checksums. */
    private static final long SMALL_BYTES = 256L << 20;

    private final PublicStore store;
    private final PrivateStore privateStore;

    TailCheck(PublicStore store, PrivateStore privateStore) {
        this.store = store;
        this.privateStore = privateStore;
    }

    /** Checks the last blocks and the tip; says how many blocks were read. */
    int verify(Tip tip, long atMost) throws DamagedLedgerException {
        long height = store.height();
        if (height < tip.height()) {
            throw new DamagedLedgerException(
                    "the ledger ends at block %d, but block %d was acknowledged: its log was cut or changed"
                            .formatted(height - 1, tip.height() - 1));
        }
        if (privateStore.lastBlock() < tip.privateBlock()) {
            throw new DamagedLedgerException("private values end at block %d, but block %d was acknowledged with some"
                    .formatted(privateStore.lastBlock(), tip.privateBlock()));
        }
        long from = Math.max(0, Math.min(tip.height(), height) - atMost);
        byte[] previous = from == 0
                ? new byte[0]
                : BlockHash.of(block(from - 1).getHeader()).bytes();
        for (long number = from; number < height; number++) {
            Block block = block(number);
            verify(block, number, previous);
            previous = BlockHash.of(block.getHeader()).bytes();
            if (number == tip.height() - 1 && !Arrays.equals(previous, tip.hash())) {
                throw new DamagedLedgerException("block " + number + " is not the one that was acknowledged");
            }
        }
        return Math.toIntExact(height - from);
    }

    /** Reads every table file of a small ledger back, or of any ledger if asked to. */
    void verifyFiles(boolean always) throws DamagedLedgerException {
        for (Rocks rocks : new Rocks[] {store.rocks(), privateStore.rocks()}) {
            try {
                if (always || rocks.database().getLongProperty("rocksdb.total-sst-files-size") <= SMALL_BYTES) {
                    rocks.database().verifyChecksum();
                }
            } catch (RocksDBException e) {
                throw new DamagedLedgerException("a file of the ledger does not match its checksums", e);
            }
        }
    }

    private Block block(long number) throws DamagedLedgerException {
        try {
            Optional<Block> block = store.block(number);
            return block.orElseThrow(() -> new DamagedLedgerException("block " + number + " is missing"));
        } catch (InvalidProtocolBufferException | StoreException e) {
            throw new DamagedLedgerException("block " + number + " cannot be read", e);
        }
    }

    private void verify(Block block, long number, byte[] previous) throws DamagedLedgerException {
        if (block.getHeader().getNumber() != number
                || !Arrays.equals(block.getHeader().getPreviousHash().toByteArray(), previous)) {
            throw new DamagedLedgerException("block " + number + " does not follow the block before it");
        }
        byte[] data = BlockHashes.data(block.getData().getDataList());
        if (!Arrays.equals(block.getHeader().getDataHash().toByteArray(), data)) {
            throw new DamagedLedgerException("the transactions of block " + number + " are not those of its header");
        }
        if (number > 0) {
            verifyTransactions(block, number);
        }
    }

    private void verifyTransactions(Block block, long number) throws DamagedLedgerException {
        ByteString codes = block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
        for (int position = 0; position < block.getData().getDataCount(); position++) {
            String id = transactionId(block.getData().getData(position), number);
            Optional<TransactionRecord> entry = store.transaction(id);
            int code = codes.byteAt(position) & 0xff;
            if (entry.isEmpty()
                    || entry.get().block() != number
                    || entry.get().position() != position
                    || entry.get().code().getNumber() != code) {
                throw new DamagedLedgerException("transaction %s of block %d is not filed".formatted(id, number));
            }
        }
    }

    private static String transactionId(ByteString envelope, long number) throws DamagedLedgerException {
        try {
            Payload payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
            return ChannelHeader.parseFrom(payload.getHeader().getChannelHeader())
                    .getTxId();
        } catch (InvalidProtocolBufferException e) {
            throw new DamagedLedgerException("a transaction of block " + number + " cannot be read", e);
        }
    }
}
