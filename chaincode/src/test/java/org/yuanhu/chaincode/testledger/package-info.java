/** What the suites run on: a ledger that can be swapped, a bare Fabric Gateway client, and a small world of officers and clerks. */
@NullMarked
package org.yuanhu.chaincode.testledger;

import org.jspecify.annotations.NullMarked;
