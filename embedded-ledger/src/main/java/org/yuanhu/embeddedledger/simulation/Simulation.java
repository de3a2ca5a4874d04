package org.yuanhu.embeddedledger.simulation;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Set;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * What running chaincode on a snapshot gave.
 *
 * @param response chaincode's answer
 * @param results what it read and wrote, as Fabric's protobuf
 * @param event the serialized event, empty if it set none
 * @param privateWrites values for the private store
 * @param privateCollections collections it read values of or wrote
 */
public record Simulation(
        Response response,
        TxReadWriteSet results,
        ByteString event,
        List<PrivateWrite> privateWrites,
        Set<String> privateCollections) {}
