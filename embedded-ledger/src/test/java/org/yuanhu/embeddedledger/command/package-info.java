/** The ledger command. */
@NullMarked
package org.yuanhu.embeddedledger.command;

import org.jspecify.annotations.NullMarked;
