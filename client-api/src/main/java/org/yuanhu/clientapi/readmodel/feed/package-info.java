/** Keeps the read model up to the ledger, and tells how far it is. */
@NullMarked
package org.yuanhu.clientapi.readmodel.feed;

import org.jspecify.annotations.NullMarked;
