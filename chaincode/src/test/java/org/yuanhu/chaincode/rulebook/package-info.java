/** The rule book, driven by a bare Fabric Gateway client against a running ledger. */
@NullMarked
package org.yuanhu.chaincode.rulebook;

import org.jspecify.annotations.NullMarked;
