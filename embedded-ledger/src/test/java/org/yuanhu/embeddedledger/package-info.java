/** The single-machine ledger, driven through the unmodified Gateway client. */
@NullMarked
package org.yuanhu.embeddedledger;

import org.jspecify.annotations.NullMarked;
