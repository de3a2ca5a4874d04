/** Endorsing and submitting: from a proposal to the commit status of its transaction. */
@NullMarked
package org.yuanhu.clientapi.ledger.submit;

import org.jspecify.annotations.NullMarked;
