/** The command {@code embedded-ledger/bin/ledger}: backup, restore and verification of a ledger that is not running. */
@NullMarked
package org.yuanhu.embeddedledger.command;

import org.jspecify.annotations.NullMarked;
