/** The ledger command. */
@NullMarked
package org.yuanhu.embeddedledger.endorsement;

import org.jspecify.annotations.NullMarked;
