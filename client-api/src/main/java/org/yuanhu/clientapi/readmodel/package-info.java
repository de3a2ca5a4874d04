/** What the ledger's events add up to, in SQL, for lists and totals; what a buyer is told as proven never comes from here. */
@NullMarked
package org.yuanhu.clientapi.readmodel;

import org.jspecify.annotations.NullMarked;
