/** The one Fabric Gateway client: submits acts, evaluates reads, collects attestations; the same for both ledgers. */
@NullMarked
package org.yuanhu.clientapi.ledger;

import org.jspecify.annotations.NullMarked;
