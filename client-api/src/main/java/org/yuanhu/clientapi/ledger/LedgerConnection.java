package org.yuanhu.clientapi.ledger;

import io.grpc.Channel;

/**
 * Where the ledger is: a gRPC channel to a Gateway service, and what is spoken to there.
 *
 * @param grpc to a Fabric peer, or to the single-machine ledger in this process
 * @param channelName the ledger's channel
 * @param chaincodeName the rule book on it
 */
public record LedgerConnection(Channel grpc, String channelName, String chaincodeName) {}
