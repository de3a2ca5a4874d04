package org.yuanhu.chaincode.act;

import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.id.ActId;

/**
 * What an act is answered with.
 *
 * @param repeated true if the ledger had this very act already and nothing was written
 */
@Format("yuanhu-receipt-v1")
public record Receipt(ActId id, Operation type, boolean repeated) {}
