/** A real Fabric network: its peers, which of them is asked, and that it is the ledger the trust file names. */
@NullMarked
package org.yuanhu.clientapi.ledger.fabric;

import org.jspecify.annotations.NullMarked;
