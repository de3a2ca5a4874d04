/** State, private data and the transaction's context, as contracts see them. */
@NullMarked
package org.yuanhu.chaincode.ledger;

import org.jspecify.annotations.NullMarked;
