/** Batches packed from intake lines, with hard mass balance. */
@NullMarked
package org.yuanhu.chaincode.batch;

import org.jspecify.annotations.NullMarked;
