package org.yuanhu.clientapi.ledger.submit;

/**
 * The receipt of an act that is on the ledger: committed, valid, and kept.
 *
 * @param id the act's id, as the client made it
 * @param type the act's type, such as {@code intake:record}
 * @param repeated true if the ledger had this act already and nothing was written
 * @param transactionId the transaction that recorded the act, 64 hex digits; of a repeated act the first one's
 * @param block the number of the block it stands in
 */
public record Submitted(String id, String type, boolean repeated, String transactionId, long block) {}
