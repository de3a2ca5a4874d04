package org.yuanhu.chaincode.label;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.registry.CreditCode;

/**
 * A print run as assigned.
 */
@Format("yuanhu-run-v1")
public record Run(
        RunNumber run,
        Gtin gtin,
        Lot lot,
        @JsonProperty("class") LabelClass labelClass,
        int count,
        Hash root,
        CreditCode cooperative,
        List<RecognitionId> recognitions,
        Instant at) {}
