/** The ledger command. */
@NullMarked
package org.yuanhu.embeddedledger.commit;

import org.jspecify.annotations.NullMarked;
