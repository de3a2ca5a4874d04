/** The two RocksDB stores and the file that says how far they were acknowledged. */
@NullMarked
package org.yuanhu.embeddedledger.store;

import org.jspecify.annotations.NullMarked;
