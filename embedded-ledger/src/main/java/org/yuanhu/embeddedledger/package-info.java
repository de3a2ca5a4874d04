/**
 * A Fabric ledger in one process: it serves Fabric's Gateway gRPC service to unmodified clients, carries any
 * {@link org.hyperledger.fabric.shim.Chaincode}, and keeps blocks, state and private data in RocksDB.
 *
 * <pre>{@code
 * Member cooperative = Member.ofPem("CooperativeMSP", rootPem, intermediatesPem, peerCertificatePem, peerKeyPem);
 *
 * try (EmbeddedLedger ledger = EmbeddedLedger.in(directory, "yuanhu", "yuanhu", new MyChaincode())
 *         .member(government)
 *         .member(cooperative)
 *         .member(platform)
 *         .member(auditor)
 *         .collection(new PrivateCollection("household-private", Set.of("GovernmentMSP", "CooperativeMSP")))
 *         .start()) {
 *     System.out.println(ledger.startReport());
 *     Gateway gateway = Gateway.newInstance()
 *             .identity(new X509Identity("CooperativeMSP", clerkCertificate))
 *             .signer(Signers.newPrivateKeySigner(clerkKey))
 *             .connection(ledger.channel())
 *             .connect();
 *     gateway.getNetwork("yuanhu").getContract("yuanhu").submitTransaction("put", "key", "value");
 * }
 * }</pre>
 */
@NullMarked
package org.yuanhu.embeddedledger;

import org.jspecify.annotations.NullMarked;
