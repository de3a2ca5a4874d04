package org.yuanhu.embeddedledger.commit;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.yuanhu.embeddedledger.simulation.PrivateWrite;

/**
 * A transaction on its way into a block.
 *
 * @param id transaction id
 * @param envelope serialized envelope, as it will stand in the block
 * @param code VALID, or the fault found before ordering
 * @param publicSet public reads, ranges and writes
 * @param hashedSets hashed reads and writes by collection
 * @param privateWrites values behind the hashed writes
 * @param results serialized read/write set, under which the private values wait
 */
public record LedgerTransaction(
        String id,
        ByteString envelope,
        TxValidationCode code,
        KVRWSet publicSet,
        Map<String, HashedRWSet> hashedSets,
        List<PrivateWrite> privateWrites,
        ByteString results) {}
