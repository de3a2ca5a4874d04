/** Writes chaincode events into SQL tables, each with its checkpoint in one transaction. */
@NullMarked
package org.yuanhu.clientapi.readmodel.projection;

import org.jspecify.annotations.NullMarked;
