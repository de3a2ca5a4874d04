/** Blocks in Fabric's form: how they are put together and hashed, and the first one of a channel. */
@NullMarked
package org.yuanhu.embeddedledger.block;

import org.jspecify.annotations.NullMarked;
