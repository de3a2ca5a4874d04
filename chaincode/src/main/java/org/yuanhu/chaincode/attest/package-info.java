/** The answer to a scan: what the ledger says of one label. */
@NullMarked
package org.yuanhu.chaincode.attest;

import org.jspecify.annotations.NullMarked;
