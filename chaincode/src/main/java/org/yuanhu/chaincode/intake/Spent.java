package org.yuanhu.chaincode.intake;

import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.id.ActId;

/**
 * Which lines of a sheet are in a batch.
 */
@Format("yuanhu-spent-v1")
public record Spent(ActId sheet, LineSet lines) {}
