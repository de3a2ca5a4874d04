/** Ordering, validating and writing transactions, many to one fsync. */
@NullMarked
package org.yuanhu.embeddedledger.commit;

import org.jspecify.annotations.NullMarked;
