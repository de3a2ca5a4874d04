package org.yuanhu.clientapi.ledger;

import com.google.protobuf.ByteString;

/**
 * An answer that organisations signed, and what is needed to check their signatures; it was endorsed and never submitted.
 *
 * @param answer the signed answer ({@code yuanhu-attest-v2}, or {@code v1} from a chaincode of former days), the exact bytes as text
 * @param proposal the serialised {@code gateway.ProposedTransaction}: what was asked, and the transaction id
 * @param transaction the serialised {@code gateway.PreparedTransaction}: its envelope carries the endorsements
 */
public record Attested(String answer, ByteString proposal, ByteString transaction) {}
