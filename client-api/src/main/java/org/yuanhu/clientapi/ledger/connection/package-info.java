/** The connection to a Fabric Gateway service and the consortium behind it; the same for both ledgers. */
@NullMarked
package org.yuanhu.clientapi.ledger.connection;

import org.jspecify.annotations.NullMarked;
