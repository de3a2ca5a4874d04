/** Chaincode events: from where on they are wanted. */
@NullMarked
package org.yuanhu.clientapi.ledger.event;

import org.jspecify.annotations.NullMarked;
