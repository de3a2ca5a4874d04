package org.yuanhu.clientapi.label;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;

/**
 * A print run that is on the ledger and whose labels can be printed.
 *
 * @param root of the tree over its labels, as recorded
 * @param repeated true if the ledger had this act already
 * @param transactionId the transaction that carried this request
 * @param block the number of the block it stands in
 * @param pdf where its labels are fetched
 */
public record AssignedRun(
        ActId id,
        RunNumber run,
        Gtin gtin,
        Lot lot,
        @JsonProperty("class") LabelClass labelClass,
        int count,
        Hash root,
        boolean repeated,
        String transactionId,
        long block,
        String pdf) {}
