/** The command line: identities, and the network that carries the ledger. */
@NullMarked
package org.yuanhu.networkconfig.cli;

import org.jspecify.annotations.NullMarked;
